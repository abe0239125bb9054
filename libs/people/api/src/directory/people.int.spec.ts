import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { areInOneReportingLine } from '@flipside/people-domain';
import type { PageArgs, Role } from '@flipside/platform-api';
import { countStatements, fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { grantedRoleSql } from '../auth/role-sql.js';
import { RolesReader } from '../access/roles.reader.js';
import { aLocation, aMove, anOrgUnit, aPerson, manyPeople } from '../builders.js';
import { PersonLoader } from './person.loader.js';
import {
  canSearchByLevel,
  canSearchByRecord,
  canSearchByRole,
  canSearchLeavers,
  canSeeRecord,
} from './person.policy.js';
import { PersonReader, type PeopleSearch } from './person.reader.js';
import { ReportingLineReader } from './reporting-line.reader.js';

const clock = fixedClock('2026-11-23T09:00:00Z');
let t: TestDatabase;
let reader: PersonReader;

beforeAll(async () => {
  t = await testDatabase();
  reader = new PersonReader(t.db, new RolesReader(t.db, clock, [grantedRoleSql]), clock);
});
afterAll(() => t.close());

const page = (first = 50, after?: string | null): PageArgs => ({ first, ...(after && { after }) });
const names = async (search: PeopleSearch): Promise<string[]> =>
  (await reader.search(search, page())).edges.map(({ node }) => node.name);

describe('searching the directory', () => {
  it('finds parts of names in any order and any case, and takes % literally', async () => {
    const { id: unitId } = await anOrgUnit(t.db);
    for (const name of ['Amélie Okafor', 'Okan Amerson', 'Max 100% Power'])
      await aPerson(t.db, { name, unitId });
    expect(await names({ unitId, text: 'oka am' })).toEqual(['Amélie Okafor', 'Okan Amerson']);
    expect(await names({ unitId, text: '%' })).toEqual(['Max 100% Power']);
    expect(await names({ unitId, text: 'amélie' })).toEqual(['Amélie Okafor']);
  });

  it('finds a whole address or staff number only where records are searched', async () => {
    const { id: unitId } = await anOrgUnit(t.db);
    await aPerson(t.db, {
      name: 'Ines Duarte',
      email: 'ines@company.test',
      employeeNo: '00417',
      unitId,
    });
    expect(await names({ unitId, text: 'INES@company.test', isRecordSearched: true })).toEqual([
      'Ines Duarte',
    ]);
    expect(await names({ unitId, text: '00417', isRecordSearched: true })).toEqual(['Ines Duarte']);
    expect(await names({ unitId, text: '00417' })).toEqual([]);
  });

  it('narrows to a unit with everything below it, even when units form a ring', async () => {
    const top = await anOrgUnit(t.db, { name: 'Top' });
    const below = await anOrgUnit(t.db, { parentId: top.id });
    await t.db.rows('update org_unit_placement set parent_id = $1 where org_unit_id = $2', [
      below.id,
      top.id,
    ]);
    await aPerson(t.db, { name: 'Above', unitId: top.id });
    await aPerson(t.db, { name: 'Below', unitId: below.id });
    expect(await names({ unitId: below.id })).toEqual(['Above', 'Below']);
  });

  it('narrows to a location', async () => {
    const { id: locationId } = await aLocation(t.db, { name: 'Nairobi' });
    await aPerson(t.db, { name: 'Wanjiru', locationId });
    expect(await names({ locationId })).toEqual(['Wanjiru']);
  });

  it('shows who is employed today, and the others only when asked for', async () => {
    const { id: locationId } = await aLocation(t.db);
    const { id: unitId } = await anOrgUnit(t.db);
    await aPerson(t.db, { name: 'Works', locationId, unitId });
    await aPerson(t.db, { name: 'On leave', locationId, unitId, status: 'leave' });
    await aPerson(t.db, { name: 'Zz Left', locationId, unitId, leaveOn: '2026-11-22' });
    await aPerson(t.db, { name: 'Last day today', locationId, unitId, leaveOn: '2026-11-23' });
    expect(await names({ unitId })).toEqual(['Last day today', 'On leave', 'Works']);
    expect(await names({ unitId, status: 'ON_LEAVE' })).toEqual(['On leave']);
    expect(await names({ unitId, status: 'WORKING' })).toEqual(['Last day today', 'Works']);
    expect(await names({ text: 'Zz Left', status: 'LEFT' })).toEqual(['Zz Left']);
  });

  it('narrows to people without a level, of those employed today', async () => {
    const { id: unitId } = await anOrgUnit(t.db);
    await aPerson(t.db, { name: 'Level 3', unitId, level: 3 });
    await aPerson(t.db, { name: 'None', unitId, level: null });
    await aPerson(t.db, { name: 'Left', unitId, level: null, leaveOn: '2026-11-22' });
    const was = await aPerson(t.db, { name: 'Had none', unitId, level: null });
    await aMove(t.db, was.id, '2026-11-01', { unitId, level: 4 });
    expect(await names({ unitId, hasNoLevel: true })).toEqual(['None']);
    expect(await names({ unitId, hasNoLevel: false })).toEqual(['Had none', 'Level 3', 'None']);
  });

  it('narrows to people who hold a role', async () => {
    const { id: unitId } = await anOrgUnit(t.db);
    await aPerson(t.db, { name: 'Plain', unitId });
    await aPerson(t.db, { name: 'Keeper', unitId, roles: ['ADMINISTRATOR'] });
    expect(await names({ unitId, role: 'ADMINISTRATOR' })).toEqual(['Keeper']);
    expect(await names({ unitId, role: 'HR_LEAD' })).toEqual([]);
  });

  it('pages through namesakes without losing or repeating anybody', async () => {
    const { id: unitId } = await anOrgUnit(t.db);
    for (let n = 0; n < 7; n++)
      await aPerson(t.db, { name: n < 5 ? 'Same Name' : `Zoe ${n}`, unitId });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const found = await reader.search({ unitId }, page(2, after));
      expect(found.totalCount).toBe(7);
      seen.push(...found.edges.map(({ node }) => node.id));
      after = found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
  });

  it('sends three statements within a unit and two elsewhere, however many people it lists', async () => {
    const { id: unitId } = await anOrgUnit(t.db);
    await manyPeople(t.db, 120, { unitId });
    const statements = (search: PeopleSearch) =>
      countStatements(() => reader.search(search, page(100)));
    expect(await statements({ unitId, text: 'person' })).toBe(3);
    expect(await statements({ text: 'person' })).toBe(2);
  });

  it('uses the index of name parts on a large roster', async () => {
    await t.db.rows(
      `insert into person (id, name) select gen_random_uuid(), md5(n::text) || ' ' || md5((n * 7)::text) from generate_series(1, 50000) n`,
    );
    await t.db.rows('vacuum analyze person');
    const plan = await t.db.rows<{ 'QUERY PLAN': string }>(
      `explain select id from person p where p.name ilike '%c4ca42%'`,
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('ix_person_name_trgm');
  });
});

describe('finding a person while typing', () => {
  const found = async (text: string, isRecordSearched = false): Promise<string[]> =>
    (await reader.find({ text, isRecordSearched }, 8)).map(({ name }) => name);

  it('puts names that begin with it first, and takes short words as beginnings', async () => {
    for (const name of ['Quentin Orr', 'Abe Quist', 'Jacques Moreau', 'Ivy Oquendo-Quill'])
      await aPerson(t.db, { name });
    expect(await found('que')).toEqual(['Quentin Orr', 'Ivy Oquendo-Quill', 'Jacques Moreau']);
    expect(await found('qu')).toEqual(['Quentin Orr', 'Abe Quist', 'Ivy Oquendo-Quill']);
    expect(await found('quent o')).toEqual(['Quentin Orr']);
    expect(await found('quen%')).toEqual([]);
  });

  it('finds accents that nobody typed, here and in the list, and scripts without spaces', async () => {
    for (const name of ['Zoë Ångström', 'Łukasz Żółty', 'Trần Thị Hồng', '渡辺 明'])
      await aPerson(t.db, { name });
    expect(await found('angstrom zo')).toEqual(['Zoë Ångström']);
    expect(await found('ÅNGSTRÖM')).toEqual(['Zoë Ångström']);
    expect(await found('lukasz zol')).toEqual(['Łukasz Żółty']);
    expect(await found('thi hong')).toEqual(['Trần Thị Hồng']);
    expect(await found('渡')).toEqual(['渡辺 明']);
    expect(await names({ text: 'angstrom' })).toEqual(['Zoë Ångström']);
  });

  it('finds nobody by too little, nobody who left, and records only for those who may read them', async () => {
    await aPerson(t.db, { name: 'Xavier Gone', leaveOn: '2026-11-20' });
    await aPerson(t.db, { name: 'Xavier Here', email: 'x@found.test', employeeNo: 'F-77' });
    expect(await found('x')).toEqual([]);
    expect(await found(' ')).toEqual([]);
    expect(await found('xavier')).toEqual(['Xavier Here']);
    expect(await found('X@found.test')).toEqual([]);
    expect(await found('X@found.test', true)).toEqual(['Xavier Here']);
    expect(await found('F-77', true)).toEqual(['Xavier Here']);
  });

  it('asks the indexes of a large roster, whatever is typed', async () => {
    await t.db.rows(
      `insert into person (id, name) select gen_random_uuid(),
         initcap(translate(left(md5(n::text), 6), '0123456789', 'aeiouaeiou')) || case when n % 10 = 0 then ' Ö' else ' ' end
         || translate(left(md5((n * 7)::text), 8), '0123456789', 'nrstlmkpdg')
       from generate_series(1, 60000) n`,
    );
    await t.db.rows('vacuum analyze person');
    const asked: [string, unknown[]][] = [];
    const listening = Object.create(t.db, {
      rows: {
        value: (sql: string, params: unknown[]) => {
          asked.push([sql, params]);
          return t.db.rows(sql, params);
        },
      },
    }) as typeof t.db;
    const heard = new PersonReader(listening, new RolesReader(t.db, clock, []), clock);
    for (const text of ['ab', 'ace', 'ace o', 'ostlm', 'x@found.test'])
      await heard.find({ text, isRecordSearched: true }, 8);
    expect(asked).toHaveLength(5);
    for (const [sql, params] of asked) {
      const plan = (await t.db.rows<{ 'QUERY PLAN': string }>(`explain ${sql}`, params))
        .map((line) => line['QUERY PLAN'])
        .join('\n');
      expect(plan).toContain('ix_person_name_trgm');
      expect(plan).toContain('ix_person_name_folded');
      expect(plan).not.toContain('Seq Scan on person');
    }
  });
});

describe('a person’s record', () => {
  it('tells where they stood in every period, latest first', async () => {
    const [before, after] = [await anOrgUnit(t.db), await anOrgUnit(t.db)];
    const manager = await aPerson(t.db);
    const person = await aPerson(t.db, { unitId: before.id, hireOn: '2024-03-01' });
    await aMove(t.db, person.id, '2026-01-01', { unitId: after.id, managerId: manager.id });
    const history = await reader.history(person.id);
    expect(history).toMatchObject([
      { validFrom: '2026-01-01', validTo: null, unitId: after.id, managerId: manager.id },
      { validFrom: '2024-03-01', validTo: '2026-01-01', unitId: before.id, managerId: null },
    ]);
  });

  it('counts reports of today and gives the zone that holds', async () => {
    const { id: locationId } = await aLocation(t.db, { timeZone: 'Asia/Tokyo' });
    const manager = await aPerson(t.db, { locationId });
    await aPerson(t.db, { managerId: manager.id });
    await aPerson(t.db, { managerId: manager.id, leaveOn: '2026-01-31' });
    const record = (await reader.records([manager.id])).get(manager.id);
    expect(record).toMatchObject({ reports: 1, timeZone: 'Asia/Tokyo', status: 'WORKING' });
  });

  it('is read by HR leads and by the person themselves, by nobody else', () => {
    const viewer = (personId: string, ...roles: Role[]) => ({
      personId,
      roles: new Set<Role>(roles),
    });
    expect(canSeeRecord(viewer('a', 'HR_LEAD'), 'b')).toBe(true);
    expect(canSeeRecord(viewer('b', 'EMPLOYEE'), 'b')).toBe(true);
    expect(
      canSeeRecord(viewer('a', 'ADMINISTRATOR', 'EXECUTIVE', 'CHAMPION', 'DELEGATE'), 'b'),
    ).toBe(false);
  });

  it('is searched by HR leads only, roles by administrators too', () => {
    const holding = (...roles: Role[]) => ({ personId: 'a', roles: new Set<Role>(roles) });
    const answers = (who: ReturnType<typeof holding>) => [
      canSearchByRole(who),
      canSearchLeavers(who),
      canSearchByRecord(who),
      canSearchByLevel(who),
    ];
    expect(answers(holding('HR_LEAD'))).toEqual([true, true, true, true]);
    expect(answers(holding('ADMINISTRATOR'))).toEqual([true, false, false, false]);
    expect(answers(holding('EMPLOYEE', 'CHAMPION', 'EXECUTIVE'))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('looking people up', () => {
  it('answers many ids in one statement and null for a stranger', async () => {
    const loader = new PersonLoader(t.db, clock);
    const [a, b] = [await aPerson(t.db), await aPerson(t.db)];
    const stranger = '00000000-0000-7000-8000-000000000000';
    let found: unknown[] = [];
    expect(
      await countStatements(async () => (found = await loader.byId([b.id, stranger, a.id]))),
    ).toBe(1);
    expect(found).toMatchObject([{ id: b.id }, null, { id: a.id }]);
  });

  it('gives the managers needed to compare any two people, through rings too', async () => {
    const lines = new ReportingLineReader(t.db);
    const chief = await aPerson(t.db);
    const head = await aPerson(t.db, { managerId: chief.id });
    const [one, two] = [
      await aPerson(t.db, { managerId: head.id }),
      await aPerson(t.db, { managerId: head.id }),
    ];
    await aMove(t.db, chief.id, '2026-06-01', { managerId: one.id });
    const before = await lines.managerOf([one.id, two.id, chief.id], '2026-05-31');
    expect(areInOneReportingLine(before, one.id, chief.id)).toBe(true);
    expect(areInOneReportingLine(before, one.id, two.id)).toBe(false);
    const ring = await lines.managerOf([one.id, two.id], '2026-06-01');
    expect(areInOneReportingLine(ring, two.id, one.id)).toBe(true);
  });
});
