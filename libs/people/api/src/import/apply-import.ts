import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@flipside/kernel';
import { Database, defineJob, enqueue, type Tx } from '@flipside/platform-api';
import {
  mayApply,
  rosterRefusal,
  type ApplyDecision,
  type RosterRefusal,
} from '@flipside/people-domain';
import { z } from 'zod';
import { applyFacts } from './import-facts.js';
import { findRun, saveRun, type ImportRun } from './import-run.store.js';

export const applyImportJob = defineJob({
  name: 'people.apply-import',
  payload: z.object({
    runId: z.uuid(),
    onProblems: z.enum(['skip', 'refuse']),
    confirmLeavers: z.boolean(),
  }),
});

/** Decides that a checked import is applied. */
@Injectable()
export class ApplyImport {
  constructor(private readonly db: Database) {}

  /** Leaves the work to a background job. */
  async run(runId: string, decision: ApplyDecision): Promise<Result<ImportRun, RosterRefusal>> {
    return this.db.transaction(async (tx) => {
      const claimed = await this.claimIn(tx, runId, decision);
      if (claimed.ok)
        await enqueue(
          tx,
          applyImportJob,
          { runId, ...decision },
          { key: `import:${runId}`, maxAttempts: 2 },
        );
      return claimed;
    });
  }

  /** Marks the import as being applied, for a caller who then does it (the command line). */
  async claim(runId: string, decision: ApplyDecision): Promise<Result<ImportRun, RosterRefusal>> {
    return this.db.transaction((tx) => this.claimIn(tx, runId, decision));
  }

  private async claimIn(
    tx: Tx,
    runId: string,
    decision: ApplyDecision,
  ): Promise<Result<ImportRun, RosterRefusal>> {
    const run = await findRun(tx, runId, 'for update');
    if (run?.state === 'applied' || run?.state === 'applying' || run?.state === 'cancelled')
      return refuse(rosterRefusal('ALREADY_DECIDED'));
    const difference = run?.counts.difference;
    if (run?.state !== 'ready' || !difference) return refuse(rosterRefusal('NOT_READY'));
    const judged = mayApply(applyFacts(run, difference), decision);
    if (!judged.ok) return judged;
    await saveRun(tx, runId, { state: 'applying', failure: null });
    return ok({ ...run, state: 'applying' as const });
  }
}
