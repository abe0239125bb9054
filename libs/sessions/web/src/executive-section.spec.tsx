import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { ExecutiveSection } from './executive-section.js';
import { clockWords, dayWords, momentOf } from './session-fields.js';
import { aShownSession, anOffer, anOption, dayOf, having } from './shown-session.fixture.js';

const session = aShownSession();
const other = session.otherTimes[0]?.time ?? session.yourTime;

const viewer = { roles: ['EMPLOYEE' as const, 'EXECUTIVE' as const] };

describe('the executive’s home', () => {
  it('shows the next session on both clocks, with what it is for', async () => {
    renderPage(<ExecutiveSection />, {
      viewer,
      answers: {
        ExecutiveSessions: { nextSession: aShownSession(), ownRhythms: [], pairingsToBook: [] },
      },
    });
    expect(
      await screen.findByText(`${dayWords(session.yourTime)} · ${clockWords(session.yourTime)}`),
    ).toBeTruthy();
    expect(screen.getByText(`${clockWords(other)} for Priya Nair (Kolkata)`)).toBeTruthy();
    expect(screen.getByText('Try it on the Q4 forecast')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Move' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Skip this one' })).toBeTruthy();
  });

  it('says kindly when the rhythm has slipped, and what helps', async () => {
    const inWords = 'It has been 21 days since you and Priya Nair met. That happens.';
    const rhythm = { __typename: 'OwnRhythm', pairingId: 'p1', inWords };
    renderPage(<ExecutiveSection />, {
      viewer,
      answers: {
        ExecutiveSessions: {
          nextSession: aShownSession(),
          ownRhythms: [rhythm, { ...rhythm, pairingId: 'p2', inWords: null }],
          pairingsToBook: [],
        },
      },
    });
    expect(await screen.findByText(inWords)).toBeTruthy();
    const [more, ...others] = screen.getAllByRole('link', { name: 'Book one more' });
    expect(more?.getAttribute('href')).toBe('/sessions/book/p1');
    expect(others).toEqual([]);
  });

  it('books with one tap, says so and offers Undo', async () => {
    let isBooked = false;
    const page = renderPage(<ExecutiveSection />, {
      viewer,
      answers: {
        ExecutiveSessions: () => ({
          nextSession: isBooked ? aShownSession() : null,
          ownRhythms: [],
          pairingsToBook: isBooked ? [] : [anOffer()],
        }),
        BookSeries: () => {
          isBooked = true;
          return {
            bookSeries: {
              __typename: 'BookedPayload',
              seriesId: 'r1',
              sessions: [aShownSession()],
            },
          };
        },
        UndoBooking: () => {
          isBooked = false;
          return { undoBooking: { __typename: 'UndoneBookingPayload', pairingId: 'p1' } };
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: having(dayOf('2027-01-12')) }));
    expect(await screen.findByText(having(`Booked. ${momentOf(session)}`))).toBeTruthy();
    const sent = page.asked.find((each) => each.operation === 'BookSeries')?.variables as {
      input: { optionId: string; idempotencyKey: string };
    };
    expect(sent.input.optionId).toBe('2027-01-12T09:30');
    expect(sent.input.idempotencyKey).toMatch(/^[0-9a-f-]{36}$/);
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Taken back. Nobody was told.')).toBeTruthy();
  });

  it('leaves times of those whom somebody looks after to that part of the home', async () => {
    const ben = { __typename: 'SessionPerson', id: 'ben', name: 'Ben Okafor' };
    const theirs = { ...anOffer(), pairingId: 'p2', executive: ben };
    renderPage(<ExecutiveSection />, {
      viewer: { ...viewer, roles: [...viewer.roles, 'DELEGATE'] },
      answers: {
        ExecutiveSessions: { nextSession: null, ownRhythms: [], pairingsToBook: [theirs] },
      },
    });
    expect(await screen.findByRole('heading', { name: 'No session to plan now' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: having(dayOf('2027-01-12')) })).toBeNull();
  });

  it('shows fresh times when the chosen one was just taken', async () => {
    renderPage(<ExecutiveSection />, {
      viewer,
      answers: {
        ExecutiveSessions: { nextSession: null, ownRhythms: [], pairingsToBook: [anOffer()] },
        BookSeries: {
          bookSeries: {
            __typename: 'SessionRefusal',
            message: 'That time was just taken. Choose another one.',
            field: null,
            code: 'SLOT_TAKEN',
            options: [anOption('2027-01-19T11:00', '11:30', 'Suits both best.')],
          },
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: having(dayOf('2027-01-12')) }));
    expect(await screen.findByText('That time was just taken. Choose another one.')).toBeTruthy();
    expect(await screen.findByRole('button', { name: having(dayOf('2027-01-19')) })).toBeTruthy();
  });

  it('says what to do when no time suits both', async () => {
    renderPage(<ExecutiveSection />, {
      viewer,
      answers: {
        ExecutiveSessions: { nextSession: null, ownRhythms: [], pairingsToBook: [anOffer([])] },
      },
    });
    expect(await screen.findByText('No time suits both yet')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Check working hours' })).toBeTruthy();
  });

  it('teaches what will stand here before there is a pairing', async () => {
    renderPage(<ExecutiveSection />, {
      viewer,
      answers: { ExecutiveSessions: { nextSession: null, ownRhythms: [], pairingsToBook: [] } },
    });
    expect(await screen.findByRole('heading', { name: 'No session to plan now' })).toBeTruthy();
  });

  it('keeps its place while loading and says when it failed', async () => {
    const loading = renderPage(<ExecutiveSection />, {
      viewer,
      answers: { ExecutiveSessions: 'never' },
    });
    expect(loading.container.querySelector('[aria-busy="true"]')).toBeTruthy();
    loading.unmount();
    renderPage(<ExecutiveSection />, {
      viewer,
      answers: { ExecutiveSessions: { barrier: 'INTERNAL', requestId: 'abc' } },
    });
    expect(await screen.findByText('We can’t show this right now')).toBeTruthy();
    await waitFor(() => expect(screen.getByText('abc')).toBeTruthy());
  });
});
