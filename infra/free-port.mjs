/** Finds a port that nobody listens on. */
import net from 'node:net';
import { Complaint } from './complaint.mjs';

const LOOPBACKS = ['127.0.0.1', '::1'];

/** A browser may take `localhost` for either address, so a port is free when both are. */
export async function isFree(/** @type {number} */ port) {
  for (const host of LOOPBACKS) {
    const isTaken = await new Promise((resolve) => {
      const server = net.createServer();
      server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
        resolve(error.code === 'EADDRINUSE' || error.code === 'EACCES'),
      );
      server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(false)));
    });
    if (isTaken) return false;
  }
  return true;
}

/**
 * @param {number} first
 * @returns {Promise<number>} `first` or the next free port after it
 */
export async function freePort(first) {
  for (let port = first; port < first + 100; port += 1) {
    if (await isFree(port)) return port;
  }
  throw new Complaint(`No port from ${first} to ${first + 99} is free. Set PORT to one that is.`);
}
