import { enqueue, type Database, type Tx } from '@flipside/platform-api';
import { finishBulkLoadJob, type Unfinished } from './finish-bulk-load.js';

interface Constraint {
  readonly table: string;
  readonly name: string;
  /** As PostgreSQL's catalogue gives it. */
  readonly definition: string;
  readonly isForeignKey: boolean;
}

interface Index {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
  readonly isUnique: boolean;
}

/** What stands around the tables that a bulk load fills. Read from the catalogue, so it follows the migrations. */
interface Surroundings {
  /** Keys of the two tables, their foreign keys, and foreign keys that point at them; keys first. */
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly Index[];
}

const TABLES = ['person', 'employment'];

async function surroundings(tx: Tx): Promise<Surroundings> {
  const constraints = await tx.rows<Constraint>(
    `select c.conrelid::regclass::text as table, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as definition,
       c.contype = 'f' as "isForeignKey"
     from pg_constraint c
     where (c.conrelid = any ($1::regclass[]) and c.contype in ('p', 'u', 'f')) or (c.confrelid = any ($1::regclass[]) and c.contype = 'f')
     order by c.contype = 'f', c.conname`,
    [TABLES],
  );
  const indexes = await tx.rows<Index>(
    `select i.indrelid::regclass::text as table, i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition,
       i.indisunique as "isUnique"
     from pg_index i
     where i.indrelid = any ($1::regclass[]) and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`,
    [TABLES],
  );
  return { constraints, indexes };
}

const adding = ({ table, name, definition }: Constraint): string =>
  `alter table ${table} add constraint ${name} ${definition}`;

/** What a bulk load needs to be told. */
export interface BulkLoad {
  /** Fills the people, in the caller's transaction. */
  readonly people: () => Promise<void>;
  /** Fills employments into a table of that name, in the given transaction. */
  readonly employments: (tx: Tx, table: string) => Promise<void>;
  /** A name for the table of employments while it is being filled. */
  readonly aside: string;
}

/**
 * Fills an empty company. Employments are written by a second connection into a table of their own, with
 * its keys, at the same time as the people; in the end that table takes the place of the empty one. People
 * lose their keys while they are written. Every key is there again before the caller's transaction ends, and
 * nobody sees any of it before. Locks both tables.
 *
 * What is not needed for that is given back, for the caller to do after its commit; a job sees to it should
 * that not happen.
 */
export async function bulkLoad(db: Database, tx: Tx, load: BulkLoad): Promise<Unfinished> {
  const { constraints, indexes } = await surroundings(tx);
  const unique = indexes.filter(({ isUnique }) => isUnique);
  const ofEmployment = constraints.filter(
    ({ table, isForeignKey }) => table === 'employment' && !isForeignKey,
  );
  const aside = db.transaction(async (other) => {
    await other.rows(`drop table if exists ${load.aside}`);
    // Made and filled in one transaction, a table needs no log of its rows where nobody replicates.
    await other.rows(
      `create table ${load.aside} (like employment including defaults including constraints)`,
    );
    await load.employments(other, load.aside);
    for (const constraint of ofEmployment)
      await other.rows(adding({ ...constraint, table: load.aside }));
    for (const { table, definition } of unique) {
      if (table === 'employment')
        await other.rows(definition.replace(/ ON \S+ USING /, ` ON ${load.aside} USING `));
    }
  });
  // Awaited below; a failure of the people's part must not leave this one unheard.
  aside.catch(() => undefined);
  const foreign = constraints.filter(({ isForeignKey }) => isForeignKey);
  const ofPeople = constraints.filter(
    ({ table, isForeignKey }) => table === 'person' && !isForeignKey,
  );
  await tx.rows(
    [...foreign, ...ofPeople]
      .map(({ table, name }) => `alter table ${table} drop constraint ${name}`)
      .join('; '),
  );
  await tx.rows(
    indexes
      .filter(({ table }) => table === 'person')
      .map(({ name }) => `drop index ${name}`)
      .join('; '),
  );
  await load.people();
  for (const constraint of ofPeople) await tx.rows(adding(constraint));
  for (const { table, definition } of unique) if (table === 'person') await tx.rows(definition);
  await aside;
  const [, name] = load.aside.split('.');
  await tx.rows(
    `drop table employment; alter table ${load.aside} set schema public; alter table ${name} rename to employment`,
  );
  // The new employments come from a join with the very tables that these keys point at: every later change is
  // checked from now on, and these rows right after the commit.
  const ofRows = foreign.filter(({ table }) => table === 'employment');
  for (const constraint of ofRows) await tx.rows(`${adding(constraint)} not valid`);
  for (const constraint of foreign)
    if (!ofRows.includes(constraint)) await tx.rows(adding(constraint));
  const unfinished: Unfinished = {
    indexes: indexes
      .filter(({ isUnique }) => !isUnique)
      .map(({ name: index, definition }) => ({ name: index, definition })),
    foreignKeys: ofRows.map(({ name: key }) => key),
  };
  await enqueue(tx, finishBulkLoadJob, unfinished);
  return unfinished;
}

/**
 * Whether the table of employments may be replaced by another of the same shape: not when an operator has
 * given rights on it or hung triggers on it, which a new table would not have.
 */
export async function mayReplace(tx: Tx): Promise<boolean> {
  const found = await tx.one<{ plain: boolean }>(
    `select relacl is null and not relrowsecurity and relnamespace = 'public'::regnamespace and relowner = (select oid from pg_roles where rolname = current_user)
       and not exists (select 1 from pg_trigger where tgrelid = c.oid and not tgisinternal) as plain
     from pg_class c where oid = 'employment'::regclass`,
  );
  return found?.plain === true;
}
