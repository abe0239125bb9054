import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');
const readme = read('README.md');

describe('the README', () => {
  it('is read in one go', () => {
    expect(readme.split('\n').length).toBeLessThan(200);
  });

  it('names only commands that are there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = new Set([...readme.matchAll(/npm run ([a-z][\w:-]*)/g)].map(([, name]) => name));
    expect(named.size).toBeGreaterThan(5);
    expect([...named].filter((name) => !scripts[name ?? ''])).toEqual([]);
    expect(readme).toMatch(/npm start/);
    expect(readme).toMatch(/npm test/);
  });

  it('shows pictures and leads to files that are there, a picture of each home among them', () => {
    const targets = [...readme.matchAll(/\]\(([^)#]+)[^)]*\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^\w+:/.test(target));
    expect(targets.filter((target) => !fs.existsSync(path.join(root, target)))).toEqual([]);
    for (const home of [
      'hr-lead',
      'executive',
      'champion',
      'delegate',
      'employee',
      'administrator',
    ])
      expect(targets).toContain(`infra/pictures/home-${home}.png`);
  });

  it('states the times and the disk use that the command measured', () => {
    const figures = JSON.parse(read('infra/figures.json')) as Record<string, string>;
    const rows = new Map(
      [...readme.matchAll(/^\| (.+?) +\| (.+?) +\|$/gm)].map(([, what, figure]) => [what, figure]),
    );
    expect(Object.keys(figures)).toHaveLength(3);
    for (const [what, figure] of Object.entries(figures))
      expect([what, rows.get(what)]).toEqual([what, figure]);
  });

  it('maps every part of the house', () => {
    const parts = fs
      .globSync('{apps,libs}/*', { cwd: root })
      .filter((part) => fs.statSync(path.join(root, part)).isDirectory());
    expect(parts.length).toBeGreaterThan(7);
    expect(parts.filter((part) => !new RegExp(`^${part} `, 'm').test(readme))).toEqual([]);
  });
});

describe('the settings', () => {
  /** Names of variables where they stand at the beginning of something. */
  const namesIn = (text: string, pattern: RegExp): string[] =>
    [...text.matchAll(pattern)].map(([, name = '']) => name);
  const readByServer = namesIn(
    /const environment = z\.object\(\{([^]*?)^\}\)/m.exec(
      read('libs/platform/api/src/config.ts'),
    )?.[1] ?? '',
    /^ {2}([A-Z][A-Z_]+): /gm,
  ).sort();
  const [, table = ''] = /## Configure([^]*?)\n## /.exec(readme) ?? [];
  const inReadme = namesIn(table, /`([A-Z][A-Z_]+)`/g);

  it('are all told in the README, which names no other', () => {
    const readByStart = ['HOST', 'FLIPSIDE_DATA'];
    for (const name of readByStart)
      expect(read('infra/start.mjs') + read('infra/database.mjs')).toContain(
        `process.env['${name}']`,
      );
    expect(readByServer.length).toBeGreaterThan(15);
    expect([...new Set(inReadme)].sort()).toEqual([...readByServer, ...readByStart].sort());
  });

  it('reach both processes of the compose file, and nothing else does', () => {
    const { services } = parse(read('infra/compose.yaml'), { merge: true }) as {
      services: Record<'api' | 'worker', { environment: Record<string, string | null> }>;
    };
    for (const { environment } of [services.api, services.worker])
      expect(Object.keys(environment).sort()).toEqual(readByServer);
  });
});

describe('the compose file', () => {
  it('brings the API, the worker, PostgreSQL and something that catches mail', () => {
    const { services } = parse(read('infra/compose.yaml'), { merge: true }) as {
      services: Record<string, { image?: string; command?: string[] }>;
    };
    expect(Object.keys(services).sort()).toEqual(['api', 'database', 'mail', 'worker']);
    expect(services['worker']?.command).toEqual(['node', 'apps/api/dist/worker.js']);
    expect(services['database']?.image).toMatch(/\/postgres:\d+$/);
  });
});

describe('the decision records', () => {
  it('say why this runtime and database, and why this package of Apollo', () => {
    for (const [file, words] of [
      ['0001-runtime-and-database.md', /PostgreSQL/],
      ['0002-apollo-server-package.md', /@apollo\/server/],
    ] as const)
      expect(read(`infra/decisions/${file}`)).toMatch(words);
  });
});
