/** `npm run codegen`: types of every GraphQL document of the web client, committed beside the client. */
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { buildSchema, Kind, parse, validate } from 'graphql';
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { Complaint } from './complaint.mjs';
import { step } from './progress.mjs';
import { SCHEMA_FILE } from './schema.mjs';

export const TYPES_FOLDER = 'libs/platform/web/src/gql/';

const CLIENT_SOURCES = ['libs/*/web/src/**/*.{ts,tsx}', 'apps/web/src/**/*.{ts,tsx}'];

/**
 * How documents are typed. Our scalars (instants, days, zones, addresses) all travel as strings.
 * @see https://the-guild.dev/graphql/codegen/plugins/presets/preset-client
 */
const CONFIG = {
  useTypeImports: true,
  scalars: { ID: 'string' },
  enumsAsTypes: true,
  defaultScalarType: 'string',
  importExtension: '.js',
  emitLegacyCommonJSImports: false,
};

/**
 * The texts of a source file that stand alone in a call of `graphql`.
 * @returns {string[]}
 */
function documentTexts(/** @type {string} */ file, /** @type {string} */ source) {
  /** @type {string[]} */
  const texts = [];
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'graphql') {
      const [text] = node.arguments;
      if (text && ts.isStringLiteralLike(text)) texts.push(text.text);
      else throw new Complaint(`${file}: a GraphQL document is one plain literal, without \${}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return texts;
}

/** The documents of one source file. */
function documentsOf(/** @type {string} */ file, /** @type {string} */ root) {
  const source = fs.readFileSync(path.join(root, file), 'utf8');
  if (!source.includes('graphql(')) return [];
  return documentTexts(file, source).map((rawSDL) => {
    try {
      return { location: file, document: parse(rawSDL), rawSDL };
    } catch (error) {
      throw new Complaint(`${file}: ${/** @type {Error} */ (error).message}\n${rawSDL}`);
    }
  });
}

/** @typedef {ReturnType<typeof documentsOf>[number]} Document */

const isFragment = (/** @type {import('graphql').DefinitionNode} */ definition) =>
  definition.kind === Kind.FRAGMENT_DEFINITION;

/**
 * What is wrong with one document, seen with every fragment there is.
 * @param {Document} document
 * @param {readonly Document[]} all
 * @param {import('graphql').GraphQLSchema} schema
 */
function faultsOf(document, all, schema) {
  const others = all.filter((other) => other !== document);
  const fragments = others.flatMap((other) => other.document.definitions.filter(isFragment));
  const whole = {
    kind: Kind.DOCUMENT,
    definitions: [...document.document.definitions, ...fragments],
  };
  const own = new Set(document.document.definitions.map((definition) => definition.loc?.source));
  return validate(schema, /** @type {import('graphql').DocumentNode} */ (whole))
    .filter(({ source, message }) => source && own.has(source) && !/is never used/.test(message))
    .map(({ message }) => `${document.location}: ${message}`);
}

/**
 * Parts the documents that fit from those that do not. A document whose fragment falls away falls with it.
 * @param {readonly Document[]} all
 * @param {import('graphql').GraphQLSchema} schema
 */
function sift(all, schema) {
  /** @type {string[]} */
  const faults = [];
  for (let fitting = all; ;) {
    const found = new Map(
      fitting.map((document) => [document, faultsOf(document, fitting, schema)]),
    );
    const kept = fitting.filter((document) => found.get(document)?.length === 0);
    if (kept.length === fitting.length) return { fitting: kept, faults };
    faults.push(...[...found.values()].flat());
    fitting = kept;
  }
}

/**
 * @param {string} root the checkout
 * @returns {Promise<{ generated: Map<string, string>, faults: string[] }>} text by file, relative to the
 *   checkout, of the documents that fit the schema; and what is wrong with those that do not
 */
export async function generateTypes(root) {
  const sdl = fs.readFileSync(path.join(root, SCHEMA_FILE), 'utf8');
  const schema = buildSchema(sdl);
  const found = fs.globSync(CLIENT_SOURCES, { cwd: root });
  // Specs may ask a schema of their own.
  const files = found.filter((file) => !/\/gql\/|\.spec\.tsx?$/.test(file));
  const all = files.sort().flatMap((file) => documentsOf(file, root));
  const { fitting, faults } = sift(all, schema);
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: TYPES_FOLDER,
    presetConfig: { fragmentMasking: false },
    schema: parse(sdl),
    schemaAst: schema,
    documents: fitting,
    config: CONFIG,
    plugins: [],
    pluginMap: {},
    pluginContext: {},
  });
  const generated = new Map();
  for (const section of sections) {
    if (section.filename.endsWith('index.ts')) continue; // re-exports that nobody needs
    const text = await codegen({ ...section, cache: undefined, skipDocumentsValidation: true });
    generated.set(section.filename, text);
  }
  return { generated, faults };
}

export async function main(/** @type {string} */ root) {
  const { generated, faults } = await step('Generating client types', () => generateTypes(root));
  fs.mkdirSync(path.join(root, TYPES_FOLDER), { recursive: true });
  for (const [file, text] of generated) fs.writeFileSync(path.join(root, file), text);
  if (faults.length) throw new Complaint(`These documents do not fit:\n${faults.join('\n')}`);
}
