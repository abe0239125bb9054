import type { INestApplicationContext } from '@nestjs/common';
import { unreachable, worstOf, type HealthCheck } from '@flipside/platform-api';
import type { Command } from 'commander';
import { HealthReader } from './health.reader.js';

const MARK = { ok: 'ok  ', warn: 'warn', fail: 'FAIL' } as const;

/** The findings as lines for a terminal. */
export function reportLines(checks: readonly HealthCheck[]): string[] {
  return checks.flatMap(({ state, title, finding, advice }) => [
    `${MARK[state]}  ${title.padEnd(20)} ${finding}`,
    ...(advice === null ? [] : [`      ${' '.repeat(21)}→ ${advice}`]),
  ]);
}

const SUMMARY = {
  ok: 'All is well.',
  warn: 'It works. Look at the lines marked "warn".',
  fail: 'Something does not work. Start with the first line marked "FAIL".',
} as const;

/** `doctor`: what is wrong and what to do. Answers 0 when nothing fails (warnings included), 1 otherwise. */
export function doctorCommand(
  program: Command,
  open: () => Promise<INestApplicationContext>,
): void {
  program
    .command('doctor')
    .description('Check database, migrations, mail, time-zone data, job queue and roster')
    .option('--json', 'print the findings as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const checks = await examine(open);
      const state = worstOf(checks);
      if (json) console.log(JSON.stringify({ state, checks }, null, 2));
      else console.log([...reportLines(checks), '', SUMMARY[state]].join('\n'));
      if (state === 'fail') process.exitCode = 1;
    });
}

/** A server that cannot even start for want of its database is the first thing to report. */
async function examine(open: () => Promise<INestApplicationContext>): Promise<HealthCheck[]> {
  let app: INestApplicationContext;
  try {
    app = await open();
  } catch (error) {
    return [unreachable(error)];
  }
  return app.get(HealthReader).checks();
}
