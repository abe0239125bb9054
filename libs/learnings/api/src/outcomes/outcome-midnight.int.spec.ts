import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, fixedClock, newId, type Day } from '@flipside/kernel';
import type { Viewer } from '@flipside/platform-api';
import { specVault, testDatabase, type TestDatabase } from '@flipside/testing';
import { aPair, type Pair } from '../pair.builder.js';
import { OutcomeReader } from './outcome.reader.js';
import type { RecordOutcomeInput } from './outcome.type.js';
import { RecordOutcome } from './record-outcome.js';
import { RenewOutcome } from './renew-outcome.js';

/* The day on which a change begins, holds, is renewed and ends is that of whoever says so, never the server's. */

let test: TestDatabase;
let pair: Pair;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  pair = await aPair(test.db);
});

const input = (): RecordOutcomeInput => ({
  id: newId(),
  pairingId: pair.pairingId,
  category: 'manual_effort',
  workflow: 'Monday report',
  source: '',
  indicator: '',
  isLowerBetter: true,
  minutesBefore: 60,
  minutesAfter: 30,
  checkingMinutes: 0,
  timesPerMonth: 4,
  people: 1,
  setupMinutes: 0,
});
const recordAt = async (viewer: Viewer, at: string): Promise<string> => {
  const result = await new RecordOutcome(test.db, fixedClock(at), specVault).run(viewer, input());
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
};
const readAt = (viewer: Viewer, id: string, at: string) =>
  new OutcomeReader(test.db, fixedClock(at), specVault).one(viewer, id);
const sayAt = async (viewer: Viewer, id: string, at: string, stillHolds: boolean) => {
  const press = { id, stillHolds, version: 1 };
  const result = await new RenewOutcome(test.db, fixedClock(at)).run(viewer, press);
  return result.ok ? 'OK' : result.refusal.code;
};

/** The last minute of 24 November, and the first of the 25th, there. */
const MIDNIGHTS: [zone: string, last: string, first: string][] = [
  ['Pacific/Kiritimati', '2026-11-24T09:59:59Z', '2026-11-24T10:00:00Z'],
  ['Asia/Kathmandu', '2026-11-24T18:14:59Z', '2026-11-24T18:15:00Z'],
  ['Europe/London', '2026-11-24T23:59:59Z', '2026-11-25T00:00:00Z'],
  ['America/St_Johns', '2026-11-25T03:29:59Z', '2026-11-25T03:30:00Z'],
  ['Pacific/Pago_Pago', '2026-11-25T10:59:59Z', '2026-11-25T11:00:00Z'],
];

describe.each(MIDNIGHTS)('midnight in %s', (zone, last, first) => {
  const there = (): Viewer => ({ ...pair.champion, timeZone: zone });

  it('divides the days on which a change begins, 90 of them each', async () => {
    for (const [at, from] of [
      [last, '2026-11-24'],
      [first, '2026-11-25'],
    ] as const) {
      pair = await aPair(test.db);
      expect(await readAt(there(), await recordAt(there(), at), at)).toMatchObject({
        validFrom: from,
        validTo: addDays(from, 90),
        holds: true,
      });
    }
  });

  it('ends it after its last day: it holds in the last minute and neither holds nor is renewed in the first', async () => {
    const id = await recordAt(there(), last);
    await test.db.rows(
      `update outcome set valid_from = '2026-08-27', valid_to = '2026-11-25' where id = $1`,
      [id],
    );
    const before = await readAt(there(), id, last);
    const after = await readAt(there(), id, first);
    expect([before.holds, after.holds]).toEqual([true, false]);
    // 90 days have brought their hours by then, and no further one does.
    expect(after.netHoursSoFar).toBeCloseTo(before.netHoursSoFar ?? 0, 10);
    expect(await sayAt(there(), id, first, true)).toBe('OUTCOME_ENDED');
    expect(await sayAt(there(), id, last, true)).toBe('OK');
    expect((await readAt(there(), id, first)).holds).toBe(true);
  });

  it('is where it stops when one of the two says that it no longer holds', async () => {
    for (const [at, endedOn] of [
      [last, '2026-11-24'],
      [first, '2026-11-25'],
    ] as [string, Day][]) {
      pair = await aPair(test.db);
      const id = await recordAt(there(), '2026-11-01T12:00:00Z');
      expect(await sayAt(there(), id, at, false)).toBe('OK');
      expect(await readAt(there(), id, at)).toMatchObject({ endedOn, validTo: endedOn });
    }
  });
});
