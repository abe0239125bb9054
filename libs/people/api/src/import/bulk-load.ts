import { enqueue, type Tx } from '@flipside/platform-api';
import { finishBulkLoadJob, type Unfinished } from './finish-bulk-load.js';
import { stagedKey } from './staged-keys.js';
import type { Staging } from './staging.js';

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

interface Trigger {
  readonly definition: string;
}

/** What stands around the tables that a bulk load fills. Read from the catalogue, so it follows the migrations. */
interface Surroundings {
  /** Keys of the two tables, their foreign keys, and foreign keys that point at them; keys first. */
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly Index[];
  readonly triggers: readonly Trigger[];
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
  const triggers = await tx.rows<Trigger>(
    'select pg_get_triggerdef(oid) as definition from pg_trigger where tgrelid = any ($1::regclass[]) and not tgisinternal order by tgname',
    [TABLES],
  );
  return { constraints, indexes, triggers };
}

const adding = ({ table, name, definition }: Constraint): string =>
  `alter table ${table} add constraint ${name} ${definition}`;

/** What a bulk load needs to be told. */
export interface BulkLoad {
  readonly staging: Staging;
  /** Leaves in the run's people those who are to be entered, and adds whoever the company holds already. */
  readonly people: () => Promise<void>;
  /** What a query says in columns of employments; the others take their default. */
  readonly employments: {
    readonly columns: Readonly<Record<string, string>>;
    /** From where on: FROM and what follows. */
    readonly rows: string;
    readonly values: readonly unknown[];
  };
}

/**
 * Fills an empty company. The people of the run take the place of the company's table, with the keys that were
 * built when the file was read; employments are written into a table without keys, which then takes the place of
 * theirs. Everything that stands around the two tables is there again before the caller's transaction ends, and
 * nobody sees any of it before. Locks both tables.
 *
 * What is not needed for that is given back, for the caller to do after its commit; a job sees to it should
 * that not happen.
 */
export async function bulkLoad(
  tx: Tx,
  { staging, people, employments }: BulkLoad,
): Promise<Unfinished> {
  const { constraints, indexes, triggers } = await surroundings(tx);
  const aside = staging.employment;
  await makeEmployments(tx, aside, employments);
  for (const { name, definition } of keysOf(constraints, 'employment'))
    await tx.rows(`alter table ${aside} add constraint ${name} ${definition}`);
  for (const { definition } of indexes.filter(isUniqueOf('employment')))
    await tx.rows(definition.replace(/ ON \S+ USING /, ` ON ${aside} USING `));
  await people();
  const foreign = constraints.filter(({ isForeignKey }) => isForeignKey);
  await tx.rows(
    [
      ...foreign.map(({ table, name }) => `alter table ${table} drop constraint ${name}`),
      `drop view ${staging.row}`,
      ...TABLES.map((table) => `drop table ${table}`),
      ...takingPlace(staging.person, 'person'),
      ...takingPlace(aside, 'employment'),
    ].join('; '),
  );
  await takeKeys(tx, staging, keysOf(constraints, 'person'));
  for (const { definition } of indexes.filter(isUniqueOf('person'))) await tx.rows(definition);
  // The new employments come from a join with the very tables that these keys point at: every later change is
  // checked from now on, and these rows right after the commit.
  const isOfRows = ({ table }: Constraint): boolean => table === 'employment';
  await tx.rows(
    [
      ...foreign.map(
        (constraint) => `${adding(constraint)}${isOfRows(constraint) ? ' not valid' : ''}`,
      ),
      ...triggers.map(({ definition }) => definition),
    ].join('; '),
  );
  const unfinished: Unfinished = {
    indexes: indexes
      .filter(({ isUnique }) => !isUnique)
      .map(({ name: index, definition }) => ({ name: index, definition })),
    foreignKeys: foreign.filter(isOfRows).map(({ name: key }) => key),
  };
  await enqueue(tx, finishBulkLoadJob, unfinished);
  return unfinished;
}

/**
 * Makes the table of employments of a query. Filled by the query that makes it, a table is worked on in parallel and
 * written in whole pages, and needs no log of its rows where nobody replicates. What its columns must hold is said,
 * and looked at in one pass, when it is full.
 */
async function makeEmployments(
  tx: Tx,
  table: string,
  { columns: told, rows, values }: BulkLoad['employments'],
): Promise<void> {
  // From PostgreSQL 18 on, NOT NULL is a constraint with a name.
  const columns = await tx.rows<{
    name: string;
    type: string;
    preset: string | null;
    isNeeded: boolean;
  }>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, pg_get_expr(d.adbin, d.adrelid) as preset,
       a.attnotnull and not exists (
         select 1 from pg_constraint c where c.conrelid = a.attrelid and c.contype = 'n' and c.conkey = array[a.attnum]) as "isNeeded"
     from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attrelid = 'employment'::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`,
  );
  const checks = await tx.rows<{ name: string; definition: string }>(
    `select quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where conrelid = 'employment'::regclass and contype in ('c', 'n') order by conname`,
  );
  const selected = columns.map(
    ({ name, type, preset }) => `(${told[name] ?? preset ?? 'null'})::${type} as ${name}`,
  );
  // Nothing else of the import runs meanwhile: the rows are joined by others while this connection writes them.
  await tx.rows('set local parallel_setup_cost = 0; set local parallel_tuple_cost = 0');
  await tx.rows(`create table ${table} as select ${selected.join(', ')} ${rows}`, values);
  await tx.rows(
    `alter table ${table} ${[
      ...columns.flatMap(({ name, preset, isNeeded }) => [
        ...(preset === null ? [] : [`alter column ${name} set default ${preset}`]),
        ...(isNeeded ? [`alter column ${name} set not null`] : []),
      ]),
      ...checks.map(({ name, definition }) => `add constraint ${name} ${definition}`),
    ].join(', ')}`,
  );
}

const keysOf = (constraints: readonly Constraint[], of: string): Constraint[] =>
  constraints.filter(({ table, isForeignKey }) => table === of && !isForeignKey);

const isUniqueOf =
  (of: string) =>
  ({ table, isUnique }: Index): boolean =>
    table === of && isUnique;

function takingPlace(table: string, name: string): string[] {
  const [schema, own] = table.split('.');
  return [
    `alter table ${schema}.${own} set schema public`,
    `alter table public.${own} rename to ${name}`,
  ];
}

/** Turns the indexes that were built while reading into the keys of the company; builds those that are not there. */
async function takeKeys(
  tx: Tx,
  staging: Staging,
  constraints: readonly Constraint[],
): Promise<void> {
  const built = new Set(
    (
      await tx.rows<{ name: string }>(
        'select name from unnest($1::text[]) name where to_regclass(name) is not null',
        [constraints.map(({ name }) => stagedKey(staging, name))],
      )
    ).map(({ name }) => name),
  );
  for (const constraint of constraints) {
    const index = stagedKey(staging, constraint.name);
    const [kind] = constraint.definition.split(' (');
    await tx.rows(
      built.has(index)
        ? `alter table person add constraint ${constraint.name} ${kind} using index ${index}`
        : adding(constraint),
    );
  }
}

/**
 * Whether the company's tables may be replaced by others of the same shape: not when an operator has given rights
 * on them, which new tables would not have, and only by people who were read into a table that survives a crash.
 */
export async function mayReplace(tx: Tx, { person }: Staging): Promise<boolean> {
  const found = await tx.one<{ plain: boolean }>(
    `select bool_and(relacl is null and not relrowsecurity and relnamespace = 'public'::regnamespace
         and relowner = (select oid from pg_roles where rolname = current_user))
       and (select relpersistence from pg_class where oid = $2::regclass) = 'p' as plain
     from pg_class where oid = any ($1::regclass[])`,
    [TABLES, person],
  );
  return found?.plain === true;
}
