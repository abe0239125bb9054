import type { Database } from '@flipside/platform-api';

const ZONES = [
  'Europe/London',
  'Europe/Berlin',
  'Europe/Warsaw',
  'America/New_York',
  'America/Chicago',
  'Asia/Kolkata',
];
const TOPICS = 32;

export interface Workforce {
  readonly executives: number;
  /** Champions who are active today. */
  readonly champions: number;
}

/**
 * Makes the people of `aLargeCompany` ready to be matched: everybody reports to somebody (eight to one), levels follow
 * from that, sites lie in six zones, one in ten has working hours of their own, more people become champions until there
 * are as many as asked for, champions offer four topics and take one to three executives, and the first people in the
 * order of employee numbers who are no champions are executives.
 */
export async function aMatchingWorkforce(
  db: Database,
  { executives, champions }: Workforce,
): Promise<void> {
  await db.rows(
    `update location set time_zone = ($1::text[])[1 + substr(code, 2)::int % ${ZONES.length}]`,
    [ZONES],
  );
  await db.rows(
    `with numbered as (select id, substr(employee_no, 2)::int as n from person)
     update employment e set manager_id = m.id, level = case when p.n = 1 then 1 else 1 + ceil(log(8, p.n))::int end
     from numbered p left join numbered m on m.n = p.n / 8 and p.n > 1
     where e.person_id = p.id`,
  );
  await db.rows(
    `update person set languages = case substr(employee_no, 2)::int % 9 when 0 then '{en,de}' when 1 then '{en,pl}'
       when 2 then '{en,es}' when 3 then '{}' else '{en}' end::text[]`,
  );
  await db.rows(
    `insert into working_hours (person_id, weekday, from_minute, to_minute)
     select p.id, d, 480 + 60 * (substr(p.employee_no, 2)::int % 5), 900 + 60 * (substr(p.employee_no, 2)::int % 3)
     from person p, generate_series(1, 5) d where substr(p.employee_no, 2)::int % 10 = 5`,
  );
  await db.rows(
    `with missing as (
       select $1::int - count(*) as number from champion_period where valid_from <= current_date and valid_to > current_date
     ), chosen as (
       insert into champion (person_id)
       select p.id from person p
       where p.leave_on is null and not exists (select from champion c where c.person_id = p.id)
       order by hashtext(p.employee_no) limit (select number from missing) returning person_id
     )
     insert into champion_period (person_id, state, valid_from, valid_to)
     select person_id, 'active', p.hire_on, 'infinity' from chosen join person p on p.id = person_id`,
    [champions],
  );
  await db.rows(
    `update champion c set capacity = 1 + p.n % 3, agreed_hours = 6, skills = topics.list
     from (select id, substr(employee_no, 2)::int as n from person) p
     cross join lateral (
       select array_agg(distinct 'Topic ' || abs(hashtext(p.n || '-' || k)) % ${TOPICS}) as list from generate_series(1, 4) k
     ) topics
     where c.person_id = p.id`,
  );
  await db.rows(
    `insert into executive (person_id, source, topics, goal, enrolled_on)
     select p.id, 'level', topics.list, 'Prepare the quarterly forecast with topic ' || p.n % ${TOPICS}, '2025-01-01'
     from (select id, leave_on, substr(employee_no, 2)::int as n from person) p
     cross join lateral (
       select array_agg(distinct 'Topic ' || abs(hashtext(p.n || '+' || k)) % ${TOPICS}) as list from generate_series(1, 3) k
     ) topics
     where p.leave_on is null and not exists (select from champion c where c.person_id = p.id)
     order by p.n limit $1`,
    [executives],
  );
  await db.rows('vacuum analyze');
}
