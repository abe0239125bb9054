import type { Database } from '@flipside/platform-api';

export interface CompanySize {
  readonly people: number;
  /** A tree of twelve levels, the first at the top. At least 500. */
  readonly units: number;
}

/**
 * A large company with five years of history, written by a few set-based statements, always the same for the same size:
 * people in no order of unit, as an HR export gives them. Each has moved up to three times in five years; one in fifty is
 * on leave, one in twenty a contractor, one in six has left; about one in twenty-five was a champion at some time, some
 * for a term of a year, and each champion did something for colleagues within the last four months.
 */
export async function aLargeCompany(db: Database, { people, units }: CompanySize): Promise<void> {
  await db.rows(
    `insert into location (id, code, name, time_zone)
     select gen_random_uuid(), 'L' || n, 'Site ' || n, 'Europe/London' from generate_series(1, 20) n`,
  );
  await db.rows(
    `insert into org_unit (id, code, name)
     select gen_random_uuid(), 'U' || n, case when n = 0 then 'Company' else 'Unit ' || n end
     from generate_series(0, $1::int - 1) n`,
    [units],
  );
  await db.rows(
    `insert into org_unit_placement (org_unit_id, parent_id, valid_from)
     select u.id, p.id, '2015-01-01'
     from org_unit u
     cross join lateral (select substr(u.code, 2)::int as n) u_no
     left join org_unit p on n > 0 and p.code = 'U' || floor(n * 0.53)::int`,
  );
  await db.rows(
    `insert into person (id, employee_no, email, name, hire_on, leave_on)
     select gen_random_uuid(), 'E' || n, 'e' || n || '@large.test', 'Person ' || n,
       current_date - 1900 + (n % 6 = 2)::int * (n % 1700), case when n % 6 = 1 then current_date - 20 - n % 1600 end
     from generate_series(1, $1::int) n`,
    [Math.ceil((people * 6) / 5)],
  );
  // Sizes of units differ widely: the square of an even spread puts most people into few of them.
  await db.rows(
    `with homes as (select array_agg(id order by code) as units from org_unit),
       sites as (select array_agg(id order by code) as sites from location),
       spread as (
         select id, hire_on, coalesce(leave_on + 1, 'infinity'::date) as ends, substr(employee_no, 2)::int as n,
           (hashtext(employee_no)::bigint + 2147483648) / 4294967296.0 as chance from person
       ),
       part as (
         select s.*, k, greatest(hire_on, case when k = 0 then hire_on else current_date - 1800 + k * 550 - n % 400 end) as valid_from,
           lead(case when k = 0 then hire_on else current_date - 1800 + k * 550 - n % 400 end)
             over (partition by s.id order by k) as next_from
         from spread s cross join lateral generate_series(0, n % 4) k
       )
     insert into employment (person_id, valid_from, valid_to, org_unit_id, location_id, level, employment_type, status)
     select p.id, p.valid_from, least(p.ends, coalesce(next_from, 'infinity')),
       units[1 + floor($1 * mod((chance + k * 0.37)::numeric, 1) ^ 2)::int],
       sites[1 + floor(20 * mod((chance + k * 0.11)::numeric, 1) ^ 2)::int],
       2 + n % 8,
       case when n % 20 = 3 then 'contractor' else 'employee' end,
       case when n % 50 = 11 and next_from is null then 'leave' else 'active' end
     from part p, homes, sites
     where p.valid_from < least(p.ends, coalesce(next_from, 'infinity'))
     order by hashtext(p.id::text), p.valid_from`,
    [units],
  );
  await db.rows(
    `with chosen as (
       insert into champion (person_id)
       select id from person where substr(employee_no, 2)::int % 26 = 5 and leave_on is null returning person_id
     )
     insert into champion_period (person_id, state, valid_from, valid_to)
     select c.person_id, 'active', since, case when n % 5 = 0 then since + 365 else 'infinity' end
     from chosen c join person p on p.id = c.person_id
     cross join lateral (select substr(p.employee_no, 2)::int as n) no
     cross join lateral (select greatest(p.hire_on, current_date - n % 1500) as since) s`,
  );
  await db.rows(
    `insert into champion_act (person_id, key, kind, on_day)
     select person_id, 'session:' || k, 'session', current_date - (hashtext(person_id::text) & 63) - k * 30
     from champion cross join generate_series(0, 1) k`,
  );
  await db.rows('vacuum analyze');
}
