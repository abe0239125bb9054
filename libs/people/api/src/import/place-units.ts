import type { Tx } from '@flipside/platform-api';
import type { RosterPlace, RosterUnit } from '@flipside/people-domain';
import { report, type RunFacts } from './run-facts.js';

/** Puts the units and locations that were found while reading into the run's tables. */
export async function stageUnitsAndPlaces(
  tx: Tx,
  run: Pick<RunFacts, 'staging'>,
  units: readonly RosterUnit[],
  places: readonly RosterPlace[],
): Promise<void> {
  const { unit, place } = run.staging;
  await tx.rows(`
    create unlogged table ${unit} (no int primary key, code text not null, name text not null, parent_no int, unit_id uuid, is_new boolean);
    create unlogged table ${place} (
      no int primary key, code text not null, name text not null, country text, file_zone text, zone_source text not null,
      location_id uuid, is_new boolean, zone text, people int not null default 0
    )`);
  await tx.rows(
    `insert into ${unit} (no, code, name, parent_no)
     select * from json_to_recordset($1::json) u(no int, code text, name text, "parentNo" int)`,
    [JSON.stringify(units)],
  );
  await tx.rows(
    `insert into ${place} (no, code, name, country, file_zone, zone_source, people)
     select * from json_to_recordset($1::json) l(no int, code text, name text, country text, zone text, "zoneSource" text, people int)`,
    [JSON.stringify(places)],
  );
}

/**
 * Units from the manager chain: everybody who leads people within the first levels of the company leads a
 * unit; deeper teams belong to the unit above them. The head of the company belongs to the top unit.
 */
export async function makeUnitsOfChain(tx: Tx, run: RunFacts): Promise<void> {
  const { row, fix, manager, unit } = run.staging;
  await tx.rows(`
    with recursive team as (
      select m.ref, m.row_no, m.row_no as team_no, null::int as parent_no, 1 as depth from ${manager} m
      where m.row_no is not null and (m.parent_ref is null or not exists (select 1 from ${manager} p where p.ref = m.parent_ref and p.row_no is not null))
      union all
      select m.ref, m.row_no, case when t.depth < ${run.options.chainDepth} then m.row_no else t.team_no end,
        case when t.depth < ${run.options.chainDepth} then t.team_no else t.parent_no end, t.depth + 1
      from team t join ${manager} m on m.parent_ref = t.ref where m.row_no is not null and t.depth < 99
    ),
    placed as (update ${manager} m set team_no = team.team_no from team where team.ref = m.ref)
    insert into ${unit} (no, code, name, parent_no)
    select distinct on (t.team_no) t.team_no, 'team of ' || coalesce(r.employee_no, r.email, r.name), r.name || '’s team', t.parent_no
    from team t join ${row} r on r.row_no = t.team_no
    where t.row_no = t.team_no
    order by t.team_no, t.depth`);
  await tx.rows(`
    insert into ${fix} (row_no, unit_no)
    select distinct on (m.row_no) m.row_no, m.team_no from ${manager} m join ${row} r using (row_no)
    left join ${manager} p on p.ref = r.manager
    where p.person_id is null and m.team_no is not null
    on conflict (row_no) do update set unit_no = excluded.unit_no`);
}

/** Finds units and locations of the company again by their codes and gives new ones an id. */
export async function recogniseUnitsAndPlaces(
  tx: Tx,
  run: RunFacts,
  defaultZone: string,
): Promise<void> {
  const { row, unit, place } = run.staging;
  await tx.rows(`
    update ${unit} u set unit_id = found.id, is_new = found.is_new
    from (
      select code, coalesce(o.id, gen_random_uuid()) as id, o.id is null as is_new
      from (select distinct code from ${unit}) c left join org_unit o using (code)
    ) found
    where found.code = u.code`);
  await tx.rows(
    `update ${place} p set location_id = found.id, is_new = found.is_new,
       zone_source = case when $2::jsonb ? p.code then 'chosen' when p.zone_source = 'file' then 'file' when not found.is_new then 'kept' else p.zone_source end,
       zone = coalesce($2::jsonb ->> p.code, case when p.zone_source = 'file' then p.file_zone end, found.time_zone, p.file_zone, $1)
     from (
       select c.code, coalesce(l.id, gen_random_uuid()) as id, l.id is null as is_new, l.time_zone
       from (select distinct code from ${place}) c left join location l using (code)
     ) found
     where found.code = p.code`,
    [defaultZone, JSON.stringify(run.options.zones)],
  );
  await report(
    tx,
    run,
    'zoneUnknown',
    `
    select min(r.row_no), 'location', p.name, format('%s has no known time zone: %s is used for its people.', p.name, p.zone)
    from ${place} p join ${row} r on r.place_no = p.no where p.zone_source = 'unknown' group by p.no, p.name, p.zone`,
  );
}
