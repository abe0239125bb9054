import { severityOf, type ApplyFacts, type ProblemKind } from '@flipside/people-domain';
import type { Difference } from './find-changes.js';
import type { ImportRun } from './import-run.store.js';

/** What decides whether a checked import may be applied. */
export function applyFacts(run: ImportRun, difference: Difference): ApplyFacts {
  const problems = Object.entries(run.counts.problems ?? {}) as [ProblemKind, number][];
  const errors = problems
    .filter(([kind]) => severityOf(kind) === 'error' && !run.options.ignored.includes(kind))
    .reduce((sum, [, rows]) => sum + rows, 0);
  return {
    present: difference.present,
    leavers: difference.leaves + difference.missing,
    errors,
    usable: (run.counts.rows ?? 0) - difference.leftOutRows,
  };
}

/** People whose record or employment applying would touch. */
export const touchedBy = (difference: Difference): number =>
  difference.joins + difference.formers + difference.changed + difference.missing;
