import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emptyDatabase } from '@flipside/testing';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const NOWHERE = 'postgresql://nobody@127.0.0.1:1/nothing';

let empty: Awaited<ReturnType<typeof emptyDatabase>>;
beforeAll(async () => {
  empty = await emptyDatabase();
});
afterAll(() => empty.close());

function flipside(args: string[], env: Record<string, string>): { said: string; status: unknown } {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'infra/run.mjs'), 'flipside', ...args],
    { env: { ...process.env, NODE_OPTIONS: '', ...env }, encoding: 'utf8' },
  );
  return { said: stdout + stderr, status };
}

/** A place in our code, which tells an operator nothing. */
const STACK = /^\s+at /m;

describe('the command line', () => {
  it('says that nothing answers, and what to look at', () => {
    for (const command of ['coverage', 'migrate']) {
      const { said, status } = flipside([command], { DATABASE_URL: NOWHERE });
      expect(said).toContain('The database does not answer');
      expect(said).toContain('DATABASE_URL');
      expect(said).not.toMatch(STACK);
      expect(status).toBe(1);
    }
  }, 300_000);

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
  }, 300_000);

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
    60_000,
  );
});
