import type { Database, Tx } from '@flipside/platform-api';
import { checkRows } from './check-rows.js';
import { giveMemory } from './memory.js';
import { findChanges, type Difference } from './find-changes.js';
import { findManagers } from './find-managers.js';
import { factsOf, findRun, saveRun, type ImportRun } from './import-run.store.js';
import { makeUnitsOfChain, recogniseUnitsAndPlaces } from './place-units.js';
import { recognisePeople } from './recognise-people.js';
import { hasManagers, hasUnits, type RunFacts } from './run-facts.js';
import type { Duplicates } from './staged-keys.js';

/**
 * Compares a staged run with the company: everything that the preview shows and that applying needs.
 * Can be repeated; each time it starts from the rows.
 */
export async function compare(tx: Tx, run: RunFacts): Promise<Difference> {
  const { fix, known, manager, change, missing, unit } = run.staging;
  await tx.rows(`drop table if exists ${fix}, ${known}, ${manager}, ${change}, ${missing}`);
  await tx.rows(`delete from ${unit} where code like 'team of %'`);
  const kinds = [...run.problems.keys()];
  await tx.rows('delete from import_problem where run_id = $1 and not (kind = any ($2))', [
    run.id,
    kinds,
  ]);
  await checkRows(tx, run);
  await recognisePeople(tx, run);
  await findManagers(tx, run);
  if (!hasUnits(run) && hasManagers(run)) await makeUnitsOfChain(tx, run);
  const programme = await tx.one<{ zone: string }>(
    'select default_time_zone as zone from programme',
  );
  await recogniseUnitsAndPlaces(tx, run, programme?.zone ?? 'UTC');
  return findChanges(tx, run);
}

/**
 * Compares and saves what came out, so that the run is ready to be looked at and applied.
 * @param keys of a file that was just read. Duplicates are rare: the comparison takes for granted that there are
 *   none while the keys are being built, and is made again when one says otherwise.
 */
export async function checkImport(
  db: Database,
  runId: string,
  keys?: Promise<Duplicates>,
): Promise<ImportRun> {
  return db.transaction(async (tx) => {
    let run = await findRun(tx, runId, 'for update');
    if (!run) throw new Error(`There is no import ${runId}`);
    await giveMemory(tx);
    let facts = factsOf(run);
    let difference = await compare(tx, facts);
    const found = await keys;
    if (found?.sameId || found?.sameEmail) {
      const mayHave = { ...facts.mayHave, ...found };
      run = { ...run, counts: { ...run.counts, mayHave } };
      facts = factsOf(run);
      difference = await compare(tx, facts);
    }
    const counts = {
      ...run.counts,
      difference,
      problems: Object.fromEntries(facts.problems),
      step: undefined,
    };
    await saveRun(tx, runId, { state: 'ready', counts, failure: null });
    return { ...run, state: 'ready', counts, failure: null };
  });
}
