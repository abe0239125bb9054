import { describe, expect, it } from '@jest/globals';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { Link } from './button.js';
import { Page } from './page.js';

function renderTwoPages() {
  const coverage = (
    <Page title="Coverage">
      <Link to="/people">People</Link>
      <Link to="/?sort=gap">Sort</Link>
    </Page>
  );
  return render(
    <MemoryRouter>
      <Routes>
        <Route path="/" element={coverage} />
        <Route
          path="/people"
          element={<Page title="People" breadcrumb={[{ label: 'Coverage', to: '/' }]} />}
        />
      </Routes>
    </MemoryRouter>,
  );
}

describe('Page', () => {
  it('leaves focus at the top on the first page, and moves it to the heading on the next', async () => {
    renderTwoPages();
    expect(document.activeElement).toBe(document.body);
    fireEvent.click(screen.getByRole('link', { name: 'People' }));
    const heading = await screen.findByRole('heading', { level: 1, name: 'People' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(document.title).toBe('People · Flipside');
  });

  it('keeps focus where it is when only the address after the question mark changes', async () => {
    renderTwoPages();
    const link = screen.getByRole('link', { name: 'Sort' });
    link.focus();
    fireEvent.click(link);
    await screen.findByRole('heading', { level: 1, name: 'Coverage' });
    expect(document.activeElement).toBe(link);
  });
});
