/** Brings node_modules to what the lock file says, when it is not there already. */
import fs from 'node:fs';
import path from 'node:path';
import { Complaint } from './complaint.mjs';
import { runProgram } from './processes.mjs';
import { step } from './progress.mjs';

/** @typedef {{ version?: string, resolved?: string, optional?: boolean, devOptional?: boolean }} LockedPackage */

/**
 * @param {string} file a lock file, of the checkout or the one npm keeps of what it installed
 * @returns {Record<string, LockedPackage>}
 */
function packagesOf(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8')).packages;
}

/** Does node_modules hold what the lock file says? Optional packages may be those of another platform. */
function isInstalled(/** @type {string} */ root) {
  const record = path.join(root, 'node_modules', '.package-lock.json');
  if (!fs.existsSync(record)) return false;
  const installed = packagesOf(record);
  return Object.entries(packagesOf(path.join(root, 'package-lock.json'))).every(([at, wanted]) => {
    if (!at.includes('node_modules/')) return true;
    const present = installed[at];
    if (!present) return wanted.optional === true || wanted.devOptional === true;
    return present.version === wanted.version;
  });
}

/**
 * Installs with npm when needed: from nothing as `npm ci`, otherwise only what changed, which is ten times as quick and
 * leaves the lock file alone too.
 * @param {string} root the checkout
 * @returns {Promise<void>} rejects when npm could not do it
 */
export async function installIfNeeded(root) {
  if (isInstalled(root)) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  if (fs.existsSync(path.join(root, 'node_modules', '.package-lock.json'))) {
    await step('Installing the packages that changed', () =>
      runProgram(npm, ['install', '--no-save', ...quiet]),
    );
    if (isInstalled(root)) return;
  }
  await step('Installing packages (about a minute the first time)', async () => {
    const { code } = await runProgram(npm, ['ci', ...quiet]);
    if (code !== 0) throw new Complaint('The packages could not be installed: see npm above.');
  });
}
