/**
 * People, units and places for specs and the demonstration company. Each builder fills in what is
 * missing, writes through plain SQL and returns what it wrote; all work on a database or inside a
 * transaction.
 */
import { addDays, newId, type Day } from '@flipside/kernel';
import type { Database } from '@flipside/platform-api';

/** Anything that runs SQL: the database or a transaction. */
export type Sql = Pick<Database, 'rows' | 'one'>;

/** From when people and units are there unless a spec says otherwise. */
export const LONG_AGO: Day = '2020-01-01';
const FOREVER = 'infinity';

let counter = 0;
const next = (): number => (counter += 1);

export interface BuiltLocation {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
}

/** A site; without a name it is one more office in London time. */
export async function aLocation(
  db: Sql,
  wish: {
    id?: string;
    code?: string;
    name?: string;
    country?: string | null;
    timeZone?: string;
  } = {},
): Promise<BuiltLocation> {
  const n = next();
  const name = wish.name ?? `Office ${n}`;
  const location = {
    id: wish.id ?? newId(),
    code: wish.code ?? wish.name ?? `office-${n}`,
    name,
    timeZone: wish.timeZone ?? 'Europe/London',
  };
  await db.rows(
    'insert into location (id, code, name, country, time_zone) values ($1, $2, $3, $4, $5)',
    [location.id, location.code, location.name, wish.country ?? null, location.timeZone],
  );
  return location;
}

export interface BuiltOrgUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly parentId: string | null;
}

/** An org unit; without a parent it is a root. */
export async function anOrgUnit(
  db: Sql,
  wish: {
    id?: string;
    code?: string;
    name?: string;
    parentId?: string | null;
    targetRatio?: number | null;
    validFrom?: Day;
    validTo?: Day;
  } = {},
): Promise<BuiltOrgUnit> {
  const n = next();
  const unit = {
    id: wish.id ?? newId(),
    code: wish.code ?? `unit-${n}`,
    name: wish.name ?? `Unit ${n}`,
    parentId: wish.parentId ?? null,
  };
  await db.rows('insert into org_unit (id, code, name, target_ratio) values ($1, $2, $3, $4)', [
    unit.id,
    unit.code,
    unit.name,
    wish.targetRatio ?? null,
  ]);
  await db.rows(
    'insert into org_unit_placement (org_unit_id, parent_id, valid_from, valid_to) values ($1, $2, $3, $4)',
    [unit.id, unit.parentId, wish.validFrom ?? LONG_AGO, wish.validTo ?? FOREVER],
  );
  return unit;
}

/** The unit and site of people for whom a spec names none; safe when several are built at once. */
async function defaultPlace(db: Sql): Promise<{ unitId: string; locationId: string }> {
  const place = await db.one<{ unitId: string; locationId: string }>(
    `with unit as (
       insert into org_unit (id, code, name) values ($1, 'company', 'Company')
       on conflict (code) do update set code = excluded.code returning id
     ), placement as (
       insert into org_unit_placement (org_unit_id, valid_from) select id, $3::date from unit
       on conflict do nothing
     ), site as (
       insert into location (id, code, name, time_zone) values ($2, 'london', 'London', 'Europe/London')
       on conflict (code) do update set code = excluded.code returning id
     )
     select unit.id as "unitId", site.id as "locationId" from unit, site`,
    [newId(), newId(), LONG_AGO],
  );
  if (!place) throw new Error('The default unit and site were not written.');
  return place;
}

/** One stretch of a week, as in the working hours of the domain. */
export interface WishedHours {
  weekday: number;
  fromMinute: number;
  toMinute: number;
}

export interface PersonWish {
  id?: string;
  name?: string;
  email?: string | null;
  employeeNo?: string | null;
  title?: string;
  languages?: string[];
  /** The person's own zone; without one the location's holds. */
  timeZone?: string | null;
  hireOn?: Day | null;
  /** Last day in the company; the employment ends the day after. */
  leaveOn?: Day | null;
  /** First day of the employment row; the hire day, or long ago. */
  validFrom?: Day;
  /** `null` = in no unit; left out = the common default unit. */
  unitId?: string | null;
  locationId?: string | null;
  managerId?: string | null;
  level?: number | null;
  employmentType?: string;
  status?: 'active' | 'leave';
  fte?: number;
  hours?: readonly WishedHours[];
  roles?: readonly ('HR_LEAD' | 'ADMINISTRATOR' | 'IMPACT_ANALYST')[];
}

export interface BuiltPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly unitId: string | null;
  readonly locationId: string | null;
  readonly managerId: string | null;
}

/** A person with one employment. */
export async function aPerson(db: Sql, wish: PersonWish = {}): Promise<BuiltPerson> {
  const n = next();
  const id = wish.id ?? newId();
  const place =
    wish.unitId === undefined || wish.locationId === undefined ? await defaultPlace(db) : null;
  const person = {
    id,
    name: wish.name ?? `Person ${n}`,
    email:
      wish.email === undefined
        ? `person-${n}-${id.slice(-6)}@company.test`
        : (wish.email?.toLowerCase() ?? null),
    unitId: wish.unitId === undefined ? (place?.unitId ?? null) : wish.unitId,
    locationId: wish.locationId === undefined ? (place?.locationId ?? null) : wish.locationId,
    managerId: wish.managerId ?? null,
  };
  await db.rows(
    `insert into person (id, employee_no, email, name, title, languages, time_zone, hire_on, leave_on)
     values ($1, $2, lower($3), $4, $5, $6, $7, $8, $9)`,
    [
      id,
      wish.employeeNo === undefined ? `E-${id.slice(-12)}` : wish.employeeNo,
      person.email,
      person.name,
      wish.title ?? '',
      wish.languages ?? ['en'],
      wish.timeZone ?? null,
      wish.hireOn ?? wish.validFrom ?? LONG_AGO,
      wish.leaveOn ?? null,
    ],
  );
  await db.rows(
    `insert into employment (person_id, valid_from, valid_to, org_unit_id, location_id, manager_id, level,
       employment_type, status, fte)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      wish.validFrom ?? wish.hireOn ?? LONG_AGO,
      wish.leaveOn ? addDays(wish.leaveOn, 1) : FOREVER,
      person.unitId,
      person.locationId,
      person.managerId,
      wish.level ?? null,
      wish.employmentType ?? 'employee',
      wish.status ?? 'active',
      wish.fte ?? 1,
    ],
  );
  for (const role of wish.roles ?? []) {
    await db.rows('insert into role_grant (person_id, role) values ($1, $2)', [id, role]);
  }
  if (wish.hours) await someWorkingHours(db, id, wish.hours);
  return person;
}

/** Gives a person their own week in place of the one they have. */
export async function someWorkingHours(
  db: Sql,
  personId: string,
  hours: readonly WishedHours[],
): Promise<void> {
  await db.rows('delete from working_hours where person_id = $1', [personId]);
  for (const { weekday, fromMinute, toMinute } of hours) {
    await db.rows(
      'insert into working_hours (person_id, weekday, from_minute, to_minute) values ($1, $2, $3, $4)',
      [personId, weekday, fromMinute, toMinute],
    );
  }
}

/** Closes a person's open employment on `on` and opens the next one with the given differences. */
export async function aMove(
  db: Sql,
  personId: string,
  on: Day,
  change: Pick<PersonWish, 'unitId' | 'locationId' | 'managerId' | 'level' | 'status'>,
): Promise<void> {
  await db.rows(
    `with closed as (
       update employment set valid_to = $2 where person_id = $1 and valid_to = 'infinity' returning *
     )
     insert into employment (person_id, valid_from, org_unit_id, location_id, manager_id, level,
       employment_type, status, fte)
     select person_id, $2::date,
            case when $3::jsonb ? 'unitId' then ($3::jsonb ->> 'unitId')::uuid else org_unit_id end,
            case when $3::jsonb ? 'locationId' then ($3::jsonb ->> 'locationId')::uuid else location_id end,
            case when $3::jsonb ? 'managerId' then ($3::jsonb ->> 'managerId')::uuid else manager_id end,
            case when $3::jsonb ? 'level' then ($3::jsonb ->> 'level')::smallint else level end,
            employment_type, coalesce($3::jsonb ->> 'status', status), fte
     from closed`,
    [personId, on, JSON.stringify(change)],
  );
}

/** A person who runs the programme. */
export const anHrLead = (db: Sql, wish: PersonWish = {}): Promise<BuiltPerson> =>
  aPerson(db, { name: 'Harriet Lead', ...wish, roles: ['HR_LEAD', ...(wish.roles ?? [])] });

/** A person who runs the installation. */
export const anAdministrator = (db: Sql, wish: PersonWish = {}): Promise<BuiltPerson> =>
  aPerson(db, { name: 'Adam Keeper', ...wish, roles: ['ADMINISTRATOR', ...(wish.roles ?? [])] });

export { aCompany, manyPeople, type UnitTree } from './company.builder.js';
