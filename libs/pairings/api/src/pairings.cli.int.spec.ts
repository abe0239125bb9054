import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { aChampion } from '@flipside/champions-api/builders';
import { ReportingLineReader } from '@flipside/people-api';
import { Database } from '@flipside/platform-api';
import { fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { Command } from 'commander';
import { anExecutive } from './builders.js';
import { pairingsCli } from './pairings.cli.js';
import { Matcher } from './rounds/matcher.js';
import { MatchingPeopleReader } from './rounds/matching-people.reader.js';
import { ProposeLargeRound } from './rounds/propose-round.job.js';
import { ProposeRound } from './rounds/propose-round.js';
import { StartRound } from './rounds/start-round.js';

const clock = fixedClock('2026-11-21T10:00:00Z');
let database: TestDatabase;
let app: INestApplicationContext;
let printed: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  const people = new MatchingPeopleReader(db, new ReportingLineReader(db), clock);
  const matcher = new Matcher();
  const parts = new Map<unknown, unknown>([
    [Database, db],
    [StartRound, new StartRound(db, clock)],
    [ProposeRound, new ProposeRound(db, people, matcher, clock)],
    [ProposeLargeRound, new ProposeLargeRound(db, people, matcher, clock)],
  ]);
  app = { get: (part: unknown) => parts.get(part) } as INestApplicationContext;
});
afterAll(() => database.close());

beforeEach(() => {
  const note = (...words: unknown[]) => void printed.push(words.join(' '));
  jest.spyOn(console, 'log').mockImplementation(note);
  jest.spyOn(console, 'error').mockImplementation(note);
});
afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
});

async function run(...args: string[]): Promise<{ output: string; exitCode: unknown }> {
  printed = [];
  const program = new Command();
  pairingsCli(program, () => Promise.resolve(app));
  await program.parseAsync(['match', ...args], { from: 'user' });
  return { output: printed.join('\n'), exitCode: process.exitCode };
}

describe('match', () => {
  it('says plainly that there is no round yet', async () => {
    expect(await run('show')).toEqual({ output: 'There is no round yet.', exitCode: 1 });
  });

  it('proposes a champion for every executive and names those for whom there is none', async () => {
    const { db } = database;
    const helen = await anExecutive(db, {
      person: { name: 'Helen Ward' },
      topics: ['Forecasting'],
    });
    await anExecutive(db, { person: { name: 'Omar Said', languages: ['ar'] } });
    await aChampion(db, { person: { name: 'Priya Nair' }, skills: ['Forecasting'] });
    // Proposing is what the command means without another word.
    const { output, exitCode } = await run('--round', 'Autumn');
    expect(exitCode).toBeUndefined();
    expect(output).toContain('Autumn (review): 2 executives');
    expect(output).toMatch(/Helen Ward with Priya Nair: \d+\.\d of 100 points/);
    expect(output).toContain('Omar Said: nobody. They have no language in common.');

    const shown = await run('show', 'Autumn', '--json');
    const json = JSON.parse(shown.output) as {
      round: { name: string };
      proposals: { executive: string; points: number | null; reasons: { points: number }[] }[];
    };
    expect(json.round.name).toBe('Autumn');
    const proposal = json.proposals.find(({ executive }) => executive === helen.name);
    expect(proposal?.reasons.reduce((sum, { points }) => sum + points, 0)).toBe(proposal?.points);
  });

  it('refuses in words and with an exit code', async () => {
    expect(await run('propose', '--round', ' ')).toEqual({
      output: 'Give the round a name of up to 80 characters.',
      exitCode: 1,
    });
    expect(await run('show', 'Spring')).toEqual({
      output: 'There is no round called "Spring".',
      exitCode: 1,
    });
  });
});
