import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { ForecastPage } from './forecast-page.js';

const unit = {
  __typename: 'CoverageNode',
  id: 'sales',
  name: 'Sales',
  people: 126,
  champions: 6,
  required: 6,
  gap: 0,
};
const setup = (next: unknown) => ({
  at: '/coverage/forecast',
  route: '/coverage/forecast',
  answers: {
    CoverageShortNext: next as Record<string, unknown>,
    CoverageTrend: 'never' as const,
    CoverageForecast: 'never' as const,
    RecruitingDraft: 'never' as const,
  },
});

describe('coverage ahead', () => {
  it('names units that will be short, and recruits ahead from the row', async () => {
    const page = renderPage(
      <ForecastPage />,
      setup({ coverageShortNext: [{ __typename: 'ShortNext', gap: 2, unit }] }),
    );
    const table = within(await screen.findByRole('table', { name: 'Units short next' }));
    expect(table.getByRole('link', { name: 'Sales' }).getAttribute('href')).toBe('/coverage/sales');
    expect(table.getByText('6 of 6 for 126 people')).toBeTruthy();
    expect(table.getByText('−2')).toBeTruthy();
    fireEvent.click(table.getByRole('button', { name: 'Recruit ahead in Sales' }));
    await waitFor(() => expect(page.address()).toContain('recruit=sales'));
    expect(await screen.findByRole('dialog', { name: 'Recruit in Sales' })).toBeTruthy();
  });

  it('says so where no gap is likely to grow', async () => {
    renderPage(<ForecastPage />, setup({ coverageShortNext: [] }));
    expect(await screen.findByText('No gap is likely to grow')).toBeTruthy();
  });

  it('keeps its heading while the figures are on their way', () => {
    renderPage(<ForecastPage />, setup('never'));
    expect(screen.getByRole('heading', { level: 1, name: 'Coverage ahead' })).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});
