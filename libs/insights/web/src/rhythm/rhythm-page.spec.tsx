import { describe, expect, it } from '@jest/globals';
import { emptyFace, renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { RhythmPage } from './rhythm-page.js';
import {
  csvRow,
  rhythmHeadline,
  stripWords,
  type FortnightState,
  type RhythmRow,
} from './rhythm-words.js';

const strip = (...states: FortnightState[]) =>
  states.map((state, n) => ({
    __typename: 'RhythmFortnight',
    from: `2026-09-0${n + 1}`,
    to: `2026-09-1${n + 1}`,
    state,
    reason: state === 'SKIPPED' ? 'holiday' : null,
  }));
const row = (change: object = {}) => ({
  __typename: 'PairingRhythm',
  pairingId: 'p1',
  state: 'SLIPPING',
  because: 'Slipped by 6 days.',
  debtDays: 6,
  lastHeldOn: '2026-10-27',
  nextOn: null,
  executive: {
    __typename: 'RhythmPerson',
    id: 'e',
    name: 'Helen Ward',
    email: 'helen@company.test',
  },
  champion: { __typename: 'RhythmPerson', id: 'c', name: 'Priya Nair', email: null },
  fortnights: strip('HELD', 'MOVED', 'SKIPPED', 'NOT_BOOKED', 'NO_WORD', 'HELD'),
  adherence: { __typename: 'CountedShare', held: 3, counted: 6 },
  ...change,
});
const rhythm = (change: object = {}) => ({
  rhythm: {
    __typename: 'Rhythm',
    asOf: '2026-11-24',
    since: '2026-05-26',
    counts: { __typename: 'RhythmCounts', slipping: 1, new: 0, paused: 0, onRhythm: 3, ended: 1 },
    adherence: { __typename: 'CountedShare', held: 20, counted: 24 },
    pairings: [row()],
    byUnit: [
      {
        __typename: 'UnitRhythm',
        unitId: 'u1',
        unitName: 'Operations',
        isWithheld: false,
        pairings: 3,
        adherence: { __typename: 'CountedShare', held: 12, counted: 15 },
      },
      {
        __typename: 'UnitRhythm',
        unitId: 'u2',
        unitName: 'Sales',
        isWithheld: true,
        pairings: null,
        adherence: null,
      },
    ],
    ...change,
  },
});
const at = '/rhythm';

describe('the rhythm page', () => {
  it('answers in one sentence, with counts and period beside it', async () => {
    renderPage(<RhythmPage />, {
      at,
      answers: { DisputedSessions: { disputedSessions: [] }, Rhythm: rhythm() },
    });
    expect(await screen.findByText('1 of 4 pairings needs a hand.')).toBeTruthy();
    expect(screen.getByText(/Sessions in 20 of 24 planned fortnights/)).toBeTruthy();
  });

  it('draws each pairing as a strip with words beside it, its state and why', async () => {
    renderPage(<RhythmPage />, {
      at,
      answers: { DisputedSessions: { disputedSessions: [] }, Rhythm: rhythm() },
    });
    const line = await screen.findByRole('row', { name: /Helen Ward with Priya Nair/ });
    expect(
      within(line).getByRole('img', {
        name: /3 of 6 fortnights held: held, moved, skipped, not booked, no word, held/,
      }),
    ).toBeTruthy();
    expect(within(line).getByText(/^3 of 6, last/)).toBeTruthy();
    expect(within(line).getByText('Slipping')).toBeTruthy();
    expect(within(line).getByText('Slipped by 6 days.')).toBeTruthy();
    expect(within(line).getByText('Not booked')).toBeTruthy();
  });

  it('asks the server for the state that is chosen, and keeps it in the address', async () => {
    const page = renderPage(<RhythmPage />, {
      at,
      answers: { DisputedSessions: { disputedSessions: [] }, Rhythm: rhythm() },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Ended (1)' }));
    await waitFor(() => expect(page.address()).toBe('/rhythm?state=ENDED'));
    await waitFor(() => expect(page.asked.at(-1)?.variables).toEqual({ states: ['ENDED'] }));
    expect(page.asked[0]?.variables).toEqual({
      states: ['SLIPPING', 'NEW', 'PAUSED', 'ON_RHYTHM'],
    });
  });

  it('withholds figures of units with too few pairings and says so', async () => {
    renderPage(<RhythmPage />, {
      at,
      answers: { DisputedSessions: { disputedSessions: [] }, Rhythm: rhythm() },
    });
    const table = await screen.findByRole('table', { name: 'Rhythm by unit' });
    expect(within(table).getByText('12 of 15')).toBeTruthy();
    expect(within(table).queryByText('Sales')).toBeNull();
    expect(screen.getByText(/1 of 2 units are withheld: fewer than 3 pairings/)).toBeTruthy();
  });

  it('opens the sessions of a pairing as HR sees them', async () => {
    const facts = {
      __typename: 'SessionFacts',
      sessionId: 's1',
      championName: 'Priya Nair',
      executiveName: 'Helen Ward',
      startsAt: '2026-10-27T09:30:00Z',
      durationMin: 30,
      met: true,
      isDisputed: false,
      topics: ['Forecasting'],
    };
    renderPage(<RhythmPage />, {
      at,
      answers: {
        DisputedSessions: { disputedSessions: [] },
        Rhythm: rhythm(),
        PairingFacts: { pairingFacts: [facts] },
      },
    });
    fireEvent.click(
      await screen.findByRole('button', { name: 'Sessions of Helen Ward with Priya Nair' }),
    );
    expect(await screen.findByText('Forecasting')).toBeTruthy();
  });

  it('offers no mail link to a person without an address', async () => {
    renderPage(<RhythmPage />, {
      at,
      answers: { DisputedSessions: { disputedSessions: [] }, Rhythm: rhythm() },
    });
    fireEvent.click(
      await screen.findByRole('button', { name: 'Offer help to Helen Ward with Priya Nair' }),
    );
    expect(await screen.findByRole('link', { name: 'Write to Helen Ward' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Write to Priya Nair' })).toBeNull();
    expect(screen.getAllByRole('button', { name: 'Copy the text' })).toHaveLength(2);
  });

  it('shows all pairings again when none is in the chosen state', async () => {
    const page = renderPage(<RhythmPage />, {
      at: '/rhythm?state=PAUSED',
      route: '/rhythm',
      answers: {
        Rhythm: ({ states }) =>
          rhythm((states as string[]).length === 1 ? { pairings: [] } : { pairings: [row()] }),
      },
    });
    const face = await emptyFace('No pairing is in this state');
    fireEvent.click(face.getByRole('button', { name: 'Show all pairings' }));
    expect(await screen.findByText('Slipped by 6 days.')).toBeTruthy();
    expect(page.address()).toBe('/rhythm');
  });

  it('teaches what stands here while there are no pairings', async () => {
    const counts = {
      __typename: 'RhythmCounts',
      slipping: 0,
      new: 0,
      paused: 0,
      onRhythm: 0,
      ended: 0,
    };
    renderPage(<RhythmPage />, {
      at,
      answers: {
        DisputedSessions: { disputedSessions: [] },
        Rhythm: rhythm({ counts, pairings: [], byUnit: [] }),
      },
    });
    expect(await screen.findByText('No pairings yet')).toBeTruthy();
  });

  it('keeps its heading while it loads and after a failure', async () => {
    const { unmount } = renderPage(<RhythmPage />, {
      at,
      answers: { DisputedSessions: { disputedSessions: [] }, Rhythm: 'never' },
    });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Rhythm');
    unmount();
    renderPage(<RhythmPage />, {
      at,
      answers: { DisputedSessions: { disputedSessions: [] }, Rhythm: { barrier: 'INTERNAL' } },
    });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});

describe('the words of rhythm', () => {
  it('say how many need a hand, in every number', () => {
    const counts = { slipping: 0, new: 1, paused: 1, onRhythm: 2 };
    expect(rhythmHeadline(counts)).toBe('None of 4 pairings needs a hand.');
    expect(rhythmHeadline({ ...counts, slipping: 2 })).toBe('2 of 6 pairings need a hand.');
    expect(rhythmHeadline({ slipping: 0, new: 0, paused: 0, onRhythm: 0 })).toBe(
      'There are no pairings yet.',
    );
  });

  it('say that there was no session yet instead of a date', () => {
    expect(stripWords({ fortnights: [], lastHeldOn: null })).toBe('no session yet');
  });

  it('put facts and no other words into the file', () => {
    expect(csvRow(row() as unknown as RhythmRow)).toEqual([
      'Helen Ward',
      'Priya Nair',
      'Slipping',
      'Slipped by 6 days.',
      3,
      6,
      6,
      '2026-10-27',
      null,
      'held; moved; skipped; not booked; no word; held',
    ]);
  });
});
