/** The secret of an installation, which the server and the command line share. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { homeOf } from './database.mjs';

/**
 * The key under which private texts are sealed, unless the environment names one. It is made once and kept beside the
 * database, not in it, so that the texts still open after a restart.
 *
 * @param {string} root the checkout
 * @param {Pick<import('./database.mjs').Database, 'base'>} database
 */
export function keepSecret(root, { base }) {
  if (process.env['FLIPSIDE_SECRET']) return;
  const folder = base ?? path.join(homeOf(root), '.data');
  const file = path.join(folder, 'secret');
  fs.mkdirSync(folder, { recursive: true });
  try {
    fs.writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  process.env['FLIPSIDE_SECRET'] = fs.readFileSync(file, 'utf8').trim();
}
