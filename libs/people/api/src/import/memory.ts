import type { Tx } from '@flipside/platform-api';

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
