import { describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';
import fs from 'node:fs';
import path from 'node:path';
import { boundaries, CONTEXTS } from './boundaries.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const eslint = new ESLint({ cwd: root });

/** The rules that a snippet breaks when it stands in an existing file of the checkout. */
async function brokenRules(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: path.join(root, file) });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const domain = 'libs/champions/domain/src/index.ts';
const api = 'libs/champions/api/src/index.ts';
const web = 'libs/champions/web/src/index.ts';
const ui = 'libs/platform/ui/src/index.ts';

const resolver = (guard: string) => `
  import { Query, Resolver } from '@nestjs/graphql';
  import { Public, Roles } from './access.js';
  export const known = [Public, Roles];
  @Resolver()
  export class ChampionsResolver {
    ${guard}
    @Query(() => String)
    champion(): string { return 'Ada'; }
  }`;

/** Tags of every library, application and folder of tests, by its path. */
const tagsOf = new Map(
  fs.globSync('{libs/*/*,apps/*,tests/*}/package.json', { cwd: root }).map((file) => {
    const { nx } = JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')) as {
      nx?: { tags?: string[] };
    };
    return [path.dirname(file), [...(nx?.tags ?? [])].sort()] as const;
  }),
);

describe('the tags of this house', () => {
  it('say of every library which context and which room it is', () => {
    for (const context of CONTEXTS)
      for (const room of ['domain', 'api', 'web'])
        expect([context, room, tagsOf.get(`libs/${context}/${room}`)]).toEqual([
          context,
          room,
          [`scope:${context}`, `type:${room}`],
        ]);
    expect([...tagsOf.keys()].filter((at) => at.startsWith('libs/platform/'))).toHaveLength(5);
  });

  it('constrain: each project has a scope and a type, and each of these a rule of its own', () => {
    const sources = new Set(
      boundaries({ forSpecs: false }).depConstraints.map(({ sourceTag }) => sourceTag),
    );
    for (const [at, tags] of tagsOf) {
      expect([at, tags.map((tag) => tag.split(':')[0])]).toEqual([at, ['scope', 'type']]);
      expect([at, tags.filter((tag) => !sources.has(tag))]).toEqual([at, []]);
    }
  });
});

describe('the types of this house', () => {
  const read = (file: string) =>
    JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')) as {
      extends?: string;
      compilerOptions?: Record<string, unknown>;
    };

  it('are checked strictly in every project', () => {
    const { compilerOptions } = read('tsconfig.base.json');
    expect(compilerOptions).toMatchObject({ strict: true, noUncheckedIndexedAccess: true });
    for (const at of tagsOf.keys()) {
      const project = read(`${at}/tsconfig.json`);
      expect([at, project.extends?.endsWith('/tsconfig.base.json')]).toEqual([at, true]);
      const loosened = Object.keys(project.compilerOptions ?? {}).filter((name) =>
        /^(strict|no(Implicit|Unchecked))/.test(name),
      );
      expect([at, loosened]).toEqual([at, []]);
    }
  });
});

describe('the lint of this house refuses', () => {
  it.each([
    [
      'a rule that reads the clock',
      domain,
      'export const at = new Date();',
      'no-restricted-syntax',
    ],
    [
      'a rule that asks for now',
      domain,
      'export const at = Date.now();',
      'no-restricted-properties',
    ],
    [
      'a rule left to chance',
      domain,
      'export const x = Math.random();',
      'no-restricted-properties',
    ],
    [
      'a rule that knows the database',
      domain,
      "import { Entity } from 'typeorm'; export { Entity };",
      'no-restricted-imports',
    ],
    [
      'a rule that knows the framework',
      domain,
      "import { Module } from '@nestjs/common'; export { Module };",
      'no-restricted-imports',
    ],
    [
      'a rule that imports any other package',
      domain,
      "import { z } from 'zod'; export { z };",
      '@nx/enforce-module-boundaries',
    ],
    [
      'a context that imports one to its right',
      api,
      "import * as right from '@flipside/pairings-api'; export { right };",
      '@nx/enforce-module-boundaries',
    ],
    [
      'a rule that imports the server',
      domain,
      "import * as server from '@flipside/champions-api'; export { server };",
      '@nx/enforce-module-boundaries',
    ],
    [
      'the testing library in the product',
      api,
      "import * as testing from '@flipside/testing'; export { testing };",
      '@nx/enforce-module-boundaries',
    ],
    [
      'another room by its path',
      api,
      "export { x } from '../../domain/src/index.js';",
      '@nx/enforce-module-boundaries',
    ],
    [
      'builders in the product',
      api,
      "import * as builders from '@flipside/people-api/builders'; export { builders };",
      'no-restricted-imports',
    ],
    [
      "screens that use another context's domain",
      web,
      "import * as people from '@flipside/people-domain'; export { people };",
      'no-restricted-imports',
    ],
    [
      'undressed screen parts',
      web,
      "import { Button } from '@mantine/core'; export { Button };",
      'no-restricted-imports',
    ],
    [
      'screen parts that know GraphQL',
      ui,
      "import { useQuery } from '@apollo/client/react'; export { useQuery };",
      'no-restricted-imports',
    ],
    [
      'settings read in passing',
      api,
      "export const url = process.env['DATABASE_URL'];",
      'no-restricted-properties',
    ],
    ['an unguarded root field', api, resolver(''), 'house/guarded-root-fields'],
    [
      'an unguarded address',
      api,
      `import { Controller, Get } from '@nestjs/common';
       @Controller() export class Feed { @Get('feed') feed(): string { return ''; } }`,
      'house/guarded-root-fields',
    ],
    ['any', api, 'export const x: any = 1;', '@typescript-eslint/no-explicit-any'],
    [
      'a promise nobody waits for',
      api,
      'export const go = async () => {}; export function f() { go(); }',
      '@typescript-eslint/no-floating-promises',
    ],
    ['exports that name nothing', api, "export * from './builders.js';", 'no-restricted-syntax'],
    [
      'a silenced rule without a reason',
      api,
      '// eslint-disable-next-line no-var\nexport var x = 1;',
      'house/explained-disable',
    ],
    [
      'a focused spec',
      api,
      "import { it } from '@jest/globals'; it.only('x', () => {});",
      'no-restricted-syntax',
    ],
  ])('%s', async (_what, file, code, rule) => {
    expect(await brokenRules(file, code)).toContain(rule);
  });

  it('nothing about a root field that says who may call it', async () => {
    expect(await brokenRules(api, resolver("@Roles('hrLead')"))).toEqual([]);
    expect(await brokenRules(api, resolver('@Public()'))).toEqual([]);
  });

  it('nothing of what the house allows', async () => {
    const leftwards = `
      import * as people from '@flipside/people-api';
      import * as rules from '@flipside/champions-domain';
      import * as platform from '@flipside/platform-api';
      export { people, rules, platform };`;
    expect(await brokenRules(api, leftwards)).toEqual([]);
    const dated = `
      export const dayAfter = (at: Date) => new Date(at.getTime() + 86_400_000);`;
    expect(await brokenRules(domain, dated)).toEqual([]);
  });
});
