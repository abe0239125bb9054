import { createHash } from 'node:crypto';
import type { Day } from '@flipside/kernel';
import type { Tx } from '@flipside/platform-api';
import {
  headerSignature,
  ROSTER_FIELDS,
  type ColumnMapping,
  type ProblemKind,
  type RosterField,
} from '@flipside/people-domain';
import type { Difference } from './find-changes.js';
import type { ImportState } from './import-run.entity.js';
import { readMapping, runOptions, type FileFormat, type RunOptions } from './run-options.js';
import type { RunFacts } from './run-facts.js';
import { stagingOf } from './staging.js';

/** A column of the file: its heading and the first values below it. */
export interface FileColumn {
  readonly heading: string;
  readonly samples: readonly string[];
}

/** What a run still needs before rows can be compared with the company. */
export type Need = 'name' | 'key' | 'dateOrder';

export interface RunCounts {
  /** Rows of people in the file. */
  readonly rows?: number;
  /** Blank, title, total and report lines. */
  readonly passedOver?: number;
  /** Rows read or written so far, for progress. */
  readonly done?: number;
  /** What is being done right now. */
  readonly step?: string;
  readonly needs?: readonly Need[];
  /** Problems found while reading, by kind. */
  readonly readProblems?: Partial<Record<ProblemKind, number>>;
  /** All problems by kind. */
  readonly problems?: Partial<Record<ProblemKind, number>>;
  readonly mayHave?: RunFacts['mayHave'];
  /** First hire date in the file. */
  readonly earliest?: Day | null;
  readonly difference?: Difference;
}

export interface ImportRun {
  readonly id: string;
  readonly fileName: string;
  readonly fileBytes: number;
  readonly actorId: string | null;
  readonly state: ImportState;
  readonly format: Partial<FileFormat>;
  readonly columns: readonly FileColumn[];
  readonly mapping: ColumnMapping;
  readonly options: RunOptions;
  readonly counts: RunCounts;
  readonly failure: string | null;
  readonly asOf: Day;
  readonly createdAt: Date;
  readonly appliedAt: Date | null;
}

type Row = Omit<ImportRun, 'mapping' | 'options'> & { mapping: unknown; options: unknown };

const COLUMNS = `id, file_name as "fileName", file_bytes as "fileBytes", actor_id as "actorId", state, format,
  columns, mapping, options, counts, failure, as_of as "asOf", created_at as "createdAt", applied_at as "appliedAt"`;

const runOf = (row: Row): ImportRun => ({
  ...row,
  mapping: readMapping(row.mapping),
  options: runOptions.parse(row.options),
});

export async function findRun(
  db: Pick<Tx, 'one'>,
  id: string,
  lock: '' | 'for update' = '',
): Promise<ImportRun | null> {
  const row = await db.one<Row>(`select ${COLUMNS} from import_run where id = $1 ${lock}`, [id]);
  return row && runOf(row);
}

/** The latest runs, newest first. */
export async function latestRuns(db: Pick<Tx, 'rows'>, most: number): Promise<ImportRun[]> {
  return (
    await db.rows<Row>(
      `select ${COLUMNS} from import_run order by created_at desc, id desc limit $1`,
      [most],
    )
  ).map(runOf);
}

const COLUMN_OF = {
  state: 'state',
  fileBytes: 'file_bytes',
  format: 'format',
  columns: 'columns',
  mapping: 'mapping',
  options: 'options',
  counts: 'counts',
  failure: 'failure',
  asOf: 'as_of',
  appliedAt: 'applied_at',
} as const;
const JSON_COLUMNS: ReadonlySet<string> = new Set([
  'format',
  'columns',
  'mapping',
  'options',
  'counts',
]);

/** Changes the given columns of a run. */
export async function saveRun(
  db: Pick<Tx, 'rows'>,
  id: string,
  change: Partial<Pick<ImportRun, keyof typeof COLUMN_OF>>,
): Promise<void> {
  const keys = Object.keys(change) as (keyof typeof COLUMN_OF)[];
  const sets = keys.map((key, at) => `${COLUMN_OF[key]} = $${at + 2}`);
  const values = keys.map((key) =>
    JSON_COLUMNS.has(key) ? JSON.stringify(change[key]) : (change[key] ?? null),
  );
  await db.rows(`update import_run set ${sets.join(', ')} where id = $1`, [id, ...values]);
}

export const factsOf = (run: ImportRun): RunFacts => ({
  id: run.id,
  staging: stagingOf(run.id),
  asOf: run.asOf,
  earliest: run.counts.earliest ?? null,
  mapping: run.mapping,
  options: run.options,
  mayHave: {
    refused: true,
    noEmail: true,
    sameId: true,
    sameEmail: true,
    managerEmails: true,
    managerIdEmails: true,
    managerNames: true,
    ...run.counts.mayHave,
  },
  problems: new Map(Object.entries(run.counts.readProblems ?? {}) as [ProblemKind, number][]),
});

const keyOf = (header: readonly string[]): string =>
  createHash('sha256').update(headerSignature(header)).digest('hex');

interface Remembered {
  readonly mapping: ColumnMapping;
  readonly dateOrder: 'DMY' | 'MDY' | null;
}

/** What was used for the last applied file with these headings. */
export async function rememberedFor(
  db: Pick<Tx, 'one'>,
  header: readonly string[],
): Promise<Remembered | null> {
  const row = await db.one<{ mapping: { fields?: unknown; dateOrder?: unknown } }>(
    'select mapping from import_mapping where header_signature = $1',
    [keyOf(header)],
  );
  if (!row) return null;
  const { dateOrder } = row.mapping;
  return {
    mapping: readMapping(row.mapping.fields),
    dateOrder: dateOrder === 'DMY' || dateOrder === 'MDY' ? dateOrder : null,
  };
}

/** Keeps a run's mapping for the next file with the same headings. */
export async function remember(db: Pick<Tx, 'rows'>, run: ImportRun): Promise<void> {
  const kept = { fields: run.mapping, dateOrder: run.options.dateOrder ?? null };
  await db.rows(
    `insert into import_mapping (header_signature, mapping) values ($1, $2)
     on conflict (header_signature) do update set mapping = excluded.mapping, saved_at = now()`,
    [keyOf(run.columns.map((column) => column.heading)), JSON.stringify(kept)],
  );
}

/** Whether a text names a field of the roster. */
export const isField = (text: string): text is RosterField =>
  (ROSTER_FIELDS as readonly string[]).includes(text);
