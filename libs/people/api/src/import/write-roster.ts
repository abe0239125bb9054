import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { CLOCK, Database, type Tx } from '@flipside/platform-api';
import {
  mayApply,
  rosterRefusal,
  type ApplyDecision,
  type RosterRefusal,
} from '@flipside/people-domain';
import { applyRows } from './apply-rows.js';
import { FinishBulkLoad, type Unfinished } from './finish-bulk-load.js';
import { compare } from './check-import.js';
import { giveMemory } from './memory.js';
import type { Difference } from './find-changes.js';
import { applyFacts } from './import-facts.js';
import { factsOf, findRun, remember, saveRun, type ImportRun } from './import-run.store.js';
import { dropStaging, stagingOf } from './staging.js';

/** Ends the transaction without a trace. */
class Refused extends Error {
  constructor(readonly refusal: RosterRefusal) {
    super(refusal.message);
  }
}

interface Written {
  readonly difference: Difference;
  readonly unfinished: Unfinished | null;
}

/**
 * Writes a checked import into the company, in one transaction: all of it or nothing. The comparison is made
 * again inside that transaction, because the company may have changed since the preview.
 */
@Injectable()
export class WriteRoster {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly finish: FinishBulkLoad,
  ) {}

  async run(runId: string, decision: ApplyDecision): Promise<Result<Difference, RosterRefusal>> {
    const run = await findRun(this.db, runId);
    if (!run || run.state !== 'applying') return refuse(rosterRefusal('NOT_READY'));
    const written = await this.attempt(run, decision);
    if (!written.ok) return written;
    const { difference, unfinished } = written.value;
    if (unfinished) await this.finish.handle(unfinished);
    await dropStaging(this.db, stagingOf(runId));
    // Fresh statistics, so that the first pages after a large import are quick.
    if (difference.joins > 1000)
      await this.db.rows('analyze person, employment, org_unit, location');
    return ok(difference);
  }

  /** Writes, or leaves everything as it was and says why. */
  private async attempt(
    run: ImportRun,
    decision: ApplyDecision,
  ): Promise<Result<Written, RosterRefusal>> {
    try {
      return ok(await this.db.transaction((tx) => this.write(tx, run, decision)));
    } catch (error) {
      const refusal = error instanceof Refused ? error.refusal : null;
      if (refusal?.code === 'ALREADY_DECIDED') return refuse(refusal);
      const failure =
        refusal?.message ?? 'Applying did not work, and nothing was changed. Try again.';
      await saveRun(this.db, run.id, {
        state: 'ready',
        failure,
        counts: { ...run.counts, step: undefined },
      });
      if (refusal) return refuse(refusal);
      throw error;
    }
  }

  private async write(tx: Tx, run: ImportRun, decision: ApplyDecision): Promise<Written> {
    await tx.rows(`select pg_advisory_xact_lock(hashtext('flipside:import'))`);
    // Cancelled while it was waiting for its turn.
    if ((await findRun(tx, run.id))?.state !== 'applying')
      throw new Refused(rosterRefusal('ALREADY_DECIDED'));
    await giveMemory(tx);
    await tx.rows('lock table employment in share row exclusive mode');
    const facts = factsOf(run);
    await this.expectRows(tx, run);
    const isFirst = !(await tx.one('select 1 from employment limit 1'));
    const seen = run.counts.difference;
    const isFresh = isFirst && seen !== undefined && !(await this.hasNewPeople(tx, run));
    const difference = isFresh ? seen : await compare(tx, facts);
    const counts = {
      ...run.counts,
      difference,
      problems: isFresh ? run.counts.problems : Object.fromEntries(facts.problems),
    };
    const judged = mayApply(applyFacts({ ...run, counts }, difference), decision);
    if (!judged.ok) throw new Refused(judged.refusal);
    if (seen && difference.leaves + difference.missing > seen.leaves + seen.missing)
      throw new Refused(rosterRefusal('CHANGED_MEANWHILE'));
    const note = (step: string): Promise<void> =>
      saveRun(this.db, run.id, { counts: { ...counts, step } });
    const unfinished = await applyRows(tx, facts, difference, note, isFresh);
    await remember(tx, run);
    await tx.rows('update programme set last_import_at = $1', [this.clock.now()]);
    await saveRun(tx, run.id, {
      state: 'applied',
      appliedAt: this.clock.now(),
      counts: { ...counts, step: undefined },
      failure: null,
    });
    return { difference, unfinished };
  }

  /** The facts of a run lie in an unlogged table, which a crash of the database empties. */
  private async expectRows(tx: Tx, run: ImportRun): Promise<void> {
    const { fact } = factsOf(run).staging;
    const found = await tx.one<{ name: string | null }>('select to_regclass($1)::text as name', [
      fact,
    ]);
    const rows = found?.name ? await tx.one(`select 1 from ${fact} limit 1`) : null;
    if (!rows) throw new Refused(rosterRefusal('ROWS_GONE'));
  }

  /** Whether people were entered since the check, by hand or by another import. */
  private async hasNewPeople(tx: Tx, run: ImportRun): Promise<boolean> {
    return (
      (await tx.one('select 1 from person where updated_at > $1 limit 1', [run.createdAt])) !== null
    );
  }
}
