export { fixedClock } from '@flipside/kernel';
export { openMailbox, type Mailbox } from './mailbox.js';
export {
  countStatements,
  emptyDatabase,
  testDatabase,
  workspaceRoot,
  type TestDatabase,
} from './test-database.js';
export { SPEC_SECRET, specVault } from './spec-vault.js';
