import { planSql } from './plan.js';
import type { RunFacts } from './run-facts.js';

/** Kinds of change that the preview lists. */
export const CHANGE_KINDS = [
  'join',
  'rejoin',
  'former',
  'leave',
  'missing',
  'unit',
  'location',
  'manager',
  'level',
  'terms',
  'name',
  'title',
  'detail',
  'newUnit',
  'newLocation',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

interface Listing {
  /** SELECT of "rowNo", name, before, after; $1 is the day of the roster if `usesDay`. */
  readonly sql: string;
  readonly usesDay: boolean;
}

const unitName = (run: RunFacts, id: string): string =>
  `coalesce((select u.name from ${run.staging.unit} u where u.unit_id = ${id} limit 1), (select o.name from org_unit o where o.id = ${id}))`;
const placeName = (run: RunFacts, id: string): string =>
  `coalesce((select l.name from ${run.staging.place} l where l.location_id = ${id} limit 1), (select o.name from location o where o.id = ${id}))`;
const personName = (run: RunFacts, id: string): string =>
  `coalesce((select p.name from person p where p.id = ${id}), (select r.name from ${run.staging.row} r where r.id = ${id}))`;

/** Lists one kind of change of a checked run. */
export function changesSql(run: RunFacts, kind: ChangeKind): Listing {
  const { change, missing, unit, place } = run.staging;
  const changed = (where: string, before: string, after: string): Listing => ({
    sql: `select c.row_no as "rowNo", c.name, (${before})::text as before, (${after})::text as after from ${change} c where ${where}`,
    usesDay: false,
  });
  switch (kind) {
    case 'join':
    case 'former':
      return {
        sql: `select n.row_no as "rowNo", n.name, null::text as before, concat_ws(', ', nullif(n.title, ''), ${unitName(run, 'n.org_unit_id')}) as after
          from (${planSql(run, 'new')}) n where ${kind === 'join' ? 'not n.is_gone' : 'n.is_gone and n.is_stored'}`,
        usesDay: true,
      };
    case 'rejoin':
      return changed('c.rejoins', 'null', unitName(run, 'c.org_unit_id'));
    case 'leave':
      return changed('c.leaves', unitName(run, 'c.old_unit'), 'c.new_to - 1');
    case 'missing':
      return {
        sql: `select null::int as "rowNo", p.name, ${unitName(run, 'e.org_unit_id')} as before, ($1::date - 1)::text as after
          from ${missing} m join person p on p.id = m.person_id join employment e on e.person_id = m.person_id and e.valid_from = m.cur_from`,
        usesDay: true,
      };
    case 'unit':
      return changed('c.unit_changed', unitName(run, 'c.old_unit'), unitName(run, 'c.org_unit_id'));
    case 'location':
      return changed(
        'c.location_changed',
        placeName(run, 'c.old_location'),
        placeName(run, 'c.location_id'),
      );
    case 'manager':
      return changed(
        'c.manager_changed',
        personName(run, 'c.old_manager'),
        personName(run, 'c.manager_id'),
      );
    case 'level':
      return changed('c.level_changed', 'c.old_level', 'c.level');
    case 'terms':
      return changed(
        'c.terms_changed or c.end_changed',
        `concat_ws(', ', c.old_type, c.old_status, c.old_fte, case when c.cur_to <> 'infinity' then 'until ' || (c.cur_to - 1) end)`,
        `concat_ws(', ', c.employment_type, c.status, c.fte, case when c.new_to <> 'infinity' then 'until ' || (c.new_to - 1) end)`,
      );
    case 'name':
      return changed('c.name_changed', 'c.old_name', 'c.name');
    case 'title':
      return changed('c.title_changed', 'c.old_title', 'c.title');
    case 'detail':
      return changed(
        'c.id_changed or c.email_changed or c.other_changed',
        'null',
        `concat_ws(', ', c.employee_no, c.email)`,
      );
    case 'newUnit':
      return {
        sql: `select null::int as "rowNo", min(u.name) as name, null::text as before, min(p.name) as after
          from ${unit} u left join ${unit} p on p.no = u.parent_no where u.is_new group by u.code`,
        usesDay: false,
      };
    case 'newLocation':
      return {
        sql: `select null::int as "rowNo", min(name) as name, null::text as before, min(zone) as after from ${place} where is_new group by code`,
        usesDay: false,
      };
  }
}
