/** Brings node_modules to what the lock file says, when it is not there already. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** @typedef {{ version?: string, resolved?: string, optional?: boolean, devOptional?: boolean }} LockedPackage */

/**
 * @param {string} file a lock file, of the checkout or the one npm keeps of what it installed
 * @returns {Record<string, LockedPackage>}
 */
function packagesOf(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8')).packages;
}

/** Does node_modules hold what the lock file says? Optional packages may be those of another platform. */
export function isInstalled(/** @type {string} */ root) {
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

/** Installs with npm when needed and ends the process when that fails. */
export function installIfNeeded(/** @type {string} */ root) {
  if (isInstalled(root)) return;
  const began = performance.now();
  console.log('Installing packages (about a minute the first time)');
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('The packages could not be installed. See the message of npm above.');
    process.exit(status ?? 1);
  }
  console.log(`Installed in ${Math.round((performance.now() - began) / 1000)} s`);
}
