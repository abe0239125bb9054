import type { Tx } from '@flipside/platform-api';
import { HAS_DATES, IS_GONE } from './plan.js';
import { hasManagers, report, type RunFacts } from './run-facts.js';

/**
 * Finds out who each named manager is, how deep in the company they stand, and which circles there are.
 * The manager table holds one row per way of naming a manager, so all of this handles managers only.
 *
 * `level`: 1 is the head of the company; null when the chain above is not known.
 */
export async function findManagers(tx: Tx, run: RunFacts): Promise<void> {
  const { manager } = run.staging;
  if (!hasManagers(run)) {
    await tx.rows(`create unlogged table ${manager} as ${NOBODY}`);
    return;
  }
  await resolveManagers(tx, run);
  await findManagersOutsideFile(tx, run);
  await tx.rows(`analyze ${manager}`);
  await reportManagers(tx, run);
  await countLevels(tx, run);
  await findCircles(tx, run);
}

/** Columns of the manager table besides those that the look-up fills. */
const LATER = 'null::smallint as level, false as is_reached, null::int as team_no';
const NOBODY = `select null::text as ref, null::int as row_no, 0 as candidates, null::uuid as person_id, null::text as parent_ref, ${LATER} where false`;

/** An e-mail in the place of an ID, for a ref: addresses are asked for only where nobody has such an ID. */
const isEmailForId = (ref: string, run: RunFacts): string =>
  `${ref} like '#%@%' and not exists (select 1 from ${run.staging.fact} ids where ids.employee_no = substr(${ref}, 2))`;

/** Looks up `#id`, `@e-mail` and `~name` among the rows; a row that stands back for another one names that one. */
async function resolveManagers(tx: Tx, run: RunFacts): Promise<void> {
  const { row, fact, fix, known, manager } = run.staging;
  const isStored = `(case when ${IS_GONE('$1').replaceAll('r.', 'x.')} and not ${HAS_DATES.replaceAll('r.', 'x.')} then false else true end)`;
  const isCurrent = `(x.status <> 'left' and (x.leave_on is null or x.leave_on >= $1::date))`;
  const hits = (
    kind: '#' | '@' | '~',
    match: string,
    which = `left(refs.ref, 1) = '${kind}'`,
  ): string => `
    select refs.ref, x.row_no, x.id, x.manager, ${isCurrent} as is_current, f.keep_row is not null as stands_back,
      ${isStored} as is_stored
    from refs join ${kind === '#' ? fact : row} x on ${match} left join ${fix} f on f.row_no = x.row_no
    where ${kind === '#' ? 'true' : which} and f.left_out is not true
      ${kind === '#' ? '' : 'and f.keep_row is null and f.drop_email is not true'}`;
  const kinds = [
    hits('#', 'x.employee_no = substr(refs.ref, 2)'),
    ...(run.mayHave.managerEmails ? [hits('@', 'x.email = substr(refs.ref, 2)')] : []),
    ...(run.mayHave.managerIdEmails
      ? [hits('@', 'x.email = lower(substr(refs.ref, 2))', isEmailForId('refs.ref', run))]
      : []),
    ...(run.mayHave.managerNames ? [hits('~', 'lower(x.name) = lower(substr(refs.ref, 2))')] : []),
  ];
  const several = Object.entries(run.mayHave).some(([what, may]) => may && what !== 'refused');
  // IDs and addresses are one person's by now; names may be several people's, and then only one may still be here.
  const found = several
    ? `hits as (${kinds.join(' union all ')}),
     decided as (
       select distinct on (ref) ref, row_no, id, manager, is_stored, hits, current_hits
       from (
         select h.*, case when left(ref, 1) = '~' then count(*) over (partition by ref) else 1 end as hits,
           count(*) filter (where is_current) over (partition by ref) as current_hits
         from hits h
       ) counted
       order by ref, stands_back, is_current desc, row_no
     ),
     found as (
       select refs.ref, d.row_no, d.id, d.manager, d.is_stored, d.hits, (d.current_hits = 1 or d.hits = 1) as is_one
       from refs left join decided d on d.ref = refs.ref
     )`
    : `found as (
       select refs.ref, h.row_no, h.id, h.manager, h.is_stored, (h.row_no is not null)::int as hits, h.row_no is not null as is_one
       from refs left join (
         select x.employee_no, x.row_no, x.id, x.manager, ${isStored} as is_stored
         from ${fact} x left join ${fix} f on f.row_no = x.row_no where f.left_out is not true
       ) h on h.employee_no = substr(refs.ref, 2)
     )`;
  // Made by one query and not inserted into, because only the former is worked on in parallel.
  await tx.rows(
    `create unlogged table ${manager} as
     with refs as (select manager as ref from ${fact} where manager is not null group by manager),
     ${found}
     select f.ref, case when is_one then f.row_no end as row_no, (case when is_one then 1 else coalesce(f.hits, 0) end)::int as candidates,
       case when is_one and (k.person_id is not null or f.is_stored) then coalesce(k.person_id, f.id) end as person_id,
       case when is_one then f.manager end as parent_ref, ${LATER}
     from found f left join ${known} k on k.row_no = f.row_no`,
    [run.asOf],
  );
  if (!several) return;
  // A row that stands back for another one of the same person names that one.
  await tx.rows(
    `update ${manager} m set row_no = r.row_no, parent_ref = r.manager,
       person_id = case when k.person_id is null and ${IS_GONE('$1')} and not ${HAS_DATES} then null else coalesce(k.person_id, r.id) end
     from ${fix} f join ${row} r on r.row_no = f.keep_row left join ${known} k on k.row_no = r.row_no
     where f.row_no = m.row_no`,
    [run.asOf],
  );
}

/** In a file of changes a manager may be somebody whom the file does not hold. */
async function findManagersOutsideFile(tx: Tx, run: RunFacts): Promise<void> {
  if (run.options.isFull) return;
  const { manager } = run.staging;
  await tx.rows(
    `
    update ${manager} m set person_id = found.id, candidates = found.candidates, level = found.level
    from (
      select m.ref, (array_agg(p.id))[1] as id, count(*) as candidates, max(e.level) as level
      from ${manager} m
      join person p on case left(m.ref, 1)
        when '#' then p.employee_no = substr(m.ref, 2) or (m.ref like '#%@%' and p.email = lower(substr(m.ref, 2)))
        when '@' then p.email = substr(m.ref, 2) else lower(p.name) = lower(substr(m.ref, 2)) end
      join employment e on e.person_id = p.id and e.valid_from <= $1::date and e.valid_to > $1::date
      where m.row_no is null and m.candidates = 0
      group by m.ref
    ) found
    where found.ref = m.ref and found.candidates = 1`,
    [run.asOf],
  );
}

/** Two words of letters, in a column that is read as IDs or e-mail addresses. */
const IS_NAME = `m.ref ~ '^[#@][^0-9@]*[[:alpha:].][ ,]+[[:alpha:]][^0-9@]*$'`;

async function reportManagers(tx: Tx, run: RunFacts): Promise<void> {
  const { row, fix, manager } = run.staging;
  const unresolved = await tx.one<{ none: number; many: number; own: boolean }>(
    `select count(*) filter (where person_id is null and candidates = 0) as none, count(*) filter (where person_id is null and candidates > 1) as many,
       coalesce(bool_or(parent_ref = ref), false) as own from ${manager}`,
  );
  const rows = (where: string): string =>
    `from ${row} r join ${manager} m on m.ref = r.manager left join ${fix} f on f.row_no = r.row_no
     where (f.row_no is null or (not f.left_out and f.keep_row is null)) and ${where}`;
  if (unresolved?.none) {
    const isNobody = `m.person_id is null and m.candidates = 0 and not ${IS_GONE('$2')}`;
    await report(
      tx,
      run,
      'managerNotFound',
      `
      select r.row_no, 'managerName', substr(m.ref, 2), format('%s reports to %s, who left or is not in the file.', r.name, substr(m.ref, 2))
      ${rows(`${isNobody} and not (${IS_NAME})`)}`,
    );
    await report(
      tx,
      run,
      'managerIsName',
      `
      select r.row_no, 'managerName', substr(m.ref, 2), format('%s reports to “%s”: that is a name, not an %s.', r.name, substr(m.ref, 2),
        case left(m.ref, 1) when '#' then 'ID' else 'e-mail address' end)
      ${rows(`${isNobody} and ${IS_NAME}`)}`,
    );
  }
  if (run.mayHave.managerIdEmails)
    await report(
      tx,
      run,
      'managerIdIsEmail',
      `
      select r.row_no, 'managerNo', substr(m.ref, 2), format('%s reports to %s: that is an e-mail address, not an ID.', r.name, substr(m.ref, 2))
      ${rows(`${isEmailForId('m.ref', run)} and not exists (select 1 from person p where p.employee_no = substr(m.ref, 2))`)}`,
    );
  if (unresolved?.many)
    await report(
      tx,
      run,
      'managerAmbiguous',
      `
      select r.row_no, 'managerName', substr(m.ref, 2), format('%s reports to %s, and %s people have that name.', r.name, substr(m.ref, 2), m.candidates)
      ${rows(`m.person_id is null and m.candidates > 1 and not ${IS_GONE('$2')}`)}`,
    );
  if (!unresolved?.own) return;
  await tx.execute(
    `insert into ${fix} (row_no, drop_manager) select r.row_no, true
     from ${row} r join ${manager} m on m.ref = r.manager where m.row_no = r.row_no
     on conflict (row_no) do update set drop_manager = true`,
  );
  await report(
    tx,
    run,
    'ownManager',
    `
    select r.row_no, 'managerName', substr(r.manager, 2), format('%s is named as their own manager.', r.name)
    from ${fix} f join ${row} r using (row_no) where f.drop_manager and not f.left_out and f.keep_row is null`,
  );
  await tx.rows(
    `update ${manager} m set parent_ref = null from ${fix} f where f.row_no = m.row_no and f.drop_manager`,
  );
}

/**
 * Goes down from everybody whose own manager is nobody or not known. Levels count from a real head of the
 * company; below a manager who was not found nobody has a level. Whoever is not reached is in a circle or below one.
 */
async function countLevels(tx: Tx, run: RunFacts): Promise<void> {
  const { manager } = run.staging;
  // Numbers of rows instead of names make each step down the chain cheap.
  await tx.rows(`
    with recursive edge as materialized (
      select distinct m.row_no, case when p.person_id is not null then p.row_no end as parent_row,
        m.parent_ref is null as is_top, case when p.row_no is null then p.level end as outside_level
      from ${manager} m left join ${manager} p on p.ref = m.parent_ref
      where m.row_no is not null
    ),
    reached as (
      select row_no, case when is_top then 1 else outside_level + 1 end::int as level from edge where parent_row is null
      union all
      select e.row_no, a.level + 1 from reached a join edge e on e.parent_row = a.row_no
    )
    update ${manager} m set is_reached = true, level = case when reached.level < 100 then reached.level end
    from reached where reached.row_no = m.row_no`);
  await tx.rows(`
    insert into ${run.staging.fix} (row_no, level) select distinct row_no, 1 from ${manager} where row_no is not null and parent_ref is null
    on conflict (row_no) do update set level = 1`);
}

/** People who report to themselves through others, among those that were not reached from above. */
async function findCircles(tx: Tx, run: RunFacts): Promise<void> {
  const { row, fix, manager } = run.staging;
  if (
    !(await tx.one(`select 1 from ${manager} where not is_reached and row_no is not null limit 1`))
  )
    return;
  // Everybody has one manager: who comes back to their own row on the way up is on a circle.
  await tx.rows(`
    insert into ${fix} (row_no, drop_manager)
    with recursive node as (
      select distinct m.row_no, p.row_no as parent from ${manager} m join ${manager} p on p.ref = m.parent_ref
      where not m.is_reached and m.row_no is not null
    ),
    walk as (
      select row_no as start, parent as at, array[row_no] as path from node
      union all
      select w.start, n.parent, w.path || n.row_no from walk w join node n on n.row_no = w.at
      where w.at <> w.start and not n.row_no = any (w.path)
    )
    select distinct start, true from walk where at = start
    on conflict (row_no) do update set drop_manager = true`);
  await report(
    tx,
    run,
    'managerCycle',
    `
    select r.row_no, 'managerName', substr(r.manager, 2), format('%s reports to %s, who reports back to %s in the end.', r.name, boss.name, r.name)
    from ${fix} f join ${row} r using (row_no) join ${manager} m on m.ref = r.manager join ${row} boss on boss.row_no = m.row_no
    where f.drop_manager and m.row_no <> r.row_no`,
  );
}
