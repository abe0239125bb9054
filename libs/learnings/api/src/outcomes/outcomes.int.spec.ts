import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import { specVault, testDatabase, type TestDatabase } from '@flipside/testing';
import { aPair, aSessionOf, aViewer, NOW, type Pair } from '../pair.builder.js';
import { CorroborateOutcome } from './corroborate-outcome.js';
import { OutcomeReader } from './outcome.reader.js';
import type { RecordOutcomeInput } from './outcome.type.js';
import { RecordOutcome } from './record-outcome.js';

let test: TestDatabase;
let reader: OutcomeReader;
let record: RecordOutcome;
let corroborate: CorroborateOutcome;
let pair: Pair;

beforeAll(async () => {
  test = await testDatabase();
  reader = new OutcomeReader(test.db, fixedClock(NOW), specVault);
  record = new RecordOutcome(test.db, fixedClock(NOW), specVault);
  corroborate = new CorroborateOutcome(test.db);
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
  minutesBefore: 60,
  minutesAfter: 25,
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
    await record.run(pair.champion, input({ minutesBefore: 20, minutesAfter: 30, people: 1 }));
    const [outcome] = await reader.ofPairing(pair.champion, pair.pairingId);
    expect(outcome?.monthlyHours).toBeCloseTo(-0.72, 2);
  });

  it('starts as measured when the source of the figures is named', async () => {
    await record.run(pair.champion, input({ source: 'Time sheets of October and November' }));
    expect(await reader.ofPairing(pair.champion, pair.pairingId)).toMatchObject([
      { grade: 'measured' },
    ]);
  });

  it('refuses the same workflow by the other person for the same time, in any spelling of case', async () => {
    await record.run(pair.champion, input());
    const again = await record.run(pair.executive, input({ workflow: 'monday REPORT ' }));
    expect(!again.ok && again.refusal).toMatchObject({ code: 'SAME_WORKFLOW', field: 'workflow' });
    const later = input({ validFrom: '2027-02-22', validTo: '2027-05-22' });
    expect((await record.run(pair.executive, later)).ok).toBe(true);
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
