import type { Tx } from '@flipside/platform-api';
import { COUNTS, planSql, speaksOf } from './plan.js';
import { report, type RunFacts } from './run-facts.js';

/** What applying a run would do, in people unless named otherwise. */
export interface Difference {
  /** People with an employment on the day of the roster, before applying. */
  readonly present: number;
  readonly joins: number;
  /** Left before, known with dates, entered for past head-counts only. */
  readonly formers: number;
  /** Left before and without dates: not entered. */
  readonly skippedFormers: number;
  readonly rejoins: number;
  /** Marked as gone in the file. */
  readonly leaves: number;
  /** Not in a full file. */
  readonly missing: number;
  readonly unitMoves: number;
  readonly locationMoves: number;
  readonly managerChanges: number;
  readonly levelChanges: number;
  /** Kind of employment, leave, share of full time, leave date ahead. */
  readonly termChanges: number;
  readonly nameChanges: number;
  readonly titleChanges: number;
  /** E-mail, employee ID, languages, hire date. */
  readonly detailChanges: number;
  readonly unchanged: number;
  /** Everybody of the company whom applying touches. */
  readonly changed: number;
  readonly newUnits: number;
  readonly newLocations: number;
  readonly leftOutRows: number;
}

/**
 * Compares the rows with the company: who joins, who changes in what, who leaves.
 * Fills the change and missing tables, which hold changed people only: re-importing a file leaves them empty.
 */
export async function findChanges(tx: Tx, run: RunFacts): Promise<Difference> {
  const { change, missing, known, row, fix, unit, place } = run.staging;
  const speaks = speaksOf(run);
  const target = (isTold: boolean, told: string, kept: string, name: string): string =>
    `${isTold ? told : kept} as ${name}`;
  await tx.rows(
    `create unlogged table ${change} as
     select c.*,
       c.is_gone and c.cur_from is not null as leaves,
       not c.is_gone and c.cur_from is null as rejoins,
       c.stays and c.org_unit_id is distinct from c.old_unit as unit_changed,
       c.stays and c.location_id is distinct from c.old_location as location_changed,
       c.stays and c.manager_id is distinct from c.old_manager as manager_changed,
       c.stays and c.level is distinct from c.old_level as level_changed,
       c.stays and (c.employment_type, c.status, c.fte) is distinct from (c.old_type, c.old_status, c.old_fte) as terms_changed,
       c.stays and c.new_to <> c.cur_to as end_changed
     from (
       select n.row_no, n.person_id, n.is_gone, e.valid_from as cur_from, e.valid_to as cur_to, not n.is_gone and e.person_id is not null as stays,
         n.name, n.title, n.hire_on as row_hire_on, n.leave_on as row_leave_on,
         ${target(speaks.employeeNo, 'coalesce(n.employee_no, o.employee_no)', 'o.employee_no', 'employee_no')},
         ${target(speaks.email, 'n.email', 'o.email', 'email')},
         ${target(speaks.languages, 'coalesce(n.languages, o.languages)', 'o.languages', 'languages')},
         ${target(speaks.hireOn, 'coalesce(n.hire_on, o.hire_on)', 'o.hire_on', 'hire_on')},
         ${target(speaks.unit, 'n.org_unit_id', 'e.org_unit_id', 'org_unit_id')},
         ${target(speaks.location, 'n.location_id', 'e.location_id', 'location_id')},
         ${target(speaks.manager, 'n.manager_id', 'e.manager_id', 'manager_id')},
         ${target(speaks.level, 'n.level', 'e.level', 'level')},
         ${target(speaks.type, 'n.employment_type', `coalesce(e.employment_type, n.employment_type)`, 'employment_type')},
         ${target(speaks.status, 'n.status', 'coalesce(e.status, n.status)', 'status')},
         ${target(speaks.fte, 'coalesce(n.fte, 1)', 'coalesce(e.fte, 1)', 'fte')},
         case when n.is_gone then coalesce(n.leave_on + 1, $1::date)
           ${speaks.leaveOn ? `else coalesce(n.leave_on + 1, 'infinity'::date)` : `else coalesce(e.valid_to, 'infinity'::date)`} end as new_to,
         e.org_unit_id as old_unit, e.location_id as old_location, e.manager_id as old_manager, e.level as old_level,
         e.employment_type as old_type, e.status as old_status, e.fte as old_fte, o.name as old_name, o.title as old_title,
         n.name <> o.name as name_changed, ${speaks.title ? 'n.title <> o.title' : 'false'} as title_changed,
         ${speaks.employeeNo ? 'n.employee_no is not null and n.employee_no is distinct from o.employee_no' : 'false'} as id_changed,
         ${speaks.email ? 'n.email is distinct from o.email' : 'false'} as email_changed,
         (${speaks.languages ? 'n.languages is not null and n.languages is distinct from o.languages' : 'false'}
           or ${speaks.hireOn ? 'n.hire_on is not null and n.hire_on is distinct from o.hire_on' : 'false'}) as other_changed
       from (${planSql(run, 'known')}) n
       join person o on o.id = n.person_id
       left join employment e on e.person_id = n.person_id and e.valid_to > $1::date
         and (e.valid_to = 'infinity' or not exists (select 1 from employment later where later.person_id = e.person_id and later.valid_from > e.valid_from))
     ) c
     where (c.stays and (c.org_unit_id, c.location_id, c.manager_id, c.level, c.employment_type, c.status, c.fte, c.new_to)
         is distinct from (c.old_unit, c.old_location, c.old_manager, c.old_level, c.old_type, c.old_status, c.old_fte, c.cur_to))
       or (c.is_gone and c.cur_from is not null) or (not c.is_gone and c.cur_from is null)
       or (not (c.is_gone and c.cur_from is null) and (c.name_changed or c.title_changed or c.id_changed or c.email_changed or c.other_changed))`,
    [run.asOf],
  );
  await tx.rows(
    `create unlogged table ${missing} (person_id uuid primary key, cur_from date not null)`,
  );
  if (run.options.isFull) {
    // Somebody whose row was left out is in the file and has not left; who looks after the programme is not locked out.
    await tx.rows(
      `insert into ${missing} (person_id, cur_from)
       select e.person_id, max(e.valid_from) from employment e join person p on p.id = e.person_id
       left join ${known} k on k.person_id = e.person_id
       where e.valid_to > $1::date and k.person_id is null
         and not exists (select 1 from ${fix} f join ${row} r using (row_no) where f.left_out and r.employee_no = p.employee_no)
         and not exists (select 1 from ${fix} f join ${row} r using (row_no) where f.left_out and r.email = p.email)
         and not exists (select 1 from ${fix} f join ${row} r using (row_no)
           where f.left_out and r.employee_no is null and r.email is null and lower(r.name) = lower(p.name))
         and not exists (select 1 from role_grant g where g.person_id = e.person_id)
       group by e.person_id`,
      [run.asOf],
    );
    await report(
      tx,
      run,
      'keepsRole',
      `
      select 0, 'employeeNo', p.employee_no, format('%s has a role and stays.', p.name)
      from (select distinct person_id from role_grant) g join person p on p.id = g.person_id
      where not exists (select 1 from ${known} k where k.person_id = g.person_id)
        and exists (select 1 from employment e where e.person_id = g.person_id and e.valid_to > $2::date)`,
    );
  }
  const old = await tx.one<
    Omit<Difference, 'joins' | 'formers' | 'skippedFormers' | 'leftOutRows'>
  >(
    `select (select count(distinct person_id) from employment where valid_from <= $1::date and valid_to > $1::date) as present,
       count(*) filter (where rejoins) as rejoins, count(*) filter (where leaves) as leaves, (select count(*) from ${missing}) as missing,
       count(*) filter (where unit_changed) as "unitMoves", count(*) filter (where location_changed) as "locationMoves",
       count(*) filter (where manager_changed) as "managerChanges", count(*) filter (where level_changed) as "levelChanges",
       count(*) filter (where terms_changed or end_changed) as "termChanges", count(*) filter (where name_changed) as "nameChanges",
       count(*) filter (where title_changed) as "titleChanges",
       count(*) filter (where id_changed or email_changed or other_changed) as "detailChanges",
       (select count(*) from ${known}) - count(*) as unchanged, count(*) as changed,
       (select count(distinct code) from ${unit} where is_new) as "newUnits",
       (select count(distinct code) from ${place} where is_new) as "newLocations"
     from ${change}`,
    [run.asOf],
  );
  const fresh = await countNewPeople(tx, run);
  if (!old) throw new Error('Counting changes gave no answer');
  return { ...old, ...fresh };
}

type NewPeople = Pick<Difference, 'joins' | 'formers' | 'skippedFormers' | 'leftOutRows'>;

/** Counts new people, and tells who has no manager or no e-mail. */
async function countNewPeople(tx: Tx, run: RunFacts): Promise<NewPeople> {
  const { row, fact, fix, known } = run.staging;
  const counts = await tx.one<NewPeople & { lonely: number }>(
    `select count(*) filter (where k.row_no is null and not gone) as joins,
       count(*) filter (where k.row_no is null and gone and dated) as formers,
       count(*) filter (where k.row_no is null and gone and not dated) as "skippedFormers",
       (select count(*) from ${fix} where left_out) as "leftOutRows",
       count(*) filter (where not gone and manager is null) as lonely
     from (
       select r.row_no, r.manager, case when r.leave_on is not null then r.leave_on < $1::date else r.status = 'left' end as gone,
         r.hire_on is not null and r.leave_on is not null as dated
       from ${fact} r where ${COUNTS(run)}
     ) r left join ${known} k on k.row_no = r.row_no`,
    [run.asOf],
  );
  if (!counts) throw new Error('Counting people gave no answer');
  const { lonely, ...people } = counts;
  const present = `from ${row} r where ${COUNTS(run)} and not (case when r.leave_on is not null then r.leave_on < $2::date else r.status = 'left' end)`;
  const speaks = speaksOf(run);
  if (speaks.manager && lonely > 1)
    await report(
      tx,
      run,
      'noManager',
      `select r.row_no, 'managerName', r.name, format('%s has no manager.', r.name) ${present} and r.manager is null`,
    );
  if (speaks.email && run.mayHave.noEmail)
    await report(
      tx,
      run,
      'noEmail',
      `select r.row_no, 'email', r.name, format('%s has no e-mail.', r.name) ${present} and r.email is null`,
    );
  return people;
}
