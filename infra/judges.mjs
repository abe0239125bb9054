/**
 * `npm run judges` asks programs of others the same questions as ours (`tests/judges`) and closes with one line,
 * `N passed, N failed`. The programs come from Debian; `.ci/run` installs them.
 */
import fs from 'node:fs';
import path from 'node:path';
import { Complaint } from './complaint.mjs';
import { onStop, runProgram } from './processes.mjs';
import { closeWith, JUDGES, runSpecs } from './test.mjs';

/** Packages of `debian-packages.txt` that this machine lacks. */
async function missingPackages(/** @type {string} */ root) {
  const wanted = fs
    .readFileSync(path.join(root, 'infra', 'debian-packages.txt'), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  const { answer } = await runProgram(
    'dpkg-query',
    ['--show', '--showformat=${db:Status-Status} ${Package}\\n', ...wanted],
    { quiet: true },
  );
  const installed = new Set(answer.split('\n'));
  return wanted.filter((name) => !installed.has(`installed ${name}`));
}

async function checkPackages(/** @type {string} */ root) {
  const missing = await missingPackages(root);
  if (missing.length === 0) return;
  throw new Complaint(
    `The judges need packages of Debian that are not installed: ${missing.join(', ')}.\n` +
      `Run \`apt-get install --no-install-recommends ${missing.join(' ')}\`.`,
  );
}

/** @param {string} root the checkout */
export async function main(root) {
  onStop(() => process.exit(130));
  await checkPackages(root);
  process.exit(closeWith([await runSpecs(root, [JUDGES])]));
}
