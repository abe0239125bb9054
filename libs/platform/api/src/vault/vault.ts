import { createHmac, randomBytes } from 'node:crypto';
import { newId } from '@flipside/kernel';
import type { Tx } from '../database.js';
import { decrypt, encrypt, wrappingKey, type WrappingKey } from './sealing.js';

/** Whose key a text is sealed with, and for whom alone it opens again. */
export interface KeyOwner {
  readonly kind: 'person' | 'pairing' | 'conversation';
  readonly id: string;
  readonly readers: readonly string[];
}

/** A text for the writer's own eyes. */
export const onlyMe = (personId: string): KeyOwner => ({
  kind: 'person',
  id: personId,
  readers: [personId],
});

/** A text for the two people of a pairing. */
export const twoOfUs = (pairing: {
  pairingId: string;
  championId: string;
  executiveId: string;
}): KeyOwner => ({
  kind: 'pairing',
  id: pairing.pairingId,
  readers: [pairing.championId, pairing.executiveId],
});

/** One stored text and where it stands, such as `note.body:` and the id of its row. */
export interface Cell {
  readonly at: string;
  readonly sealed: string;
}

/** A message for one named person, outside any pairing. */
export const betweenThem = (messageId: string, fromId: string, toId: string): KeyOwner => ({
  kind: 'conversation',
  id: messageId,
  readers: [fromId, toId],
});

type Sql = Pick<Tx, 'rows'>;

interface KeyRow {
  id: string;
  readers: string[];
  wrappedBy: string;
  wrapped: Buffer;
}

interface OpenedKey {
  readonly readers: readonly string[];
  /** Absent when the secret that wrapped it is no longer known. */
  readonly key: Buffer | null;
}

const PREFIX = 'v1.';
const MOST_KEPT = 2000;

/** What is read where a text was sealed under a secret that is lost. */
export const LOST_TEXT =
  'This text can no longer be opened, because the key of this server was lost.';

/** What is read where a text was changed or moved by hand in the database. */
const BROKEN_TEXT = 'This text cannot be opened. It was changed outside of Flipside.';

/**
 * Seals private texts and opens them for their readers alone. Each person and each pairing has a data key of its own;
 * data keys are stored wrapped by a key made from FLIPSIDE_SECRET, which is never in the database. Who may open is part
 * of the key, not of the question: no role adds a reader.
 */
export class Vault {
  readonly #current: WrappingKey;
  readonly #known: ReadonlyMap<string, Buffer>;
  /** Opened data keys by id, oldest first. */
  readonly #opened = new Map<string, OpenedKey>();

  /** @param earlier secrets of before a change, whose texts still open */
  constructor(secret: Buffer, earlier: readonly Buffer[] = []) {
    this.#current = wrappingKey(secret);
    this.#known = new Map(
      [this.#current, ...earlier.map(wrappingKey)].map(({ id, key }) => [id, key]),
    );
  }

  /** Encrypts a text for its owner; an empty text stays empty. `at` names column and row, as when opening. */
  async seal(tx: Sql, owner: KeyOwner, at: string, text: string): Promise<string> {
    if (text === '') return '';
    const { id, key } = await this.#keyOf(tx, owner);
    return `${PREFIX}${id}.${encrypt(key, Buffer.from(text), at).toString('base64url')}`;
  }

  /**
   * A text that equals itself and tells nothing: the same words of the same owner give the same fingerprint, and
   * nobody without the key can try words out.
   */
  async fingerprint(tx: Sql, owner: KeyOwner, text: string): Promise<string> {
    const { key } = await this.#keyOf(tx, owner);
    return createHmac('sha256', key).update(text).digest('base64url');
  }

  /**
   * Opens texts for one person, in their order, with at most one statement. A text that was never sealed, because it
   * was for more people, comes as it is.
   * @throws Error when the person is not among the readers of a text: whoever asks has to check that first
   */
  async open(sql: Sql, readerId: string, cells: readonly Cell[]): Promise<string[]> {
    await this.#load(sql, [...new Set(cells.map(({ sealed }) => keyIdOf(sealed)))]);
    return cells.map(({ at, sealed }) => {
      const keyId = keyIdOf(sealed);
      if (keyId === null) return sealed;
      const opened = this.#opened.get(keyId);
      if (!opened) return LOST_TEXT;
      if (!opened.readers.includes(readerId))
        throw new Error(`A text at ${at.split(':')[0]} was asked for by somebody it is not for`);
      if (!opened.key) return LOST_TEXT;
      try {
        const body = Buffer.from(sealed.slice(PREFIX.length + keyId.length + 1), 'base64url');
        return decrypt(opened.key, body, at).toString();
      } catch {
        return BROKEN_TEXT;
      }
    });
  }

  /**
   * Opens columns of many rows at once.
   * @param columns for each column of the rows the place it is sealed at, without the row's id
   */
  async openRows<Row extends object, Column extends keyof Row & string>(
    sql: Sql,
    readerId: string,
    rows: readonly Row[],
    idOf: (row: Row) => string,
    columns: Readonly<Record<Column, string>>,
  ): Promise<Row[]> {
    const names = Object.keys(columns) as Column[];
    const cells = rows.flatMap((row) =>
      names.map((name) => ({
        at: `${columns[name]}:${idOf(row)}`,
        sealed: (row[name] as string | null) ?? '',
      })),
    );
    const texts = await this.open(sql, readerId, cells);
    return rows.map((row, at) => ({
      ...row,
      ...Object.fromEntries(names.map((name, place) => [name, texts[at * names.length + place]])),
    }));
  }

  /**
   * Wraps all data keys with the current secret. The texts themselves are not touched.
   * @returns how many keys changed, and how many belong to a secret that is not known
   */
  async rewrap(tx: Tx): Promise<{ changed: number; unknown: number }> {
    const stale = await tx.rows<KeyRow>(
      `select id, readers, wrapped_by as "wrappedBy", wrapped from data_key where wrapped_by <> $1 for update`,
      [this.#current.id],
    );
    const known = stale.filter(({ wrappedBy }) => this.#known.has(wrappedBy));
    for (const row of known) {
      const key = this.#unwrap(row);
      if (!key) continue;
      await tx.execute(`update data_key set wrapped = $2, wrapped_by = $3 where id = $1`, [
        row.id,
        encrypt(this.#current.key, key, row.id),
        this.#current.id,
      ]);
    }
    return { changed: known.length, unknown: stale.length - known.length };
  }

  /** Sets keys of an unknown secret aside, so that their owners get new ones. They open again if it is found. */
  async retireUnknown(tx: Tx): Promise<void> {
    await tx.execute(`update data_key set is_retired = true where wrapped_by <> all($1)`, [
      [...this.#known.keys()],
    ]);
  }

  #unwrap(row: KeyRow): Buffer | null {
    const wrap = this.#known.get(row.wrappedBy);
    return wrap ? decrypt(wrap, row.wrapped, row.id) : null;
  }

  async #load(sql: Sql, ids: readonly (string | null)[]): Promise<void> {
    const missing = ids.filter((id): id is string => id !== null && !this.#opened.has(id));
    if (missing.length === 0) return;
    const rows = await sql.rows<KeyRow>(
      `select id, readers, wrapped_by as "wrappedBy", wrapped from data_key where id = any($1::uuid[])`,
      [missing],
    );
    rows.forEach((row) => this.#keep(row.id, { readers: row.readers, key: this.#unwrap(row) }));
  }

  #keep(id: string, opened: OpenedKey): void {
    this.#opened.set(id, opened);
    const oldest = this.#opened.size > MOST_KEPT ? this.#opened.keys().next().value : undefined;
    if (oldest !== undefined) this.#opened.delete(oldest);
  }

  /** The owner's key, made when it is needed for the first time. Two writers at once end up with the same one. */
  async #keyOf(tx: Sql, owner: KeyOwner): Promise<{ id: string; key: Buffer }> {
    const id = newId();
    const fresh = randomBytes(32);
    const readers = [...new Set(owner.readers)];
    const [row] = await tx.rows<KeyRow>(
      `with made as (
         insert into data_key (id, owner_kind, owner_id, readers, wrapped_by, wrapped)
         select $1, $2, $3, $4::uuid[], $5, $6
         where not exists (select from data_key where owner_kind = $2 and owner_id = $3 and not is_retired)
         on conflict (owner_kind, owner_id) where not is_retired do nothing
         returning id, readers, wrapped_by as "wrappedBy", wrapped)
       select * from made
       union all
       select id, readers, wrapped_by, wrapped from data_key
       where owner_kind = $2 and owner_id = $3 and not is_retired limit 1`,
      [id, owner.kind, owner.id, readers, this.#current.id, encrypt(this.#current.key, fresh, id)],
    );
    // Another transaction made it between the two halves of the statement; now it is there.
    if (!row) return this.#keyOf(tx, owner);
    const key = this.#unwrap(row);
    if (!key) throw new Error('The key of these texts was wrapped with a secret that is not known');
    return { id: row.id, key };
  }
}

function keyIdOf(sealed: string): string | null {
  return sealed.startsWith(PREFIX) ? sealed.slice(PREFIX.length, PREFIX.length + 36) : null;
}
