import type { Day } from '@flipside/kernel';
import type { Tx } from '@flipside/platform-api';
import {
  severityOf,
  UNIT_FIELDS,
  type ColumnMapping,
  type ProblemKind,
  type RosterField,
} from '@flipside/people-domain';
import { MOST_LISTED } from './problem-writer.js';
import type { RunOptions } from './run-options.js';
import type { Staging } from './staging.js';

/** What reading the file could not rule out; false is certain. */
export interface MayHave {
  readonly refused: boolean;
  readonly noEmail: boolean;
  readonly sameId: boolean;
  readonly sameEmail: boolean;
  /** Managers named by their e-mail. */
  readonly managerEmails: boolean;
  /** Managers named by an e-mail in the place of an ID. */
  readonly managerIdEmails: boolean;
  /** Managers named by their name only. */
  readonly managerNames: boolean;
}

/** What the set-based steps of a run need to know about it. */
export interface RunFacts {
  readonly id: string;
  readonly staging: Staging;
  /** The day from which the roster holds. */
  readonly asOf: Day;
  /** First hire date in the file. */
  readonly earliest: Day | null;
  readonly mapping: ColumnMapping;
  readonly options: RunOptions;
  /** What reading the file could not rule out. */
  readonly mayHave: MayHave;
  /** Problems by kind; steps add theirs. */
  readonly problems: Map<ProblemKind, number>;
}

export const isMapped = (run: Pick<RunFacts, 'mapping'>, ...fields: RosterField[]): boolean =>
  fields.some((field) => run.mapping[field] !== undefined);

/** Whether managers are named in the file at all. */
export const hasManagers = (run: Pick<RunFacts, 'mapping'>): boolean =>
  isMapped(run, 'managerNo', 'managerEmail', 'managerName');

/** Whether the file says which unit people belong to; else the manager chain makes the units. */
export const hasUnits = (run: Pick<RunFacts, 'mapping'>): boolean =>
  isMapped(run, 'unitPath', 'unitCode', ...UNIT_FIELDS);

export const hasPlaces = (run: Pick<RunFacts, 'mapping'>): boolean =>
  isMapped(run, 'location', 'region', 'country');

/**
 * Counts and lists problems of one kind.
 * @param sql SELECT of row_no, field, value, message; may use $1 (the run) and $2 (its day)
 */
export async function report(tx: Tx, run: RunFacts, kind: ProblemKind, sql: string): Promise<void> {
  const found = await tx.one<{ rows: number }>(
    `with found as materialized (${sql}),
     listed as (
       insert into import_problem (run_id, row_no, kind, severity, field, value, message)
       select $1, row_no, '${kind}', '${severityOf(kind)}', field, left(value, 200), left(message, 400)
       from found f(row_no, field, value, message) order by row_no limit ${MOST_LISTED}
     )
     select count(*) as rows from found, (select $1::uuid, $2::date) as both_used`,
    [run.id, run.asOf],
  );
  if (found && found.rows > 0) run.problems.set(kind, (run.problems.get(kind) ?? 0) + found.rows);
}
