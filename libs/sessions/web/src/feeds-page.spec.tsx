import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen } from '@testing-library/react';
import { FeedsPage } from './feeds-page.js';

const feed = {
  __typename: 'CalendarFeed',
  id: 'f1',
  label: 'iPhone',
  detail: 'NEUTRAL',
  createdAt: '2027-01-11T08:00:00Z',
  lastUsedAt: null,
  person: { __typename: 'SessionPerson', id: 'p1', name: 'Helen Ward' },
};

const EXECUTIVE = { roles: ['EMPLOYEE' as const, 'EXECUTIVE' as const] };

describe('the page of calendar addresses', () => {
  it('teaches when there is none, and tells a new address once', async () => {
    const url = 'https://coach.example.com/calendar/secret.ics';
    renderPage(<FeedsPage />, {
      viewer: EXECUTIVE,
      answers: {
        CalendarFeeds: { calendarFeeds: [], lookedAfterPeople: [] },
        MakeCalendarFeed: {
          makeCalendarFeed: { __typename: 'MadeCalendarFeedPayload', url, feeds: [feed] },
        },
      },
    });
    expect(await screen.findByRole('heading', { name: 'None yet' })).toBeTruthy();
    fireEvent.change(screen.getByLabelText(/What to call it/), { target: { value: 'iPhone' } });
    fireEvent.click(screen.getByRole('button', { name: 'Make address' }));
    expect(((await screen.findByLabelText('Private address')) as HTMLInputElement).value).toBe(url);
  });

  it('lists addresses with what they tell and when they were read, each with its end', async () => {
    renderPage(<FeedsPage />, {
      viewer: EXECUTIVE,
      answers: { CalendarFeeds: { calendarFeeds: [feed], lookedAfterPeople: [] } },
    });
    expect(await screen.findByText(/never read yet/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'End: iPhone' })).toBeTruthy();
  });

  it('says which field a refusal is about', async () => {
    renderPage(<FeedsPage />, {
      viewer: EXECUTIVE,
      answers: {
        CalendarFeeds: { calendarFeeds: [], lookedAfterPeople: [] },
        MakeCalendarFeed: {
          makeCalendarFeed: {
            __typename: 'SessionRefusal',
            message: 'Give it a name.',
            field: 'label',
            code: 'FEED_NEEDS_LABEL',
          },
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Make address' }));
    expect(await screen.findByText('Give it a name.')).toBeTruthy();
  });
});
