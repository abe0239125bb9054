/**
 * `npm run figures` takes the figures of the README that concern the whole: it clones what is committed into an empty
 * folder, starts it twice as a newcomer does, and writes the times and the disk use into `figures.json` and into the
 * README's table, which a spec compares. Packages come from npm's cache where that holds them.
 */
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from './free-port.mjs';

const FIRST_PORT = 4500;
const root = path.dirname(import.meta.dirname);
const seconds = (/** @type {number} */ ms, digits = 0) => `${(ms / 1000).toFixed(digits)} s`;
const size = (/** @type {number} */ mb) =>
  mb < 1000 ? `${mb} MB` : `${(mb / 1000).toFixed(1)} GB`;

/** Size on disk of a folder, as `du` counts it. */
const megabytes = (/** @type {string} */ folder) =>
  Number(execFileSync('du', ['-sm', folder], { encoding: 'utf8' }).split('\t')[0]);

/**
 * Runs what `npm start` runs until the first page is there, then stops it as Ctrl-C does.
 * @param {string} clone
 * @returns {Promise<{ toPageMs: number, installMs: number }>}
 */
async function startOnce(clone) {
  const began = performance.now();
  let installMs = 0;
  const child = spawn(process.execPath, [path.join(clone, 'infra', 'run.mjs'), 'start'], {
    cwd: clone,
    env: { ...process.env, PORT: String(await freePort(FIRST_PORT)), FLIPSIDE_COMPANY: 'demo' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise((resolve) => child.once('exit', resolve));
  /** @type {string} */
  const url = await new Promise((resolve, reject) => {
    const read = (/** @type {Buffer} */ chunk) => {
      output += chunk;
      if (!installMs && /Installing packages.*done/.test(output))
        installMs = performance.now() - began;
      const ready = /ready at (\S+)/.exec(output)?.[1];
      if (ready) resolve(ready);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => reject(new Error(output)));
  });
  const page = await fetch(url);
  if (!page.ok) throw new Error(`${url} answered ${page.status}`);
  const toPageMs = performance.now() - began;
  child.kill('SIGINT');
  await ended;
  return { toPageMs, installMs };
}

/** Keeps the figures, by what the README's table calls them, and puts them there. */
function writeFigures(/** @type {Record<string, string>} */ figures) {
  fs.writeFileSync(path.join(root, 'infra/figures.json'), `${JSON.stringify(figures, null, 2)}\n`);
  let readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8');
  for (const [what, figure] of Object.entries(figures)) {
    console.log(`${what}: ${figure}`);
    readme = readme.replace(
      new RegExp(`^(\\| ${what} +\\| )(.*)( \\|)$`, 'm'),
      (_row, before, held, after) => before + figure.padEnd(held.length) + after,
    );
  }
  fs.writeFileSync(path.join(root, 'README.md'), readme);
}

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'flipside-figures-'));
// Started by root, the database runs as another user, who must be able to walk down to its data.
fs.chmodSync(home, 0o755);
try {
  const clone = path.join(home, 'flipside');
  const began = performance.now();
  execFileSync('git', ['clone', '--quiet', root, clone]);
  const cloneMs = performance.now() - began;
  const first = await startOnce(clone);
  const later = await startOnce(clone);
  const disk = ['node_modules', '.data'].map((folder) => size(megabytes(path.join(clone, folder))));
  writeFigures({
    'from clone to first page': `${seconds(cloneMs + first.toPageMs)}, of it ${seconds(first.installMs)} installing`,
    'a later start': seconds(later.toPageMs, 1),
    'disk: packages / data of the demonstration company': disk.join(' / '),
  });
} finally {
  fs.rmSync(home, { recursive: true, force: true });
}
