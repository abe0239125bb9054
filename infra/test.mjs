/**
 * `npm test` runs every check of the repository. `node infra/run.mjs test --only <pattern> [jest options]`
 * runs the specs whose path matches, with their own throw-away database.
 */
import { onStop } from './processes.mjs';
import { runJest } from './jest-run.mjs';
import { startTestDatabase } from './test-database.mjs';

/**
 * @param {string} root the checkout
 * @param {string[]} args command line after `test`
 */
export async function main(root, args) {
  const [first, pattern, ...options] = args;
  if (first !== '--only' || !pattern) {
    console.error('Usage: node infra/run.mjs test --only <pattern> [jest options]');
    process.exit(2);
  }
  const database = await startTestDatabase();
  const projects = pattern.includes('e2e') ? ['e2e'] : ['node', 'dom'];
  const jest = runJest(root, database.url, [
    ...['--selectProjects', ...projects],
    ...['--testPathPatterns', pattern, '--maxWorkers=1', ...options],
  ]);
  onStop(jest.kill);
  const { code } = await jest.done;
  await database.stop();
  process.exit(code);
}
