/** Runs jest with what our specs need: ES modules, UTC, and the address of a database. */
import path from 'node:path';
import { runProgram } from './processes.mjs';

/**
 * @param {string} root the checkout
 * @param {string} databaseUrl superuser's address of a throw-away server
 * @param {string[]} args for jest
 * @param {NodeJS.ProcessEnv} [env] more environment
 */
export function runJest(root, databaseUrl, args, env = {}) {
  const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const node = ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning', jest];
  return runProgram(process.execPath, [...node, ...args], {
    env: { ...process.env, ...env, TZ: 'UTC', NODE_ENV: 'test', TEST_DATABASE_URL: databaseUrl },
  });
}
