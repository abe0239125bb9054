import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@flipside/kernel';
import { aLearning, anOutcome } from '@flipside/learnings-api/builders';
import { aPairing } from '@flipside/pairings-api/builders';
import { countStatements, testDatabase, type TestDatabase } from '@flipside/testing';
import { OutcomesSummaryReader } from './outcomes-summary.reader.js';
import { aRhythm, NOW } from './programme.builder.js';

let test: TestDatabase;
let reader: OutcomesSummaryReader;
const pairings: string[] = [];

const OCTOBER = '2026-10-05';
const NOVEMBER = '2026-11-10';
const at = (day: string) => new Date(`${day}T10:00:00Z`);

beforeAll(async () => {
  test = await testDatabase();
  reader = new OutcomesSummaryReader(test.db, fixedClock(NOW));
  for (let n = 0; n < 6; n++) pairings.push((await aPairing(test.db, { state: 'active' })).id);
});
afterAll(() => test.close());

const pairing = (n: number): string => pairings[n] ?? '';
const claim = (n: number, change: object = {}) =>
  anOutcome(test.db, { pairingId: pairing(n), validFrom: OCTOBER, ...change });

describe('outcomes for the programme', () => {
  it('are too early while fewer than five pairings recorded anything', async () => {
    await claim(0);
    await claim(0);
    await claim(1);
    await claim(2);
    expect(await reader.summary()).toMatchObject({
      isTooEarly: true,
      pairingsSoFar: 3,
      categories: [],
    });
  });

  it('show a category and grade from five pairings on and withhold the rest, adding nothing up', async () => {
    await claim(3);
    await claim(4);
    await claim(5, { grade: 'measured' });
    await claim(5, { category: 'new_workflow', grade: 'corroborated' });
    const summary = await reader.summary();
    expect(summary.isTooEarly).toBe(false);
    const effort = summary.categories.find(({ category }) => category === 'manual_effort');
    // Six claims of 7.58 hours each are 45.5 hours a month.
    expect(effort).toEqual({
      category: 'manual_effort',
      claimed: { isWithheld: false, outcomes: 6, hours: { low: 40, high: 50 } },
      corroborated: { isWithheld: false, outcomes: 0, hours: null },
      measured: { isWithheld: true, outcomes: null, hours: null },
    });
    const workflow = summary.categories.find(({ category }) => category === 'new_workflow');
    expect(workflow?.corroborated).toEqual({ isWithheld: true, outcomes: null, hours: null });
    expect(summary.categories).toHaveLength(5);
  });

  it('stop at the first of the month, so that a newcomer does not stand out', async () => {
    const before = await reader.summary();
    await claim(5, { validFrom: NOVEMBER });
    expect(await reader.summary()).toEqual(before);
    expect(before.asOf).toBe('2026-11-01');
  });

  it('leave out what no longer holds', async () => {
    const before = await reader.summary();
    await claim(0, { validFrom: '2026-06-01', validTo: '2026-08-30' });
    expect(await reader.summary()).toEqual(before);
  });

  it('count practices of at least five people and withhold stages that fewer reached', async () => {
    for (let n = 0; n < 5; n++) {
      await aLearning(test.db, {
        pairingId: pairing(n),
        createdAt: at(OCTOBER),
        stage: n < 2 ? 'kept' : 'tried',
      });
    }
    expect((await reader.summary()).practices).toEqual({ tried: 5, kept: null, passedOn: 0 });
    for (let n = 2; n < 5; n++) {
      await aLearning(test.db, { pairingId: pairing(n), createdAt: at(OCTOBER), stage: 'kept' });
    }
    expect((await reader.summary()).practices).toEqual({ tried: 8, kept: 5, passedOn: 0 });
  });

  it('put participation last: sessions held of those that were due', async () => {
    await aRhythm(test.db, { fortnights: ['held', 'not_held', 'skipped', 'held'] });
    expect((await reader.summary()).participation).toEqual({ held: 2, planned: 3 });
  });

  it('follow the small-group limit of the programme', async () => {
    await test.db.rows(`update programme set small_group_limit = 7`);
    expect(await reader.summary()).toMatchObject({
      isTooEarly: true,
      pairingsSoFar: 6,
      smallGroupLimit: 7,
    });
    await test.db.rows(`update programme set small_group_limit = 5`);
  });

  it('need four statements', async () => {
    expect(await countStatements(() => reader.summary())).toBe(4);
  });
});
