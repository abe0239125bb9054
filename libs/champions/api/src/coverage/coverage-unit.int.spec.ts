/** The story of one unit: its figures, and the people behind them. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anHrLead, anOrgUnit, aPerson, manyPeople } from '@flipside/people-api/builders';
import type { Viewer } from '@flipside/platform-api';
import { countStatements, fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { aChampion, manyChampions } from '../builders.js';
import { NominationReader } from '../nominations/nomination.reader.js';
import { CoverageFacts } from './coverage-facts.js';
import { CoverageUnitReader } from './coverage-unit.reader.js';
import { CoverageReader } from './coverage.reader.js';
import { SeatPlans } from './seat-plan.reader.js';
import { UnitChampionReader } from './unit-champions.js';

const clock = fixedClock(new Date('2026-03-10T12:00:00Z'));
let database: TestDatabase;
let reader: CoverageUnitReader;
let viewer: Viewer;
let unitId: string;
let teamId: string;

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  const coverage = new CoverageReader(new CoverageFacts(db, clock));
  reader = new CoverageUnitReader(
    coverage,
    new UnitChampionReader(db),
    new NominationReader(db, clock),
    new SeatPlans(db, coverage),
  );
  const lead = await anHrLead(db);
  viewer = {
    personId: lead.id,
    name: lead.name,
    email: null,
    roles: new Set(['HR_LEAD']),
    timeZone: 'Europe/London',
  };
  unitId = (await anOrgUnit(db, { name: 'Sales' })).id;
  teamId = (await anOrgUnit(db, { name: 'Sales North', parentId: unitId })).id;
  await manyPeople(db, 60, { unitId });
  const champion = (name: string, wish: Parameters<typeof aChampion>[1], more = {}) =>
    aChampion(db, { person: { name, unitId: teamId, locationId: null, ...more }, ...wish });
  await champion('Active', { skills: ['SQL'], agreedHours: 2 });
  await champion('Term ends', { until: '2026-05-01' });
  await champion('Leaves', {}, { leaveOn: '2026-04-30' });
  await champion('Rests', { rests: { from: '2026-03-01', to: '2026-04-01' } });
  await champion('On leave', {}, { status: 'leave' });
  await champion('Starts', { since: '2026-04-01' });
  await champion('Was one', { until: '2026-01-01' });
  await champion('Leaves before the start', { since: '2026-06-01' }, { leaveOn: '2026-05-01' });
  await aChampion(db, { person: { name: 'Elsewhere' } });
});
afterAll(() => database.close());

describe('the people behind a unit', () => {
  it('are those who count, rest or are about to start, each with the day that matters', async () => {
    const { champions } = await reader.unit(viewer, unitId);
    expect(
      champions.people.map(({ name, state, startsOn, restsUntil, endsOn }) => [
        name,
        state,
        startsOn ?? restsUntil ?? endsOn,
      ]),
    ).toEqual([
      ['Active', 'active', null],
      ['Leaves', 'active', '2026-05-01'],
      ['On leave', 'resting', null],
      ['Rests', 'resting', '2026-04-01'],
      ['Starts', 'approved', '2026-04-01'],
      ['Term ends', 'active', '2026-05-01'],
    ]);
    expect(champions).toMatchObject({ active: 3, resting: 2, approved: 1, leaving: 2 });
    // One of three agreed to half the usual four hours.
    expect(champions.byAgreedTime).toBe(2.5);
    expect(champions.people[0]).toMatchObject({ unitName: 'Sales North', skills: ['SQL'] });
  });

  it('add up to the champions of the figure, on a past day too', async () => {
    for (const asOf of [null, '2025-12-31', '2026-03-01']) {
      const { unit, champions } = await reader.unit(viewer, unitId, { asOf });
      expect([asOf, champions.active]).toEqual([asOf, unit.champions]);
      expect(champions.byAgreedTime === null).toBe(asOf !== null);
    }
    expect((await reader.unit(viewer, unitId, { asOf: '2025-12-31' })).champions.people).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'Was one', endsOn: '2026-01-01' })]),
    );
  });

  it('are counted whole though a page shows a hundred of them', async () => {
    const large = await anOrgUnit(database.db);
    await manyChampions(database.db, await manyPeople(database.db, 130, { unitId: large.id }));
    const { champions } = await reader.unit(viewer, large.id);
    expect([champions.active, champions.people.length]).toEqual([130, 100]);
  });

  it('take nine statements, however many there are', async () => {
    expect(await countStatements(() => reader.unit(viewer, unitId))).toBe(9);
    await aPerson(database.db, { unitId });
    expect(await countStatements(() => reader.unit(viewer, unitId))).toBe(9);
  });

  it('are nobody for a unit that does not stand in the tree of that day', async () => {
    await expect(reader.unit(viewer, viewer.personId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
