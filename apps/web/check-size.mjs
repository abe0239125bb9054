/**
 * Holds the client to its budget after a build: what every visit downloads before it can show a page.
 * Figures are gzip kilobytes of JavaScript at the start, of all styles, and of the largest page on top of the start.
 */
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const BUDGET = { start: 200, styles: 45, page: 60 };
const dist = path.join(import.meta.dirname, 'dist');

/** @typedef {{ file: string, isEntry?: boolean, imports?: string[], dynamicImports?: string[], css?: string[] }} Chunk */

/** @type {Record<string, Chunk>} */
const manifest = JSON.parse(fs.readFileSync(path.join(dist, '.vite', 'manifest.json'), 'utf8'));

const kilobytes = (/** @type {string} */ file) =>
  gzipSync(fs.readFileSync(path.join(dist, file)), { level: 6 }).length / 1000;

/** A chunk and everything it imports before it can run. */
function withImports(/** @type {string} */ key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  for (const next of manifest[key]?.imports ?? []) withImports(next, found);
  return found;
}

const sum = (/** @type {Iterable<string>} */ keys) =>
  [...keys].reduce((total, key) => total + kilobytes(manifest[key]?.file ?? ''), 0);

const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry);
if (!entry) throw new Error('the build has no entry');
const first = withImports(entry);
const start = sum(first) + kilobytes('theme.js');

const pages = Object.keys(manifest)
  .filter((key) => manifest[key]?.file.endsWith('.js') && !first.has(key))
  .map((key) => ({ key, size: sum([...withImports(key)].filter((each) => !first.has(each))) }))
  .sort((one, other) => other.size - one.size);
const styles = fs
  .readdirSync(path.join(dist, 'assets'))
  .filter((name) => name.endsWith('.css'))
  .reduce((total, name) => total + kilobytes(path.join('assets', name)), 0);

const measured = [
  { name: 'JavaScript at the start', size: start, most: BUDGET.start },
  { name: 'all styles', size: styles, most: BUDGET.styles },
  {
    name: `largest page (${pages[0]?.key ?? 'none'})`,
    size: pages[0]?.size ?? 0,
    most: BUDGET.page,
  },
];
for (const { name, size, most } of measured) {
  console.log(`${size <= most ? 'ok  ' : 'OVER'} ${size.toFixed(1)} of ${most} kB gz: ${name}`);
}
if (measured.some(({ size, most }) => size > most)) process.exitCode = 1;
