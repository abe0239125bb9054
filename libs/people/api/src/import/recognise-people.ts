import type { Tx } from '@flipside/platform-api';
import { isMapped, report, type RunFacts } from './run-facts.js';

/**
 * Recognises rows as people of the company: by employee ID, else by e-mail. An address counts when one side
 * has no ID, or when the person's former ID is not in the file any more (systems renumber people). The address of
 * somebody who left counts only with the same name: addresses are given out again. An address that belongs to somebody else is not taken over.
 */
export async function recognisePeople(tx: Tx, run: RunFacts): Promise<void> {
  const { row, fix, known } = run.staging;
  const keys = `alter table ${known} add primary key (row_no), add unique (person_id)`;
  if (!(await tx.one('select 1 from person limit 1'))) {
    await tx.rows(
      `create unlogged table ${known} (row_no int, person_id uuid, same_email boolean)`,
    );
    await tx.rows(keys);
    return;
  }
  // Made by one query and given its keys afterwards: for a large company that is several times quicker than inserting.
  await tx.rows(`
    create unlogged table ${known} as
    select r.row_no, p.id as person_id, p.email is not distinct from r.email as same_email
    from ${row} r join person p on p.employee_no = r.employee_no
    left join ${fix} f using (row_no) where f.row_no is null or (f.keep_row is null and not f.left_out)`);
  await tx.rows(keys);
  if (!isMapped(run, 'email')) return;
  const byEmail = await tx.execute(
    `
    with rest as materialized (
      select x.row_no, x.employee_no, x.email, x.name
      from ${row} x left join ${known} k using (row_no) where k.row_no is null and x.email is not null
    )
    insert into ${known} (row_no, person_id, same_email)
    select distinct on (p.id) r.row_no, p.id, true
    from rest r join person p on p.email = r.email
    left join ${fix} f using (row_no)
    where (f.row_no is null or (f.keep_row is null and not f.left_out and not f.drop_email))
      and (p.employee_no is null or r.employee_no is null
        or not exists (select 1 from ${row} x where x.employee_no = p.employee_no))
      and (p.leave_on is null or p.leave_on >= $1::date or lower(p.name) = lower(r.name))
    order by p.id, r.row_no
    on conflict do nothing`,
    [run.asOf],
  );
  if (byEmail > 0)
    await report(
      tx,
      run,
      'changedId',
      `
      select r.row_no, 'employeeNo', r.employee_no, format('%s had the employee ID %s until now.', r.name, p.employee_no)
      from ${known} k join ${row} r using (row_no) join person p on p.id = k.person_id
      where r.employee_no is not null and p.employee_no is not null and r.employee_no <> p.employee_no`,
    );
  // An address is free when its present owner is in the file with another one.
  const taken = await tx.execute(
    `
    with differing as materialized (
      select r.row_no, r.employee_no, r.email, own.person_id
      from ${row} r left join ${known} own using (row_no) where r.email is not null and own.same_email is not true
    )
    insert into ${fix} (row_no, drop_email, left_out)
    select r.row_no, true, r.employee_no is null
    from differing r join person q on q.email = r.email
    left join ${known} k on k.person_id = q.id
    left join ${row} other on other.row_no = k.row_no
    left join ${fix} f on f.row_no = r.row_no
    where r.person_id is distinct from q.id and (q.leave_on is null or q.leave_on >= $1::date) and (other.row_no is null or other.email is null or other.email = r.email)
      and (f.row_no is null or (f.keep_row is null and not f.left_out and not f.drop_email))
    on conflict (row_no) do update set drop_email = true`,
    [run.asOf],
  );
  if (taken === 0) return;
  await report(
    tx,
    run,
    'emailTaken',
    `
    select r.row_no, 'email', r.email, format('%s has the e-mail %s, which belongs to %s.', r.name, r.email, q.name)
    from ${fix} f join ${row} r using (row_no) join person q on q.email = r.email
    where f.drop_email and not exists (
      select 1 from import_problem p where p.run_id = $1 and p.row_no = r.row_no and p.kind = 'duplicateEmail')`,
  );
}
