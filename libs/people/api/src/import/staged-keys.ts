import { sqlStateOf, type Database } from '@flipside/platform-api';
import { giveMemory } from './memory.js';
import type { MayHave } from './run-facts.js';
import type { Staging } from './staging.js';

const UNIQUE_VIOLATION = '23505';

/** What the keys of a file say about it. */
export type Duplicates = Pick<MayHave, 'sameId' | 'sameEmail'>;

/** Name of the index that stands for a key of the company's people while they are a run's own. */
export const stagedKey = (staging: Staging, key: string): string =>
  `${key}_${staging.person.slice(-32)}`;

/**
 * Builds the keys of the people that were read. A key that cannot be built is how duplicates show; the others
 * go over to the company with the table.
 */
export async function buildKeys(db: Database, staging: Staging): Promise<Duplicates> {
  // Read from the catalogue, so they follow the migrations.
  const keys = await db.rows<{ name: string; columns: string }>(
    `select conname as name, substring(pg_get_constraintdef(oid) from '\\((.*)\\)') as columns
     from pg_constraint where conrelid = 'person'::regclass and contype in ('p', 'u') order by conname`,
  );
  const failed = new Set<string>();
  const build = async (some: typeof keys): Promise<void> => {
    for (const { name, columns } of some) {
      try {
        await db.transaction(async (tx) => {
          await giveMemory(tx);
          await tx.rows(
            `create unique index ${stagedKey(staging, name)} on ${staging.person} (${columns})`,
          );
        });
      } catch (error) {
        if (sqlStateOf(error) !== UNIQUE_VIOLATION) throw error;
        failed.add(columns);
      }
    }
  };
  // Two at a time: more connections than that would only wait for each other.
  const half = Math.ceil(keys.length / 2);
  await Promise.all([build(keys.slice(0, half)), build(keys.slice(half))]);
  return { sameId: failed.has('employee_no'), sameEmail: failed.has('email') };
}
