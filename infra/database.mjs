/** The database a command works on: the one of DATABASE_URL, or this checkout's embedded one. */
import path from 'node:path';
import { findRunning, startPostgres } from './postgres.mjs';

/**
 * Settings of the embedded server: durable, and small enough for a laptop. Nobody replicates from it, so that tables
 * and indexes made in a transaction need no log of their contents.
 */
export const SETTINGS = {
  max_connections: '60',
  shared_buffers: '128MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/**
 * @typedef {object} Database
 * @property {string} url
 * @property {string} [base] folder of an embedded server's data
 * @property {Promise<void>} ended settles when an embedded server is gone; never otherwise
 * @property {() => Promise<void>} stop
 */

/** A database that others run. */
function foreign(/** @type {string} */ url) {
  return { url, ended: new Promise(() => {}), stop: async () => {} };
}

/** The folder that owns the embedded database: FLIPSIDE_DATA, as seen from where the person stands, or the checkout. */
export function homeOf(/** @type {string} */ root) {
  return path.resolve(process.env['INIT_CWD'] ?? root, process.env['FLIPSIDE_DATA'] || root);
}

/**
 * Starts the embedded database unless DATABASE_URL names another.
 * @param {string} root the checkout
 * @param {{ joinsRunning: boolean }} options whether a server that already runs here is joined or refused
 * @returns {Promise<Database>}
 */
export async function openDatabase(root, { joinsRunning }) {
  const url = process.env['DATABASE_URL'];
  if (url) return foreign(url);
  const running = joinsRunning ? findRunning(homeOf(root)) : undefined;
  if (running) return foreign(running);
  const log = (/** @type {string} */ line) => console.error(line);
  return startPostgres(homeOf(root), { settings: SETTINGS, log });
}
