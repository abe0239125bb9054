/**
 * Holds the client to its budget after a build: what every visit downloads before it can show a page.
 * Figures are gzip kilobytes: of JavaScript at the start, of the start together with the heaviest page, of the heaviest
 * part that is loaded when it is first needed, and of all styles.
 */
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const BUDGET = { start: 200, styles: 45, page: 240, onDemand: 50 };
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

const later = Object.keys(manifest)
  .filter((key) => manifest[key]?.file.endsWith('.js') && !first.has(key))
  .map((key) => ({ key, size: sum([...withImports(key)].filter((each) => !first.has(each))) }))
  .sort((one, other) => other.size - one.size);
const isPage = (/** @type {{ key: string }} */ { key }) => /-(page|section)\.tsx$/.test(key);
const [page] = later.filter(isPage);
const [onDemand] = later.filter((part) => !isPage(part));
const styles = fs
  .readdirSync(path.join(dist, 'assets'))
  .filter((name) => name.endsWith('.css'))
  .reduce((total, name) => total + kilobytes(path.join('assets', name)), 0);

const measured = [
  { name: 'JavaScript at the start', size: start, most: BUDGET.start },
  {
    name: `with the heaviest page, ${page?.key}`,
    size: start + (page?.size ?? 0),
    most: BUDGET.page,
  },
  {
    name: `heaviest part on demand, ${onDemand?.key}`,
    size: onDemand?.size ?? 0,
    most: BUDGET.onDemand,
  },
  { name: 'all styles', size: styles, most: BUDGET.styles },
];
for (const { name, size, most } of measured) {
  console.log(`${size <= most ? 'ok  ' : 'OVER'} ${size.toFixed(1)} of ${most} kB gz: ${name}`);
}
if (measured.some(({ size, most }) => size > most)) process.exitCode = 1;
