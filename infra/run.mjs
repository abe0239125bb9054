/**
 * The door to every command: `node infra/run.mjs start | test | judges | flipside | build | schema | codegen`.
 * This file runs on any Node from 20.19 and uses nothing but built-ins. It installs what is missing, then
 * goes on under the Node that the lock file pins.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Complaint } from './complaint.mjs';
import { installIfNeeded } from './install.mjs';
import { onStop } from './processes.mjs';

const NEEDED_NODE = 24;
const root = path.dirname(import.meta.dirname);
const bin = path.join(root, 'node_modules', '.bin');

const commands = new Map([
  ['start', () => import('./start.mjs')],
  ['test', () => import('./test.mjs')],
  ['judges', () => import('./judges.mjs')],
  ['flipside', () => import('./flipside.mjs')],
  ['build', () => import('./build.mjs')],
  ['schema', () => import('./schema.mjs')],
  ['codegen', () => import('./codegen.mjs')],
]);

/** Runs this same command again under the pinned Node and ends as it ends. */
function continueUnderPinnedNode() {
  const pinned = path.join(bin, process.platform === 'win32' ? 'node.exe' : 'node');
  if (!fs.existsSync(pinned)) {
    console.error(
      `Flipside needs Node ${NEEDED_NODE} or newer, and there is no packaged one for this platform. ` +
        `You have ${process.version}: install Node ${NEEDED_NODE}, then run this command again.`,
    );
    process.exit(1);
  }
  const child = spawn(pinned, process.argv.slice(1), { stdio: 'inherit' });
  onStop(() => child.kill('SIGTERM'));
  child.once('exit', (code) => process.exit(code ?? 1));
}

/** Says what went wrong, what the operator can mend in a sentence and anything else in full, and ends. */
function fail(/** @type {unknown} */ error) {
  const isSaid =
    error instanceof Complaint || (error instanceof Error && error.name === 'ConfigError');
  console.error(isSaid ? error.message : error);
  process.exit(1);
}

const [, , name = '', ...args] = process.argv;
const command = commands.get(name);
if (!command) {
  console.error(`Usage: node infra/run.mjs ${[...commands.keys()].join(' | ')}`);
  process.exit(2);
}
process.chdir(root);
await installIfNeeded(root).catch(fail);
process.env.PATH = bin + path.delimiter + process.env.PATH;
process.env.NX_DAEMON = 'false';
if (Number.parseInt(process.versions.node, 10) < NEEDED_NODE) continueUnderPinnedNode();
else {
  const { main } = await command();
  await main(root, args).catch(fail);
}
