import type { Tx } from '@flipside/platform-api';

/** Tables of one run. They are unlogged: a crash empties them, and the file is chosen again. */
export interface Staging {
  /** The rows as read, one per row of the file: a view over the next two. */
  readonly row: string;
  /** What the rows say about the person, in the shape of the company's table: an empty company just takes it over. */
  readonly person: string;
  /** What the rows say about the work, and how they are told apart. */
  readonly fact: string;
  /** Rows that are left out or lose a value. */
  readonly fix: string;
  /** People of the company that rows were recognised as. */
  readonly known: string;
  /** Every way in which a manager is named, and who that is. */
  readonly manager: string;
  readonly unit: string;
  readonly place: string;
  /** What the rows change about people of the company. */
  readonly change: string;
  /** People of the company that a full roster does not hold. */
  readonly missing: string;
  /** Employments while a bulk load fills them. */
  readonly employment: string;
  /** The bytes of an upload, so that it can be read again with another mapping. */
  readonly chunk: string;
}

/** @param runId a uuid; anything else would reach the SQL text */
export function stagingOf(runId: string): Staging {
  if (!/^[0-9a-f-]{36}$/.test(runId)) throw new TypeError('A run has a uuid');
  const name = (part: string): string => `roster.${part}_${runId.replaceAll('-', '')}`;
  return {
    row: name('row'),
    person: name('person'),
    fact: name('fact'),
    fix: name('fix'),
    known: name('known'),
    manager: name('manager'),
    unit: name('unit'),
    place: name('place'),
    change: name('change'),
    missing: name('missing'),
    employment: name('employment'),
    chunk: name('chunk'),
  };
}

export const createChunkTable = (staging: Staging): string => `
  create unlogged table ${staging.chunk} (seq int primary key, bytes bytea not null) with (autovacuum_enabled = false);
  alter table ${staging.chunk} alter column bytes set storage external`;

/**
 * Drops a run's tables one by one: whoever reads several of them at that moment would otherwise wait for one
 * while we wait for another.
 */
export async function dropStaging(db: Pick<Tx, 'rows'>, staging: Staging): Promise<void> {
  const { row, ...tables } = staging;
  await db.rows(`drop view if exists ${row}`);
  for (const table of Object.values(tables)) await db.rows(`drop table if exists ${table}`);
}

/** Drops what was read, for reading it again. */
export async function dropRows(
  db: Pick<Tx, 'rows'>,
  { row, person, fact }: Staging,
): Promise<void> {
  await db.rows(`drop view if exists ${row}`);
  await db.rows(`drop table if exists ${person}, ${fact}`);
}

/**
 * Starts the people of the rows, in the shape of the company's table.
 * @param isKept the company is empty and may take this table over, so it has to survive a crash
 */
export const createPersonTable = ({ person }: Staging, isKept: boolean): string =>
  `create ${isKept ? '' : 'unlogged'} table ${person} (like person including defaults including constraints)`;

/** Starts everything else of the rows. */
export const createFactTable = ({ fact }: Staging): string => `
  create unlogged table ${fact} (
    row_no int not null, id uuid not null, employee_no text, unit_no int, place_no int, manager text, level smallint,
    employment_type text not null, status text not null, hire_on date, leave_on date, fte numeric(3,2), languages text[]
  ) with (autovacuum_enabled = false)`;

/** Most steps need the facts alone; the join is left out where nothing of the person is asked for. */
export const createRowView = ({ row, person, fact }: Staging): string => `
  create view ${row} as
  select f.row_no, f.id, f.employee_no, p.email, p.name, p.title, f.unit_no, f.place_no, f.manager, f.level,
    f.employment_type, f.status, f.hire_on, f.leave_on, f.fte, f.languages
  from ${fact} f left join ${person} p on p.id = f.id`;
