import type { Tx } from '@flipside/platform-api';
import { report, type RunFacts } from './run-facts.js';

/** Whether a row's person still works here on the day of the roster ($2). */
const IS_CURRENT = `(status <> 'left' and (leave_on is null or leave_on >= $2::date))`;

/** The order in which rows speak for their person: current ones first, then as the file has them. */
const BY_CURRENCY = `${IS_CURRENT} desc, leave_on desc nulls first, row_no`;

/**
 * Finds rows that contradict each other and puts what has to be done with them into the run's fix table:
 * left out, joined with another row of the same person, or without e-mail. Rows are compared as sets.
 */
export async function checkRows(tx: Tx, run: RunFacts): Promise<void> {
  const { row, fix } = run.staging;
  await tx.rows(`
    create unlogged table ${fix} (
      row_no int primary key, left_out boolean not null default false, keep_row int,
      drop_manager boolean not null default false, drop_email boolean not null default false, unit_no int, level smallint
    )`);
  if (run.mayHave.refused)
    await tx.rows(
      `insert into ${fix} (row_no, left_out) select row_no, true from ${row} where status = 'refused'`,
    );
  const several = (await fixIds(tx, run)) + (await fixEmails(tx, run));
  if (several === 0) return;
  await report(
    tx,
    run,
    'severalRows',
    `
    select f.row_no, 'employeeNo', coalesce(r.employee_no, r.email), format('%s is in row %s too; that row is used.', r.name, f.keep_row)
    from ${fix} f join ${row} r using (row_no) where f.keep_row is not null`,
  );
  await report(
    tx,
    run,
    'duplicateId',
    `
    select f.row_no, 'employeeNo', r.employee_no, format('%s has the employee ID %s, which somebody else has too.', r.name, r.employee_no)
    from ${fix} f join ${row} r using (row_no) where f.left_out and not f.drop_email and r.status <> 'refused'`,
  );
  await report(
    tx,
    run,
    'duplicateEmail',
    `
    select f.row_no, 'email', r.email, format('%s has the e-mail %s, which somebody else has too.', r.name, r.email)
    from ${fix} f join ${row} r using (row_no) where f.drop_email`,
  );
}

/**
 * One employee ID on several rows: one person with several positions or a history if name or e-mail agree,
 * else somebody's mistake that only people can decide.
 */
async function fixIds(tx: Tx, run: RunFacts): Promise<number> {
  if (!run.mayHave.sameId) return 0;
  const { row, fix } = run.staging;
  return tx.execute(
    `with twice as (select employee_no from ${row} where employee_no is not null group by employee_no having count(*) > 1),
     found as (select r.* from ${row} r join twice using (employee_no) where r.status <> 'refused'),
     groups as (
       select employee_no, (array_agg(row_no order by ${BY_CURRENCY}))[1] as keep_row,
         count(distinct lower(name)) = 1 or (count(distinct email) = 1 and count(email) = count(*)) as is_one
       from found group by employee_no having count(*) > 1
     )
     insert into ${fix} (row_no, left_out, keep_row)
     select row_no, not is_one, case when is_one then keep_row end
     from found join groups using (employee_no) where not is_one or row_no <> keep_row and $1::uuid is not null`,
    [run.id, run.asOf],
  );
}

/**
 * One e-mail on several rows. With one name it is one person under two IDs (a history, a second contract);
 * otherwise the address goes to the only current person, or to nobody.
 */
async function fixEmails(tx: Tx, run: RunFacts): Promise<number> {
  if (!run.mayHave.sameEmail) return 0;
  const { row, fix } = run.staging;
  return tx.execute(
    `with twice as (select email from ${row} where email is not null group by email having count(*) > 1),
     found as (
       select r.*, ${IS_CURRENT} as is_current
       from ${row} r join twice using (email) where not exists (select 1 from ${fix} f where f.row_no = r.row_no)
     ),
     groups as (
       select email, (array_agg(row_no order by ${BY_CURRENCY}))[1] as keep_row,
         count(distinct lower(name)) = 1 as is_one, count(*) filter (where is_current) as current
       from found group by email having count(*) > 1
     )
     insert into ${fix} (row_no, left_out, keep_row, drop_email)
     select row_no, not is_one and employee_no is null, case when is_one then keep_row end, not is_one
     from found join groups using (email)
     where case when is_one then row_no <> keep_row else not (current = 1 and is_current) end and $1::uuid is not null`,
    [run.id, run.asOf],
  );
}
