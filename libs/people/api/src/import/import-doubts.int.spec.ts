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

/** What a file is told to have, by kind: the advice and every sentence with its row. */
async function toldOf(content: Buffer | string, wish: Parameters<Importing['checked']>[1] = {}) {
  const { run } = await steps.checked(content, wish);
  const groups = await steps.reader.problems(run);
  return Object.fromEntries(
    groups.map(({ kind, severity, advice, rows }) => [
      kind,
      { severity, advice, rows: rows.map(({ rowNo, message }) => [rowNo, message]) },
    ]),
  );
}

const people = () =>
  database.db.rows<{ name: string; email: string | null; boss: string | null; title: string }>(
    `select p.name, p.email, b.name as boss, p.title from person p left join employment e on e.person_id = p.id
     left join person b on b.id = e.manager_id order by p.name`,
  );
const bosses = async () =>
  Object.fromEntries((await people()).map(({ name, boss }) => [name, boss]));

describe('a column of manager IDs that holds something else', () => {
  const emails =
    'ID,Name,Email,Manager ID\n1,Ana Ruiz,ana@x.test,\n2,Bo Li,bo@x.test,Ana@X.test\n3,Cy Old,cy@x.test,bo@x.test\n4,Di Ode,di@x.test,gone@x.test\n';

  it('finds managers by their e-mail, says so with the rows, and names the field to choose', async () => {
    expect(await toldOf(emails)).toMatchObject({
      managerIdIsEmail: {
        severity: 'warning',
        advice: expect.stringContaining('Manager’s e-mail'),
        rows: [
          [3, 'Bo Li reports to Ana@X.test: that is an e-mail address, not an ID.'],
          [4, 'Cy Old reports to bo@x.test: that is an e-mail address, not an ID.'],
          [5, 'Di Ode reports to gone@x.test: that is an e-mail address, not an ID.'],
        ],
      },
      managerNotFound: {
        rows: [[5, 'Di Ode reports to gone@x.test, who left or is not in the file.']],
      },
    });
    await steps.applied(emails);
    expect(await bosses()).toEqual({
      'Ana Ruiz': null,
      'Bo Li': 'Ana Ruiz',
      'Cy Old': 'Bo Li',
      'Di Ode': null,
    });
  });

  it('says nothing more once the column is read as e-mail addresses', async () => {
    const { run } = await steps.checked(emails);
    const changed = await steps.change.run(run.id, {
      fields: [
        { field: 'managerNo', column: null },
        { field: 'managerEmail', column: 3 },
      ],
    });
    expect(changed.ok && changed.value.counts.problems).toEqual({
      managerNotFound: 1,
    });
  });

  it('takes an address for an ID where IDs are addresses', async () => {
    const file = 'ID,Name,Manager ID\nana@x.test,Ana Ruiz,\nbo@x.test,Bo Li,ana@x.test\n';
    expect(Object.keys(await toldOf(file))).not.toContain('managerIdIsEmail');
    await steps.applied(file);
    expect(await bosses()).toEqual({ 'Ana Ruiz': null, 'Bo Li': 'Ana Ruiz' });
  });

  it('does not choose between two people of one address', async () => {
    const file =
      'ID,Name,Email,Manager ID\n1,Ana Ruiz,same@x.test,\n2,Bo Li,same@x.test,\n3,Cy Old,cy@x.test,same@x.test\n';
    await steps.applied(file);
    expect((await bosses())['Cy Old']).toBeNull();
  });

  it('finds managers by e-mail among the people of the company when the file holds changes only', async () => {
    await steps.applied(emails);
    await steps.applied('ID,Name,Email,Manager ID\n9,Eve Kim,eve@x.test,BO@x.test\n', {
      options: { isFull: false },
    });
    expect((await bosses())['Eve Kim']).toBe('Bo Li');
  });

  it('says that names are no IDs, and finds them once the column is read as names', async () => {
    const file =
      'ID,Name,Manager ID\n1,Ana Ruiz,\n2,Bo Li,Ana Ruiz\n3,Cy Old,"Li, Bo"\n4,Di Ode,77\n';
    const told = await toldOf(file);
    expect(told).toMatchObject({
      managerIsName: {
        severity: 'error',
        advice: expect.stringContaining('Manager’s name'),
        rows: [
          [3, 'Bo Li reports to “Ana Ruiz”: that is a name, not an ID.'],
          [4, 'Cy Old reports to “Li, Bo”: that is a name, not an ID.'],
        ],
      },
      managerNotFound: { rows: [[5, 'Di Ode reports to 77, who left or is not in the file.']] },
    });
    const mapped = await steps.applied(file, {
      mappingFor: (_, { managerNo, ...guessed }) => ({
        ok: true,
        value: { ...guessed, managerName: managerNo ?? -1 },
      }),
    });
    expect(mapped.run.counts.problems).not.toHaveProperty('managerIsName');
    expect(await bosses()).toMatchObject({ 'Bo Li': 'Ana Ruiz', 'Cy Old': 'Bo Li' });
  });
});

describe('a heading that stands over two columns', () => {
  const file =
    'All staff\nID,Name,E-mail,Department,e-mail\n1,Ana Ruiz,ana@home.test,HR,ana@x.test\n2,Bo Li,bo@home.test,HR,bo@x.test\n';

  it('is told with the columns and what is read from each', async () => {
    expect(await toldOf(file)).toEqual({
      headingTwice: {
        severity: 'warning',
        advice: expect.stringContaining('Columns'),
        rows: [
          [
            2,
            '“E-mail” is the heading of 2 columns: column 3 is read as E-mail, column 5 is not read.',
          ],
        ],
      },
    });
  });

  it('is chosen by the person, and the choice is remembered', async () => {
    const { run } = await steps.checked(file);
    await steps.change.run(run.id, { fields: [{ field: 'email', column: 4 }] });
    await steps.written(run.id);
    expect((await people()).map(({ email }) => email)).toEqual(['ana@x.test', 'bo@x.test']);
    expect((await toldOf(file)).headingTwice?.rows).toEqual([
      [
        2,
        '“E-mail” is the heading of 2 columns: column 3 is not read, column 5 is read as E-mail.',
      ],
    ]);
  });

  it('is told even before the file can be read, and not when neither column is read', async () => {
    const started = await steps.taken('Alpha,Department,Department\nAna Ruiz,HR,Sales\n');
    if (!started.ok) throw new Error(started.refusal.message);
    expect(started.value.state).toBe('mapping');
    expect(await steps.reader.problems(started.value)).toMatchObject([
      { kind: 'headingTwice', count: 1, rows: [{ rowNo: 1 }] },
    ]);
    const { run } = await steps.checked('ID,Name,Remark,Remark\n1,Ana Ruiz,a,b\n');
    expect(run.counts.problems).toEqual({});
  });
});

describe('IDs that a spreadsheet has shortened', () => {
  it('leaves their rows out and says what to do, though all look alike by now', async () => {
    const told = await toldOf(
      'Employee ID;Name;Hire Date\n1.00E+05;Ana Ruiz;2020-01-01\n1,23E+08;Bo Li;2020-01-01\n1.00E+05;Cy Old;2020-01-01\n########;Di Ode;2020-01-01\n12E5;Eve Kim;2020-01-01\n',
    );
    expect(told).toEqual({
      damagedId: {
        severity: 'error',
        advice: expect.stringContaining('Format the column as text'),
        rows: [
          [2, '“1.00E+05” was shortened by a spreadsheet.'],
          [3, '“1,23E+08” was shortened by a spreadsheet.'],
          [4, '“1.00E+05” was shortened by a spreadsheet.'],
          [5, '“########” was shortened by a spreadsheet.'],
        ],
      },
    });
  });

  it('imports people without a manager whose ID was shortened', async () => {
    const file =
      'ID,Name,Manager ID\n1,Ana Ruiz,\n2,Bo Li,1.00E+05\n3,Cy Old,1.00E+05\n4,Di Ode,1\n';
    expect(await toldOf(file)).toMatchObject({
      damagedManagerId: {
        severity: 'error',
        rows: [
          [3, 'The manager’s ID “1.00E+05” was shortened by a spreadsheet.'],
          [4, 'The manager’s ID “1.00E+05” was shortened by a spreadsheet.'],
        ],
      },
    });
    await steps.applied(file);
    expect(await bosses()).toMatchObject({ 'Bo Li': null, 'Di Ode': 'Ana Ruiz' });
  });
});

describe('e-mail addresses that are not what they look like', () => {
  it('tells letters of other alphabets, and keeps the address as it is', async () => {
    const file =
      'ID,Name,Email\n1,Ana Ruiz,ana@x.test\n2,Ana Ruis,\u0430na@x.test\n3,Bo Li,bo@\uff58.test\n4,Ivan,иван@почта.рф\n5,Zoë,zoë@x.test\n';
    expect(await toldOf(file)).toEqual({
      lookAlikeEmail: {
        severity: 'warning',
        advice: expect.stringContaining('type them again'),
        rows: [
          [
            3,
            '“\u0430na@x.test” looks like ana@x.test, but these letters are others: \u0430 (Cyrillic).',
          ],
          [4, '“bo@\uff58.test” looks like bo@x.test, but these letters are others: \uff58.'],
        ],
      },
    });
    await steps.applied(file);
    expect((await people()).map(({ email }) => email)).toEqual([
      '\u0430na@x.test',
      'ana@x.test',
      'bo@\uff58.test',
      'иван@почта.рф',
      'zoë@x.test',
    ]);
  });

  it('takes out characters that nobody sees, so that two addresses are found to be one', async () => {
    const file =
      'ID,Name,Email\n1,Ana Ruiz,ana@x.test\n2,Bo Li,an\u200ba@x.test\n3,Cy Old,cy\u00ad@x.test\n4,Di Ode,di@x.test\u200b\n';
    expect(await toldOf(file)).toMatchObject({
      invisibleInEmail: {
        severity: 'warning',
        rows: [
          [3, '“ana@x.test” holds characters that nobody sees.'],
          [4, '“cy@x.test” holds characters that nobody sees.'],
        ],
      },
      duplicateEmail: {
        severity: 'error',
        rows: [
          [2, expect.anything()],
          [3, expect.anything()],
        ],
      },
    });
    await steps.applied(file);
    expect(await people()).toMatchObject([
      { email: null },
      { email: null },
      { email: 'cy@x.test' },
      { email: 'di@x.test' },
    ]);
  });
});

describe('two encodings in one file', () => {
  const lines = (rows: readonly (readonly [string, BufferEncoding])[]): Buffer =>
    Buffer.concat(rows.map(([line, encoding]) => Buffer.from(`${line}\r\n`, encoding)));
  const filler = (count: number): [string, BufferEncoding][] =>
    Array.from({ length: count }, (_, at) => [
      `${1000 + at},Person Number ${at},Sales department of the company`,
      'utf8',
    ]);
  const head: [string, BufferEncoding] = ['ID,Name,Title', 'utf8'];
  const utf8: [string, BufferEncoding] = ['1,Zoë Müller,Réalisatrice', 'utf8'];
  const stray: [string, BufferEncoding] = ['2,Jürgen Groß,"Müller, ""Ó\u0092Neill"""', 'latin1'];
  const told = {
    severity: 'warning',
    advice: expect.stringContaining('nothing is lost'),
  };

  it.each([
    ['at the start', lines([head, utf8, stray]), 3],
    ['the other way round', lines([head, stray, utf8]), 2],
    ['behind plain letters', lines([head, utf8, ...filler(9000), stray]), 9003],
    ['both behind plain letters', lines([head, ...filler(9000), stray, utf8]), 9002],
    [
      'behind a mark of UTF-8',
      Buffer.concat([Buffer.from('\ufeff'), lines([head, utf8, stray])]),
      3,
    ],
  ])('keeps every letter and says which rows: %s', async (_, bytes, rowNo) => {
    for (const pieces of [65_536, bytes.length > 1000 ? 4099 : 7]) {
      await emptied(database.db);
      expect(await toldOf(bytes, { pieces })).toEqual({
        mixedEncoding: {
          ...told,
          rows: [[rowNo, '“Jürgen Groß” is written in Windows-1252, not in UTF-8.']],
        },
      });
      const { run } = await steps.applied(bytes, { pieces });
      expect(run.format.encoding).toBe('utf-8 and windows-1252');
      const found = await people();
      expect(found.filter(({ name }) => !name.startsWith('Person'))).toMatchObject([
        { name: 'Jürgen Groß', title: 'Müller, "Ó’Neill"' },
        { name: 'Zoë Müller', title: 'Réalisatrice' },
      ]);
    }
  });

  it.each([
    ['Windows-1252', 'latin1', false],
    ['Windows-1252 and UTF-8', 'latin1', true],
    ['UTF-8 that was made of it', 'utf8', false],
  ] as const)('names the rows in which a letter was lost: %s', async (_, encoding, isMixed) => {
    const lost = ['\u0081', '\u008d', '\u008f', '\u0090', '\u009d'];
    const bytes = lines([
      head,
      ...(isMixed ? [utf8] : []),
      ['2,Jürgen Groß,Koch', encoding],
      ...lost.map((letter, at): [string, BufferEncoding] => [
        `${10 + at},Per${letter}son ${at},"Koch, 1"`,
        encoding,
      ]),
      ['20,Zoë Groß,Köchin', encoding],
    ]);
    const first = isMixed ? 4 : 3;
    for (const pieces of [65_536, 7]) {
      await emptied(database.db);
      const told = await toldOf(bytes, { pieces });
      expect(told.lostLetter).toEqual({
        severity: 'error',
        advice: expect.stringContaining('Imported without that letter'),
        rows: ['81', '8D', '8F', '90', '9D'].map((byte, at) => [
          first + at,
          `“Per\ufffdson ${at}” has lost a letter: byte ${byte} stands for none.`,
        ]),
      });
      expect(Object.keys(told).filter((kind) => kind !== 'mixedEncoding')).toEqual(['lostLetter']);
      await steps.applied(bytes, { pieces });
      expect((await people()).map(({ name }) => name)).toEqual(
        expect.arrayContaining(['Jürgen Groß', 'Person 0', 'Person 4', 'Zoë Groß']),
      );
    }
  });

  it('takes a list in Windows-1252 for what it is, curly marks behind capitals included', async () => {
    const bytes = lines([head, ['1,Jürgen Ó\u0092Neill,\u0084GROß\u0094', 'latin1']]);
    const { run } = await steps.applied(bytes);
    expect([run.format.encoding, run.counts.problems]).toEqual(['windows-1252', {}]);
    expect(await people()).toMatchObject([{ name: 'Jürgen Ó’Neill', title: '„GROß”' }]);
  });
});
