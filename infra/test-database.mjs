/** One throw-away PostgreSQL per test run, in the system's temporary folder. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres, THROW_AWAY } from './postgres.mjs';
import { processOf } from './processes.mjs';

const PREFIX = 'flipside-test-';

/** Removes what killed runs left behind: the folder's name says whose it was. */
function sweep() {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const owner = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : 0;
    if (!owner || processOf(owner)) continue;
    fs.rmSync(path.join(os.tmpdir(), name), { recursive: true, force: true });
  }
}

/**
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} `stop` also removes the data
 */
export async function startTestDatabase() {
  sweep();
  const home = fs.mkdtempSync(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`));
  fs.chmodSync(home, 0o755);
  const server = await startPostgres(home, { settings: THROW_AWAY });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      for (const folder of [server.base, home]) fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
