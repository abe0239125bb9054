import type { Tx } from '@flipside/platform-api';
import { bulkLoad, mayReplace } from './bulk-load.js';
import type { Unfinished } from './finish-bulk-load.js';
import type { Difference } from './find-changes.js';
import { COUNTS, HAS_DATES, IS_GONE, planSql } from './plan.js';
import { hasUnits, isMapped, type RunFacts } from './run-facts.js';

/** From so many new people on, an empty company is loaded without indexes, which are then built at once. */
const BULK_FROM = 5_000;

/** Told which step begins. */
export type Step = (name: 'units' | 'people' | 'changes' | 'leavers') => Promise<void>;

/**
 * Writes a checked run into the company. Dated facts: a change ends the present period on the day of the
 * roster and begins a new one; a second change on the same day corrects in place.
 * @param isFresh the company was empty when the rows were compared, and is so still
 * @returns what is left to do after the commit
 */
export async function applyRows(
  tx: Tx,
  run: RunFacts,
  difference: Difference,
  step: Step,
  isFresh: boolean,
): Promise<Unfinished | null> {
  await step('units');
  await applyUnits(tx, run);
  await applyPlaces(tx, run);
  await freeAddressesOfFormers(tx, run);
  await step('people');
  let unfinished: Unfinished | null = null;
  if (isFresh && difference.joins >= BULK_FROM && (await mayReplace(tx, run.staging))) {
    // No step is told meanwhile: a bulk load locks the table that steps are noted in.
    unfinished = await bulkLoad(tx, {
      staging: run.staging,
      people: () => settlePeople(tx, run, difference),
      employments: { columns: EMPLOYMENT, rows: newEmployments(run), values: [run.asOf] },
    });
  } else if (difference.joins + difference.formers > 0) {
    await insertPeople(tx, run);
    await insertEmployments(tx, run);
  }
  if (difference.changed > 0) {
    await step('changes');
    await changePeople(tx, run);
    await changeEmployments(tx, run);
  }
  if (difference.missing > 0) {
    await step('leavers');
    await endMissing(tx, run);
  }
  return unfinished;
}

/** New units, new names, and a dated placement where the file says under which unit one lies. */
async function applyUnits(tx: Tx, run: RunFacts): Promise<void> {
  const { unit } = run.staging;
  await tx.rows(`
    insert into org_unit (id, code, name)
    select distinct on (code) unit_id, code, name from ${unit} where is_new order by code, no`);
  await tx.rows(`
    update org_unit o set name = u.name
    from (select distinct on (code) code, name from ${unit} where not is_new order by code, no) u
    where u.code = o.code and u.name <> o.name`);
  // Past head-counts need the units for as long as their people have been here.
  await tx.rows(
    `insert into org_unit_placement (org_unit_id, parent_id, valid_from)
     select distinct on (u.code) u.unit_id, p.unit_id, least($1::date, $2::date)
     from ${unit} u left join ${unit} p on p.no = u.parent_no where u.is_new order by u.code, u.no`,
    [run.asOf, run.earliest],
  );
  const knowsParents = !hasUnits(run) || isMapped(run, 'parentUnit', 'unitPath', 'unit2');
  if (!knowsParents) return;
  await tx.rows(
    `with told as (
       select distinct on (u.code) u.unit_id, p.unit_id as parent_id from ${unit} u left join ${unit} p on p.no = u.parent_no
       where not u.is_new order by u.code, u.no
     ),
     moved as (
       select t.unit_id, t.parent_id, o.valid_from from told t
       join org_unit_placement o on o.org_unit_id = t.unit_id and o.valid_from <= $1::date and o.valid_to > $1::date
       where o.parent_id is distinct from t.parent_id
     ),
     corrected as (
       update org_unit_placement o set parent_id = m.parent_id from moved m
       where o.org_unit_id = m.unit_id and o.valid_from = m.valid_from and m.valid_from = $1::date
     )
     update org_unit_placement o set valid_to = $1::date from moved m
     where o.org_unit_id = m.unit_id and o.valid_from = m.valid_from and m.valid_from < $1::date`,
    [run.asOf],
  );
  await tx.rows(
    `insert into org_unit_placement (org_unit_id, parent_id, valid_from)
     select distinct on (u.code) u.unit_id, p.unit_id, $1::date from ${unit} u left join ${unit} p on p.no = u.parent_no
     where not u.is_new and not exists (
       select 1 from org_unit_placement o where o.org_unit_id = u.unit_id and o.valid_to > $1::date)
     order by u.code, u.no`,
    [run.asOf],
  );
}

async function applyPlaces(tx: Tx, run: RunFacts): Promise<void> {
  const { place } = run.staging;
  await tx.rows(`
    insert into location (id, code, name, country, time_zone)
    select distinct on (code) location_id, code, name, country, zone from ${place} where is_new order by code, no`);
  await tx.rows(`
    update location l set time_zone = p.zone from ${place} p
    where p.location_id = l.id and p.zone <> l.time_zone and p.zone_source in ('file', 'chosen')`);
}

/** Somebody who left gives up the address when a newcomer has it. */
async function freeAddressesOfFormers(tx: Tx, run: RunFacts): Promise<void> {
  const { row, known } = run.staging;
  await tx.rows(
    `update person p set email = null from ${row} r left join ${known} k on k.row_no = r.row_no
     where r.email = p.email and k.person_id is distinct from p.id and p.leave_on < $1::date`,
    [run.asOf],
  );
}

/** Rows of people who are entered: new to the company, and present or with both dates. Rows are called `r`; $1 is the day. */
const isEntered = (run: RunFacts): string =>
  `${COUNTS(run)} and not exists (select 1 from ${run.staging.known} k where k.row_no = r.row_no) and (not ${IS_GONE('$1')} or ${HAS_DATES})`;

/** Makes the people as read the people of the company: without those who are not entered, with those it has. */
async function settlePeople(tx: Tx, run: RunFacts, { joins, formers }: Difference): Promise<void> {
  const { person, fact, fix } = run.staging;
  const read = await tx.one<{ rows: number }>(`select count(*) as rows from ${fact}`);
  if (read && read.rows > joins + formers) {
    await tx.rows(
      `delete from ${person} p where not exists (select 1 from ${fact} r where r.id = p.id and ${isEntered(run)})`,
      [run.asOf],
    );
  }
  await tx.rows(
    `update ${person} p set email = null from ${fact} r join ${fix} f using (row_no) where f.drop_email and r.id = p.id`,
  );
  await tx.rows(`insert into ${person} select * from person`);
}

async function insertPeople(tx: Tx, run: RunFacts): Promise<void> {
  const { row, fix } = run.staging;
  const languages = isMapped(run, 'languages') ? `coalesce(r.languages, '{}')` : `'{}'`;
  // As `planSql` for new people, without looking up units, locations and managers.
  await tx.rows(
    `insert into person (id, employee_no, email, name, title, languages, hire_on, leave_on)
     select r.id, r.employee_no, case when f.drop_email then null else r.email end, r.name, r.title, ${languages}, r.hire_on, r.leave_on
     from ${row} r left join ${fix} f on f.row_no = r.row_no
     where ${isEntered(run)}`,
    [run.asOf],
  );
}

/** Columns of an employment and what the rows say in them. $1 is the day of the roster. */
const EMPLOYMENT: Readonly<Record<string, string>> = {
  person_id: 'n.person_id',
  // Past head-counts are then right from the first import on.
  valid_from: 'coalesce(n.hire_on, $1::date)',
  valid_to: `coalesce(n.leave_on + 1, 'infinity')`,
  org_unit_id: 'n.org_unit_id',
  location_id: 'n.location_id',
  manager_id: 'n.manager_id',
  level: 'n.level',
  employment_type: 'n.employment_type',
  status: 'n.status',
  fte: 'coalesce(n.fte, 1)',
};

const newEmployments = (run: RunFacts): string =>
  `from (${planSql(run, 'new')}) n where n.is_stored`;

async function insertEmployments(tx: Tx, run: RunFacts): Promise<void> {
  await tx.rows(
    `insert into employment (${Object.keys(EMPLOYMENT).join(', ')})
     select ${Object.values(EMPLOYMENT).join(', ')} ${newEmployments(run)}`,
    [run.asOf],
  );
}

async function changePeople(tx: Tx, run: RunFacts): Promise<void> {
  const { change } = run.staging;
  // Two people may swap an address or an ID: both give it up before either takes it.
  await tx.rows(
    `update person p set email = null from ${change} c where c.person_id = p.id and c.email_changed`,
  );
  await tx.rows(
    `update person p set employee_no = null from ${change} c where c.person_id = p.id and c.id_changed`,
  );
  await tx.rows(
    `update person p set name = c.name, title = case when c.title_changed then c.title else p.title end, email = c.email,
       employee_no = c.employee_no, languages = c.languages, hire_on = c.hire_on,
       leave_on = case when c.new_to = 'infinity' then null else c.new_to - 1 end, updated_at = now(), version = p.version + 1
     from ${change} c where c.person_id = p.id`,
  );
}

async function changeEmployments(tx: Tx, run: RunFacts): Promise<void> {
  const { change } = run.staging;
  const facts = `(org_unit_id, location_id, manager_id, level, employment_type, status, fte, valid_to)`;
  const told = `(c.org_unit_id, c.location_id, c.manager_id, c.level, c.employment_type, c.status, c.fte, c.new_to)`;
  const hasNewFacts = `(unit_changed or location_changed or manager_changed or level_changed or terms_changed)`;
  const present = `e.person_id = c.person_id and e.valid_from = c.cur_from`;
  // Hired and gone between two rosters, or corrected on the day itself: nothing remains of the period.
  await tx.rows(
    `delete from employment e using ${change} c where ${present} and c.leaves and c.new_to <= c.cur_from`,
  );
  await tx.rows(
    `update employment e set valid_to = c.new_to from ${change} c where ${present} and c.leaves and c.new_to > c.cur_from`,
  );
  await tx.rows(
    `update employment e set ${facts} = ${told} from ${change} c
     where ${present} and c.stays and (c.cur_from >= $1::date or not ${hasNewFacts.replaceAll(/(\w+_changed)/g, 'c.$1')}) and c.new_to > c.cur_from`,
    [run.asOf],
  );
  await tx.rows(
    `update employment e set valid_to = $1::date from ${change} c
     where ${present} and c.stays and c.cur_from < $1::date and ${hasNewFacts.replaceAll(/(\w+_changed)/g, 'c.$1')}`,
    [run.asOf],
  );
  await tx.rows(
    `insert into employment (person_id, valid_from, org_unit_id, location_id, manager_id, level, employment_type, status, fte, valid_to)
     select person_id,
       case when not rejoins then $1::date
         when row_hire_on >= coalesce((select max(valid_to) from employment e where e.person_id = c.person_id), row_hire_on) then row_hire_on
         else $1::date end,
       org_unit_id, location_id, manager_id, level, employment_type, status, fte, new_to
     from ${change} c where rejoins or (stays and cur_from < $1::date and ${hasNewFacts})`,
    [run.asOf],
  );
}

/** People whom a full roster does not hold left before its day. */
async function endMissing(tx: Tx, run: RunFacts): Promise<void> {
  const { missing } = run.staging;
  await tx.rows(
    `delete from employment e using ${missing} m where e.person_id = m.person_id and e.valid_from >= $1::date`,
    [run.asOf],
  );
  await tx.rows(
    `update employment e set valid_to = $1::date from ${missing} m where e.person_id = m.person_id and e.valid_to > $1::date`,
    [run.asOf],
  );
  await tx.rows(
    `update person p set leave_on = $1::date - 1, updated_at = now(), version = p.version + 1 from ${missing} m where m.person_id = p.id`,
    [run.asOf],
  );
}
