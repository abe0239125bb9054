/** Who may import whom: the rooms of a context by type, the contexts by their order. */

/** From left to right. A context imports from those to its left, never from one to its right. */
export const CONTEXTS = ['people', 'champions', 'pairings', 'sessions', 'learnings', 'insights'];

const contextScopes = CONTEXTS.map((context, index) => ({
  sourceTag: `scope:${context}`,
  onlyDependOnLibsWithTags: [
    'scope:platform',
    ...CONTEXTS.slice(0, index + 1).map((left) => `scope:${left}`),
  ],
}));

/** What a rule may use beside its own words: the IANA time-zone data, and no code of anybody. */
const DOMAIN_PACKAGES = ['moment-timezone/data/*'];

/** Packages that only specs use. */
const SPEC_PACKAGES = ['@jest/globals', 'fast-check'];

/**
 * @param {string} type
 * @param {string[]} allowed types
 * @param {string[]} [packages] the only npm packages it may import
 */
function room(type, allowed, packages) {
  return {
    sourceTag: `type:${type}`,
    onlyDependOnLibsWithTags: allowed.map((name) => `type:${name}`),
    ...(packages && { allowedExternalImports: packages }),
  };
}

/**
 * @param {{ forSpecs: boolean }} options specs may use the testing library too
 * @returns options of `@nx/enforce-module-boundaries`
 */
export function boundaries({ forSpecs }) {
  const testing = forSpecs ? ['testing'] : [];
  const domainPackages = [...DOMAIN_PACKAGES, ...(forSpecs ? SPEC_PACKAGES : [])];
  return {
    depConstraints: [
      ...contextScopes,
      { sourceTag: 'scope:platform', onlyDependOnLibsWithTags: ['scope:platform'] },
      { sourceTag: 'scope:app', onlyDependOnLibsWithTags: ['*'] },
      room('app', [
        ...(forSpecs ? ['domain'] : []),
        'app',
        'api',
        'web',
        'platform-api',
        'platform-web',
        'ui',
        'kernel',
        ...testing,
      ]),
      room('api', ['api', 'domain', 'platform-api', 'kernel', ...testing]),
      room('web', ['web', 'domain', 'platform-web', 'ui', 'kernel']),
      room('domain', ['domain', 'kernel'], domainPackages),
      room('platform-api', ['kernel', ...testing]),
      room('platform-web', ['ui', 'kernel']),
      room('ui', ['ui']),
      room('kernel', ['kernel'], domainPackages),
      room('testing', ['platform-api', 'kernel']),
      room('tests', ['tests', 'app', 'api', 'domain', 'platform-api', 'kernel', 'testing']),
    ],
    banTransitiveDependencies: true,
    // The testing library stands on the platform, whose own specs stand on the testing library.
    ...(forSpecs && {
      ignoredCircularDependencies: [['@flipside/platform-api', '@flipside/testing']],
    }),
  };
}
