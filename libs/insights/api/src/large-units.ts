/**
 * A `with recursive` head that gives `large`: each unit beside the large unit it belongs to, on the day $1. A large unit is
 * one right below the top; whoever sits at the top itself counts there.
 */
export const LARGE_UNITS = `
  with recursive placed as (
    select org_unit_id, parent_id from org_unit_placement where valid_from <= $1 and valid_to > $1
  ), large as (
    select p.org_unit_id, p.org_unit_id as large_id
    from placed p join placed root on root.org_unit_id = p.parent_id and root.parent_id is null
    union all
    select p.org_unit_id, l.large_id from placed p join large l on p.parent_id = l.org_unit_id
  )`;
