/** `npm start`: the whole product on one port, with its own database unless DATABASE_URL names another. */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfNeeded } from './build.mjs';
import { Complaint } from './complaint.mjs';
import { openDatabase } from './database.mjs';
import { freePort, isFree } from './free-port.mjs';
import { AlreadyRunning } from './postgres.mjs';
import { onStop } from './processes.mjs';
import { keepSecret } from './secret.mjs';

const DEFAULT_PORT = 4173;

/** How long a shutdown may take before the process ends anyway. */
const PATIENCE_MS = 10_000;

/**
 * @typedef {object} ServeOptions What `serve` of the built server takes.
 * @property {string} databaseUrl
 * @property {number} port
 * @property {string} [host]
 * @property {string} [webRoot] folder of the built web client
 * @property {'demo' | 'own'} company
 */

/** The built server, whose types the commands in this folder cannot know before it is built. */
async function loadServer(/** @type {string} */ root) {
  /** @type {{ serve: (options: ServeOptions) => Promise<{ url: string, close(): Promise<void> }> }} */
  const server = await import(pathToFileURL(path.join(root, 'apps/api/dist/main.js')).href);
  return server.serve;
}

/** The port of PORT, or the first free one from the default on. */
async function choosePort() {
  const wanted = process.env['PORT'];
  const asked = Number(wanted);
  // What is no port at all is said when the settings are read.
  if (wanted && asked > 0 && asked < 65_536 && !(await isFree(asked)))
    throw new Complaint(`Port ${wanted} is taken. Set PORT to another one, or leave it out.`);
  if (wanted) return asked;
  const port = await freePort(DEFAULT_PORT);
  if (port !== DEFAULT_PORT) console.log(`Port ${DEFAULT_PORT} is taken, so this is port ${port}.`);
  return port;
}

/** Where a running server notes its address, for those who try to start a second one. */
const addressFile = (/** @type {string} */ base) => path.join(base, 'address');

/** Opens the database, or says where the server is that already has it. */
async function claimDatabase(/** @type {string} */ root) {
  try {
    return await openDatabase(root, { joinsRunning: false });
  } catch (error) {
    if (!(error instanceof AlreadyRunning)) throw error;
    const file = addressFile(error.base);
    const at = fs.existsSync(file) ? ` at ${fs.readFileSync(file, 'utf8')}` : '';
    throw new Complaint(`Flipside is already running from this folder${at}. Stop it there first.`);
  }
}

/** What to read once the page is there. */
function welcome(/** @type {string} */ url, /** @type {'demo' | 'own'} */ company) {
  const signIn =
    company === 'demo'
      ? 'Open it and choose whom to sign in as: an executive, a champion or an HR lead.'
      : 'Open it and ask for a sign-in link with your work e-mail.';
  return `\n  Flipside is ready at ${url}\n  ${signIn}\n  Stop it with Ctrl-C.\n`;
}

/** @param {string} root the checkout */
export async function main(root) {
  process.env['NODE_ENV'] ??= 'production';
  // Before anything is built: a server that runs from this folder reads the files that a build writes.
  const database = await claimDatabase(root);
  /** @type {Awaited<ReturnType<Awaited<ReturnType<typeof loadServer>>>> | undefined} */
  let server;
  const stop = async (/** @type {number} */ code) => {
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    await server?.close();
    await database.stop();
    process.exit(code);
  };
  let isStopping = false;
  onStop(() => {
    isStopping = true;
    console.log('Stopping');
    void stop(0);
  });
  void database.ended.then(() => {
    if (isStopping) return;
    console.error(
      'The database has ended unexpectedly. Start Flipside again: it recovers by itself.',
    );
    process.exit(1);
  });
  const company = process.env['FLIPSIDE_COMPANY'] === 'own' ? 'own' : 'demo';
  try {
    keepSecret(root, database);
    await buildIfNeeded(root);
    const serve = await loadServer(root);
    server = await serve({
      databaseUrl: database.url,
      port: await choosePort(),
      host: process.env['HOST'] || '127.0.0.1',
      webRoot: path.join(root, 'apps/web/dist'),
      company,
    });
    if (database.base) fs.writeFileSync(addressFile(database.base), server.url);
    console.log(welcome(server.url, company));
  } catch (error) {
    isStopping = true;
    await database.stop();
    throw error;
  }
}
