/** The rules of this house that no published lint plugin has. */
import path from 'node:path';

/** Decorators that open a field of the API or an address of the server to the outside. */
const ROOT_FIELDS = new Set(['Query', 'Mutation', 'Subscription']);
const HTTP_ROUTES = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete', 'All', 'Head', 'Options']);
const GUARDS = new Set(['Roles', 'Public']);

/** Names that say nothing about what is inside. */
const EMPTY_NAMES = new Set([
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'shared',
  'manager',
  'misc',
]);

const KEBAB_CASE = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

/** @typedef {{ decorators?: { expression: { type: string, name?: string, callee?: { name: string } } }[] }} Decorated */

/**
 * The names of the decorators of a class or method.
 * @param {Decorated} node
 */
function decoratorNames(node) {
  return (node.decorators ?? []).map(({ expression }) =>
    expression.type === 'CallExpression' ? expression.callee?.name : expression.name,
  );
}

/** @type {import('eslint').Rule.RuleModule} */
const guardedRootFields = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      unguarded:
        '`{{name}}` is open to the outside: say who may call it with @Roles(…) or @Public().',
    },
  },
  create(context) {
    return {
      MethodDefinition(node) {
        const names = decoratorNames(/** @type {Decorated} */ (node));
        const isRootField = names.some((name) => ROOT_FIELDS.has(name ?? ''));
        const isRoute = names.some((name) => HTTP_ROUTES.has(name ?? ''));
        if (!isRootField && !isRoute) return;
        // A controller may say it once for all its routes; a root field is always read on its own.
        const guards = isRoute
          ? [...names, ...decoratorNames(/** @type {Decorated} */ (node.parent.parent))]
          : names;
        if (guards.some((name) => GUARDS.has(name ?? ''))) return;
        context.report({
          node,
          messageId: 'unguarded',
          data: { name: context.sourceCode.getText(node.key) },
        });
      },
    };
  },
};

/** @type {import('eslint').Rule.RuleModule} */
const explainedDisable = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { unexplained: 'Say why beside it: `eslint-disable-next-line rule -- reason`.' },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (!comment.loc) continue;
          if (/^\s*eslint-disable/.test(comment.value) && !/\s--\s+\S/.test(comment.value)) {
            context.report({ loc: comment.loc, messageId: 'unexplained' });
          }
        }
      },
    };
  },
};

/** @type {import('eslint').Rule.RuleModule} */
const fileName = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      kebab: 'Name files in kebab-case, ending in their role.',
      empty: '`{{name}}` says nothing about what is inside. Name the file after its one subject.',
    },
  },
  create(context) {
    return {
      Program(node) {
        const base = path.basename(context.filename).replace(/\.(ts|tsx|mjs)$/, '');
        if (!KEBAB_CASE.test(base)) context.report({ node, messageId: 'kebab' });
        const words = [...base.split(/[.-]/), path.basename(path.dirname(context.filename))];
        const name = words.find((word) => EMPTY_NAMES.has(word));
        if (name) context.report({ node, messageId: 'empty', data: { name } });
      },
    };
  },
};

export default {
  meta: { name: 'house' },
  rules: {
    'guarded-root-fields': guardedRootFields,
    'explained-disable': explainedDisable,
    'file-name': fileName,
  },
};
