import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { BUILDER_USERS, callBans, importBans } from './infra/lint/bans.mjs';
import { boundaries } from './infra/lint/boundaries.mjs';
import house from './infra/lint/house-rules.mjs';

// The boundary rule reads this graph from a cache and, without one, checks nothing and says little.
process.env.NX_DAEMON = 'false';
await createProjectGraphAsync();

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/dist-types/',
      '.nx/',
      '.data/',
      'libs/platform/web/src/gql/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    plugins: { house },
    rules: {
      'house/file-name': 'error',
      'house/explained-disable': 'error',
      'max-lines': ['error', { max: 320 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      'no-promise-executor-return': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { '@nx': nx, 'react-hooks': hooks },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      ...hooks.configs.recommended.rules,
      'house/guarded-root-fields': 'error',
      '@nx/enforce-module-boundaries': ['error', boundaries({ forSpecs: false })],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Nest reads parameter types at run time: an import for types alone would take them away.
      '@typescript-eslint/consistent-type-imports': 'off',
      // An empty class with decorators is how Nest writes a module.
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  ...importBans,
  ...callBans,
  {
    files: BUILDER_USERS,
    rules: { '@nx/enforce-module-boundaries': ['error', boundaries({ forSpecs: true })] },
  },
  {
    files: ['**/*.spec.{ts,tsx}', 'apps/api/src/{seed,migrations}/**', 'tests/**'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['{apps,libs}/**/*.tsx'],
    ignores: ['**/*.spec.tsx'],
    rules: {
      'max-lines-per-function': ['error', { max: 160, skipBlankLines: true, skipComments: true }],
    },
  },
);
