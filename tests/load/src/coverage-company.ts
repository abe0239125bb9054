import type { Database } from '@flipside/platform-api';

export interface CompanySize {
  readonly people: number;
  /** One at the top, 9 below it, 90 below those, the rest as teams. At least 200. */
  readonly units: number;
}

/**
 * A large company written by a few set-based statements, always the same for the same size: people in no
 * order of unit, as an HR export gives them; one in ten has moved once, one in fifty is on leave, one in
 * twenty is a contractor, one in thirty has left; about one in twenty-five is a champion.
 */
export async function aLargeCompany(db: Database, { people, units }: CompanySize): Promise<void> {
  await db.rows(
    `insert into location (id, code, name, time_zone)
     select gen_random_uuid(), 'L' || n, 'Site ' || n, 'Europe/London' from generate_series(1, 20) n`,
  );
  await db.rows(
    `insert into org_unit (id, code, name)
     select gen_random_uuid(), 'U' || n, case when n = 0 then 'Company' when n < 10 then 'Division ' || n
       when n < 100 then 'Department ' || n else 'Team ' || n end
     from generate_series(0, $1::int - 1) n`,
    [units],
  );
  await db.rows(
    `insert into org_unit_placement (org_unit_id, parent_id, valid_from)
     select u.id, p.id, '2015-01-01'
     from org_unit u
     cross join lateral (select substr(u.code, 2)::int as n) u_no
     left join org_unit p on p.code = 'U' || case when n = 0 then -1 when n < 10 then 0
       when n < 100 then 1 + n % 9 else 10 + n % 90 end`,
  );
  // Sizes of teams differ widely: the square of an even spread puts most people into few of them.
  await db.rows(
    `insert into person (id, employee_no, email, name, hire_on, leave_on)
     select gen_random_uuid(), 'E' || n, 'e' || n || '@large.test', 'Person ' || n, '2018-01-01',
       case when n % 30 = 7 then date '2025-06-30' end
     from generate_series(1, $1::int) n`,
    [people + Math.ceil(people / 29)],
  );
  await db.rows(
    `with homes as (select array_agg(id order by code) as units from org_unit),
       sites as (select array_agg(id order by code) as sites from location),
       spread as (
         select id, leave_on, substr(employee_no, 2)::int as n,
           (hashtext(employee_no)::bigint + 2147483648) / 4294967296.0 as chance from person
       )
     insert into employment (person_id, valid_from, valid_to, org_unit_id, location_id, employment_type, status)
     select s.id, part.valid_from, part.valid_to,
       units[1 + floor($1 * (case when part.part = 1 then chance else 1 - chance end) ^ 2)::int],
       sites[1 + floor(20 * chance ^ 2)::int],
       case when n % 20 = 3 then 'contractor' else 'employee' end,
       case when n % 50 = 11 then 'leave' else 'active' end
     from spread s, homes, sites
     cross join lateral (
       select 1 as part, case when n % 10 = 1 then date '2025-01-01' else '2018-01-01' end as valid_from,
         coalesce(leave_on + 1, 'infinity') as valid_to
       union all
       select 2, '2018-01-01', '2025-01-01' where n % 10 = 1
     ) part
     order by hashtext(s.id::text)`,
    [units],
  );
  await db.rows(
    `with chosen as (
       insert into champion (person_id)
       select id from person where substr(employee_no, 2)::int % 26 = 5 and leave_on is null returning person_id
     )
     insert into champion_period (person_id, state, valid_from) select person_id, 'active', '2024-01-01' from chosen`,
  );
  await db.rows('vacuum analyze');
}
