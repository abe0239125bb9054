import type { Database } from '@flipside/platform-api';
import { severityOf, type ProblemKind, type RowProblem } from '@flipside/people-domain';

/** More problems of one kind than this are counted, not listed. */
export const MOST_LISTED = 20_000;
const BATCH = 2_000;

/** Keeps the problems of a run while its rows are read: counts all, lists up to a limit of each kind. */
export class ProblemWriter {
  readonly counts = new Map<ProblemKind, number>();
  #pending: RowProblem[] = [];

  constructor(
    private readonly db: Database,
    private readonly runId: string,
  ) {}

  add = (problem: RowProblem): void => {
    const count = (this.counts.get(problem.kind) ?? 0) + 1;
    this.counts.set(problem.kind, count);
    if (count <= MOST_LISTED) this.#pending.push(problem);
  };

  async flush(isLast = false): Promise<void> {
    if (this.#pending.length === 0 || (!isLast && this.#pending.length < BATCH)) return;
    const problems = this.#pending;
    this.#pending = [];
    await this.db.rows(
      `insert into import_problem (run_id, row_no, kind, severity, field, value, message)
       select $1, p."rowNo", p.kind, p.severity, p.field, p.value, p.message
       from json_to_recordset($2::json) p("rowNo" int, kind text, severity text, field text, value text, message text)`,
      [
        this.runId,
        JSON.stringify(
          problems.map((problem) => ({ ...problem, severity: severityOf(problem.kind) })),
        ),
      ],
    );
  }
}
