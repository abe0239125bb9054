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
import { fixedClock } from '@flipside/kernel';
import { ActivatePairing } from '@flipside/pairings-api';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { Command } from 'commander';
import { MONDAY, aPair, config, sessionsOf, type Pair } from '../spec-setting.builder.js';
import { MakePlan } from './make-plan.job.js';
import { PlanReader } from './plan.reader.js';
import { planningCli } from './planning.cli.js';
import { PublishPlan } from './publish-plan.js';
import { BookPlan } from './publish-plan.job.js';
import { DiscardPlan, PlanAgain, StartPlan } from './start-plan.js';

const clock = fixedClock(MONDAY);
let database: TestDatabase;
let app: INestApplicationContext;
let pair: Pair;
let printed: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  pair = await aPair(db);
  const parts = new Map<unknown, unknown>([
    [StartPlan, new StartPlan(db, clock)],
    [PlanAgain, new PlanAgain(db, clock)],
    [DiscardPlan, new DiscardPlan(db)],
    [MakePlan, new MakePlan(db, clock)],
    [PlanReader, new PlanReader(db)],
    [PublishPlan, new PublishPlan(db, clock)],
    [BookPlan, new BookPlan(db, clock, config, new ActivatePairing(db))],
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
  process.exitCode = undefined;
  const program = new Command();
  planningCli(program, () => Promise.resolve(app));
  await program.parseAsync(['plan', ...args], { from: 'user' });
  return { output: printed.join('\n'), exitCode: process.exitCode };
}

describe('flipside plan', () => {
  it('says that there is no plan, and refuses a day too far ahead', async () => {
    expect(await run('show')).toMatchObject({ exitCode: 1 });
    expect(await run('propose', '--from', '2028-01-01')).toMatchObject({ exitCode: 1 });
  });

  it('proposes, proposes again, publishes and publishes again, as people and as JSON', async () => {
    const first = await run('propose', '--from', '2027-01-11');
    expect(first.exitCode).toBeUndefined();
    expect(first.output).toContain('1 with a time');
    expect(first.output).toContain('Helen Ward with Priya Nair:');
    const again = JSON.parse((await run('propose', '--json')).output) as {
      plan: { state: string; counts: { placed: number; moved: number } };
      pairings: { rhythm: string }[];
    };
    expect(again.plan).toMatchObject({ state: 'review', counts: { placed: 1, moved: 0 } });
    expect(first.output).toContain(again.pairings[0]?.rhythm);
    expect(await sessionsOf(database.db, pair.pairingId)).toEqual([]);
    expect((await run('publish')).output).toContain('(published): 0 with a time, 1 booked');
    expect((await run('publish')).exitCode).toBeUndefined();
    expect(await sessionsOf(database.db, pair.pairingId)).toHaveLength(6);
    expect(await run('discard')).toMatchObject({ exitCode: 1 });
  });

  it('answers 3 when somebody is left without a time', async () => {
    const away = await aPair(database.db);
    await database.db.rows(
      `insert into out_of_office (id, person_id, from_on, to_on) values (gen_random_uuid(), $1, '2027-01-01', '2027-06-01')`,
      [away.executiveId],
    );
    const { output, exitCode } = await run('propose', '--from', '2027-01-11');
    expect(exitCode).toBe(3);
    expect(output).toContain('Would help: Helen Ward begins later');
    expect((await run('discard')).output).toBe('The draft is gone.');
  });
});
