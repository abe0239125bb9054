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

const people = () =>
  database.db.rows<{
    name: string;
    no: string | null;
    email: string | null;
    title: string;
    unit: string | null;
    boss: string | null;
    level: number | null;
    type: string;
    status: string;
  }>(
    `select p.name, p.employee_no as no, p.email, p.title, u.name as unit, b.name as boss, e.level, e.employment_type as type, e.status
     from person p left join employment e on e.person_id = p.id and e.valid_to = 'infinity'
     left join org_unit u on u.id = e.org_unit_id left join person b on b.id = e.manager_id order by p.name`,
  );

const problemsOf = async (content: string) => {
  const { run } = await steps.checked(content);
  const groups = await steps.reader.problems(run);
  return Object.fromEntries(groups.map(({ kind, rows }) => [kind, rows.map(({ rowNo }) => rowNo)]));
};

describe('forms of a file', () => {
  const content =
    'Employee ID;Name;E-mail;Department;Manager ID;Hire Date\r\n1;Zoë Müller;zoe@x.test;Geschäftsführung;;03.02.2020\r\n2;Jürgen Groß;juergen@x.test;Vertrieb;1;04.05.2021\r\n';
  const wanted = [
    { name: 'Jürgen Groß', unit: 'Vertrieb', boss: 'Zoë Müller', level: 2 },
    { name: 'Zoë Müller', unit: 'Geschäftsführung', boss: null, level: 1 },
  ];

  it.each([
    ['UTF-8', Buffer.from(content)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${content}`)],
    [
      'UTF-16LE with a mark and tabs',
      Buffer.from(`\ufeff${content.replaceAll(';', '\t')}`, 'utf16le'),
    ],
    ['UTF-16BE with a mark', Buffer.from(`\ufeff${content}`, 'utf16le').swap16()],
    ['UTF-16LE without a mark', Buffer.from(content, 'utf16le')],
    ['Windows-1252', Buffer.from(content, 'latin1')],
    ['bars', Buffer.from(content.replaceAll(';', '|'))],
    [
      'commas and lone carriage returns',
      Buffer.from(content.replaceAll(';', ',').replaceAll('\r\n', '\r')),
    ],
    ['sep= in front', Buffer.from(`sep=;\r\n${content}`)],
  ])('%s gives the same people, whole and in pieces of 3 bytes', async (_, bytes) => {
    for (const pieces of [65_536, 3]) {
      await emptied(database.db);
      await steps.applied(bytes, { pieces });
      expect(await people()).toMatchObject(wanted);
    }
  });

  it('reads a file again as Windows-1252 when a later line is no UTF-8', async () => {
    const lines = Array.from(
      { length: 9000 },
      (_, at) => `${at},Person Number${at},p${at}@x.test,Sales department of the company\n`,
    ).join('');
    const bytes = Buffer.concat([
      Buffer.from(`ID,Name,Email,Department\n${lines}`),
      Buffer.from('9999,Jürgen,j@x.test,Sales\n', 'latin1'),
    ]);
    const { run, difference } = await steps.checked(bytes);
    expect([run.format.encoding, difference.joins]).toEqual(['windows-1252', 9001]);
    const [last] = await database.db.rows<{ name: string }>(
      `select name from roster.row_${run.id.replaceAll('-', '')} where employee_no = '9999'`,
    );
    expect(last).toEqual({ name: 'Jürgen' });
  });

  it('passes over titles, repeated headers, blank lines, totals and remarks', async () => {
    const { run, difference } = await steps.checked(
      'All staff\nRun on,2026-01-05\n\nEmployee ID,Name,Email,Department\n1,Ana,ana@x.test,HR\n\nEmployee ID,Name,Email,Department\n2,Bo,bo@x.test,HR\nTotal,,,2\nPage 1 of 1\nReport generated on 5 January\n',
    );
    expect(difference.joins).toBe(2);
    expect(run.counts).toMatchObject({
      rows: 2,
      passedOver: 5,
      problems: {},
    });
  });

  it('lets one date late in the file decide how all are read', async () => {
    const early = Array.from(
      { length: 12_000 },
      (_, at) =>
        `${at},Person Number ${at} With Name,Sales department of company,0${1 + (at % 9)}/0${1 + (at % 8)}/2020\n`,
    ).join('');
    const { run } = await steps.checked(
      `ID,Name,Department,Hire Date\n${early}99999,Last,Sales,31/12/2020\n`,
    );
    expect(run.format).toMatchObject({ dateOrder: 'DMY', isDateOrderSure: true });
    const american = await steps.checked(
      `ID,Name,Department,Hire Date\n${early}99999,Last,Sales,12/31/2020\n`,
    );
    expect(american.run.format).toMatchObject({ dateOrder: 'MDY' });
    const [row] = await database.db.rows(
      `select hire_on from roster.row_${american.run.id.replaceAll('-', '')} where employee_no = '1'`,
    );
    expect(row).toEqual({ hire_on: '2020-02-02' });
  });

  it('asks how 03/04/2024 is read when nothing decides, and remembers the answer', async () => {
    const file = 'ID,Name,Hire Date\n1,Ana,03/04/2024\n2,Bo,01/02/2023\n';
    const started = await steps.taken(file);
    expect(started).toMatchObject({
      ok: true,
      value: { state: 'mapping', counts: { needs: ['dateOrder'] } },
    });
    const id = started.ok ? started.value.id : '';
    const changed = await steps.change.run(id, { dateOrder: 'MDY' });
    expect(changed).toMatchObject({ ok: true, value: { state: 'ready' } });
    await steps.written(id);
    expect(await database.db.rows('select hire_on from person order by name')).toEqual([
      { hire_on: '2024-03-04' },
      { hire_on: '2023-01-02' },
    ]);
    const again = await steps.checked(file);
    expect(again.difference).toMatchObject({ changed: 0, joins: 0 });
  });

  it('asks for the columns it cannot guess, and remembers them for these headings', async () => {
    const file = 'Alpha,Beta,Gamma\nx1,Ana Ruiz,Sales\nx2,Bo Li,Sales\n';
    const started = await steps.taken(file);
    expect(started).toMatchObject({
      ok: true,
      value: { state: 'mapping', counts: { needs: ['name', 'key'] } },
    });
    const id = started.ok ? started.value.id : '';
    const changed = await steps.change.run(id, {
      fields: [
        { field: 'employeeNo', column: 0 },
        { field: 'fullName', column: 1 },
        { field: 'unit1', column: 2 },
      ],
    });
    expect(changed).toMatchObject({
      ok: true,
      value: { state: 'ready', counts: { difference: { joins: 2, newUnits: 1 } } },
    });
    await steps.written(id);
    const again = await steps.checked(file.replace('Bo Li', 'Bo Lin'));
    expect(again.difference).toMatchObject({ nameChanges: 1, joins: 0 });
  });
});

describe('traps of the exports', () => {
  it('SuccessFactors: two header lines, NO_MANAGER, a manager by user ID, a zone of its own', async () => {
    await steps.applied(
      'STATUS,USERID,FIRSTNAME,LASTNAME,MANAGER,HR,EMAIL,DEPARTMENT,LOCATION,HIREDATE,TIMEZONE\n' +
        'Status,User ID,First Name,Last Name,Manager,HR,Email,Department,Location,Hire Date,Time Zone\n' +
        'active,100,Ana,Ruiz,NO_MANAGER,NO_HR,ana@x.test,Board,Madrid,01/02/2020,Europe/Madrid\n' +
        'active,101,Bo,Li,100,NO_HR,bo@x.test,Sales,Office 7,02/13/2021,Asia/Shanghai\n' +
        'inactive,102,Cy,Old,100,NO_HR,cy@x.test,Sales,Office 7,02/13/2021,Asia/Shanghai\n',
    );
    expect(await people()).toMatchObject([
      { name: 'Ana Ruiz', boss: null, level: 1 },
      { name: 'Bo Li', boss: 'Ana Ruiz', level: 2 },
    ]);
    expect(await database.db.rows('select name, time_zone from location order by name')).toEqual([
      { name: 'Madrid', time_zone: 'Europe/Madrid' },
      { name: 'Office 7', time_zone: 'Asia/Shanghai' },
    ]);
  });

  it('ADP: one person with two positions, codes in front of departments, L stays and T is gone', async () => {
    const { run } = await steps.applied(
      'Payroll Name,Associate ID,Position ID,Home Department,Position Status,Reports To Associate ID,Hire Date,Worker Type\n' +
        '"Stone, Ann M",A1,P1,100 - Admin,Active,,01/15/2019,F\n' +
        '"Stone, Ann M",A1,P2,200 - Sales,Active,,01/15/2019,P\n' +
        '"Reed, Tom",A2,P3,200 - Sales,L,A1,02/15/2019,T\n' +
        '"Wood, Kim",A3,P4,200 - Sales,T,A1,02/15/2019,T\n',
    );
    expect(run.counts.problems).toEqual({ severalRows: 1 });
    expect(await people()).toMatchObject([
      { name: 'Ann M Stone', no: 'A1', unit: 'Admin' },
      { name: 'Tom Reed', status: 'leave', type: 'temporary', boss: 'Ann M Stone' },
    ]);
    expect(await database.db.rows('select code from org_unit order by code')).toEqual([
      { code: '100' },
      { code: '200' },
    ]);
  });

  it('BambooHR: a manager name that fits two people is a problem, unless only one of them is still here', async () => {
    const header = 'Employee #,Name,Department,Reporting to,Status\n';
    const clash = `${header}1,Ana Boss,A,,Active\n2,Sam Lee,A,Ana Boss,Active\n3,Sam Lee,A,Ana Boss,Active\n4,Kim,A,Sam Lee,Active\n`;
    expect(await problemsOf(clash)).toMatchObject({ managerAmbiguous: [5] });
    const clear = clash.replace('3,Sam Lee,A,Ana Boss,Active', '3,Sam Lee,A,Ana Boss,Inactive');
    expect(await problemsOf(clear)).toEqual({});
  });

  it('a rehired person keeps no stale end date, an old row of the same person stands back', async () => {
    await steps.applied(
      'ID,Name,Email,Hire Date,Termination Date,Status\n1,Ana,ana@x.test,2022-05-01,2020-03-31,Active\n2,Bo,bo@x.test,2015-01-01,2018-06-30,Terminated\n3,Bo,bo@x.test,2021-01-01,,Active\n',
    );
    expect(
      await database.db.rows(
        'select name, employee_no, hire_on, leave_on from person order by name',
      ),
    ).toEqual([
      { name: 'Ana', employee_no: '1', hire_on: '2022-05-01', leave_on: null },
      { name: 'Bo', employee_no: '3', hire_on: '2021-01-01', leave_on: null },
    ]);
  });

  it('keeps formula cells as text and flags them, and unwraps ="007"', async () => {
    const { run } = await steps.applied(
      'ID,Name,Email,Title\n="007",Ana,ana@x.test,=cmd|calc\n8,@Bo,bo@x.test,Buyer\n',
    );
    expect(run.counts.problems).toMatchObject({ formulaCell: 2 });
    expect(await people()).toMatchObject([
      { name: '@Bo', title: 'Buyer' },
      { name: 'Ana', no: '007', title: '=cmd|calc' },
    ]);
  });
});

describe('rows that contradict each other', () => {
  it('leaves out two people with one ID, and says both rows', async () => {
    const file = 'ID,Name,Email\n1,Ana,ana@x.test\n2,Bo,bo@x.test\n1,Cy,cy@x.test\n';
    expect(await problemsOf(file)).toMatchObject({ duplicateId: [2, 4] });
    await steps.applied(file);
    expect((await people()).map(({ name }) => name)).toEqual(['Bo']);
  });

  it('drops an e-mail that two people share in different case, from both', async () => {
    const file = 'ID,Name,Email\n1,Ana,Shared@x.test\n2,Bo,shared@X.test\n';
    expect(await problemsOf(file)).toMatchObject({ duplicateEmail: [2, 3] });
    await steps.applied(file);
    expect((await people()).map(({ email }) => email)).toEqual([null, null]);
  });

  it('cuts circles of managers and says who is on them, not who is below', async () => {
    const file =
      'ID,Name,Manager ID\n1,Head,\n2,Ann,4\n3,Ben,2\n4,Cal,3\n5,Dot,4\n6,Eve,6\n7,Fay,1\n';
    expect(await problemsOf(file)).toMatchObject({ managerCycle: [3, 4, 5], ownManager: [7] });
    await steps.applied(file);
    const found = Object.fromEntries(
      (await people()).map(({ name, boss, level }) => [name, [boss, level]]),
    );
    expect(found).toEqual({
      Head: [null, 1],
      Ann: [null, null],
      Ben: [null, null],
      Cal: [null, null],
      Dot: ['Cal', null],
      Eve: [null, 1],
      Fay: ['Head', 2],
    });
  });

  it('imports people whose manager is unknown, without a level, and lists them', async () => {
    const file = 'ID,Name,Manager ID\n1,Head,\n2,Ann,99\n3,Ben,2\n4,Cy,1\n';
    expect(await problemsOf(file)).toMatchObject({ managerNotFound: [3] });
    await steps.applied(file);
    const found = Object.fromEntries(
      (await people()).map(({ name, boss, level }) => [name, [boss, level]]),
    );
    expect(found).toEqual({
      Head: [null, 1],
      Ann: [null, null],
      Ben: ['Ann', null],
      Cy: ['Head', 2],
    });
  });

  it('names every other problem with its row', async () => {
    expect(
      await problemsOf(
        'ID,Name,Email,Title,Department,Hire Date,Termination Date,Status,Worker Type,FTE,Location,Time Zone\n' +
          ',,,,,,,,,,,\n' +
          ',Nobody,,x,A,2020-01-01,,Active,Employee,1,Paris,\n' +
          '2,,b@x.test,x,A,2020-01-01,,Active,Employee,1,Paris,\n' +
          '3,Ana,not-an-address,x,A,2020-02-31,,Active,Employee,1,Paris,\n' +
          '4,Bo,bo@x.test,x,A,2020-01-01,yesterday,Active,Employee,1,Paris,\n' +
          '5,Cy,cy@x.test,x,A,2020-01-01,2019-01-01,Left,Employee,1,Paris,\n' +
          '1.2E+11,Di,di@x.test,x,A,2020-01-01,,Active,Employee,1,Paris,\n' +
          '7,Ed,ed@x.test,x,A,2020-01-01,,Weird,Strange,lots,Nowhere Land,Mars/Base\n' +
          '8,Flo,flo@x.test,x,A,2020-01-01,,Active,Employee,1,Paris,,extra\n' +
          '9,Gus,gus@x.test,x,A,2020-01-01,,Active,Employee,1,Paris,\n',
      ),
    ).toEqual({
      missingKey: [3],
      missingName: [4],
      badEmail: [5],
      badHireDate: [5],
      badLeaveDate: [6],
      leavesBeforeJoining: [7],
      damagedId: [8],
      tooManyCells: [10],
      unknownStatus: [9],
      unknownType: [9],
      badFte: [9],
      badTimeZone: [9],
      zoneUnknown: [9],
      noEmail: [5],
    });
  });
});

describe('the organisation', () => {
  it('follows from parent units, whatever the order, and units without people are there too', async () => {
    await steps.applied(
      'ID,Name,Department,Parent Department\n1,Ana,Night shift,Logistics\n2,Bo,Logistics,Operations\n3,Cy,Operations,\n4,Di,Lab,Research\n',
    );
    const units = await database.db.rows<{ name: string; parent: string | null }>(
      `select u.name, p.name as parent from org_unit u join org_unit_placement o on o.org_unit_id = u.id left join org_unit p on p.id = o.parent_id order by u.name`,
    );
    expect(units).toEqual([
      { name: 'Lab', parent: 'Research' },
      { name: 'Logistics', parent: 'Operations' },
      { name: 'Night shift', parent: 'Logistics' },
      { name: 'Operations', parent: null },
      { name: 'Research', parent: null },
    ]);
  });

  it('follows from a path, and puts units that lie inside themselves at the top', async () => {
    await steps.applied('ID,Name,Org Path\n1,Ana,Ops > Logistics > Night\n2,Bo,Ops\n');
    expect(await people()).toMatchObject([{ unit: 'Night' }, { unit: 'Ops' }]);
    await emptied(database.db);
    const { run } = await steps.applied(
      'ID,Name,Department,Parent Department\n1,Ana,A,B\n2,Bo,B,A\n',
    );
    expect(run.counts.problems).toMatchObject({ unitCycle: 1 });
  });

  it('follows from the manager chain when there is no unit column', async () => {
    const file =
      'ID,Name,Manager ID\n1,Head,\n2,Vera,1\n3,Walt,1\n4,Tia,2\n5,Una,4\n6,Vic,5\n7,Wes,6\n';
    await steps.applied(file);
    expect(Object.fromEntries((await people()).map(({ name, unit }) => [name, unit]))).toEqual({
      Head: 'Head’s team',
      Vera: 'Head’s team',
      Walt: 'Head’s team',
      Tia: 'Vera’s team',
      Una: 'Tia’s team',
      Vic: 'Tia’s team',
      Wes: 'Tia’s team',
    });
    expect((await steps.checked(file)).difference).toMatchObject({ changed: 0, newUnits: 0 });
  });

  it('uses the zone that a person chose for a location, and keeps it next time', async () => {
    const file = 'ID,Name,Location\n1,Ana,Springfield\n';
    const { run } = await steps.checked(file);
    expect(await steps.reader.places(run)).toEqual([
      {
        code: 'springfield',
        name: 'Springfield',
        timeZone: 'Europe/London',
        source: 'unknown',
        people: 1,
      },
    ]);
    const changed = await steps.change.run(run.id, {
      zones: [{ code: 'springfield', timeZone: 'America/Chicago' }],
    });
    expect(changed.ok && changed.value.counts.problems).toEqual({});
    await steps.written(run.id);
    const again = await steps.checked(file);
    expect(await steps.reader.places(again.run)).toMatchObject([
      { timeZone: 'America/Chicago', source: 'kept' },
    ]);
    expect(again.run.counts.problems).toEqual({});
  });
});
