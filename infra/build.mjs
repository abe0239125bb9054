/** Builds the server and the web client, when a source has changed since the last build. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Complaint } from './complaint.mjs';
import { runProgram } from './processes.mjs';
import { step } from './progress.mjs';

const SOURCES = ['apps', 'libs', 'package-lock.json', 'tsconfig.base.json'];
const NOT_SOURCES = new Set(['node_modules', 'dist', 'dist-types']);
const RESULTS = ['apps/api/dist/main.js', 'apps/web/dist/index.html'];

/** Size and time of every source: enough to see in a few milliseconds that nothing has changed. */
function fingerprint(/** @type {string} */ root) {
  const hash = createHash('sha256');
  const visit = (/** @type {string} */ at) => {
    const { mtimeMs, size } = fs.statSync(at);
    if (!fs.statSync(at).isDirectory()) hash.update(`${at} ${size} ${mtimeMs}\n`);
    else {
      for (const name of fs.readdirSync(at).sort()) {
        if (!NOT_SOURCES.has(name)) visit(path.join(at, name));
      }
    }
  };
  for (const source of SOURCES) visit(path.join(root, source));
  return hash.digest('hex');
}

/** Runs an Nx target of all projects; Nx itself skips those whose inputs it has seen. */
export async function runTargets(/** @type {string} */ root, /** @type {string[]} */ args) {
  const nx = path.join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const run = ['run-many', '--output-style=static', '-t', ...args];
  // What is built is what is served, whoever asks for it: checks too work on the product as people get it.
  const env = { ...process.env, NODE_ENV: 'production' };
  const { code, output } = await runProgram(process.execPath, [nx, ...run], { quiet: true, env });
  if (code !== 0) throw new Complaint(output);
}

/**
 * @param {string} root the checkout
 * @returns {Promise<void>} rejects with the compiler's words
 */
export async function buildIfNeeded(root) {
  const stamp = path.join(root, 'node_modules', '.cache', 'flipside', 'built');
  const wanted = fingerprint(root);
  const isBuilt =
    fs.existsSync(stamp) &&
    fs.readFileSync(stamp, 'utf8') === wanted &&
    RESULTS.every((file) => fs.existsSync(path.join(root, file)));
  if (isBuilt) return;
  await step('Building', () => runTargets(root, ['build']));
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, wanted);
}

/** `npm run build` */
export async function main(/** @type {string} */ root) {
  await step('Building', () => runTargets(root, ['build']));
}
