/**
 * Columns of what a person's week, journeys, single days, days off and absences are, for the person of
 * this alias and the days in [from, to] (two SQL dates). They fit `PersonHours`; `hours` is the person's
 * own week, empty where the programme's holds.
 */
export const personHoursSql = (person: string, from: string, to: string): string => `
  coalesce((select jsonb_agg(jsonb_build_object('weekday', w.weekday, 'fromMinute', w.from_minute, 'toMinute', w.to_minute)
      order by w.weekday, w.from_minute)
    from working_hours w where w.person_id = ${person}.id), '[]') as hours,
  coalesce((select jsonb_agg(jsonb_build_object('zone', t.zone, 'fromOn', t.from_on, 'toOn', t.to_on) order by t.from_on)
    from person_travel t where t.person_id = ${person}.id and t.to_on >= ${from} and t.from_on <= ${to}), '[]') as travel,
  coalesce((select jsonb_agg(jsonb_build_object('onDay', o.on_day, 'kind', o.kind, 'fromMinute', o.from_minute, 'toMinute', o.to_minute)
      order by o.on_day, o.from_minute)
    from availability_override o where o.person_id = ${person}.id and o.on_day between ${from} and ${to}), '[]') as overrides,
  coalesce((select jsonb_agg(jsonb_build_object('fromOn', a.from_on, 'toOn', a.to_on) order by a.from_on)
    from out_of_office a where a.person_id = ${person}.id and a.to_on >= ${from} and a.from_on <= ${to}), '[]') as away,
  coalesce((select jsonb_agg(jsonb_build_object('onDay', h.on_day, 'fromMinute', h.from_minute, 'name', h.name) order by h.on_day)
    from employment m join holiday h on h.location_id = m.location_id
    where m.person_id = ${person}.id and m.valid_to = 'infinity' and h.state = 'approved'
      and h.on_day between ${from} and ${to}), '[]') as holidays`;
