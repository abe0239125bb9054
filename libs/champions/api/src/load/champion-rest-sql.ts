/**
 * Days on which the champion of this alias rests, as a list of { fromOn, toOn } with toOn exclusive: planned weeks and
 * breaks, as far as they touch the days in [from, to] (two SQL dates). An open end is cut the day after `to`.
 */
export const championRestSql = (person: string, from: string, to: string): string => `
  coalesce((select jsonb_agg(jsonb_build_object('fromOn', r.from_on, 'toOn', least(r.to_on, ${to} + 1)) order by r.from_on)
    from (
      select week_on as from_on, week_on + 7 as to_on from champion_rest_week where person_id = ${person}.id
      union all
      select valid_from, valid_to from champion_period where person_id = ${person}.id and state = 'resting'
    ) r where r.to_on >= ${from} and r.from_on <= ${to}), '[]')`;
