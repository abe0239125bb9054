/** What is forbidden where. Each ban states the way out, because that is what the reader needs. */
import { CONTEXTS } from './boundaries.mjs';

const ban = (/** @type {string} */ regex, /** @type {string} */ message) => ({ regex, message });

const IMPORTS = {
  env: ban('^(node:)?process$', 'Settings are read in libs/platform/api/src/config.ts only.'),
  apollo: ban('^@apollo/', 'The screen parts of platform/ui know no GraphQL: take data as props.'),
  graphql: ban('^graphql$', 'The screen parts of platform/ui know no GraphQL: take data as props.'),
  mantine: ban('^@mantine/', 'Import screen parts from @flipside/ui, which dresses them.'),
  framework: ban(
    '^(typeorm|@nestjs/|@apollo/|react|pg$|graphql)',
    'A domain room is pure: no framework. Put this into the api or web room.',
  ),
  node: ban('^node:', 'A domain room runs in the browser too: no Node modules.'),
  server: ban('^@flipside/([a-z]+-api|app-api)(/|$)', 'The web client never imports server code.'),
  client: ban('^@flipside/([a-z]+-web|ui|platform-web)$', 'The server never imports screen code.'),
  builders: ban('/builders$', 'Builders serve specs, tests and the seed only.'),
};

/** A context's screens use its own domain; what they show of others comes through those contexts' screens. */
const foreignDomain = (/** @type {string} */ context) =>
  ban(`^@flipside/(?!${context}-)[a-z]+-domain$`, `Screens of ${context} use its own domain only.`);

/**
 * @param {{ regex: string, message: string }[]} patterns
 * @returns {import('eslint').Linter.RulesRecord}
 */
const restrictImports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

/** Files that may use builders: specs, the builders themselves and the seed. */
export const BUILDER_USERS = [
  '**/*.spec.{ts,tsx}',
  '**/spec-*.ts',
  '**/builders.ts',
  '**/*.builder.ts',
  'tests/**/*.ts',
  'apps/api/src/seed/**/*.ts',
];

/**
 * Import bans by room. Where two match a file, the later one holds: this rule's options do not add up.
 * @type {import('typescript-eslint').ConfigArray}
 */
export const importBans = [
  {
    files: ['{apps,libs,tests}/**/*.{ts,tsx}'],
    rules: restrictImports(IMPORTS.env, IMPORTS.mantine, IMPORTS.client, IMPORTS.builders),
  },
  {
    files: BUILDER_USERS,
    rules: restrictImports(IMPORTS.env, IMPORTS.mantine, IMPORTS.client),
  },
  {
    // Journeys take the list of pages from the client itself.
    files: ['tests/e2e/**/*.ts'],
    rules: restrictImports(IMPORTS.env, IMPORTS.mantine, IMPORTS.builders),
  },
  {
    files: ['libs/*/domain/**/*.ts', 'libs/platform/kernel/**/*.ts'],
    rules: restrictImports(IMPORTS.framework, IMPORTS.node, IMPORTS.mantine),
  },
  {
    files: ['libs/*/domain/**/*.spec.ts'],
    rules: restrictImports(IMPORTS.framework, IMPORTS.mantine),
  },
  {
    files: ['libs/platform/ui/**/*.{ts,tsx}'],
    rules: restrictImports(IMPORTS.apollo, IMPORTS.graphql, IMPORTS.server),
  },
  {
    files: ['libs/platform/web/**/*.{ts,tsx}', 'apps/web/**/*.{ts,tsx}'],
    rules: restrictImports(IMPORTS.server, IMPORTS.mantine),
  },
  ...CONTEXTS.map((context) => ({
    files: [`libs/${context}/web/**/*.{ts,tsx}`],
    rules: restrictImports(IMPORTS.server, IMPORTS.mantine, foreignDomain(context)),
  })),
  {
    files: ['**/*.{entity,policy}.ts'],
    ignores: ['**/*.spec.ts'],
    rules: restrictImports(
      ban('^@nestjs/graphql$', 'Columns and GraphQL fields are two classes.'),
      IMPORTS.builders,
    ),
  },
  {
    files: ['**/*.{type,policy}.ts'],
    rules: restrictImports(
      ban('^(typeorm|@nestjs/typeorm)$', 'GraphQL types and policies know no database.'),
      IMPORTS.builders,
    ),
  },
];

const TIME_AND_CHANCE = 'Take `now`, the zone and chance as arguments: a rule gives one answer.';

const NO_ENV = {
  object: 'process',
  property: 'env',
  message: 'Settings are read in libs/platform/api/src/config.ts only.',
};

const UNCLEAR_EXPORTS = {
  selector: 'ExportAllDeclaration',
  message: 'Name the public things one by one.',
};

const NO_FOCUS = [
  {
    selector:
      'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo|failing)$/]',
    message: 'Every spec runs: no focus, no skipping.',
  },
  {
    selector: 'CallExpression[callee.name=/^(fit|xit|fdescribe|xdescribe|xtest)$/]',
    message: 'Every spec runs: no focus, no skipping.',
  },
];

/**
 * Bans on calls and properties by room; the later one holds where two match.
 * @type {import('typescript-eslint').ConfigArray}
 */
export const callBans = [
  {
    files: ['{apps,libs,tests}/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-properties': ['error', NO_ENV],
      'no-restricted-syntax': ['error', UNCLEAR_EXPORTS, ...NO_FOCUS],
    },
  },
  {
    files: ['libs/platform/api/src/config.ts', 'tests/**/*.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['libs/*/domain/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        NO_ENV,
        { object: 'Date', property: 'now', message: TIME_AND_CHANCE },
        { object: 'Math', property: 'random', message: TIME_AND_CHANCE },
      ],
      'no-restricted-globals': [
        'error',
        ...['process', 'crypto', 'performance', 'fetch', 'setTimeout', 'setInterval'].map(
          (name) => ({
            name,
            message: 'A domain room is pure.',
          }),
        ),
      ],
      'no-restricted-syntax': [
        'error',
        UNCLEAR_EXPORTS,
        ...NO_FOCUS,
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: TIME_AND_CHANCE,
        },
        {
          selector: 'CallExpression[callee.name=/^Date$/][arguments.length=0]',
          message: TIME_AND_CHANCE,
        },
      ],
    },
  },
];
