import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import type { Day } from '@flipside/kernel';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { emptied, importing, type Importing } from './import-steps.js';

const data = path.join(import.meta.dirname, 'data');
const sample = (name: string): Buffer => fs.readFileSync(path.join(data, name));
const AS_OF = '2026-01-05';

interface Expected {
  active_including_leave: number;
  terminated: [email: string, day: Day][];
  on_leave: string[];
  no_manager: string[];
  active_headcount_by_department: Record<string, number>;
  active_headcount_by_city: Record<string, number>;
  manager_of_by_email: Record<string, string | null>;
}
const expected = JSON.parse(sample('expected.json').toString('utf8')) as Expected;

let database: TestDatabase;
let steps: Importing;
beforeAll(async () => {
  database = await testDatabase();
  steps = importing(database.db);
});
afterAll(() => database.close());
beforeEach(() => emptied(database.db));

/** Everybody employed on a day, with what the exports tell. */
async function roster(on = AS_OF) {
  return database.db.rows<{
    email: string | null;
    employeeNo: string | null;
    name: string;
    unit: string | null;
    location: string;
    boss: string | null;
    level: number | null;
    status: string;
  }>(
    `select p.email, p.employee_no as "employeeNo", p.name, u.name as unit, l.name as location, b.email as boss, e.level, e.status
     from employment e join person p on p.id = e.person_id
     left join org_unit u on u.id = e.org_unit_id left join location l on l.id = e.location_id left join person b on b.id = e.manager_id
     where e.valid_from <= $1 and e.valid_to > $1`,
    [on],
  );
}

const countBy = <T>(items: readonly T[], key: (item: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
};

describe('importing the AdventureWorks people', () => {
  it.each<[file: string, datedLeavers: number, problems: Record<string, number>]>([
    // A town without its state or country may be in any zone: HR chooses.
    ['workday-worker-report.csv', 5, {}],
    ['bamboohr-report.csv', 0, { zoneUnknown: 21 }],
    ['personio-export-de.csv', 5, { zoneUnknown: 21 }],
  ])('%s gives exactly the expected company', async (file, datedLeavers, problems) => {
    const { difference, run } = await steps.applied(sample(file), { asOf: AS_OF, fileName: file });
    expect(difference).toMatchObject({
      joins: expected.active_including_leave,
      formers: datedLeavers,
      skippedFormers: 5 - datedLeavers,
    });
    expect(run.counts.problems).toEqual(problems);
    const people = await roster();
    expect(people).toHaveLength(expected.active_including_leave);
    expect(countBy(people, (person) => person.unit ?? '')).toEqual(
      expected.active_headcount_by_department,
    );
    expect(countBy(people, (person) => person.location.split(',')[0] ?? '')).toEqual(
      expected.active_headcount_by_city,
    );
    const leavers = new Set(expected.terminated.map(([email]) => email));
    for (const { email, boss } of people)
      expect([email, boss]).toEqual([email, expected.manager_of_by_email[email ?? '']]);
    expect(people.some(({ email }) => leavers.has(email ?? ''))).toBe(false);
    expect(people.filter(({ boss }) => boss === null).map(({ email }) => email)).toEqual(
      expected.no_manager,
    );
    expect(people.filter(({ level }) => level === 1).map(({ email }) => email)).toEqual(
      expected.no_manager,
    );
    if (file !== 'bamboohr-report.csv') {
      const away = people.filter(({ status }) => status === 'leave').map(({ email }) => email);
      expect(away.sort()).toEqual(expected.on_leave);
      const left = await database.db.rows<{ email: string; leave_on: Day }>(
        'select email, leave_on from person where leave_on is not null order by email',
      );
      expect(left.map(({ email, leave_on }) => [email, leave_on])).toEqual(expected.terminated);
    }
  });

  it('keeps leading zeros of Workday IDs and the accents of Windows-1252', async () => {
    await steps.applied(sample('workday-worker-report.csv'), { asOf: AS_OF });
    expect(
      (await roster()).find(({ email }) => email === 'ken0@adventure-works.com'),
    ).toMatchObject({ employeeNo: '000001', name: 'Ken Sánchez' });
    await emptied(database.db);
    const { run } = await steps.applied(sample('personio-export-de.csv'), { asOf: AS_OF });
    expect(run.format).toMatchObject({ encoding: 'windows-1252', delimiter: ';' });
    expect(
      (await roster()).find(({ email }) => email === 'ken0@adventure-works.com'),
    ).toMatchObject({ name: 'Ken Sánchez' });
  });

  it('lays the departments below their groups', async () => {
    await steps.applied(sample('personio-export-de.csv'), { asOf: AS_OF });
    const units = await database.db.rows<{ name: string; parent: string | null }>(
      `select u.name, p.name as parent from org_unit u join org_unit_placement o on o.org_unit_id = u.id left join org_unit p on p.id = o.parent_id`,
    );
    expect(units).toHaveLength(22);
    expect(units).toContainEqual({ name: 'Tool Design', parent: 'Research and Development' });
    expect(units).toContainEqual({
      name: 'Research and Development',
      parent: 'Research and Development',
    });
    expect(units.filter(({ parent }) => parent === null)).toHaveLength(6);
  });

  it('recognises the same people in the export of another system by their e-mail', async () => {
    await steps.applied(sample('workday-worker-report.csv'), { asOf: AS_OF });
    const { difference, run } = await steps.checked(sample('bamboohr-report.csv'), { asOf: AS_OF });
    expect(difference).toMatchObject({ joins: 0, missing: 0, leaves: 0, detailChanges: 285 });
    expect(run.counts.problems).toMatchObject({ changedId: 290 });
  });

  it.each([
    'workday-worker-report.csv',
    'bamboohr-report.csv',
    'personio-export-de.csv',
    'adventureworks-oltp-290.csv',
    'adventureworks-dimemployee-296.psv',
    'oracle-hr-emp-details.csv',
    'northwind-employees-9.csv',
  ])('%s changes nothing the second time, on the same day and later', async (file) => {
    await steps.applied(sample(file), { asOf: AS_OF });
    const before = await database.db.rows(
      'select * from employment order by person_id, valid_from',
    );
    for (const asOf of [AS_OF, '2026-03-01']) {
      const { difference } = await steps.applied(sample(file), { asOf });
      expect(difference).toMatchObject({
        joins: 0,
        rejoins: 0,
        leaves: 0,
        missing: 0,
        changed: 0,
        newUnits: 0,
        newLocations: 0,
        formers: 0,
      });
    }
    expect(
      await database.db.rows('select * from employment order by person_id, valid_from'),
    ).toEqual(before);
  });
});

describe('importing sample databases', () => {
  it('AdventureWorks OLTP gives the same managers and departments', async () => {
    await steps.applied(sample('adventureworks-oltp-290.csv'), { asOf: AS_OF });
    const people = await roster();
    expect(people).toHaveLength(290);
    for (const { email, boss } of people)
      expect([email, boss]).toEqual([email, expected.manager_of_by_email[email ?? '']]);
  });

  it('joins the two rows that a history gives six people', async () => {
    const { difference, run } = await steps.applied(sample('adventureworks-dimemployee-296.psv'), {
      asOf: AS_OF,
    });
    expect(difference).toMatchObject({ joins: 290 });
    expect(run.counts.problems).toMatchObject({ severalRows: 6 });
    const people = await roster();
    expect(people).toHaveLength(290);
    expect(people.filter(({ boss }) => boss === null)).toHaveLength(1);
  });

  it('Oracle HR comes without e-mails, because its column holds none', async () => {
    const { difference, run } = await steps.applied(sample('oracle-hr-emp-details.csv'), {
      asOf: AS_OF,
    });
    expect(difference).toMatchObject({ joins: 107, newUnits: 11, newLocations: 7 });
    expect(run.counts.problems).toEqual({});
    const levels = await database.db.rows<{ level: number; people: number }>(
      'select level, count(*) as people from employment group by level order by level',
    );
    expect(levels).toEqual([
      { level: 1, people: 1 },
      { level: 2, people: 14 },
      { level: 3, people: 82 },
      { level: 4, people: 10 },
    ]);
    const unplaced = await database.db.rows<{ name: string }>(
      'select p.name from employment e join person p on p.id = e.person_id where e.org_unit_id is null',
    );
    expect(unplaced).toEqual([{ name: 'Kimberely Grant' }]);
  });

  it('reads quotes and line ends inside Northwind notes', async () => {
    const { difference } = await steps.applied(sample('northwind-employees-9.csv'), {
      asOf: AS_OF,
    });
    expect(difference).toMatchObject({ joins: 9 });
  });

  const surroundings = (): Promise<unknown[]> =>
    database.db.rows(
      `select 'constraint' as kind, conrelid::regclass::text || ' ' || conname as name, pg_get_constraintdef(oid) as rule from pg_constraint
       where conrelid in ('person'::regclass, 'employment'::regclass) or confrelid in ('person'::regclass, 'employment'::regclass)
       union all select 'index', indexname, indexdef from pg_indexes where schemaname = 'public' and tablename in ('person', 'employment')
       union all select 'trigger', tgname, pg_get_triggerdef(oid) from pg_trigger
         where tgrelid in ('person'::regclass, 'employment'::regclass) and not tgisinternal
       union all select 'column', table_name || ' ' || column_name, concat_ws(' ', ordinal_position, data_type, column_default, is_nullable)
         from information_schema.columns where table_schema = 'public' and table_name in ('person', 'employment')
       order by 1, 2, 3`,
    );

  it('imports 10,000 people and leaves out those who left without a date', async () => {
    const before = await surroundings();
    const { difference } = await steps.applied(
      zlib.gunzipSync(sample('testdb-10k-current.csv.gz')),
      { asOf: AS_OF },
    );
    expect(difference).toMatchObject({ joins: 8064, skippedFormers: 1936, newUnits: 9 });
    // The tables were replaced by those that were filled: everything that stood around them is there again.
    expect(await surroundings()).toEqual(before);
    const { difference: again } = await steps.applied(
      zlib.gunzipSync(sample('testdb-10k-current.csv.gz')),
      { asOf: AS_OF },
    );
    expect(again).toMatchObject({ joins: 0, changed: 0, missing: 0 });
  });
});
