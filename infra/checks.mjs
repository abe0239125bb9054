/** The checks of the repository beside its specs. Each ends well or throws a complaint that says what to do. */
import fs from 'node:fs';
import path from 'node:path';
import { parse as parseYaml } from 'yaml';
import { runTargets } from './build.mjs';
import { generateTypes } from './codegen.mjs';
import { Complaint } from './complaint.mjs';
import { runProgram } from './processes.mjs';
import { printSchema, SCHEMA_FILE } from './schema.mjs';

/** @typedef {{ title: string, run: (root: string) => Promise<void> }} Check */

/** Runs a program of node_modules and complains with its output. */
async function expectSuccess(
  /** @type {string} */ root,
  /** @type {string[]} */ [program, ...args],
) {
  const file = path.join(root, 'node_modules', program ?? '');
  const { code, output } = await runProgram(process.execPath, [file, ...args], { quiet: true });
  if (code !== 0) throw new Complaint(output);
}

/** Is there a package of this name for one that lies at `at`? Node looks in every folder upwards. */
function resolves(
  /** @type {Record<string, unknown>} */ packages,
  /** @type {string} */ at,
  /** @type {string} */ name,
) {
  for (
    let folder = at;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/')))
  ) {
    const parent = folder.replace(/\/$/, '');
    if (packages[`${parent ? `${parent}/` : ''}node_modules/${name}`]) return true;
    if (!parent) return false;
  }
}

/**
 * `npm install` leaves packages for other platforms silently out when the registry lacks them, and addresses
 * of one registry in; on the next machine `npm ci` fails.
 */
async function checkLockFile(/** @type {string} */ root) {
  const { packages } = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const faults = [];
  for (const [at, { resolved = '', optionalDependencies = {} }] of Object.entries(packages)) {
    if (/^\w+:\/\//.test(resolved))
      faults.push(`${at} names the registry it came from: ${resolved}`);
    for (const name of Object.keys(optionalDependencies)) {
      if (!resolves(packages, at, name)) faults.push(`${at} lacks ${name} in the lock file`);
    }
  }
  if (faults.length) throw new Complaint(faults.join('\n'));
}

/** Does a committed file hold what its source gives now? */
function expectCurrent(
  /** @type {string} */ root,
  /** @type {string} */ file,
  /** @type {string} */ wanted,
  /** @type {string} */ command,
) {
  const at = path.join(root, file);
  const held = fs.existsSync(at) ? fs.readFileSync(at, 'utf8') : '';
  if (held !== wanted) throw new Complaint(`${file} is not current: run \`${command}\`.`);
}

async function checkSchema(/** @type {string} */ root) {
  expectCurrent(root, SCHEMA_FILE, await printSchema(root), 'npm run schema');
}

async function checkClientTypes(/** @type {string} */ root) {
  const { generated, faults } = await generateTypes(root);
  if (faults.length) throw new Complaint(faults.join('\n'));
  for (const [file, text] of generated) expectCurrent(root, file, text, 'npm run codegen');
}

/** The compose file cannot be started here; what can be said without an engine is that it holds together. */
async function checkComposeFile(/** @type {string} */ root) {
  const file = 'infra/compose.yaml';
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  const { services, volumes = {} } = parseYaml(text, { merge: true });
  const faults = [];
  for (const [name, service] of Object.entries(services)) {
    if (!service.image && !service.build) faults.push(`${name} has neither image nor build`);
    const { context = '.', dockerfile } = service.build ?? {};
    if (dockerfile && !fs.existsSync(path.resolve(root, 'infra', context, dockerfile))) {
      faults.push(`${name} is built from ${dockerfile}, which does not exist`);
    }
    for (const needed of Object.keys(service.depends_on ?? {})) {
      if (!services[needed]) faults.push(`${name} depends on ${needed}, which does not exist`);
    }
    for (const mount of service.volumes ?? []) {
      const [source = ''] = String(mount).split(':');
      if (!/^[./]/.test(source) && !(source in volumes)) faults.push(`${source} is no volume`);
    }
  }
  if (faults.length) throw new Complaint(`${file}: ${faults.join('; ')}`);
}

/** Whoever opens a library reads first what it owns, what it must not know and where to start. */
async function checkReadmes(/** @type {string} */ root) {
  const libraries = fs.globSync('libs/*/*/package.json', { cwd: root }).map(path.dirname);
  const faults = libraries.filter((library) => {
    const file = path.join(root, library, 'README.md');
    const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
    return !/must not know|knows nothing/i.test(text) || !/\bstart\b/i.test(text);
  });
  if (faults.length)
    throw new Complaint(
      `Say what it owns, what it must not know and where to start reading, in README.md of ${faults.join(', ')}`,
    );
}

/** @type {Check[]} */
export const beforeSpecs = [
  { title: 'Lock file serves every platform', run: checkLockFile },
  { title: 'Lint', run: (root) => expectSuccess(root, ['eslint/bin/eslint.js', '.']) },
  {
    title: 'Types',
    run: async (root) => {
      await expectSuccess(root, ['typescript-7/bin/tsc', '-b']);
      await expectSuccess(root, ['typescript-7/bin/tsc', '-p', 'infra']);
    },
  },
  { title: 'Build', run: (root) => runTargets(root, ['build']) },
];

/** @type {Check[]} */
export const afterSpecs = [
  { title: 'Printed schema is current', run: checkSchema },
  { title: 'Generated client types are current', run: checkClientTypes },
  { title: 'Nothing is dead (knip)', run: (root) => expectSuccess(root, ['knip/bin/knip.js']) },
  {
    title: 'Everything is formatted (prettier)',
    run: (root) =>
      expectSuccess(root, ['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']),
  },
  { title: 'Compose file holds together', run: checkComposeFile },
  { title: 'Every library has its README', run: checkReadmes },
];
