import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@flipside/kernel';
import { aLearning, anOutcome } from '@flipside/learnings-api/builders';
import { aPairing } from '@flipside/pairings-api/builders';
import { aSession } from '@flipside/sessions-api/builders';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { CloseMonths } from './close-months.job.js';
import { FiguresReader } from './figures.reader.js';

/* A month of the programme begins and ends at midnight in the programme's zone, and is closed when three more days are over there. */

let test: TestDatabase;
let pairings: { id: string }[];
beforeEach(async () => {
  test = await testDatabase();
  pairings = [];
  for (let n = 0; n < 6; n++) pairings.push(await aPairing(test.db, { state: 'active' }));
});
afterEach(() => test.close());

const closeAt = (at: string) => new CloseMonths(test.db, fixedClock(at)).handle();
const figure = async (key: string, at: string) => {
  const { figures } = await new FiguresReader(test.db, fixedClock(at)).report();
  const found = figures.find((each) => each.key === key);
  if (!found) throw new Error(`No figure ${key}`);
  return found;
};

/** The last minute of November and the first of December there; then the same around the fourth of December. */
const MONTHS: [zone: string, november: string, december: string, open: string, closed: string][] = [
  [
    'Pacific/Auckland',
    '2026-11-30T10:59:00Z',
    '2026-11-30T11:00:00Z',
    '2026-12-03T10:59:59Z',
    '2026-12-03T11:00:00Z',
  ],
  [
    'Europe/Berlin',
    '2026-11-30T22:59:00Z',
    '2026-11-30T23:00:00Z',
    '2026-12-03T22:59:59Z',
    '2026-12-03T23:00:00Z',
  ],
  [
    'America/Los_Angeles',
    '2026-12-01T07:59:00Z',
    '2026-12-01T08:00:00Z',
    '2026-12-04T07:59:59Z',
    '2026-12-04T08:00:00Z',
  ],
];

describe.each(MONTHS)('midnight of a month in %s', (zone, november, december, open, closed) => {
  it('divides what was learned and what took place, and three days later closes the month', async () => {
    await test.db.rows(`update programme set default_time_zone = $1`, [zone]);
    // Five in the last minute of November, the sixth in the first of December.
    for (const [n, { id: pairingId }] of pairings.entries()) {
      const at = n < 5 ? november : december;
      await aLearning(test.db, { pairingId, createdAt: new Date(at) });
      await aSession(test.db, { pairingId, startsAt: at, status: 'held' });
      // Held in November; the sixth from December on.
      await anOutcome(test.db, { pairingId, validFrom: n < 5 ? '2026-11-30' : '2026-12-01' });
    }
    const KEYS = ['practices', 'participation', 'outcome:manual_effort:claimed'];
    await closeAt(open);
    expect(await test.db.rows(`select from outcome_month`)).toEqual([]);
    for (const key of KEYS) expect((await figure(key, open)).isWithheld).toBe(true);
    await closeAt(closed);
    await closeAt(closed);
    expect(await test.db.rows(`select month from outcome_month`)).toEqual([
      { month: '2026-11-01' },
    ]);
    for (const key of KEYS)
      expect([key, await figure(key, closed)]).toMatchObject([
        key,
        { isWithheld: false, n: 5, from: '2026-11-01', dataOn: '2026-11-30' },
      ]);
    // The ledger has a line for each of the five, and none for a change that begins in December.
    expect(
      await test.db.rows(
        `select for_month as month, count(*)::int as lines from outcome_posting group by 1`,
      ),
    ).toEqual([{ month: '2026-11-01', lines: 5 }]);
  });
});
