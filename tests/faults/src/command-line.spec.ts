import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emptyDatabase } from '@flipside/testing';
import pg from 'pg';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const NOWHERE = 'postgresql://nobody@127.0.0.1:1/nothing';

let empty: Awaited<ReturnType<typeof emptyDatabase>>;
beforeAll(async () => {
  empty = await emptyDatabase();
});
afterAll(() => empty.close());

function flipside(
  args: string[],
  env: Record<string, string>,
): { said: string; answer: string; status: unknown } {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'infra/run.mjs'), 'flipside', ...args],
    { env: { ...process.env, NODE_OPTIONS: '', ...env }, encoding: 'utf8' },
  );
  return { said: stdout + stderr, answer: stdout, status };
}

/** A place in our code, which tells an operator nothing. */
const STACK = /^\s+at /m;

describe('the command line', () => {
  it('says that nothing answers, and what to look at', () => {
    for (const command of ['coverage', 'migrate', 'doctor']) {
      const { said, status } = flipside([command], { DATABASE_URL: NOWHERE });
      expect(said).toContain('The database does not answer');
      expect(said).toContain('DATABASE_URL');
      expect(said).not.toMatch(STACK);
      expect(status).toBe(1);
    }
  }, 1_200_000);

  it('asks for the release’s schema before it works, and doctor shows each fault with its remedy', () => {
    const { said, status } = flipside(['coverage'], { DATABASE_URL: empty.url });
    expect(said).toContain('npm run flipside -- migrate');
    expect(said).not.toMatch(STACK);
    expect(status).toBe(1);
    const doctor = flipside(['doctor', '--json'], {
      DATABASE_URL: empty.url,
      SMTP_URL: 'smtp://127.0.0.1:1',
    });
    const { checks } = JSON.parse(doctor.said) as {
      checks: { id: string; state: string; advice: string | null }[];
    };
    const failing = checks.filter(({ state }) => state === 'fail');
    expect(failing.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['extensions', 'migrations', 'mail', 'jobs']),
    );
    expect(failing.filter(({ advice }) => !advice)).toEqual([]);
    expect(doctor.status).toBe(1);
  }, 1_200_000);

  it.each([
    [{ DATABASE_URL: 'mysql://here' }, 'DATABASE_URL must look like'],
    [{ SMTP_URL: 'mail.example.com' }, 'SMTP_URL must look like'],
    [{ FLIPSIDE_SECRET: 'short' }, 'FLIPSIDE_SECRET must have 32 characters'],
  ])(
    'names the setting that cannot be read: %j',
    (env, sentence) => {
      const { said, status } = flipside(['doctor'], { DATABASE_URL: NOWHERE, ...env });
      expect(said).toContain(sentence);
      expect(said).not.toMatch(STACK);
      expect(status).toBe(1);
    },
    240_000,
  );
});

describe('the command line on a company', () => {
  let env: Record<string, string>;
  beforeAll(() => {
    env = { DATABASE_URL: empty.url, FLIPSIDE_SECRET: 'a key of this spec alone, long enough' };
  });

  it('tells its commands without a database, and is used wrongly with 2', () => {
    const help = flipside(['--help'], { DATABASE_URL: NOWHERE });
    expect(help.status).toBe(0);
    const commands = [...help.answer.matchAll(/^ {2}([a-z]+) .* {2}\S/gm)].map(([, name]) => name);
    expect(commands).toEqual(
      expect.arrayContaining(['migrate', 'seed', 'admin', 'doctor', 'import', 'coverage', 'match']),
    );
    expect(commands).toContain('plan');
    expect(help.answer).toContain('Every command ends with 0 when it is done');
    const wrong = flipside(['covrage'], { DATABASE_URL: NOWHERE });
    expect(wrong.status).toBe(2);
    expect(wrong.said).toContain("unknown command 'covrage'");
    expect(wrong.said).toContain('Usage: flipside');
  }, 1_200_000);

  it('migrates once, and seeds the demonstration company into an empty database only', () => {
    const first = flipside(['migrate'], env);
    expect([first.status, first.answer]).toEqual([0, expect.stringMatching(/^Done: .*Platform/)]);
    const second = flipside(['migrate'], env);
    expect([second.status, second.answer]).toEqual([
      0,
      'Nothing to do: the database is up to date.\n',
    ]);
    const seeded = flipside(['seed'], env);
    expect([seeded.status, seeded.answer]).toEqual([
      0,
      'Loading the demonstration company\nProposing its matching round and planning its next quarter\n',
    ]);
    const again = flipside(['seed'], env);
    expect(again.said).toContain('The database already holds people.');
    expect(again.status).toBe(1);
  }, 600_000);

  it('answers with the company’s coverage, today and on a past day, as a table and as JSON', () => {
    const table = flipside(['coverage'], env);
    expect(table.status).toBe(3);
    expect(table.answer).toContain('99 champions for 2,235 people: 1 per 22.6, target 1 per 25.');
    expect(table.answer).toMatch(/Logistics +104 +0 +5 +5/);
    const before = flipside(['coverage', '--json', '--as-of', '2015-06-30'], env);
    const report = JSON.parse(before.answer) as { asOf: string; headline: { champions: number } };
    expect(report).toMatchObject({ asOf: '2015-06-30', headline: { champions: 0 } });
  }, 1_200_000);

  it('says within seconds that it goes on when something keeps it, beside its answer', async () => {
    const client = new pg.Client({ connectionString: empty.url });
    await client.connect();
    // One message, so that the server lets go by itself, once somebody has waited long enough, while this process waits
    // for the command.
    const held = client.query(`begin; lock table employment;
      do $$ begin
        while not exists (select from pg_locks where not granted and waitstart < clock_timestamp() - interval '5 seconds') loop
          perform pg_sleep(0.1);
        end loop;
      end $$;
      commit`);
    const kept = flipside(['coverage', '--json'], env);
    await held;
    await client.end();
    expect(kept.said).toMatch(/coverage is at work: \d seconds/);
    expect(JSON.parse(kept.answer)).toMatchObject({ headline: { champions: 99 } });
  }, 1_200_000);

  it('proposes a round and a quarter as JSON, and finds nothing that fails', () => {
    const match = flipside(['match', 'propose', '--round', 'By hand', '--json'], env);
    expect(match.status).toBe(0);
    const { round, proposals } = JSON.parse(match.answer) as {
      round: { name: string; state: string };
      proposals: { executive: string; champion: string | null; cause: string | null }[];
    };
    expect(round).toMatchObject({ name: 'By hand', state: 'review' });
    expect(proposals.length).toBeGreaterThan(4);
    expect(proposals.filter(({ champion, cause }) => !champion && !cause)).toEqual([]);
    expect(flipside(['match', 'verify', 'By hand'], env).status).toBe(0);

    const plan = flipside(['plan', 'propose', '--json'], env);
    const drawn = JSON.parse(plan.answer) as {
      plan: { state: string; counts: { placed: number; unplaced: number } };
      pairings: unknown[];
    };
    expect(drawn.plan.state).toBe('review');
    expect(drawn.plan.counts.placed).toBeGreaterThan(5);
    expect(drawn.pairings).toHaveLength(drawn.plan.counts.placed + drawn.plan.counts.unplaced);
    expect(plan.status).toBe(drawn.plan.counts.unplaced > 0 ? 3 : 0);

    const doctor = flipside(['doctor', '--json'], env);
    const { checks } = JSON.parse(doctor.answer) as { checks: { id: string; state: string }[] };
    expect(checks.filter(({ state }) => state === 'fail')).toEqual([]);
    expect(doctor.status).toBe(0);
  }, 600_000);
});
