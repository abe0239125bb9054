/**
 * `npm test` runs every check of the repository and closes with one line, `N passed, N failed`; with `--judges` the
 * programs of others are asked too, and counted in.
 * `node infra/run.mjs test --only <pattern> [jest options]` runs the specs whose path matches.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterSpecs, beforeSpecs } from './checks.mjs';
import { Complaint } from './complaint.mjs';
import { onStop } from './processes.mjs';
import { step } from './progress.mjs';
import { runJest } from './jest-run.mjs';
import { startTestDatabase } from './test-database.mjs';

/** @typedef {import('./checks.mjs').Check} Check */

/** @typedef {{ passed: number, failures: string[] }} Tally */

/** How much of a failed spec's complaint stands in the closing list. */
const MOST_LINES = 12;
const MOST_OF_A_LINE = 240;

/** What jest is asked for in turn: browser journeys and fault checks need the machine to themselves. */
const SPEC_RUNS = [
  {
    title: 'Rules, slices, API and pages',
    args: ['--selectProjects', 'node', 'dom', '--maxWorkers=2'],
  },
  { title: 'Browser journeys', args: ['--selectProjects', 'e2e', '--runInBand'] },
  { title: 'Faults', args: ['--selectProjects', 'faults', '--runInBand'] },
];

/** Not part of a plain `npm test`: they need programs that npm does not bring. See `judges.mjs`. */
export const JUDGES = { title: 'Judges', args: ['--selectProjects', 'judges', '--runInBand'] };

/** The first lines of what a spec complained of: the end of a long output is often all that is kept of it. */
function beginningOf(/** @type {string} */ complaint) {
  const lines = stripVTControlCharacters(complaint)
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at /.test(line));
  return lines
    .slice(0, MOST_LINES)
    .map((line) => `\n      ${line.trim().slice(0, MOST_OF_A_LINE)}`)
    .join('');
}

/** What a run of jest came to. A spec that is skipped counts as failed: nothing is left out silently. */
export function tallyOf(/** @type {string} */ title, /** @type {string} */ resultFile) {
  if (!fs.existsSync(resultFile)) return { passed: 0, failures: [`${title}: jest gave no result`] };
  const result = JSON.parse(fs.readFileSync(resultFile, 'utf8'));
  const failures = [];
  for (const { name, assertionResults, status, message } of result.testResults) {
    const file = path.relative(process.cwd(), name);
    const bad = assertionResults.filter(
      (/** @type {{ status: string }} */ spec) => spec.status !== 'passed',
    );
    for (const spec of bad) {
      const why = beginningOf(spec.failureMessages.join('\n'));
      failures.push(`${file}: ${spec.fullName} (${spec.status})${why}`);
    }
    if (status === 'failed' && bad.length === 0)
      failures.push(`${file}: ${message.split('\n')[0]}`);
  }
  if (result.numTotalTests === 0) failures.push(`${title}: no spec was found`);
  return { passed: result.numPassedTests, failures };
}

/** Runs checks one after the other. @returns {Promise<Tally>} */
async function runChecks(/** @type {string} */ root, /** @type {Check[]} */ checks) {
  const tally = { passed: 0, failures: /** @type {string[]} */ ([]) };
  for (const { title, run } of checks) {
    try {
      await step(title, () => run(root));
      tally.passed += 1;
    } catch (error) {
      console.error(error instanceof Complaint ? error.message : error);
      tally.failures.push(title);
    }
  }
  return tally;
}

/** Runs specs against one throw-away database server. @returns {Promise<Tally>} */
export async function runSpecs(/** @type {string} */ root, /** @type {typeof SPEC_RUNS} */ runs) {
  const tally = { passed: 0, failures: /** @type {string[]} */ ([]) };
  const database = await startTestDatabase();
  const results = fs.mkdtempSync(path.join(os.tmpdir(), 'flipside-results-'));
  for (const [index, { title, args }] of runs.entries()) {
    const outputFile = path.join(results, `${index}.json`);
    // A spec that leaves something open must not keep the run open for ever.
    const jestArgs = [...args, '--forceExit', '--json', `--outputFile=${outputFile}`];
    console.error(`${title} …`);
    await runJest(root, database.url, jestArgs);
    const { passed, failures } = tallyOf(title, outputFile);
    tally.passed += passed;
    tally.failures.push(...failures);
  }
  await database.stop();
  fs.rmSync(results, { recursive: true });
  return tally;
}

/** Says what failed, and the closing line. @returns {number} exit code */
export function closeWith(/** @type {Tally[]} */ tallies) {
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failures = tallies.flatMap((tally) => tally.failures);
  if (failures.length) console.log(`\nFailed:\n${failures.map((line) => `  ${line}`).join('\n')}`);
  console.log(`\n${passed} passed, ${failures.length} failed`);
  return failures.length ? 1 : 0;
}

/** Everything, and the closing line. @returns {Promise<number>} exit code */
async function runAll(/** @type {string} */ root, /** @type {boolean} */ withJudges) {
  return closeWith([
    await runChecks(root, beforeSpecs),
    await runSpecs(root, withJudges ? [...SPEC_RUNS, JUDGES] : SPEC_RUNS),
    await runChecks(root, afterSpecs),
  ]);
}

/** Runs the specs whose path matches a pattern. @returns {Promise<number>} exit code */
async function runOnly(
  /** @type {string} */ root,
  /** @type {string} */ pattern,
  /** @type {string[]} */ options,
) {
  const database = await startTestDatabase();
  const projects = ['e2e', 'faults', 'judges'].filter((project) => pattern.includes(project));
  const { code } = await runJest(root, database.url, [
    ...['--selectProjects', ...(projects.length ? projects : ['node', 'dom'])],
    ...['--testPathPatterns', pattern, '--maxWorkers=1', ...options],
  ]);
  await database.stop();
  return code;
}

/**
 * @param {string} root the checkout
 * @param {string[]} args command line after `test`
 */
export async function main(root, args) {
  const [first, pattern, ...options] = args;
  const isAll = first === undefined || (first === '--judges' && pattern === undefined);
  if (!isAll && (first !== '--only' || !pattern)) {
    throw new Complaint(
      'Usage: node infra/run.mjs test [--judges | --only <pattern> [jest options]]',
    );
  }
  // The throw-away database ends with this process; its folder goes with the next run.
  onStop(() => process.exit(130));
  process.exit(
    pattern ? await runOnly(root, pattern, options) : await runAll(root, first === '--judges'),
  );
}
