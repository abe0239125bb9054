/** Level bands within a unit and at a site: the same formulas, other cuts of the same people (traps 9 to 11). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { aLocation, anOrgUnit, manyPeople } from '@flipside/people-api/builders';
import { countStatements, fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { manyChampions } from '../builders.js';
import { CloseCoverageDay } from './close-coverage-day.js';
import { CoverageFacts } from './coverage-facts.js';
import { CoverageReader } from './coverage.reader.js';

const clock = fixedClock(new Date('2026-03-10T12:00:00Z'));
let database: TestDatabase;
let reader: CoverageReader;
let closing: CloseCoverageDay;
let service: string;
let pune: string;

const bands = async (asked: Parameters<CoverageReader['levels']>[0]) => {
  const { basis, levels } = await reader.levels(asked);
  return [
    basis,
    ...levels.map(({ level, people, champions, gap, state }) => [
      level,
      people,
      champions,
      gap,
      state,
    ]),
  ];
};
const SERVICE = [
  'shown',
  [2, 4, 0, 0, 'pooled'],
  [4, 30, 0, 2, 'none'],
  [5, 60, 3, 0, 'covered'],
  [null, 12, 0, 1, 'none'],
];

/* Service meets its target as a whole, with every champion at level 5; its night desk holds all of level 4. */
beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  const facts = new CoverageFacts(db, clock);
  [reader, closing] = [new CoverageReader(facts), new CloseCoverageDay(db, facts)];
  service = (await anOrgUnit(db, { name: 'Service' })).id;
  const nightDesk = (await anOrgUnit(db, { name: 'Night desk', parentId: service })).id;
  const legal = (await anOrgUnit(db, { name: 'Legal' })).id;
  pune = (await aLocation(db, { name: 'Pune' })).id;
  const people = async (count: number, unitId: string, level: number | null, at?: string) => {
    const ids = await manyPeople(db, count, { unitId });
    await db.rows('update employment set level = $2, location_id = $3 where person_id = any ($1)', [
      ids,
      level,
      at ?? null,
    ]);
    return ids;
  };
  await people(4, service, 2);
  await people(30, nightDesk, 4, pune);
  await manyChampions(db, (await people(60, service, 5)).slice(0, 3));
  await people(12, nightDesk, null);
  await people(25, legal, 4, pune);
  await closing.handle();
});
afterAll(() => database.close());

describe('levels within a unit', () => {
  it('take in everybody below it, pool what is small, and add up to the unit', async () => {
    expect(await bands({ unitId: service })).toEqual(SERVICE);
    const { units } = await reader.coverage();
    const unit = units.find(({ id }) => id === service);
    const { levels, placeName } = await reader.levels({ unitId: service });
    const sum = (of: 'people' | 'champions') => levels.reduce((all, row) => all + row[of], 0);
    expect([placeName, sum('people'), sum('champions')]).toEqual([
      'Service',
      unit?.people,
      unit?.champions,
    ]);
  });

  it('show a level without anybody in a unit that meets its target', async () => {
    await database.db.rows('update org_unit set target_ratio = 36 where id = $1', [service]);
    const { units } = await reader.coverage();
    expect(units.find(({ id }) => id === service)?.state).toBe('covered');
    expect(await bands({ unitId: service })).toContainEqual([4, 30, 0, 1, 'none']);
    await database.db.rows('update org_unit set target_ratio = null where id = $1', [service]);
  });

  it('ask the database no more the more levels there are', async () => {
    expect(await countStatements(() => reader.levels({ unitId: service }))).toBe(
      await countStatements(() => reader.levels()),
    );
  });
});

describe('levels at a site', () => {
  it('take in people of every unit there', async () => {
    expect(await bands({ locationId: pune })).toEqual(['shown', [4, 55, 0, 3, 'none']]);
  });

  it('are nowhere for an unknown place, and of a unit or a site, not both', async () => {
    await expect(reader.levels({ locationId: newId() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(reader.levels({ unitId: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(reader.levels({ unitId: service, locationId: pune })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
  });
});

describe('levels on a day that is over', () => {
  it('stay as they were shown when records are corrected later', async () => {
    clock.set('2026-03-12T12:00:00Z');
    await closing.handle();
    await database.db.rows('update employment set level = 9 where level = 4');
    const past = { asOf: '2026-03-11' };
    expect(await bands({ ...past, unitId: service })).toEqual(SERVICE);
    expect(await bands({ ...past, locationId: pune })).toEqual(['shown', [4, 55, 0, 3, 'none']]);
    expect(await bands({ ...past, locationId: pune, basis: 'records' })).toEqual([
      'records',
      [9, 55, 0, 3, 'none'],
    ]);
  });

  it('say that they are from records where the day was kept before levels were', async () => {
    await database.db.rows(
      `update coverage_snapshot set places = places - 'bands' where on_day = '2026-03-11'`,
    );
    // What was read of a day is kept: another server asks anew.
    reader = new CoverageReader(new CoverageFacts(database.db, clock));
    expect(await bands({ asOf: '2026-03-11', locationId: pune })).toEqual([
      'records',
      [9, 55, 0, 3, 'none'],
    ]);
    expect((await reader.levels({ asOf: '2026-03-11' })).basis).toBe('shown');
  });
});
