/** `npm run schema`: prints the API's schema into apps/api/schema.graphql, which is committed and reviewed. */
import fs from 'node:fs';
import path from 'node:path';
import { Complaint } from './complaint.mjs';
import { runProgram } from './processes.mjs';
import { step } from './progress.mjs';

export const SCHEMA_FILE = 'apps/api/schema.graphql';

/**
 * Compiles the server and asks it for its schema. No database is needed.
 * @param {string} root the checkout
 * @returns {Promise<string>} the schema in GraphQL's own language
 */
export async function printSchema(root) {
  const tsc = path.join(root, 'node_modules/typescript-7/bin/tsc');
  const compiled = await runProgram(process.execPath, [tsc, '-b', 'apps/api'], { quiet: true });
  // The compiler writes what it can: a fault in one context need not keep the others from their schema.
  if (compiled.code !== 0) console.error(compiled.output);
  const emit = path.join(root, 'apps/api/dist/emit-schema.js');
  const printed = await runProgram(process.execPath, [emit], { quiet: true });
  if (printed.code !== 0) throw new Complaint(printed.output);
  return `${printed.answer.trimEnd()}\n`;
}

export async function main(/** @type {string} */ root) {
  const schema = await step('Printing the schema', () => printSchema(root));
  fs.writeFileSync(path.join(root, SCHEMA_FILE), schema);
}
