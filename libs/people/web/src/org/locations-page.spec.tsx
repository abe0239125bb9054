import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen } from '@testing-library/react';
import { LocationsPage } from './locations-page.js';

const vancouver = {
  __typename: 'Location',
  id: 'v',
  name: 'Vancouver',
  code: 'VAN',
  country: 'Canada',
  timeZone: 'America/New_York',
  people: 120,
  daysOff: 0,
};
const viewer = { roles: ['HR_LEAD' as const] };

describe('locations', () => {
  it('keep their room while they load', () => {
    const { container } = renderPage(<LocationsPage />, {
      viewer,
      answers: { Locations: 'never' },
    });
    expect(container.querySelector('[aria-busy="true"]')).not.toBeNull();
  });

  it('lead to the import while there are none', async () => {
    renderPage(<LocationsPage />, { viewer, answers: { Locations: { locations: [] } } });
    expect(await screen.findByRole('link', { name: 'Import your people' })).toBeTruthy();
  });

  it('say how many days off are decided, or that they are to be', async () => {
    renderPage(<LocationsPage />, {
      viewer,
      answers: {
        Locations: {
          locations: [
            vancouver,
            { ...vancouver, id: 'o', name: 'Osaka', daysOff: 17 },
            { ...vancouver, id: 'p', name: 'Pune', daysOff: 1 },
          ],
        },
      },
    });
    const link = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
    expect(await screen.findByText('17 days')).toBeTruthy();
    expect(link('17 days off in Osaka')).toBe('/settings/locations/o/holidays');
    expect(link('1 day off in Pune')).toBe('/settings/locations/p/holidays');
    expect(link('Decide days off in Vancouver')).toBe('/settings/locations/v/holidays');
  });

  it('are corrected in a sheet, and the correction can be undone', async () => {
    const page = renderPage(<LocationsPage />, {
      viewer,
      answers: {
        Locations: { locations: [vancouver] },
        ChangeLocation: ({ input }) => ({
          changeLocation: {
            __typename: 'ChangeLocationPayload',
            location: { ...vancouver, ...(input as object), id: 'v' },
            timeZoneBefore: 'America/New_York',
          },
        }),
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Change Vancouver' }));
    fireEvent.change(await screen.findByLabelText(/^Name/), {
      target: { value: 'Vancouver office' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Save location' }));
    expect(await screen.findByText('Saved. Vancouver office is in America/New_York.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Vancouver is as it was.')).toBeTruthy();
    const sent = page.asked.filter(({ operation }) => operation === 'ChangeLocation');
    expect(sent.map(({ variables }) => variables)).toEqual([
      { input: { locationId: 'v', name: 'Vancouver office', timeZone: 'America/New_York' } },
      { input: { locationId: 'v', name: 'Vancouver', timeZone: 'America/New_York' } },
    ]);
  });

  it('say what failed', async () => {
    renderPage(<LocationsPage />, {
      viewer,
      answers: { Locations: { barrier: 'INTERNAL', requestId: 'z9' } },
    });
    expect(await screen.findByText(/z9/)).toBeTruthy();
  });
});
