import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { aCompany } from '@flipside/people-api/builders';
import { fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { Command } from 'commander';
import { manyChampions } from '../builders.js';
import { championsCli } from './coverage.cli.js';
import { CoverageFacts } from './coverage-facts.js';
import { CoverageReader } from './coverage.reader.js';

let database: TestDatabase;
let reader: CoverageReader;
let sales: string[];

beforeAll(async () => {
  database = await testDatabase();
  reader = new CoverageReader(
    new CoverageFacts(database.db, fixedClock(new Date('2026-11-23T09:00:00Z'))),
  );
  const { people } = await aCompany(database.db, {
    name: 'Norden',
    children: [
      { name: 'Sales', people: 26 },
      { name: 'Legal', people: 4 },
    ],
  });
  sales = people['Sales'] ?? [];
  await manyChampions(database.db, sales.slice(0, 1));
});
afterAll(() => database.close());
afterEach(() => {
  process.exitCode = undefined;
  jest.restoreAllMocks();
});

/** What the command prints, and how it ends. */
async function flipside(...args: string[]): Promise<{ text: string; exitCode: number }> {
  const lines: string[] = [];
  jest.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  const program = new Command('flipside')
    .exitOverride()
    .configureOutput({ writeErr: (text) => lines.push(text) });
  championsCli(program, () =>
    Promise.resolve({ get: () => reader } as unknown as INestApplicationContext),
  );
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    return { text: lines.join('\n'), exitCode: (error as { exitCode: number }).exitCode };
  }
  return { text: lines.join('\n'), exitCode: Number(process.exitCode ?? 0) };
}

describe('the coverage command', () => {
  it('prints the sentence and a table, and ends with 3 while champions are missing', async () => {
    const { text, exitCode } = await flipside('coverage');
    expect(exitCode).toBe(3);
    expect(text.split('\n')).toEqual([
      'Coverage on 2026-11-23',
      '1 champion for 30 people: 1 per 30, target 1 per 25.',
      '1 unit is short by 1 champion.',
      'One champion for every 25 people, rounded up. Units under 10 people are counted with the unit above. Champions count among the people.',
      '',
      'Unit     People  Champions  Needed  Missing  Ratio              State',
      'Norden       30          1       2        1  1 per 30           close',
      '  Legal       4          0       –           none for 4 people  pooled (close)',
      '  Sales      26          1       2        1  1 per 26           close',
    ]);
  });

  it('prints the same figures as the API as JSON, for any day and either cut', async () => {
    const { text } = await flipside(
      'coverage',
      '--json',
      '--as-of',
      '2023-12-31',
      '--by',
      'location',
    );
    const report = JSON.parse(text) as {
      asOf: string;
      by: string;
      headline: object;
      units: object[];
    };
    expect(report).toMatchObject({
      asOf: '2023-12-31',
      by: 'location',
      headline: { people: 30, champions: 0 },
    });
    expect(report.units).toMatchObject([{ people: 30, required: 2, gap: 2, state: 'none' }]);
  });

  it('ends with 0 when every unit has its champions', async () => {
    await manyChampions(database.db, sales.slice(1, 2));
    const { text, exitCode } = await flipside('coverage');
    expect(text).toContain('Every unit has its champions.');
    expect(exitCode).toBe(0);
  });

  it('says how to write a day, and which cuts there are', async () => {
    const day = await flipside('coverage', '--as-of', '31.12.2025');
    expect([day.exitCode, day.text]).toEqual([
      1,
      expect.stringContaining('Write a day as YYYY-MM-DD.'),
    ]);
    expect((await flipside('coverage', '--by', 'team')).text).toContain('unit, location');
  });
});
