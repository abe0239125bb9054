/** `npm run flipside -- <command>`: the operator's command line, on the database that is in use here. */
import path from 'node:path';
import { buildIfNeeded } from './build.mjs';
import { openDatabase } from './database.mjs';
import { onStop, runProgram } from './processes.mjs';
import { keepSecret } from './secret.mjs';

/**
 * @param {string} root the checkout
 * @param {string[]} args command line after `flipside`
 */
export async function main(root, args) {
  await buildIfNeeded(root);
  onStop(() => process.exit(130));
  const database = await openDatabase(root, { joinsRunning: true });
  keepSecret(root, database);
  // File names on the command line are meant from where the person stands, which npm keeps in INIT_CWD.
  process.chdir(process.env['INIT_CWD'] ?? root);
  const { code } = await runProgram(
    process.execPath,
    [path.join(root, 'apps/api/dist/cli.js'), ...args],
    {
      env: { ...process.env, DATABASE_URL: database.url },
    },
  );
  await database.stop();
  process.exit(code);
}
