import { Injectable } from '@nestjs/common';
import { Database, sqlStateOf } from '@flipside/platform-api';
import {
  adviceOf,
  needsConfirmation,
  PROBLEM_KINDS,
  problemTitle,
  severityOf,
  type ProblemKind,
  type Severity,
} from '@flipside/people-domain';
import { changesSql, type ChangeKind } from './changes-sql.js';
import { factsOf, findRun, latestRuns, type ImportRun } from './import-run.store.js';
import { planSql } from './plan.js';

const MOST_RUNS = 50;
const PREVIEW_ROWS = 20;
const LISTED_OF_EACH_KIND = 20;

export interface ListedProblem {
  readonly rowNo: number;
  readonly field: string | null;
  readonly value: string | null;
  readonly message: string;
}

export interface ProblemGroup {
  readonly kind: ProblemKind;
  readonly severity: Severity;
  readonly title: string;
  readonly advice: string;
  readonly count: number;
  readonly isIgnored: boolean;
  readonly rows: readonly ListedProblem[];
}

export interface PreviewRow {
  readonly rowNo: number;
  readonly employeeNo: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly title: string;
  readonly unit: string | null;
  readonly location: string | null;
  readonly manager: string | null;
  readonly level: number | null;
  readonly employmentType: string;
  readonly status: string;
  readonly hireOn: string | null;
}

export interface ListedChange {
  readonly rowNo: number | null;
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface ListedPlace {
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  readonly source: string;
  readonly people: number;
}

/** A table is gone, or we were told to let go of one that somebody makes again. */
const MADE_AGAIN: ReadonlySet<string> = new Set(['42P01', '40P01']);

/** Everything the import page reads. */
@Injectable()
export class ImportRunReader {
  constructor(private readonly db: Database) {}

  find(id: string): Promise<ImportRun | null> {
    return findRun(this.db, id);
  }

  latest(): Promise<ImportRun[]> {
    return latestRuns(this.db, MOST_RUNS);
  }

  /** Problems by kind, errors first, each with its first rows. */
  async problems(run: ImportRun): Promise<ProblemGroup[]> {
    const counts = run.counts.problems ?? run.counts.readProblems ?? {};
    const rows = await this.db.rows<ListedProblem & { kind: ProblemKind }>(
      `select kind, row_no as "rowNo", field, value, message from (
         select *, row_number() over (partition by kind order by row_no) as place from import_problem where run_id = $1
       ) p where place <= $2 order by row_no`,
      [run.id, LISTED_OF_EACH_KIND],
    );
    return PROBLEM_KINDS.filter((kind) => (counts[kind] ?? 0) > 0)
      .map((kind) => ({
        kind,
        severity: severityOf(kind),
        title: problemTitle(kind, counts[kind] ?? 0),
        advice: adviceOf(kind),
        count: counts[kind] ?? 0,
        isIgnored: run.options.ignored.includes(kind),
        rows: rows.filter((row) => row.kind === kind),
      }))
      .sort((a, b) => a.severity.localeCompare(b.severity) || b.count - a.count);
  }

  /** The first people as they would be entered. */
  async preview(run: ImportRun): Promise<PreviewRow[]> {
    const facts = factsOf(run);
    const { row, manager, unit, place } = facts.staging;
    return this.staged(
      run,
      `select r.row_no as "rowNo", r.employee_no as "employeeNo", r.name, r.email, r.title, u.name as unit, l.name as location,
         boss.name as manager, n.level, r.employment_type as "employmentType", case when n.is_gone then 'left' else r.status end as status, r.hire_on as "hireOn"
       from ((${planSql(facts, 'new')} limit ${PREVIEW_ROWS}) union all (${planSql(facts, 'known')} limit ${PREVIEW_ROWS})) n
       join ${row} r on r.row_no = n.row_no
       left join (select distinct on (unit_id) unit_id, name from ${unit}) u on u.unit_id = n.org_unit_id
       left join (select distinct on (location_id) location_id, name from ${place}) l on l.location_id = n.location_id
       left join ${manager} m on m.ref = r.manager and n.manager_id is not null
       left join ${row} boss on boss.row_no = m.row_no
       order by r.row_no limit ${PREVIEW_ROWS}`,
      [run.asOf],
    );
  }

  /** Examples of one kind of change, in the file's order. */
  async changes(run: ImportRun, kind: ChangeKind, first: number): Promise<ListedChange[]> {
    const { sql, usesDay } = changesSql(factsOf(run), kind);
    return this.staged(
      run,
      `select * from (${sql}) c order by "rowNo" nulls last, name limit ${Math.min(first, 200)}`,
      usesDay ? [run.asOf] : [],
    );
  }

  /** Locations of the file with the zone each would have; those to look at first. */
  async places(run: ImportRun): Promise<ListedPlace[]> {
    return this.staged(
      run,
      `select code, min(name) as name, min(zone) as "timeZone", min(zone_source) as source, sum(people)::int as people
       from ${factsOf(run).staging.place} group by code
       order by case min(zone_source) when 'unknown' then 0 when 'guessed' then 1 else 2 end, sum(people) desc, min(name) limit 500`,
    );
  }

  /** All listed problems in the file's order, a page at a time. */
  async *problemPages(
    runId: string,
  ): AsyncIterable<(ListedProblem & { kind: ProblemKind; severity: Severity })[]> {
    const size = 5000;
    for (let offset = 0; ; offset += size) {
      const page = await this.db.rows<ListedProblem & { kind: ProblemKind; severity: Severity }>(
        `select row_no as "rowNo", kind, severity, field, value, message from import_problem where run_id = $1
         order by row_no, kind, message limit ${size} offset ${offset}`,
        [runId],
      );
      if (page.length > 0) yield page;
      if (page.length < size) return;
    }
  }

  /** Whether more people would leave than are taken for granted. */
  needsConfirmation(run: ImportRun): boolean {
    const difference = run.counts.difference;
    return (
      difference !== undefined &&
      needsConfirmation({
        present: difference.present,
        leavers: difference.leaves + difference.missing,
      })
    );
  }

  /** A run's tables may be read from its check until somebody decides; while it works they are being made again. */
  private async isStaged(run: ImportRun): Promise<boolean> {
    if (run.state !== 'ready') return false;
    const found = await this.db.one<{ name: string | null }>(
      'select to_regclass($1)::text as name',
      [factsOf(run).staging.change],
    );
    return found?.name !== null && found !== null;
  }

  /** Reads a run's tables; nothing when the run began to work in this very moment. */
  private async staged<T>(
    run: ImportRun,
    sql: string,
    params: readonly unknown[] = [],
  ): Promise<T[]> {
    if (!(await this.isStaged(run))) return [];
    try {
      return await this.db.rows<T>(sql, params);
    } catch (error) {
      if (MADE_AGAIN.has(sqlStateOf(error) ?? '')) return [];
      throw error;
    }
  }
}
