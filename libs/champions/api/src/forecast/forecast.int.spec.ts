/** What is known of the next year, from records: who stops, who starts, who is on the way, and the aims they serve. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { aLocation, aMove, anOrgUnit, aPerson, manyPeople } from '@flipside/people-api/builders';
import { countStatements, fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { aChampion, aNomination } from '../builders.js';
import { CoverageFacts } from '../coverage/coverage-facts.js';
import { CoverageReader } from '../coverage/coverage.reader.js';
import { StrategyReader } from '../strategy/strategy.reader.js';
import { ForecastReader } from './forecast.reader.js';

const clock = fixedClock(new Date('2026-03-10T12:00:00Z'));
let database: TestDatabase;
let reader: ForecastReader;
let unitId: string;
let otherId: string;

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  const facts = new CoverageFacts(db, clock);
  reader = new ForecastReader(db, facts, new CoverageReader(facts));
  unitId = (await anOrgUnit(db, { name: 'Sales' })).id;
  otherId = (await anOrgUnit(db, { name: 'Service' })).id;
  const tokyo = await aLocation(db, { name: 'Tokyo', country: 'JP' });
  await manyPeople(db, 60, { unitId });
  const person = (name: string, more: object = {}) => ({ name, unitId, locationId: null, ...more });
  await aChampion(db, { person: person('Stays'), problems: ['forecasting', 'Minutes'] });
  await aChampion(db, {
    person: person('Term ends'),
    until: '2026-04-20',
    problems: ['Forecasting', 'forecasting'],
  });
  await aChampion(db, { person: person('Leaves', { leaveOn: '2026-05-01' }) });
  await aChampion(db, { person: person('Begins'), since: '2026-04-01' });
  await aChampion(db, { person: person('Rests'), rests: { from: '2026-03-01', to: '2026-03-25' } });
  const mover = await aChampion(db, { person: person('Moves') });
  await aMove(db, mover.id, '2026-05-15', { unitId: otherId });
  const { id } = await aPerson(db, person('Jun Ito', { locationId: tokyo.id }));
  await aNomination(db, {
    nomineeId: id,
    stage: 'screened',
    since: new Date('2026-03-01T09:00:00Z'),
  });
  await db.rows(
    `insert into strategic_priority (id, kind, name, match, target) values (gen_random_uuid(), 'market', 'Japan', '{jp}', 2)`,
  );
});
afterAll(() => database.close());

describe('the forecast of a unit', () => {
  it('names who stops, starts, returns and moves, each on their day', async () => {
    const { walk } = await reader.forecast(unitId, {}, 90);
    const persons = Object.fromEntries(
      walk.steps.map(({ kind, persons: list }) => [
        kind,
        list.map(({ name, on }) => `${name} ${on ?? ''}`),
      ]),
    );
    expect(persons['terms']).toEqual(['Term ends 2026-04-20']);
    expect(persons['leavers']).toEqual(['Leaves 2026-05-02']);
    expect(persons['movers']).toEqual(['Moves 2026-05-15']);
    expect(persons['starts']).toEqual(['Rests 2026-03-25', 'Begins 2026-04-01']);
    expect(persons['pipeline']).toEqual(['Jun Ito ']);
  });

  it('shows both effects of a move: a gap behind, a champion where they go', async () => {
    const { walk } = await reader.forecast(otherId, {}, 90);
    expect(walk.steps.find(({ kind }) => kind === 'starts')?.persons).toMatchObject([
      { name: 'Moves', on: '2026-05-15' },
    ]);
  });

  it('cancels a move inside the company', async () => {
    const { walk } = await reader.forecast(null, {}, 90);
    expect(walk.steps.some(({ kind }) => kind === 'movers')).toBe(false);
  });

  it('asks the same few statements whatever is tried', async () => {
    const asked = await countStatements(() => reader.forecast(unitId, { lose: 1 }));
    expect(asked).toBeLessThanOrEqual(12);
    expect(await countStatements(() => reader.forecast(unitId, { add: 2 }))).toBe(asked);
  });

  it('gives a row of the gap list its likely gap and its months, in one reading for all rows', async () => {
    const rows = await reader.outlook([unitId, otherId, newId()], 90);
    expect(rows.map((row) => row.unitId)).toEqual([unitId, otherId]);
    const { report, units } = await reader.shortNext(90, 20);
    for (const { unit, gap } of units) {
      expect((await reader.outlook([unit.id], 90))[0]?.gapAhead).toBe(gap);
    }
    const sales = report.units.find(({ id }) => id === unitId);
    expect(rows[0]?.months.at(-1)).toMatchObject({
      on: report.asOf,
      champions: sales?.champions,
      required: sales?.required,
      gap: sales?.gap,
    });
    const asked = await countStatements(() => reader.outlook([unitId], 90));
    expect(await countStatements(() => reader.outlook([unitId, otherId], 90))).toBe(asked);
  });

  it('is nothing for a unit that does not exist', async () => {
    await expect(reader.forecast('00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('strategy', () => {
  it('counts champions for a priority, ranks who is on the way and adds up', async () => {
    const facts = new CoverageFacts(database.db, clock);
    const strategy = await new StrategyReader(
      database.db,
      new CoverageReader(facts),
      clock,
    ).strategy();
    expect(strategy.standings).toMatchObject([{ present: 0, gap: 2, candidates: 1 }]);
    expect(strategy.candidates[0]).toMatchObject({ name: 'Jun Ito', stage: 'screened' });
    expect(strategy.candidates[0]?.reasons).toContain('Japan has 0 of 2.');
    const useCases = strategy.composition.find(({ dimension }) => dimension === 'use_case');
    expect(useCases?.parts).toEqual([
      { value: 'forecasting', champions: 2, isWithheld: false },
      { value: 'Minutes', champions: 1, isWithheld: false },
    ]);
    const byUnit = strategy.composition.find(({ dimension }) => dimension === 'unit');
    expect(byUnit?.parts.reduce((sum, { champions }) => sum + champions, 0)).toBe(
      strategy.champions,
    );
  });
});
