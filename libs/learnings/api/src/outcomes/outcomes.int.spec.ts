import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import { specVault, testDatabase, type TestDatabase } from '@flipside/testing';
import { aPair, aSessionOf, aViewer, NOW, type Pair } from '../pair.builder.js';
import { CorroborateOutcome } from './corroborate-outcome.js';
import { OutcomeReader } from './outcome.reader.js';
import type { RecordOutcomeInput, RestateOutcomeInput } from './outcome.type.js';
import { RecordOutcome } from './record-outcome.js';
import { RenewOutcome } from './renew-outcome.js';
import { RestateOutcome } from './restate-outcome.js';

let test: TestDatabase;
let reader: OutcomeReader;
let record: RecordOutcome;
let corroborate: CorroborateOutcome;
let restate: RestateOutcome;
let renew: RenewOutcome;
let pair: Pair;

beforeAll(async () => {
  test = await testDatabase();
  reader = new OutcomeReader(test.db, fixedClock(NOW), specVault);
  record = new RecordOutcome(test.db, fixedClock(NOW), specVault);
  corroborate = new CorroborateOutcome(test.db, fixedClock(NOW));
  restate = new RestateOutcome(test.db, fixedClock(NOW), specVault);
  renew = new RenewOutcome(test.db, fixedClock(NOW));
});
afterAll(() => test.close());
beforeEach(async () => {
  pair = await aPair(test.db);
});

const input = (change: Partial<RecordOutcomeInput> = {}): RecordOutcomeInput => ({
  id: newId(),
  pairingId: pair.pairingId,
  category: 'manual_effort',
  workflow: 'Monday report',
  source: '',
  indicator: '',
  isLowerBetter: true,
  minutesBefore: 60,
  minutesAfter: 20,
  checkingMinutes: 5,
  timesPerMonth: 52 / 12,
  people: 3,
  setupMinutes: 0,
  ...change,
});
const codeOf = async (change: Partial<RecordOutcomeInput>) => {
  const result = await record.run(pair.champion, input(change));
  return result.ok ? 'OK' : result.refusal.code;
};

describe('recording a change in work', () => {
  it('saves 60 → 25 minutes, weekly, 3 people as 7.58 hours a month, claimed, for 90 days from today', async () => {
    await record.run(pair.champion, input());
    const [outcome] = await reader.ofPairing(pair.executive, pair.pairingId);
    expect(outcome).toMatchObject({
      grade: 'claimed',
      workflow: 'Monday report',
      authorName: 'Priya Nair',
      validFrom: '2026-11-24',
      validTo: '2027-02-22',
      viewerCanCorroborate: true,
    });
    expect(outcome?.monthlyHours).toBeCloseTo(7.58, 2);
  });

  it('counts net hours from the first day up to today, set-up taken off', async () => {
    // November has 30 days: 24 of them at 7.58 hours a month, less 2 hours of set-up.
    const since = { validFrom: '2026-11-01', validTo: '2027-01-30', setupMinutes: 120 };
    await record.run(pair.champion, input(since));
    const [outcome] = await reader.ofPairing(pair.champion, pair.pairingId);
    expect(outcome?.netHoursSoFar).toBeCloseTo((7.5833 * 24) / 30 - 2, 3);
  });

  it('keeps a loss of time negative', async () => {
    await record.run(pair.champion, input({ minutesBefore: 20, minutesAfter: 25, people: 1 }));
    const [outcome] = await reader.ofPairing(pair.champion, pair.pairingId);
    expect(outcome?.monthlyHours).toBeCloseTo(-0.72, 2);
  });

  it('starts as measured when the source of the figures is named', async () => {
    await record.run(pair.champion, input({ source: 'Time sheets of October and November' }));
    expect(await reader.ofPairing(pair.champion, pair.pairingId)).toMatchObject([
      { grade: 'measured' },
    ]);
  });

  it('merges the same workflow told by the other person, in any spelling of case, cautiously', async () => {
    const first = input();
    await record.run(pair.champion, first);
    const second = input({ workflow: 'monday REPORT ', minutesAfter: 35, setupMinutes: 30 });
    expect(await record.run(pair.executive, second)).toEqual({ ok: true, value: first.id });
    const outcomes = await reader.ofPairing(pair.champion, pair.pairingId);
    expect(outcomes).toMatchObject([
      { grade: 'corroborated', minutesAfter: 35, setupMinutes: 30, authorName: 'Priya Nair' },
    ]);
    expect(outcomes[0]?.history.map(({ kind, actorName }) => `${kind} ${actorName}`)).toEqual([
      'recorded Priya Nair',
      'merged Helen Ward',
    ]);
    // Sent again, it changes nothing; for a later time it is an outcome of its own.
    await record.run(pair.executive, second);
    expect(await reader.ofPairing(pair.champion, pair.pairingId)).toEqual(outcomes);
    const later = input({ validFrom: '2027-02-22', validTo: '2027-05-22' });
    expect(await record.run(pair.executive, later)).toEqual({ ok: true, value: later.id });
  });

  it('refuses the same workflow told twice by the same person', async () => {
    await record.run(pair.champion, input());
    const again = await record.run(pair.champion, input());
    expect(!again.ok && again.refusal).toMatchObject({ code: 'SAME_WORKFLOW', field: 'workflow' });
  });

  it('refuses figures that are missing or cannot be, and a backward period', async () => {
    expect(await codeOf({ minutesAfter: null })).toBe('FIGURES_MISSING');
    expect(await codeOf({ people: 0 })).toBe('FIGURES_OUT_OF_RANGE');
    expect(await codeOf({ validFrom: '2026-11-24', validTo: '2026-11-24' })).toBe(
      'PERIOD_BACKWARDS',
    );
    expect(await codeOf({ workflow: '' })).toBe('EMPTY');
    expect(await codeOf({ workflow: 'x'.repeat(121) })).toBe('TOO_LONG');
  });

  it('saves once when the same request comes twice', async () => {
    const once = input();
    await record.run(pair.champion, once);
    expect(await record.run(pair.champion, once)).toEqual({ ok: true, value: once.id });
    expect(await reader.ofPairing(pair.champion, pair.pairingId)).toHaveLength(1);
  });

  it('is for the two people, and for sessions of this very pairing', async () => {
    const other = await aPair(test.db);
    const hr = await aViewer(test.db, 'Harriet Lead', 'HR_LEAD');
    const notFound = { code: 'NOT_FOUND' };
    await expect(record.run(other.champion, input())).rejects.toMatchObject(notFound);
    await expect(record.run(hr, input())).rejects.toMatchObject(notFound);
    await expect(reader.ofPairing(hr, pair.pairingId)).rejects.toMatchObject(notFound);
    const sessionId = await aSessionOf(test.db, other);
    await expect(record.run(pair.champion, input({ sessionId }))).rejects.toMatchObject(notFound);
  });
});

describe('confirming an outcome', () => {
  it('makes a claim corroborated by the second person, and again changes nothing', async () => {
    const claim = input();
    await record.run(pair.champion, claim);
    expect((await corroborate.run(pair.executive, claim.id)).ok).toBe(true);
    expect((await corroborate.run(pair.executive, claim.id)).ok).toBe(true);
    expect(await reader.one(pair.champion, claim.id)).toMatchObject({
      grade: 'corroborated',
      corroboratedByName: 'Helen Ward',
      viewerCanCorroborate: false,
    });
  });

  it('leaves measured as measured', async () => {
    const measured = input({ source: 'Ticket system' });
    await record.run(pair.champion, measured);
    await corroborate.run(pair.executive, measured.id);
    expect((await reader.one(pair.executive, measured.id)).grade).toBe('measured');
  });

  it('is not for the person who recorded it', async () => {
    const claim = input();
    await record.run(pair.champion, claim);
    const own = await corroborate.run(pair.champion, claim.id);
    expect(!own.ok && own.refusal.code).toBe('OWN_OUTCOME');
  });

  it('is not for outsiders', async () => {
    const claim = input();
    await record.run(pair.champion, claim);
    const other = await aPair(test.db);
    await expect(corroborate.run(other.executive, claim.id)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(corroborate.run(pair.executive, 'nonsense')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('saying the figures anew', () => {
  const figures = (change: Partial<RestateOutcomeInput>): RestateOutcomeInput => ({
    ...input(),
    version: 1,
    ...change,
  });

  it('keeps what was claimed beside what was measured', async () => {
    const claim = input();
    await record.run(pair.champion, claim);
    const measured = { id: claim.id, version: 1, source: 'Time sheets', minutesAfter: 40 };
    expect((await restate.run(pair.executive, figures(measured))).ok).toBe(true);
    const outcome = await reader.one(pair.champion, claim.id);
    expect(outcome).toMatchObject({ grade: 'measured', source: 'Time sheets' });
    expect(outcome.claimedHours).toBeCloseTo(7.58, 2);
    expect(outcome.monthlyHours).toBeCloseTo((15 * (52 / 12) * 3) / 60, 2);
  });

  it('is a claim again when somebody corrects without a source, and says so when it was changed meanwhile', async () => {
    const claim = input();
    await record.run(pair.champion, claim);
    await corroborate.run(pair.executive, claim.id);
    const correction = figures({ id: claim.id, version: 2, minutesAfter: 30 });
    expect((await restate.run(pair.champion, correction)).ok).toBe(true);
    expect(await reader.one(pair.champion, claim.id)).toMatchObject({
      grade: 'claimed',
      corroboratedByName: null,
    });
    const stale = await restate.run(pair.champion, correction);
    expect(!stale.ok && stale.refusal.code).toBe('CHANGED_MEANWHILE');
    const other = await aPair(test.db);
    await expect(restate.run(other.champion, correction)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('an outcome that still holds', () => {
  const since = { validFrom: '2026-09-01', validTo: '2026-11-30' };

  it('is renewed for 90 days, once however often the button is pressed', async () => {
    const old = input(since);
    await record.run(pair.champion, old);
    const press = { id: old.id, stillHolds: true, version: 1 };
    expect((await renew.run(pair.executive, press)).ok).toBe(true);
    expect((await renew.run(pair.executive, press)).ok).toBe(true);
    expect((await reader.one(pair.champion, old.id)).validTo).toBe('2027-02-28');
  });

  it('ends by itself, and cannot be renewed after that or long before', async () => {
    const ended = input({ validFrom: '2026-08-01', validTo: '2026-11-24' });
    await record.run(pair.champion, ended);
    const late = await renew.run(pair.champion, { id: ended.id, stillHolds: true, version: 1 });
    expect(!late.ok && late.refusal.code).toBe('OUTCOME_ENDED');
    expect(await reader.one(pair.champion, ended.id)).toMatchObject({
      holds: false,
      canRenew: false,
    });
    const fresh = input({ workflow: 'Another' });
    await record.run(pair.champion, fresh);
    const early = await renew.run(pair.champion, { id: fresh.id, stillHolds: true, version: 1 });
    expect(!early.ok && early.refusal.code).toBe('RENEW_TOO_EARLY');
  });

  it('ends on the day one of the two says that it no longer holds', async () => {
    const dropped = input(since);
    await record.run(pair.champion, dropped);
    const press = { id: dropped.id, stillHolds: false, version: 1 };
    await renew.run(pair.executive, press);
    await renew.run(pair.executive, press);
    const outcome = await reader.one(pair.champion, dropped.id);
    expect(outcome).toMatchObject({ validTo: '2026-11-24', endedOn: '2026-11-24', holds: false });
    expect(outcome.history.map(({ kind }) => kind)).toEqual(['recorded', 'ended']);
  });
});
