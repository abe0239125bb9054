/** The directory, the units and the figures of rules change over at the programme's midnight, see decision 0018. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, newId } from '@flipside/kernel';
import { fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { RolesReader } from '../access/roles.reader.js';
import { HolidayReader } from '../availability/holidays.js';
import { aLocation, aMove, anOrgUnit, aPerson } from '../builders.js';
import { OrgReader } from '../org/org.reader.js';
import { ProgrammeEffectReader } from '../programme/programme-effect.reader.js';
import { ProgrammeReader } from '../programme/programme.reader.js';
import { Looks } from './looks.js';
import { PersonReader } from './person.reader.js';

const DAY = '2027-01-11';
const TOMORROW = addDays(DAY, 1);
/** The two minutes around the end of 11 January: in UTC it is that day already over, or not yet. */
const MIDNIGHTS = [
  ['Pacific/Auckland', '2027-01-11T10:59:00Z', '2027-01-11T11:01:00Z'],
  ['Pacific/Honolulu', '2027-01-12T09:59:00Z', '2027-01-12T10:01:00Z'],
] as const;

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

describe.each(MIDNIGHTS)('with a programme in %s', (timeZone, before, after) => {
  beforeAll(() => t.db.rows('update programme set default_time_zone = $1', [timeZone]));
  const onBothSides = async <T>(ask: (at: string) => Promise<T>) => [
    await ask(before),
    await ask(after),
  ];

  it('somebody who moves tomorrow is found, counted and shown where they are today until midnight', async () => {
    const [old, next] = [await anOrgUnit(t.db), await anOrgUnit(t.db)];
    const [here, there] = [await aLocation(t.db), await aLocation(t.db)];
    const name = `Mover ${newId()}`;
    const { id } = await aPerson(t.db, { name, unitId: old.id, locationId: here.id });
    await aMove(t.db, id, TOMORROW, { unitId: next.id, locationId: there.id, status: 'leave' });
    const people = (at: string) => {
      const clock = fixedClock(at);
      return new PersonReader(t.db, new RolesReader(t.db, clock, []), clock);
    };
    const idsIn = async (at: string, search: object) =>
      (await people(at).search(search, { first: 20, after: null })).edges.map(
        ({ node }) => node.id,
      );
    for (const search of [{ unitId: old.id }, { locationId: here.id }])
      expect(await onBothSides((at) => idsIn(at, search))).toEqual([[id], []]);
    expect(await onBothSides((at) => idsIn(at, { unitId: next.id }))).toEqual([[], [id]]);
    const found = async (at: string) =>
      (await people(at).find({ text: name, isRecordSearched: false }, 8)).map((row) => row.unitId);
    expect(await onBothSides(found)).toEqual([[old.id], [next.id]]);
    const status = async (at: string) => (await people(at).records([id])).get(id)?.status;
    expect(await onBothSides(status)).toEqual(['WORKING', 'ON_LEAVE']);
    const org = new OrgReader(t.db);
    const counted = async (at: string) => {
      const found = await org.peopleAt([here.id, there.id], new Date(at));
      return [found.get(here.id) ?? 0, found.get(there.id) ?? 0];
    };
    expect(await onBothSides(counted)).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it('a unit that moves tomorrow stands where it is today until midnight', async () => {
    const [above, other] = [await anOrgUnit(t.db), await anOrgUnit(t.db)];
    const unit = await anOrgUnit(t.db, {
      name: `Wanderers ${newId()}`,
      parentId: above.id,
      validTo: TOMORROW,
    });
    await t.db.rows(
      'insert into org_unit_placement (org_unit_id, parent_id, valid_from) values ($1, $2, $3)',
      [unit.id, other.id, TOMORROW],
    );
    const org = new OrgReader(t.db);
    const path = async (at: string) =>
      (await org.pathsOf([unit.id], new Date(at))).get(unit.id)?.map(({ id }) => id);
    expect(await onBothSides(path)).toEqual([[above.id], [other.id]]);
    expect(await onBothSides((at) => org.today(new Date(at)))).toEqual([DAY, TOMORROW]);
    const closing = await anOrgUnit(t.db, { name: `Closing ${newId()}`, validTo: TOMORROW });
    const found = async (at: string) =>
      (await org.find(closing.name, new Date(at), 5)).map(({ id }) => id);
    expect(await onBothSides(found)).toEqual([[closing.id], []]);
  });

  it('what rules mean is counted for the programme’s day', async () => {
    const employmentType = `kind-${newId()}`;
    await aPerson(t.db, { employmentType, leaveOn: DAY, level: 1 });
    const { rules } = await new ProgrammeReader(t.db).current();
    const effects = (at: string) =>
      new ProgrammeEffectReader(t.db, new OrgReader(t.db), fixedClock(at));
    const figures = async (at: string) =>
      (await effects(at).compare(rules, { ...rules, eligibleTypes: [employmentType] })).then.people;
    expect(await onBothSides(figures)).toEqual([1, 0]);
    const kinds = async (at: string) =>
      (await effects(at).employmentTypes()).some(({ name }) => name === employmentType);
    expect(await onBothSides(kinds)).toEqual([true, false]);
  });
});

describe.each(MIDNIGHTS)('in %s', (timeZone, before, after) => {
  it('days off of a place are listed from its own day on', async () => {
    const { id } = await aLocation(t.db, { timeZone });
    await t.db.rows(
      `insert into holiday (location_id, on_day, name, state) values ($1, $2, 'Day of the place', 'approved')`,
      [id, DAY],
    );
    const listed = async (at: string) =>
      (await new HolidayReader(t.db, fixedClock(at)).of(id)).length;
    expect([await listed(before), await listed(after)]).toEqual([1, 0]);
  });

  it('looks at somebody there leave one trace for each of their own days', async () => {
    const { id } = await aPerson(t.db, { timeZone });
    const viewer = { personId: (await aPerson(t.db, { timeZone: 'Europe/London' })).id };
    for (const at of [before, before, after, after])
      await new Looks(t.db, fixedClock(at)).note(viewer, [id], 'person');
    const rows = await t.db.rows<{ on: string }>(
      'select looked_on as on from record_look where person_id = $1 order by looked_on',
      [id],
    );
    expect(rows.map(({ on }) => on)).toEqual([DAY, TOMORROW]);
  });
});
