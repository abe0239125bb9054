import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { CLOCK, Database } from '@flipside/platform-api';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { ApplyImport } from './apply-import.js';
import { CancelImport } from './cancel-import.js';
import { ImportRunReader } from './import-run.reader.js';
import { emptied, importing } from './import-steps.js';
import { importCommand } from './import.cli.js';
import { StartImport } from './start-import.js';
import { WriteRoster } from './write-roster.js';

const data = path.join(import.meta.dirname, 'data');
let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flipside-cli-'));
});
afterAll(async () => {
  await database.close();
  fs.rmSync(folder, { recursive: true, force: true });
  process.exitCode = 0;
});
beforeEach(() => emptied(database.db));

interface Printed {
  isApplied: boolean;
  exitCode: number;
  message: string;
  difference: Record<string, number> | null;
  problems: { kind: string; count: number }[];
}

/** Runs the command on the specs' own database, with the same classes that the server uses. */
async function flipside(
  ...args: string[]
): Promise<{ exitCode: number; text: string; json: () => Printed }> {
  const steps = importing(database.db);
  const parts = new Map<unknown, unknown>([
    [Database, database.db],
    [CLOCK, steps.clock],
    [StartImport, steps.start],
    [ApplyImport, steps.apply],
    [WriteRoster, steps.write],
    [CancelImport, steps.cancel],
    [ImportRunReader, steps.reader],
  ]);
  const app = { get: (type: unknown) => parts.get(type) } as unknown as INestApplicationContext;
  const lines: string[] = [];
  const note = (line: unknown): void => void lines.push(String(line));
  const spies = [
    jest.spyOn(console, 'log').mockImplementation(note),
    jest.spyOn(console, 'error').mockImplementation(note),
  ];
  process.exitCode = 0;
  try {
    const program = new Command().exitOverride();
    importCommand(program, () => Promise.resolve(app));
    await program.parseAsync(['import', ...args], { from: 'user' });
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  const text = lines.join('\n');
  return { exitCode: Number(process.exitCode), text, json: () => JSON.parse(text) as Printed };
}

const file = (content: string): string => {
  const name = path.join(
    folder,
    `${Math.abs(content.length * 31 + content.charCodeAt(content.length - 2))}.csv`,
  );
  fs.writeFileSync(name, content);
  return name;
};
const company = (people: number): string =>
  `ID,Name,Role\n${Array.from({ length: people }, (_, at) => `${at + 1},Person ${at + 1},Analyst\n`).join('')}`;
const employed = () =>
  database.db.one<{ n: number }>(
    `select count(*) as n from employment where valid_to = 'infinity'`,
  );

describe('flipside import', () => {
  it('applies a real export, and says that nothing is to change the second time', async () => {
    const workday = path.join(data, 'workday-worker-report.csv');
    const first = await flipside(workday, '--as-of', '2026-01-05', '--json');
    expect(first.json()).toMatchObject({
      isApplied: true,
      exitCode: 0,
      difference: { joins: 285, formers: 5 },
    });
    const second = await flipside(workday, '--as-of', '2026-01-06');
    expect(second).toMatchObject({ exitCode: 0 });
    expect(second.text).toContain('Nothing to change.');
    expect(second.text).toContain('290 stay as they are');
  });

  it('shows what would change and stops with --dry-run', async () => {
    const dry = await flipside(file(company(5)), '--dry-run', '--json');
    expect(dry.json()).toMatchObject({ isApplied: false, exitCode: 0, difference: { joins: 5 } });
    expect(await employed()).toEqual({ n: 0 });
  });

  it('ends with 3 when too many would leave, until that is confirmed or the file holds changes only', async () => {
    await flipside(file(company(20)));
    const half = file(company(15));
    const stopped = await flipside(half);
    expect(stopped.exitCode).toBe(3);
    expect(stopped.text).toContain('5 of 20 people would leave (25 %)');
    expect((await flipside(half, '--changes')).exitCode).toBe(0);
    expect(await employed()).toEqual({ n: 20 });
    expect((await flipside(half, '--confirm-leavers')).exitCode).toBe(0);
    expect(await employed()).toEqual({ n: 15 });
  });

  it('ends with 4 when anything is wrong and --all-or-nothing is given', async () => {
    const wrong = file(`${company(5)}6,,Analyst\n`);
    const stopped = await flipside(wrong, '--all-or-nothing', '--json');
    expect(stopped.json()).toMatchObject({
      isApplied: false,
      exitCode: 4,
      problems: [{ kind: 'missingName', count: 1 }],
    });
    expect(await employed()).toEqual({ n: 0 });
    expect((await flipside(wrong)).exitCode).toBe(0);
    expect(await employed()).toEqual({ n: 5 });
  });

  it('reads fields from the columns it is told, and takes fields away', async () => {
    const told = await flipside(
      file('Nummer;Wer;Was\n1;Ana;Lead\n'),
      '--mapping',
      'employeeNo=Nummer',
      'fullName=wer',
      'title=WAS',
      '--json',
    );
    expect(told.json()).toMatchObject({ isApplied: true, difference: { joins: 1 } });
    expect(await database.db.rows('select employee_no, name, title from person')).toEqual([
      { employee_no: '1', name: 'Ana', title: 'Lead' },
    ]);
  });

  it('tells of a heading that stands there twice, and takes the column by its number', async () => {
    const twice = file('ID,Name,Title,Title\n1,Ana,Ms,Lead\n');
    expect((await flipside(twice, '--dry-run')).text).toContain(
      'row 1: “Title” is the heading of 2 columns: column 3 is read as Job title, column 4 is not read.',
    );
    await flipside(twice, '--mapping', 'title=Column 4');
    expect(await database.db.rows('select title from person')).toEqual([{ title: 'Lead' }]);
    expect((await flipside(twice, '--mapping', 'title=Column 5')).exitCode).toBe(1);
  });

  it('ends with 3 and tells the option when dates can be read two ways', async () => {
    const unclear = file('ID,Name,Hire Date\n1,Ana,03/04/2024\n2,Bo,05/06/2023\n');
    const asked = await flipside(unclear);
    expect(asked.exitCode).toBe(3);
    expect(asked.text).toContain('--date-order');
    expect((await flipside(unclear, '--date-order', 'DMY')).exitCode).toBe(0);
    expect(await database.db.rows(`select hire_on from person where name = 'Ana'`)).toEqual([
      { hire_on: '2024-04-03' },
    ]);
  });

  it.each([
    [2, 'a file that is not there', ['/nowhere/list.csv'], 'There is no file'],
    [1, 'a picture', [path.join(os.tmpdir(), 'flipside-picture')], 'This is a picture'],
    [2, 'a day that is none', ['HERE', '--as-of', '2026-02-30'], 'year-month-day'],
    [1, 'a field that is none', ['HERE', '--mapping', 'shoe=Name'], 'There is no field “shoe”'],
    [1, 'a column that is none', ['HERE', '--mapping', 'title=Shoe'], 'no column “Shoe”'],
    [
      2,
      '--full and --changes at once',
      ['HERE', '--full', '--changes'],
      'either --full or --changes',
    ],
    [2, 'an order that is none', ['HERE', '--date-order', 'YMD'], 'DMY or MDY'],
  ] as const)('ends with %d for %s', async (code, _, args, sentence) => {
    fs.writeFileSync(
      path.join(os.tmpdir(), 'flipside-picture'),
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2]),
    );
    const here = file(company(2));
    const ended = await flipside(...args.map((arg) => (arg === 'HERE' ? here : arg)));
    expect(ended.exitCode).toBe(code);
    expect(ended.text).toContain(sentence);
    expect(await employed()).toEqual({ n: 0 });
  });

  it('refuses a day before the last roster', async () => {
    await flipside(file(company(3)), '--as-of', '2026-01-05');
    const early = await flipside(file(company(3)), '--as-of', '2025-01-05');
    expect(early).toMatchObject({ exitCode: 1 });
    expect(early.text).toContain('Choose 2026-01-05 or a later day');
  });
});
