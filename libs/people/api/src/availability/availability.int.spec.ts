import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countStatements, fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { aLocation, aPerson } from '../builders.js';
import { ProgrammeReader } from '../programme/programme.reader.js';
import { AvailabilityReader } from './availability.reader.js';
import { SetTimeZone } from './set-time-zone.js';
import { SetWorkingHours } from './set-working-hours.js';

let t: TestDatabase;
let reader: AvailabilityReader;
beforeAll(async () => {
  t = await testDatabase();
  reader = new AvailabilityReader(
    t.db,
    new ProgrammeReader(t.db),
    fixedClock('2026-11-23T09:00:00Z'),
  );
});
afterAll(() => t.close());

const morning = [{ weekday: 2, fromMinute: 480, toMinute: 720 }];
const of = async (personId: string) => (await reader.of([personId])).get(personId);

describe('setting one’s own week', () => {
  it('replaces the programme’s, and null goes back to it', async () => {
    const { id: personId } = await aPerson(t.db);
    expect((await of(personId))?.hours).toHaveLength(5);
    await new SetWorkingHours(t.db).run({ personId }, { hours: morning });
    expect(await of(personId)).toMatchObject({ hours: morning, ownHours: morning });
    await new SetWorkingHours(t.db).run({ personId }, { hours: null });
    expect(await of(personId)).toMatchObject({ ownHours: [] });
    expect((await of(personId))?.hours).toHaveLength(5);
  });

  it('refuses a week without a stretch and keeps the old one', async () => {
    const { id: personId } = await aPerson(t.db, { hours: morning });
    expect(await new SetWorkingHours(t.db).run({ personId }, { hours: [] })).toMatchObject({
      ok: false,
      refusal: { code: 'NO_WORKING_HOURS', field: 'hours' },
    });
    expect((await of(personId))?.hours).toEqual(morning);
  });

  it('ends with one of two weeks saved at the same moment, never a mixture', async () => {
    const { id: personId } = await aPerson(t.db);
    const weeks = [1, 2].map((n) =>
      [1, 2, 3].map((weekday) => ({ weekday, fromMinute: n * 60, toMinute: n * 60 + 120 })),
    );
    await Promise.all(weeks.map((hours) => new SetWorkingHours(t.db).run({ personId }, { hours })));
    expect(weeks).toContainEqual((await of(personId))?.ownHours);
  });
});

describe('the zone that holds', () => {
  it('is one’s own, else the location’s, else the programme’s', async () => {
    const tokyo = await aLocation(t.db, { timeZone: 'Asia/Tokyo' });
    const { id: personId } = await aPerson(t.db, { locationId: tokyo.id });
    const nowhere = await aPerson(t.db, { locationId: null });
    expect((await of(personId))?.timeZone).toBe('Asia/Tokyo');
    expect((await of(nowhere.id))?.timeZone).toBe('Europe/London');
    await new SetTimeZone(t.db).run({ personId }, { timeZone: 'America/Vancouver' });
    expect(await of(personId)).toMatchObject({
      timeZone: 'America/Vancouver',
      locationTimeZone: 'Asia/Tokyo',
    });
    await new SetTimeZone(t.db).run({ personId }, { timeZone: null });
    expect((await of(personId))?.timeZone).toBe('Asia/Tokyo');
  });

  it('15. tells sessions once that it changed, and nothing when it did not', async () => {
    const { id: personId } = await aPerson(t.db);
    const waiting = () =>
      t.db.rows(`select 1 from graphile_worker.jobs where key = $1`, [`people.zone:${personId}`]);
    await new SetTimeZone(t.db).run({ personId }, { timeZone: null });
    expect(await waiting()).toEqual([]);
    for (const timeZone of ['America/New_York', 'America/New_York'])
      await new SetTimeZone(t.db).run({ personId }, { timeZone });
    expect(await waiting()).toHaveLength(1);
  });

  it('is never an invention', async () => {
    const { id: personId } = await aPerson(t.db);
    expect(
      await new SetTimeZone(t.db).run({ personId }, { timeZone: 'Europe/Atlantis' }),
    ).toMatchObject({
      ok: false,
      refusal: { code: 'UNKNOWN_TIME_ZONE', field: 'timeZone' },
    });
  });
});

describe('availability of many people', () => {
  it('takes two statements, and leaves strangers out', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, () => aPerson(t.db)));
    let found = new Map<string, unknown>();
    const ids = [...people.map(({ id }) => id), '00000000-0000-7000-8000-000000000000'];
    expect(await countStatements(async () => (found = await reader.of(ids)))).toBe(2);
    expect(found.size).toBe(20);
  });
});
