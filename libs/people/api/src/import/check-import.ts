import type { Database, Tx } from '@flipside/platform-api';
import { checkRows } from './check-rows.js';
import { findChanges, type Difference } from './find-changes.js';
import { findManagers } from './find-managers.js';
import { factsOf, findRun, saveRun, type ImportRun } from './import-run.store.js';
import { makeUnitsOfChain, recogniseUnitsAndPlaces } from './place-units.js';
import { recognisePeople } from './recognise-people.js';
import { hasManagers, hasUnits, type RunFacts } from './run-facts.js';

/** Memory that one sort or hash of a step may take; steps run one after another. */
const STEP_MEMORY = '192MB';

/** Lets the steps of a run work in memory instead of in files. */
export async function giveMemory(tx: Tx): Promise<void> {
  await tx.rows(`set local work_mem = '${STEP_MEMORY}'`);
  await tx.rows(`set local maintenance_work_mem = '${STEP_MEMORY}'`);
  await tx.rows(`set local jit = off`);
  // Fresh tables have no statistics, and a nested loop chosen by mistake over 300,000 rows costs seconds.
  await tx.rows(`set local enable_nestloop = off`);
  await tx.rows('set local default_statistics_target = 10');
}

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

/** Compares and saves what came out, so that the run is ready to be looked at and applied. */
export async function checkImport(db: Database, runId: string): Promise<ImportRun> {
  return db.transaction(async (tx) => {
    const run = await findRun(tx, runId, 'for update');
    if (!run) throw new Error(`There is no import ${runId}`);
    await giveMemory(tx);
    const facts = factsOf(run);
    const difference = await compare(tx, facts);
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
