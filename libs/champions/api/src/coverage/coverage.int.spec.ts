import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  aCompany,
  aLocation,
  aMove,
  anOrgUnit,
  aPerson,
  manyPeople,
} from '@flipside/people-api/builders';
import { countStatements, fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { aChampion, manyChampions } from '../builders.js';
import { CoverageFacts } from './coverage-facts.js';
import { CoverageReader } from './coverage.reader.js';

const today = '2026-03-10';
const clock = fixedClock(new Date(`${today}T12:00:00Z`));
let database: TestDatabase;
let reader: CoverageReader;

beforeAll(async () => {
  database = await testDatabase();
  reader = new CoverageReader(new CoverageFacts(database.db, clock));
});
afterAll(() => database.close());

async function unitOn(id: string, asOf?: string) {
  const { units } = await reader.coverage({ asOf: asOf ?? null });
  return units.find((unit) => unit.id === id);
}

async function aUnitWith(people: number, champions = 0) {
  const unit = await anOrgUnit(database.db);
  const ids = await manyPeople(database.db, people, { unitId: unit.id });
  await manyChampions(database.db, ids.slice(0, champions));
  return { id: unit.id, people: ids };
}

describe('coverage from dated records', () => {
  it('rolls people and champions up the tree', async () => {
    const { units, people } = await aCompany(database.db, {
      name: 'Rolled',
      people: 1,
      children: [
        { name: 'Rolled A', people: 26 },
        { name: 'Rolled B', people: 24, children: [{ name: 'Rolled B1', people: 5 }] },
      ],
    });
    await manyChampions(database.db, [
      people['Rolled A']?.[0] ?? '',
      people['Rolled B1']?.[0] ?? '',
    ]);
    expect(await unitOn(units['Rolled'] ?? '')).toMatchObject({
      people: 56,
      champions: 2,
      required: 3,
      gap: 1,
      state: 'close',
      direct: { people: 1, champions: 0 },
    });
    expect(await unitOn(units['Rolled B1'] ?? '')).toMatchObject({
      state: 'pooled',
      sharedWith: units['Rolled B'],
    });
  });

  it('moves people and champions on the day of the move, not before', async () => {
    const [from, to] = [await aUnitWith(10, 1), await aUnitWith(10)];
    const mover = from.people[0] ?? '';
    await aMove(database.db, mover, '2026-02-01', { unitId: to.id });
    expect(await unitOn(from.id, '2026-01-31')).toMatchObject({ people: 10, champions: 1 });
    expect(await unitOn(to.id, '2026-01-31')).toMatchObject({ people: 10, champions: 0 });
    expect(await unitOn(from.id, '2026-02-01')).toMatchObject({
      people: 9,
      champions: 0,
      state: 'pooled',
    });
    expect(await unitOn(to.id, '2026-02-01')).toMatchObject({ people: 11, champions: 1 });
  });

  it('counts a leaver up to the last day, and a joiner from the first', async () => {
    const unit = await anOrgUnit(database.db);
    const wish = { unitId: unit.id, locationId: null };
    const leaver = await aPerson(database.db, { ...wish, leaveOn: '2026-02-27' });
    await aPerson(database.db, { ...wish, hireOn: '2026-03-02' });
    await aChampion(database.db, { personId: leaver.id });
    expect(await unitOn(unit.id, '2026-02-27')).toMatchObject({ people: 1, champions: 1 });
    expect(await unitOn(unit.id, '2026-02-28')).toMatchObject({ people: 0, champions: 0 });
    expect(await unitOn(unit.id, '2026-03-02')).toMatchObject({ people: 1, champions: 0 });
  });

  it('leaves out kinds of employment that are not counted, as people and as champions', async () => {
    const unit = await aUnitWith(10);
    const wish = { unitId: unit.id, locationId: null };
    const contractor = await aPerson(database.db, { ...wish, employmentType: 'contractor' });
    await aChampion(database.db, { personId: contractor.id });
    expect(await unitOn(unit.id)).toMatchObject({ people: 10, champions: 0 });
    await database.db.rows(`update programme set eligible_types = '{employee,contractor}'`);
    expect(await unitOn(unit.id)).toMatchObject({ people: 11, champions: 1 });
    await database.db.rows(`update programme set eligible_types = '{employee}'`);
  });

  it('leaves out people on leave unless the programme counts them, champions too', async () => {
    const unit = await aUnitWith(10);
    const away = await aPerson(database.db, { unitId: unit.id, locationId: null, status: 'leave' });
    await aChampion(database.db, { personId: away.id });
    expect(await unitOn(unit.id)).toMatchObject({ people: 10, champions: 0 });
    await database.db.rows('update programme set counts_leave = true');
    expect(await unitOn(unit.id)).toMatchObject({ people: 11, champions: 1 });
    await database.db.rows('update programme set counts_leave = false');
  });

  it('does not count a champion who rests, nor before the first day or after the last', async () => {
    const unit = await aUnitWith(10);
    await aChampion(database.db, {
      personId: unit.people[0] ?? '',
      since: '2026-01-01',
      until: '2026-06-01',
      rests: { from: '2026-02-01', to: '2026-03-01' },
    });
    const counted = async (day: string) => (await unitOn(unit.id, day))?.champions;
    const days = [
      '2025-12-31',
      '2026-01-01',
      '2026-01-31',
      '2026-02-01',
      '2026-02-28',
      '2026-03-01',
      '2026-05-31',
      '2026-06-01',
    ];
    expect(await Promise.all(days.map(counted))).toEqual([0, 1, 1, 0, 0, 1, 1, 0]);
  });

  it('shows the tree as it stood on that day, and loses nobody to a closed unit', async () => {
    const [old, fresh] = [await aUnitWith(12), await aUnitWith(12)];
    const team = await anOrgUnit(database.db, {
      parentId: old.id,
      validFrom: '2020-01-01',
      validTo: '2026-01-01',
    });
    await database.db.rows(
      'insert into org_unit_placement (org_unit_id, parent_id, valid_from) values ($1, $2, $3)',
      [team.id, fresh.id, '2026-01-01'],
    );
    await manyPeople(database.db, 3, { unitId: team.id });
    expect(await unitOn(old.id, '2025-12-31')).toMatchObject({ people: 15 });
    expect(await unitOn(fresh.id, '2026-01-01')).toMatchObject({ people: 15 });

    const closed = await anOrgUnit(database.db, { parentId: old.id, validTo: '2026-01-01' });
    await manyPeople(database.db, 2, { unitId: closed.id });
    expect(await unitOn(closed.id)).toMatchObject({ people: 2, parentId: null });
  });

  it('uses the target of a unit for the branch below it', async () => {
    const lab = await anOrgUnit(database.db, { targetRatio: 10 });
    const team = await anOrgUnit(database.db, { parentId: lab.id });
    await manyPeople(database.db, 21, { unitId: team.id });
    expect(await unitOn(team.id)).toMatchObject({
      targetRatio: 10,
      required: 3,
      ratioFrom: 'inherited',
    });
  });

  it('cuts the same people by location', async () => {
    const [lisbon, unit] = [
      await aLocation(database.db, { name: 'Lisbon' }),
      await anOrgUnit(database.db),
    ];
    const ids = await manyPeople(database.db, 30, { unitId: unit.id, locationId: lisbon.id });
    await manyChampions(database.db, ids.slice(0, 1));
    const { units, company } = await reader.coverage({ by: 'location' });
    expect(units.find(({ id }) => id === lisbon.id)).toMatchObject({
      people: 30,
      champions: 1,
      gap: 1,
      parentId: null,
    });
    const byUnit = await reader.coverage();
    expect([company.people, company.champions]).toEqual([
      byUnit.company.people,
      byUnit.company.champions,
    ]);
  });

  it('counts people without a unit in the company', async () => {
    const before = (await reader.coverage()).company.people;
    await aPerson(database.db, { unitId: null, locationId: null });
    expect((await reader.coverage()).company.people).toBe(before + 1);
  });

  it('counts only champions who name a skill when asked for one, whatever its capitals', async () => {
    const unit = await aUnitWith(30);
    const [one, two] = unit.people;
    await aChampion(database.db, { personId: one ?? '', skills: ['Spreadsheets', 'SQL'] });
    await aChampion(database.db, { personId: two ?? '', skills: ['Writing'] });
    const by = async (skill: string | null, asOf: string | null = null) => {
      const report = await reader.coverage({ skill, asOf });
      return report.units.find(({ id }) => id === unit.id);
    };
    expect(await by(null)).toMatchObject({ champions: 2, gap: 0 });
    expect(await by('spreadsheets')).toMatchObject({ champions: 1, gap: 1 });
    expect(await by('Knitting')).toMatchObject({ champions: 0, state: 'none' });
    // Skills have no past: a past day is counted with what profiles say today.
    expect(await by('sql', '2026-02-01')).toMatchObject({ champions: 1 });
    expect((await reader.coverage({ skill: 'sql', asOf: '2026-02-01' })).basis).toBe('records');
    const { rows } = await reader.matrix({ skill: 'knitting' });
    expect(rows.every(({ champions }) => champions === 0)).toBe(true);
  });

  it('takes five statements, however many units', async () => {
    expect(await countStatements(() => reader.coverage())).toBe(5);
    expect(await countStatements(() => reader.coverage({ by: 'location' }))).toBe(5);
  });

  it('says how old the staff list is', async () => {
    expect(await reader.coverage()).toMatchObject({
      lastImportAt: null,
      isStale: false,
      asOf: today,
    });
    await database.db.rows(`update programme set last_import_at = '2026-01-10T08:00:00Z'`);
    expect(await reader.coverage()).toMatchObject({ isStale: true });
  });

  it('refuses what is no day', async () => {
    await expect(reader.coverage({ asOf: '2026-02-30' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
  });

  it('gives the worst gaps first', async () => {
    const { units, report } = await reader.gaps(2);
    expect(units.map(({ id }) => id)).toEqual(report.gaps.unitIds.slice(0, 2));
    expect(units[0]?.gap).toBeGreaterThanOrEqual(units[1]?.gap ?? 0);
  });
});
