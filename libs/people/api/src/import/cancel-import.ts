import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@flipside/kernel';
import { Database, type Tx } from '@flipside/platform-api';
import { rosterRefusal, type RosterRefusal } from '@flipside/people-domain';
import { findRun, saveRun, type ImportRun } from './import-run.store.js';
import { dropStaging, stagingOf } from './staging.js';

/** Whoever applies an import holds this lock; while it is free, the import still waits for its turn. */
async function isWaiting(tx: Tx): Promise<boolean> {
  const lock = await tx.one<{ free: boolean }>(
    `select pg_try_advisory_xact_lock(hashtext('flipside:import')) as free`,
  );
  return lock?.free === true;
}

/** Throws an import away before it is applied; its rows are deleted. */
@Injectable()
export class CancelImport {
  constructor(private readonly db: Database) {}

  async run(runId: string): Promise<Result<ImportRun, RosterRefusal>> {
    const cancelled = await this.decide(runId);
    if (cancelled.ok) await dropStaging(this.db, stagingOf(runId));
    return cancelled;
  }

  private decide(runId: string): Promise<Result<ImportRun, RosterRefusal>> {
    return this.db.transaction(async (tx) => {
      const run = await findRun(tx, runId, 'for update');
      if (!run || run.state === 'applied' || run.state === 'cancelled')
        return refuse(rosterRefusal('ALREADY_DECIDED'));
      if (run.state === 'applying' && !(await isWaiting(tx)))
        return refuse(rosterRefusal('IS_APPLYING'));
      await tx.rows('delete from import_problem where run_id = $1', [runId]);
      await saveRun(tx, runId, { state: 'cancelled' });
      return ok({ ...run, state: 'cancelled' as const });
    });
  }
}
