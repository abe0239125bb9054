import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { emptied, importing, type Importing } from './import-steps.js';

let database: TestDatabase;
let steps: Importing;
beforeAll(async () => {
  database = await testDatabase();
  steps = importing(database.db);
});
afterAll(() => database.close());
beforeEach(() => emptied(database.db));

const HEADER = 'ID,Name,Email,Title,Department,Location,Manager ID,Hire Date\n';
const line = (n: number, title = 'Analyst', unit = 'Sales'): string =>
  `${n},Person ${n},p${n}@x.test,${title},${unit},Berlin,${n === 1 ? '' : 1},2020-01-01\n`;
const company = (people: number): string =>
  HEADER + Array.from({ length: people }, (_, at) => line(at + 1)).join('');

const periods = (no: string) =>
  database.db.rows<{ valid_from: string; valid_to: string; unit: string }>(
    `select e.valid_from, e.valid_to, u.name as unit from employment e join person p on p.id = e.person_id left join org_unit u on u.id = e.org_unit_id
     where p.employee_no = $1 order by e.valid_from`,
    [no],
  );
const everything = async () => ({
  people: await database.db.rows<{ name: string }>(
    'select id, employee_no, email, name, title, leave_on from person order by id',
  ),
  employments: await database.db.rows('select * from employment order by person_id, valid_from'),
  units: await database.db.rows('select id, name from org_unit order by id'),
});

describe('changes over time', () => {
  it('ends the present period on the day of the roster and begins a new one', async () => {
    await steps.applied(company(12), { asOf: '2026-01-05' });
    const { difference } = await steps.applied(
      company(12).replace(line(3), line(3, 'Lead', 'Support')),
      { asOf: '2026-02-01' },
    );
    expect(difference).toMatchObject({
      unitMoves: 1,
      titleChanges: 1,
      changed: 1,
      unchanged: 11,
      newUnits: 1,
    });
    expect(await periods('3')).toEqual([
      { valid_from: '2020-01-01', valid_to: '2026-02-01', unit: 'Sales' },
      { valid_from: '2026-02-01', valid_to: 'infinity', unit: 'Support' },
    ]);
  });

  it('corrects in place when the same day is imported again', async () => {
    await steps.applied(company(12), { asOf: '2026-01-05' });
    await steps.applied(company(12).replace(line(3), line(3, 'Lead', 'Support')), {
      asOf: '2026-02-01',
    });
    await steps.applied(company(12).replace(line(3), line(3, 'Lead', 'Finance')), {
      asOf: '2026-02-01',
    });
    expect(await periods('3')).toEqual([
      { valid_from: '2020-01-01', valid_to: '2026-02-01', unit: 'Sales' },
      { valid_from: '2026-02-01', valid_to: 'infinity', unit: 'Finance' },
    ]);
  });

  it('ends people whom a full roster does not hold, and lets them come back', async () => {
    await steps.applied(company(12), { asOf: '2026-01-05' });
    const without = company(12).replace(line(12), '');
    const { difference } = await steps.applied(without, { asOf: '2026-02-01' });
    expect(difference).toMatchObject({ missing: 1, present: 12 });
    expect(await periods('12')).toEqual([
      { valid_from: '2020-01-01', valid_to: '2026-02-01', unit: 'Sales' },
    ]);
    expect(await database.db.rows(`select leave_on from person where employee_no = '12'`)).toEqual([
      { leave_on: '2026-01-31' },
    ]);
    const back = await steps.applied(company(12), { asOf: '2026-05-01' });
    expect(back.difference).toMatchObject({ rejoins: 1, joins: 0 });
    expect(await periods('12')).toEqual([
      { valid_from: '2020-01-01', valid_to: '2026-02-01', unit: 'Sales' },
      { valid_from: '2026-05-01', valid_to: 'infinity', unit: 'Sales' },
    ]);
    expect(await database.db.rows(`select leave_on from person where employee_no = '12'`)).toEqual([
      { leave_on: null },
    ]);
  });

  it('leaves everybody else alone when a file holds changes only', async () => {
    await steps.applied(company(12), { asOf: '2026-01-05' });
    const { difference } = await steps.applied(HEADER + line(3, 'Lead') + line(13), {
      asOf: '2026-02-01',
      options: { isFull: false },
    });
    expect(difference).toMatchObject({
      missing: 0,
      joins: 1,
      titleChanges: 1,
      managerChanges: 0,
      levelChanges: 0,
    });
    expect(
      await database.db.rows(`select count(*) as n from employment where valid_to = 'infinity'`),
    ).toEqual([{ n: 13 }]);
  });

  it('ends somebody on the last day that the file tells', async () => {
    const header = 'ID,Name,Hire Date,Termination Date,Status\n';
    await steps.applied(`${header}1,Ana,2020-01-01,,Active\n2,Bo,2020-01-01,,Active\n`, {
      asOf: '2026-01-05',
    });
    await steps.applied(`${header}1,Ana,2020-01-01,,Active\n2,Bo,2020-01-01,2026-03-31,Active\n`, {
      asOf: '2026-02-01',
    });
    const on = (day: string) =>
      database.db.rows(
        'select count(*) as n from employment where valid_from <= $1 and valid_to > $1',
        [day],
      );
    expect([await on('2026-03-31'), await on('2026-04-01')]).toEqual([[{ n: 2 }], [{ n: 1 }]]);
    const later = await steps.applied(
      `${header}1,Ana,2020-01-01,,Active\n2,Bo,2020-01-01,2026-03-31,Terminated\n`,
      { asOf: '2026-05-01' },
    );
    expect(later.difference).toMatchObject({ changed: 0, missing: 0 });
  });

  it('keeps values of columns that the next file does not have', async () => {
    await steps.applied(company(12), { asOf: '2026-01-05' });
    const { difference } = await steps.checked(
      `ID,Name\n${Array.from({ length: 12 }, (_, at) => `${at + 1},Person ${at + 1}\n`).join('')}`,
    );
    expect(difference).toMatchObject({ changed: 0, missing: 0, joins: 0 });
  });

  it('lets two people swap their addresses', async () => {
    await steps.applied(company(12), { asOf: '2026-01-05' });
    const swapped = company(12).replace('p3@', 'pX@').replace('p4@', 'p3@').replace('pX@', 'p4@');
    await steps.applied(swapped, { asOf: '2026-02-01' });
    expect(
      await database.db.rows(
        `select email from person where employee_no in ('3', '4') order by employee_no`,
      ),
    ).toEqual([{ email: 'p4@x.test' }, { email: 'p3@x.test' }]);
  });

  it('does not give one person’s address to another, unless the owner has left', async () => {
    await steps.applied(company(12), { asOf: '2026-01-05' });
    const taken = company(12) + '99,New One,p3@x.test,Analyst,Sales,Berlin,1,2026-01-01\n';
    const partly = await steps.checked(taken.replace(line(3), ''), { options: { isFull: false } });
    expect(partly.run.counts.problems).toMatchObject({ changedId: 1 });
    const clash = await steps.checked(
      `${HEADER}99,New One,p3@x.test,Analyst,Sales,Berlin,1,2026-01-01\n3,Person 3,p3@x.test,Analyst,Sales,Berlin,1,2020-01-01\n`,
      { options: { isFull: false } },
    );
    expect(clash.run.counts.problems).toMatchObject({ duplicateEmail: 2 });
    await steps.applied(company(12).replace(line(3), ''), { asOf: '2026-02-01' });
    const { difference } = await steps.applied(taken.replace(line(3), ''), { asOf: '2026-03-01' });
    expect(difference).toMatchObject({ joins: 1, rejoins: 0 });
    expect(await database.db.rows(`select name from person where email = 'p3@x.test'`)).toEqual([
      { name: 'New One' },
    ]);
  });
});

describe('decisions', () => {
  it('stops for confirmation when more than 10 % would leave', async () => {
    await steps.applied(company(20), { asOf: '2026-01-05' });
    const half = await steps.checked(company(17), { asOf: '2026-02-01' });
    const before = await everything();
    expect(await steps.written(half.run.id)).toMatchObject({
      ok: false,
      refusal: {
        code: 'CONFIRM_LEAVERS',
        message:
          '3 of 20 people would leave (15 %). Look at the list, then confirm that they left.',
      },
    });
    expect(await everything()).toEqual(before);
    expect(await steps.written(half.run.id, { confirmLeavers: true })).toMatchObject({
      ok: true,
      value: { missing: 3 },
    });
  });

  it('does not ask when 10 % or fewer would leave', async () => {
    await steps.applied(company(20), { asOf: '2026-01-05' });
    const { run } = await steps.checked(company(18), { asOf: '2026-02-01' });
    expect(await steps.written(run.id)).toMatchObject({ ok: true });
  });

  it('applies nothing when anything is wrong and all or nothing was asked for', async () => {
    const { run } = await steps.checked(`${company(5)}6,,x@x.test,,,,,\n`);
    expect(await steps.written(run.id, { onProblems: 'refuse' })).toMatchObject({
      ok: false,
      refusal: { code: 'HAS_PROBLEMS' },
    });
    expect((await everything()).people).toEqual([]);
    expect(await steps.written(run.id)).toMatchObject({ ok: true, value: { joins: 5 } });
  });

  it('lets a person live with one kind of problem', async () => {
    const { run } = await steps.checked(`${company(5)}6,,x@x.test,,,,,\n`);
    await steps.change.run(run.id, { ignored: ['missingName'] });
    expect(await steps.written(run.id, { onProblems: 'refuse' })).toMatchObject({ ok: true });
  });

  it('does not take somebody for gone whose row was left out', async () => {
    await steps.applied(company(12), { asOf: '2026-01-05' });
    const broken = company(12)
      .replace('2020-01-01\n4,', '2020-01-01\n4,')
      .replace(line(3), '3,,p3@x.test,Analyst,Sales,Berlin,1,2020-01-01\n');
    const { difference } = await steps.checked(broken, { asOf: '2026-02-01' });
    expect(difference).toMatchObject({ missing: 0, leftOutRows: 1 });
  });

  it('does not take somebody for gone whose ID was shortened or is not there, where only the name is left', async () => {
    const plain = (ids: readonly string[]): string =>
      `ID,Name,Department\n${ids.map((id, at) => `${id},Person ${at + 1},Sales\n`).join('')}`;
    const ids = Array.from({ length: 12 }, (_, at) => String(100_000 + at));
    await steps.applied(plain(ids), { asOf: '2026-01-05' });
    const damaged = plain([...ids.slice(0, 9), '1.00E+05', '', '1.00E+05']);
    const { run, difference } = await steps.checked(damaged, { asOf: '2026-02-01' });
    expect(difference).toMatchObject({ missing: 0, leftOutRows: 3 });
    expect(run.counts.problems).toMatchObject({ damagedId: 2, missingKey: 1 });
    const gone = await steps.checked(plain(ids.slice(0, 11)), { asOf: '2026-02-01' });
    expect(gone.difference).toMatchObject({ missing: 1, leftOutRows: 0 });
  });

  it('locks nobody out who looks after the programme and is not in the file', async () => {
    await steps.applied(company(12), { asOf: '2026-01-05' });
    await database.db.rows(
      `insert into role_grant (person_id, role) select id, 'HR_LEAD' from person where employee_no = '12'`,
    );
    const { run } = await steps.checked(company(12).replace(line(12), ''), { asOf: '2026-02-01' });
    expect(run.counts).toMatchObject({ difference: { missing: 0 }, problems: { keepsRole: 1 } });
    const told = await steps.checked(
      company(12)
        .replace(HEADER, HEADER.replace('Hire Date', 'Hire Date,Status'))
        .replace(/2020-01-01\n/g, '2020-01-01,Active\n')
        .replace(/(\n12,.*),Active/, '$1,Left'),
      { asOf: '2026-02-01' },
    );
    expect(told.difference).toMatchObject({ leaves: 1 });
  });

  it('applies an import once', async () => {
    const { run } = await steps.checked(company(3));
    await steps.written(run.id);
    expect(await steps.written(run.id)).toMatchObject({
      ok: false,
      refusal: { code: 'ALREADY_DECIDED' },
    });
    expect(await steps.cancel.run(run.id)).toMatchObject({
      ok: false,
      refusal: { code: 'ALREADY_DECIDED' },
    });
  });

  it.each([
    ['into an empty company', null],
    ['into a company that has people', company(4).replace('Person 2', 'Former name')],
  ])('leaves everything as it was when writing %s breaks at its last step', async (_, before) => {
    if (before) await steps.applied(before);
    const old = await everything();
    const { run } = await steps.checked(company(6));
    // What is remembered of the columns is written after every row.
    await database.db.rows(`
      create or replace function break_off() returns trigger language plpgsql as $$ begin raise exception 'broken off'; end $$;
      create trigger break_off before insert or update on import_mapping for each row execute function break_off()`);
    await expect(steps.written(run.id)).rejects.toThrow('broken off');
    await database.db.rows('drop trigger break_off on import_mapping');
    expect(await everything()).toEqual(old);
    expect(await steps.reader.find(run.id)).toMatchObject({
      state: 'ready',
      failure: 'Applying did not work, and nothing was changed. Try again.',
    });
    expect(await steps.written(run.id)).toMatchObject({ ok: true });
    expect((await everything()).people.map(({ name }) => name).sort()).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => `Person ${n}`),
    );
  });

  it('throws an import away with its rows', async () => {
    const { run } = await steps.checked(company(3));
    expect(await steps.cancel.run(run.id)).toMatchObject({
      ok: true,
      value: { state: 'cancelled' },
    });
    expect(await steps.written(run.id)).toMatchObject({ ok: false });
    const left = await database.db.rows<{ n: number }>(
      `select count(*) as n from pg_tables where schemaname = 'roster' and tablename like '%' || $1`,
      [run.id.replaceAll('-', '')],
    );
    expect(left).toEqual([{ n: 0 }]);
  });

  it('works out the difference again when somebody else was imported meanwhile', async () => {
    await steps.applied(company(20), { asOf: '2026-01-05' });
    const { run } = await steps.checked(company(19), { asOf: '2026-02-01' });
    await steps.applied(company(21), { asOf: '2026-01-06', options: { isFull: false } });
    expect(await steps.written(run.id)).toMatchObject({
      ok: false,
      refusal: { code: 'CHANGED_MEANWHILE' },
    });
  });

  it('refuses a day before the last roster', async () => {
    await steps.applied(company(3), { asOf: '2026-01-05' });
    const { run } = await steps.checked(company(3), { asOf: '2026-01-05' });
    expect(await steps.change.run(run.id, { asOf: '2025-12-31' })).toMatchObject({
      ok: false,
      refusal: { code: 'AS_OF_TOO_EARLY' },
    });
    expect(await steps.change.run(run.id, { asOf: 'soon' })).toMatchObject({
      ok: false,
      refusal: { code: 'DAY_UNKNOWN' },
    });
  });

  it('says so when the rows are gone after a crash of the database', async () => {
    const { run } = await steps.checked(company(3));
    await database.db.rows(`truncate roster.fact_${run.id.replaceAll('-', '')}`);
    expect(await steps.written(run.id)).toMatchObject({
      ok: false,
      refusal: { code: 'ROWS_GONE' },
    });
    expect((await everything()).people).toEqual([]);
  });

  it('refuses wrong corrections of the mapping', async () => {
    const { run } = await steps.checked(company(3));
    const change = (wish: Parameters<typeof steps.change.run>[1]) => steps.change.run(run.id, wish);
    expect(await change({ fields: [{ field: 'shoeSize', column: 1 }] })).toMatchObject({
      ok: false,
      refusal: { code: 'FIELD_UNKNOWN' },
    });
    expect(await change({ fields: [{ field: 'title', column: 99 }] })).toMatchObject({
      ok: false,
      refusal: { code: 'COLUMN_UNKNOWN' },
    });
    expect(await change({ fields: [{ field: 'country', column: 1 }] })).toMatchObject({
      ok: false,
      refusal: { code: 'COLUMN_TWICE' },
    });
    expect(await change({ zones: [{ code: 'berlin', timeZone: 'Moon/Base' }] })).toMatchObject({
      ok: false,
      refusal: { code: 'ZONE_UNKNOWN' },
    });
  });
});

describe('files that are no roster', () => {
  it.each([
    ['EMPTY_FILE', Buffer.alloc(0)],
    ['SPREADSHEET_OR_ARCHIVE', Buffer.from('PK\u0003\u0004xl/workbook.xml')],
    ['PDF', Buffer.from('%PDF-1.4')],
    ['WEB_PAGE', Buffer.from('<html><body>Sign in</body></html>')],
    ['BINARY', Buffer.from([1, 2, 3, 4, 5, 6, 7, 8])],
    ['NO_ROWS', Buffer.from('Employee ID,Name,Email\n')],
    ['ONE_COLUMN', Buffer.from('hello\nworld\n')],
    ['UNCLOSED_QUOTE', Buffer.from('Employee ID,Name,Email\n1,Ana,a@x.test\n2,"Bo,b@x.test\n')],
  ])('refuses with %s and leaves nothing behind', async (code, bytes) => {
    const started = await steps.taken(bytes);
    expect(started).toMatchObject({ ok: false, refusal: { code } });
    const [run] = await steps.reader.latest();
    expect(run).toMatchObject({
      state: 'failed',
      failure: started.ok ? '' : started.refusal.message,
    });
    expect(
      await database.db.rows(
        `select tablename from pg_tables where schemaname = 'roster' and tablename like '%' || $1`,
        [run?.id.replaceAll('-', '')],
      ),
    ).toEqual([]);
    expect((await everything()).people).toEqual([]);
  });

  it('stops reading a file beyond the limit', async () => {
    const big = Buffer.alloc(510_000, 'ID,Name,Email\n1,Ana,a@x.test\n');
    expect(await steps.taken(big, { limitBytes: 500_000 })).toMatchObject({
      ok: false,
      refusal: { code: 'TOO_LARGE' },
    });
  });
});

describe('the preview', () => {
  it('lists rows as they would be entered and each kind of change', async () => {
    await steps.applied(company(12), { asOf: '2026-01-05' });
    const next =
      company(12)
        .replace(line(3), line(3, 'Lead', 'Support'))
        .replace(line(12), '') + line(13);
    const { run } = await steps.checked(next, { asOf: '2026-02-01' });
    const preview = await steps.reader.preview(run);
    expect(preview).toHaveLength(12);
    expect(preview[2]).toEqual({
      rowNo: 4,
      employeeNo: '3',
      name: 'Person 3',
      email: 'p3@x.test',
      title: 'Lead',
      unit: 'Support',
      location: 'Berlin',
      manager: 'Person 1',
      level: 2,
      employmentType: 'employee',
      status: 'active',
      hireOn: '2020-01-01',
    });
    const listed = async (kind: Parameters<typeof steps.reader.changes>[1]) =>
      (await steps.reader.changes(run, kind, 50)).map(({ name, before, after }) => [
        name,
        before,
        after,
      ]);
    expect(await listed('join')).toEqual([['Person 13', null, 'Analyst, Sales']]);
    expect(await listed('missing')).toEqual([['Person 12', 'Sales', '2026-01-31']]);
    expect(await listed('unit')).toEqual([['Person 3', 'Sales', 'Support']]);
    expect(await listed('title')).toEqual([['Person 3', 'Analyst', 'Lead']]);
    expect(await listed('newUnit')).toEqual([['Support', null, null]]);
    for (const kind of [
      'rejoin',
      'former',
      'leave',
      'location',
      'manager',
      'level',
      'terms',
      'name',
      'detail',
      'newLocation',
    ] as const)
      expect(await listed(kind)).toEqual([]);
  });
});
