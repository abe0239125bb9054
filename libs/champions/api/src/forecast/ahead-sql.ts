/** What the next year holds, as SQL. $1 today, $2 employment types that count, $3 whether leave counts. */

const ELIGIBLE = (alias: string) =>
  `${alias}.employment_type = any ($2) and ($3 or ${alias}.status = 'active')`;

/** Champions who count today and stop counting where they are on a known day within a year. */
export const ENDS = `
  select c.person_id as "personId", p.name, e.org_unit_id as unit, x."on", ne.org_unit_id as "toUnit",
    case
      when p.leave_on + 1 <= x."on" or (e.valid_to = x."on" and ne.person_id is null) then 'leaver'
      when c.valid_to = x."on" then case when nc.state = 'resting' then 'break' else 'term' end
      when not (${ELIGIBLE('ne')}) then 'break'
      when ne.org_unit_id is distinct from e.org_unit_id then 'mover'
      else 'same'
    end as why
  from champion_period c
  join person p on p.id = c.person_id
  join employment e on e.person_id = c.person_id and e.valid_from <= $1 and e.valid_to > $1 and ${ELIGIBLE('e')}
  cross join lateral (select least(c.valid_to, e.valid_to, coalesce(p.leave_on + 1, 'infinity')) as "on") x
  left join champion_period nc on nc.person_id = c.person_id and nc.valid_from = c.valid_to
  left join employment ne on ne.person_id = c.person_id and ne.valid_from = e.valid_to
  where c.state = 'active' and c.valid_from <= $1 and c.valid_to > $1 and x."on" <= $1::date + 365
  order by x."on", p.name, c.person_id`;

export const STARTS = `
  select c.person_id as "personId", p.name, e.org_unit_id as unit, c.valid_from as "on",
    case when bc.state = 'resting' then 'returns' else 'approved' end as why
  from champion_period c
  join person p on p.id = c.person_id
  join employment e on e.person_id = c.person_id and e.valid_from <= c.valid_from and e.valid_to > c.valid_from
    and ${ELIGIBLE('e')}
  left join champion_period bc on bc.person_id = c.person_id and bc.valid_to = c.valid_from
  where c.state = 'active' and c.valid_from > $1 and c.valid_from <= $1::date + 365
  order by c.valid_from, p.name, c.person_id`;

/** Open nominations of people who neither count nor have a first day. */
export const ON_THE_WAY = `
  select n.nominee_id as "personId", p.name, n.stage, n.source, e.org_unit_id as unit,
    greatest(0, $1::date - (n.stage_since at time zone g.default_time_zone)::date) as "waitedDays"
  from nomination n
  cross join programme g
  join person p on p.id = n.nominee_id
  join employment e on e.person_id = n.nominee_id and e.valid_from <= $1 and e.valid_to > $1 and ${ELIGIBLE('e')}
  where n.closed_at is null and n.stage = any ($4)
    and not exists (select from champion_period c where c.person_id = n.nominee_id and c.state = 'active' and c.valid_to > $1)
  order by n.stage_since, n.id`;

/** Nominations of three years that entered a stage: when they became active, that they were closed without, or neither yet. */
export const CASES = `
  select v.to_stage as stage, n.source = 'self' as "isSelf", n.closed_at is not null as "isClosed", became."on" - (min(v.at) at time zone g.default_time_zone)::date as days
  from nomination_event v
  join nomination n on n.id = v.nomination_id
  cross join programme g
  left join lateral (
    select min(c.valid_from) as "on" from champion_period c
    where c.person_id = n.nominee_id and c.state = 'active' and c.valid_from >= (n.created_at at time zone g.default_time_zone)::date and c.valid_from <= $1
  ) became on true
  where v.to_stage = any ($2) and v.at >= $1::date - 1096 and (became."on" is null or (v.at at time zone g.default_time_zone)::date <= became."on")
  group by n.id, v.to_stage, became."on", g.default_time_zone`;

/** Two years of service: how long champions counted, and how many stopped without a break, a term or a rule behind it. */
export const EXITS = `
  select coalesce(sum(least(s.ends, $1::date) - greatest(c.valid_from, $1::date - 730)), 0) / 30.4375 as "championMonths",
    count(*) filter (where s.ends <= $1 and next.person_id is null and coalesce(c.reason, '') not ilike 'term%') as exits
  from champion_period c
  join person p on p.id = c.person_id
  cross join lateral (select least(c.valid_to, coalesce(p.leave_on + 1, 'infinity')) as ends) s
  left join champion_period next on next.person_id = c.person_id and next.valid_from = c.valid_to
  where c.state = 'active' and c.valid_from < $1 and s.ends > $1::date - 730 and s.ends > c.valid_from`;

export const PEOPLE_CHANGES = `
  select unit, "on", sum(change)::int8 as change from (
    select e.org_unit_id as unit, e.valid_from as "on", 1 as change from employment e
    where e.valid_from > $1 and e.valid_from <= $1::date + 365 and ${ELIGIBLE('e')}
    union all
    select e.org_unit_id, e.valid_to, -1 from employment e
    where e.valid_to > $1 and e.valid_to <= $1::date + 365 and ${ELIGIBLE('e')}
  ) c group by unit, "on" having sum(change) <> 0`;
