export { fixedClock } from '@flipside/kernel';
export {
  countStatements,
  emptyDatabase,
  testDatabase,
  workspaceRoot,
  type TestDatabase,
} from './test-database.js';
