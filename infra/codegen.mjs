/** `npm run codegen`: types of every GraphQL document of the web client, committed beside the client. */
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { buildSchema, parse } from 'graphql';
import fs from 'node:fs';
import path from 'node:path';
import { Complaint } from './complaint.mjs';
import { step } from './progress.mjs';
import { SCHEMA_FILE } from './schema.mjs';

export const TYPES_FOLDER = 'libs/platform/web/src/gql/';

const CLIENT_SOURCES = ['libs/*/web/src/**/*.{ts,tsx}', 'apps/web/src/**/*.{ts,tsx}'];

/** A document is the one literal argument of a call of `graphql`. */
const DOCUMENT = /\bgraphql\(\s*`([^`]*)`/g;

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

/** The documents of one source file. */
function documentsOf(/** @type {string} */ file, /** @type {string} */ root) {
  const source = fs.readFileSync(path.join(root, file), 'utf8');
  return [...source.matchAll(DOCUMENT)].map(([, rawSDL = '']) => {
    try {
      return { location: file, document: parse(rawSDL), rawSDL };
    } catch (error) {
      throw new Complaint(`${file}: ${/** @type {Error} */ (error).message}\n${rawSDL}`);
    }
  });
}

/**
 * @param {string} root the checkout
 * @returns {Promise<Map<string, string>>} generated text by file, relative to the checkout
 */
export async function generateTypes(root) {
  const sdl = fs.readFileSync(path.join(root, SCHEMA_FILE), 'utf8');
  const files = fs
    .globSync(CLIENT_SOURCES, { cwd: root })
    .filter((file) => !file.includes('/gql/'));
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: TYPES_FOLDER,
    presetConfig: { fragmentMasking: false },
    schema: parse(sdl),
    schemaAst: buildSchema(sdl),
    documents: files.sort().flatMap((file) => documentsOf(file, root)),
    config: CONFIG,
    plugins: [],
    pluginMap: {},
    pluginContext: {},
  });
  const generated = new Map();
  for (const section of sections) {
    generated.set(section.filename, await codegen({ ...section, cache: undefined }));
  }
  return generated;
}

export async function main(/** @type {string} */ root) {
  const generated = await step('Generating client types', () => generateTypes(root));
  fs.mkdirSync(path.join(root, TYPES_FOLDER), { recursive: true });
  for (const [file, text] of generated) fs.writeFileSync(path.join(root, file), text);
}
