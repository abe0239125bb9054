import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen } from '@testing-library/react';
import { MePage } from './me-page.js';

const Me = {
  person: { __typename: 'Person', id: 'viewer', name: 'Ana Petrović', title: '', record: null },
  myAvailability: {
    __typename: 'Availability',
    isOwn: false,
    timeZone: 'Europe/Paris',
    hours: [{ __typename: 'WorkingInterval', weekday: 1, fromMinute: 540, toMinute: 1020 }],
  },
};

describe('your own page', () => {
  it('says when you work, what is held about you, and leads on', async () => {
    renderPage(<MePage />, { viewer: { roles: ['EMPLOYEE', 'CHAMPION'] }, answers: { Me } });
    expect(await screen.findByText('Mon 9:00–17:00')).toBeTruthy();
    expect(screen.getByText(/your role: Champion/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Change hours' }).getAttribute('href')).toBe(
      '/me/availability',
    );
    expect(screen.getByRole('link', { name: 'Who can see what' }).getAttribute('href')).toBe(
      '/privacy',
    );
  });

  it('changes light and dark at once', async () => {
    renderPage(<MePage />, { answers: { Me } });
    fireEvent.click(await screen.findByLabelText('Dark'));
    expect((screen.getByLabelText('Dark') as HTMLInputElement).checked).toBe(true);
    expect(document.documentElement.getAttribute('data-mantine-color-scheme')).toBe('dark');
  });

  it('keeps the looks usable while the rest loads or fails', async () => {
    renderPage(<MePage />, { answers: { Me: { barrier: 'INTERNAL', requestId: 'm3' } } });
    expect(await screen.findByText(/m3/)).toBeTruthy();
    expect(screen.getByLabelText('Light')).toBeTruthy();
  });
});
