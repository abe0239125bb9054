const swc = (/** @type {boolean} */ tsx) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      // JSON modules must keep their `with { type: 'json' }`.
      experimental: { keepImportAttributes: true },
      parser: { syntax: 'typescript', tsx, decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
        react: { runtime: 'automatic' },
      },
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

const base = {
  rootDir: import.meta.dirname,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: {
    '\\.(css|svg|png|woff2)$': '<rootDir>/infra/empty-module.mjs',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.ts$': swc(false), '^.+\\.tsx$': swc(true) },
  modulePathIgnorePatterns: [
    '<rootDir>/\\.nx/',
    '<rootDir>/\\.data/',
    '<rootDir>/(apps|libs|tests)/.*/dist/',
  ],
};

const node = {
  ...base,
  testEnvironment: 'node',
  // Never add `import`: packages in CommonJS would then resolve to their ES modules and break.
  testEnvironmentOptions: {
    customExportConditions: ['@flipside/source', 'node', 'node-addons'],
  },
};

export default {
  // A limit for what hangs: it says nothing about how fast a machine is.
  testTimeout: 120_000,
  // Modules of the runtime that a spec has loaded stay with its worker for good: a new one begins with an empty heap.
  workerIdleMemoryLimit: '1500MB',
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  projects: [
    {
      ...node,
      displayName: 'node',
      setupFiles: ['<rootDir>/infra/fast-check-setup.mjs'],
      testMatch: ['<rootDir>/{apps,libs,tests,infra}/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/(e2e|faults|judges)/'],
    },
    {
      ...base,
      displayName: 'dom',
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { customExportConditions: ['@flipside/source', 'browser'] },
      setupFiles: ['<rootDir>/infra/jsdom-setup.mjs', '<rootDir>/infra/fast-check-setup.mjs'],
      testMatch: ['<rootDir>/{apps,libs}/**/*.spec.tsx'],
    },
    {
      ...node,
      displayName: 'e2e',
      testMatch: ['<rootDir>/tests/e2e/**/*.spec.ts'],
    },
    {
      ...node,
      displayName: 'faults',
      testMatch: ['<rootDir>/tests/faults/**/*.spec.ts'],
    },
    {
      ...node,
      displayName: 'judges',
      testMatch: ['<rootDir>/tests/judges/**/*.spec.ts'],
    },
  ],
};
