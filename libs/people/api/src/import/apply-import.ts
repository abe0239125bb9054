import { Injectable } from '@nestjs/common';
import { isDay, ok, refuse, type Day, type Result } from '@flipside/kernel';
import { Database, defineJob, enqueue } from '@flipside/platform-api';
import { mayApply, rosterRefusal, type ApplyDecision, type RosterRefusal } from '@flipside/people-domain';
import { z } from 'zod';
import { checkAsOf } from './as-of.js';
import { checkImport } from './check-import.js';
import { applyFacts } from './import-facts.js';
import { findRun, saveRun, type ImportRun } from './import-run.store.js';

export const applyImportJob = defineJob({
  name: 'people.apply-import',
  payload: z.object({ runId: z.uuid(), onProblems: z.enum(['skip', 'refuse']), confirmLeavers: z.boolean() }),
});

export interface ApplyWish extends ApplyDecision {
  /** Whether people whom the file does not hold have left; unset: as previewed. */
  readonly isFull?: boolean;
  readonly asOf?: Day;
}

/** Decides that a checked import is applied; a background job does it. */
@Injectable()
export class ApplyImport {
  constructor(private readonly db: Database) {}

  async run(runId: string, wish: ApplyWish): Promise<Result<ImportRun, RosterRefusal>> {
    const before = await findRun(this.db, runId);
    if (!before || before.state !== 'ready') return refuse(rosterRefusal(isOver(before) ? 'ALREADY_DECIDED' : 'NOT_READY'));
    const changed = await this.withWish(before, wish);
    if (!changed.ok) return changed;
    return this.db.transaction(async (tx) => {
      const run = await findRun(tx, runId, 'for update');
      const difference = run?.counts.difference;
      if (run?.state !== 'ready' || !difference) return refuse(rosterRefusal('NOT_READY'));
      const judged = mayApply(applyFacts(run, difference), wish);
      if (!judged.ok) return judged;
      await saveRun(tx, runId, { state: 'applying', failure: null });
      await enqueue(tx, applyImportJob, { runId, onProblems: wish.onProblems, confirmLeavers: wish.confirmLeavers }, { key: `import:${runId}`, maxAttempts: 2 });
      return ok({ ...run, state: 'applying' as const });
    });
  }

  /** Another day or another kind of file than previewed means another difference: it is worked out first. */
  private async withWish(run: ImportRun, wish: ApplyWish): Promise<Result<undefined, RosterRefusal>> {
    const isFull = wish.isFull ?? run.options.isFull;
    const asOf = wish.asOf ?? run.asOf;
    if (!isDay(asOf)) return refuse(rosterRefusal('DAY_UNKNOWN', {}, 'asOf'));
    const day = await checkAsOf(this.db, asOf);
    if (!day.ok) return day;
    if (isFull === run.options.isFull && asOf === run.asOf) return ok();
    await saveRun(this.db, run.id, { options: { ...run.options, isFull }, asOf });
    await checkImport(this.db, run.id);
    return ok();
  }
}

const isOver = (run: ImportRun | null): boolean => run?.state === 'applied' || run?.state === 'applying' || run?.state === 'cancelled';
