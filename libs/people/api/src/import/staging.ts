import { once } from 'node:events';
import type { Tx } from '@flipside/platform-api';
import type { PoolClient } from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import { newId } from '@flipside/kernel';
import type { RosterRow } from '@flipside/people-domain';

/** Tables of one run. They are unlogged: a crash empties them, and the file is chosen again. */
export interface Staging {
  /** The rows as read, one per row of the file. */
  readonly row: string;
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
  for (const table of Object.values(staging)) await db.rows(`drop table if exists ${table}`);
}

export const createRowTable = (staging: Staging): string => `
  create unlogged table ${staging.row} (
    row_no int not null, id uuid not null, employee_no text, email text, name text not null, title text not null,
    unit_no int, place_no int, manager text, level smallint, employment_type text not null, status text not null,
    hire_on date, leave_on date, fte numeric(3,2), languages text[]
  ) with (autovacuum_enabled = false)`;

const SPECIAL = /[\\\t\n\r]/;
const SPECIALS = /[\\\t\n\r]/g;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A text for COPY's text format. */
const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replace(SPECIALS, (character) => ESCAPES[character] ?? '') : text;
const asIs = (text: string): string => text;

/** A list of words as a PostgreSQL array inside COPY's text format. */
const listOf = (words: readonly string[] | null): string =>
  words === null
    ? '\\N'
    : escaped(`{${words.map((word) => `"${word.replace(/["\\]/g, '\\$&')}"`).join(',')}}`);

/** Bytes of one write. Each row goes into it at once: a long string of many pieces would keep the garbage collector busy. */
const WRITE_BYTES = 128 * 1024;

/** Bytes that may wait for the database. */
const MOST_WAITING = 2 * 1024 * 1024;

/** Writes rows into a run's row table through COPY, at the database's pace. */
export class StagingWriter {
  count = 0;
  #bytes = Buffer.allocUnsafe(WRITE_BYTES);
  #filled = 0;
  #full: Buffer[] = [];
  readonly #stream: CopyStreamQuery;
  readonly #idStart: string;
  #failed: unknown = null;
  #isEnded = false;

  constructor(client: PoolClient, staging: Staging) {
    this.#stream = client.query(
      copyFrom(`copy ${staging.row} from stdin with (format text, freeze)`),
    );
    this.#stream.on('error', (error) => (this.#failed ??= error));
    // One uuid (version 7) per row: a common start and a counter, so that rows lie in order in every index.
    this.#idStart = newId().slice(0, 24);
  }

  /** @param isPlain nothing in the row needs escaping, see `RecordSplitter.isPlain` */
  add(row: RosterRow, isPlain: boolean): void {
    const id = this.#idStart + (++this.count).toString(16).padStart(12, '0');
    const text = isPlain ? asIs : escaped;
    const line =
      `${row.rowNo}\t${id}\t${row.employeeNo === null ? '\\N' : text(row.employeeNo)}\t` +
      `${row.email === null ? '\\N' : text(row.email)}\t${text(row.name)}\t${text(row.title)}\t` +
      `${row.unitNo ?? '\\N'}\t${row.placeNo ?? '\\N'}\t${row.manager === null ? '\\N' : text(row.manager)}\t` +
      `${row.level ?? '\\N'}\t${row.employmentType}\t${row.status}\t${row.hireOn ?? '\\N'}\t` +
      `${row.leaveOn ?? '\\N'}\t${row.fte ?? '\\N'}\t${listOf(row.languages)}\n`;
    const most = isPlain ? line.length : line.length * 3;
    if (this.#filled + most > this.#bytes.length) this.#next(most);
    this.#filled += this.#bytes.write(line, this.#filled, isPlain ? 'latin1' : 'utf8');
  }

  #next(atLeast: number): void {
    this.#full.push(this.#bytes.subarray(0, this.#filled));
    this.#bytes = Buffer.allocUnsafe(Math.max(WRITE_BYTES, atLeast));
    this.#filled = 0;
  }

  /** Hands full buffers to the database and waits while it is behind. */
  async flush(): Promise<void> {
    if (this.#failed) throw this.#failed;
    const full = this.#full;
    this.#full = [];
    for (const bytes of full) {
      const isTaken = this.#stream.write(bytes);
      // Some pieces may wait: the next rows are read while the database is still busy with the last ones.
      if (!isTaken && this.#stream.writableLength > MOST_WAITING) await once(this.#stream, 'drain');
    }
  }

  async end(): Promise<void> {
    await this.flush();
    this.#stream.end(this.#bytes.subarray(0, this.#filled));
    await once(this.#stream, 'finish');
    this.#isEnded = true;
  }

  /** Gives up: the connection's transaction is rolled back by the caller. */
  abandon(): void {
    if (!this.#isEnded) this.#stream.destroy();
  }
}
