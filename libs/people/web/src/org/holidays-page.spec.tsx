import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen } from '@testing-library/react';
import { HolidaysPage } from './holidays-page.js';

const at = { at: '/settings/locations/l1/holidays', route: '/settings/locations/:id/holidays' };
const holiday = (onDay: string, name: string, state: string, fromMinute = 0) => ({
  __typename: 'LocationHoliday',
  onDay,
  name,
  fromMinute,
  state,
});
const locations = [{ __typename: 'Location', id: 'l1', name: 'Munich' }];
const holidays = [
  holiday('2026-12-24', 'Christmas Eve', 'SUGGESTED', 720),
  holiday('2026-12-25', 'Christmas Day', 'SUGGESTED'),
  holiday('2027-01-06', 'Epiphany', 'APPROVED'),
];
const answers = { LocationHolidays: { locations, locationHolidays: holidays } };

describe('days off of a place', () => {
  it('are suggested, and decided one by one or all at once', async () => {
    const page = renderPage(<HolidaysPage />, {
      ...at,
      answers: {
        ...answers,
        DecideHolidays: { decideHolidays: { __typename: 'HolidaysPayload', holidays } },
      },
    });
    expect(await screen.findByRole('heading', { name: 'Days off in Munich' })).toBeTruthy();
    expect(screen.getByText('Christmas Eve, afternoon')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Make it a working day: Epiphany' }));
    await screen.findByText(
      'Saved. New sessions keep to it, and what was booked on a day off is offered again.',
    );
    fireEvent.click(screen.getByRole('button', { name: 'All are days off' }));
    await screen.findAllByText(
      'Saved. New sessions keep to it, and what was booked on a day off is offered again.',
    );
    const sent = page.asked
      .filter(({ operation }) => operation === 'DecideHolidays')
      .map(({ variables }) => variables['input'] as { isApproved: boolean; days: unknown[] });
    expect(sent.map(({ isApproved, days }) => [isApproved, days.length])).toEqual([
      [false, 1],
      [true, 2],
    ]);
  });

  it('teach what is missing where nothing is known', async () => {
    renderPage(<HolidaysPage />, {
      ...at,
      answers: { LocationHolidays: { locations, locationHolidays: [] } },
    });
    expect(await screen.findByText('Nothing to suggest')).toBeTruthy();
  });

  it('keep their room while they load, and say what failed', async () => {
    const { container } = renderPage(<HolidaysPage />, {
      ...at,
      answers: { LocationHolidays: 'never' },
    });
    expect(container.querySelector('[aria-busy="true"]')).not.toBeNull();
    renderPage(<HolidaysPage />, {
      ...at,
      answers: { LocationHolidays: { barrier: 'INTERNAL', requestId: 'q9' } },
    });
    expect(await screen.findByText(/q9/)).toBeTruthy();
  });
});
