import { hasManagers, hasPlaces, hasUnits, isMapped, type RunFacts } from './run-facts.js';

/** Whether a row's person is gone on a day: a date decides, else the status. Rows are called `r`. */
export const IS_GONE = (day: string): string =>
  `(case when r.leave_on is not null then r.leave_on < ${day}::date else r.status = 'left' end)`;

/** Only somebody with both dates can be entered after they left: past head-counts need the period. */
export const HAS_DATES = `(r.hire_on is not null and r.leave_on is not null)`;

/**
 * Whether a row speaks for its person: neither left out nor standing back for another row. Rows are called `r`.
 * Written as an anti-join, because the planner would take a test for null on the small fix table to keep hardly any
 * row, and sort or hash the large tables for nothing.
 */
export const COUNTS = ({ staging }: Pick<RunFacts, 'staging'>): string =>
  `not exists (select 1 from ${staging.fix} x where x.row_no = r.row_no and (x.left_out or x.keep_row is not null))`;

/**
 * The rows that count, with everything resolved: one row per person, ids instead of names.
 * Uses one parameter, the day of the roster.
 * @param who `new` people only, `known` ones only
 */
export function planSql(run: RunFacts, who: 'new' | 'known', day = '$1'): string {
  const { row, fix, known, manager, unit, place } = run.staging;
  const level = isMapped(run, 'level')
    ? 'r.level'
    : `coalesce(f.level, case when f.drop_manager is not true then m.level + 1 end)::smallint`;
  const unitNo = hasUnits(run) ? 'r.unit_no' : 'coalesce(f.unit_no, m.team_no)';
  return `
    select r.row_no, coalesce(k.person_id, r.id) as person_id, r.employee_no,
      case when f.drop_email then null else r.email end as email, r.name, r.title, r.languages, r.hire_on, r.leave_on,
      r.employment_type, case r.status when 'leave' then 'leave' else 'active' end as status, r.fte, ${IS_GONE(day)} as is_gone,
      ${who === 'new' ? `(not ${IS_GONE(day)} or ${HAS_DATES})` : 'true'} as is_stored,
      u.unit_id as org_unit_id, p.location_id, case when f.drop_manager then null else m.person_id end as manager_id, ${level} as level
    from ${row} r
    left join ${fix} f on f.row_no = r.row_no
    ${who === 'new' ? 'left join' : 'join'} ${known} k on k.row_no = r.row_no
    left join ${manager} m on m.ref = r.manager
    left join ${unit} u on u.no = ${unitNo}
    left join ${place} p on p.no = r.place_no
    where ${COUNTS(run)} ${who === 'new' ? 'and k.row_no is null' : ''}`;
}

/** Which facts the file speaks about; the others stay as they are. */
export const speaksOf = (run: RunFacts) => ({
  unit: hasUnits(run) || hasManagers(run),
  location: hasPlaces(run),
  manager: hasManagers(run),
  level: isMapped(run, 'level') || hasManagers(run),
  type: isMapped(run, 'employmentType'),
  status: isMapped(run, 'status', 'onLeave', 'employmentType', 'fullName'),
  fte: isMapped(run, 'fte'),
  employeeNo: isMapped(run, 'employeeNo'),
  email: isMapped(run, 'email'),
  title: isMapped(run, 'title'),
  languages: isMapped(run, 'languages'),
  hireOn: isMapped(run, 'hireOn'),
  leaveOn: isMapped(run, 'leaveOn'),
});
