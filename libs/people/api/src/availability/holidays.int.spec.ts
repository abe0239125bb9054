import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { aLocation, anHrLead, aPerson } from '../builders.js';
import { DaysReader } from './days.reader.js';
import { DecideHolidays, HolidayReader, type LocationHoliday } from './holidays.js';

let t: TestDatabase;
let hr: { personId: string };
beforeAll(async () => {
  t = await testDatabase();
  hr = { personId: (await anHrLead(t.db)).id };
});
afterAll(() => t.close());

// 400 days from here reach into the year after the next.
const clock = fixedClock('2026-11-30T09:00:00Z');
const shown = async (locationId: string) =>
  (await new HolidayReader(t.db, clock).of(locationId)).map(
    ({ onDay, name, fromMinute, state }) => `${onDay} ${fromMinute} ${name}: ${state}`,
  );
const placeIn = (country: string | null) => aLocation(t.db, { country });
const decide = (
  locationId: string,
  state: 'approved' | 'dismissed',
  ...days: Pick<LocationHoliday, 'onDay' | 'name' | 'fromMinute'>[]
) => new DecideHolidays(t.db, clock).run(hr, { locationId, days, state });
const day = (onDay: string, name: string, fromMinute = 0) => ({ onDay, name, fromMinute });
const jobs = (locationId: string) =>
  t.db.rows<{ days: string[] }>(
    `select p.payload->'days' as days from graphile_worker._private_jobs p
     where p.payload->>'locationId' = $1 order by p.id`,
    [locationId],
  );

describe('days off that a country keeps', () => {
  it('are suggested for the next 400 days, those that moved to a working day too', async () => {
    const { id } = await placeIn('United Kingdom');
    const days = await shown(id);
    expect(days).toEqual([...days].sort());
    // Boxing Day of 2026 is a Saturday, Christmas Day of 2027 another; Easter lies in the year between.
    for (const each of [
      '2026-12-26 0 Boxing Day: suggested',
      '2026-12-28 0 Boxing Day (substitute day): suggested',
      '2027-03-26 0 Good Friday: suggested',
      '2027-03-29 0 Easter Monday: suggested',
      '2027-12-27 0 Christmas Day (substitute day): suggested',
      "2028-01-01 0 New Year's Day: suggested",
    ])
      expect(days).toContain(each);
    expect(days.every((each) => each >= '2026-11-30' && each < '2028-01-04')).toBe(true);
  });

  it('are counted by place once they are decided, each day once and none of the past', async () => {
    const reader = new HolidayReader(t.db, clock);
    const [some, none] = [await placeIn('DE'), await placeIn('DE')];
    await decide(
      some.id,
      'approved',
      day('2026-12-25', 'Christmas Day'),
      day('2026-12-25', 'Company day'),
      day('2027-01-01', "New Year's Day"),
      day('2026-11-29', 'Yesterday'),
    );
    await decide(some.id, 'dismissed', day('2027-05-01', 'Labour Day'));
    expect(await reader.counts([some.id, none.id])).toEqual(new Map([[some.id, 2]]));
  });

  it('that last several days are suggested with each of them, on the days of that place', async () => {
    const egypt = (await shown((await placeIn('EG')).id)).filter((each) =>
      each.includes('Ramadan'),
    );
    expect(egypt.map((each) => each.slice(0, 12))).toEqual([
      '2027-03-09 0',
      '2027-03-10 0',
      '2027-03-11 0',
    ]);
    const israel = await shown((await placeIn('il')).id);
    expect(israel).toContain('2027-04-22 0 Passover (Pesach): suggested');
  });

  it('that begin in the middle of a day are suggested from that minute on', async () => {
    const iceland = await shown((await placeIn('Iceland')).id);
    expect(iceland).toContain('2026-12-24 780 Christmas Eve: suggested');
  });

  it('are none for a place without a country, or in one that nobody knows', async () => {
    for (const country of [null, 'Atlantis'])
      expect(await shown((await placeIn(country)).id)).toEqual([]);
  });

  it('are not told of a place that does not exist', async () => {
    for (const id of [newId(), 'nowhere'])
      await expect(new HolidayReader(t.db, clock).of(id)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
  });
});

describe('a decision about days off', () => {
  it('holds for its place alone, and the later one counts', async () => {
    const [london, paris] = [await placeIn('GB'), await placeIn('FR')];
    const easter = day('2027-03-29', 'Easter Monday');
    await decide(london.id, 'approved', easter);
    await decide(paris.id, 'dismissed', easter);
    expect(await shown(london.id)).toContain('2027-03-29 0 Easter Monday: approved');
    expect(await shown(paris.id)).toContain('2027-03-29 0 Easter Monday: dismissed');
    await decide(london.id, 'dismissed', easter);
    const later = (await shown(london.id)).filter((each) => each.includes('Easter Monday'));
    expect(later).toEqual(['2027-03-29 0 Easter Monday: dismissed']);
    const [row] = await t.db.rows<{ by: string; at: Date }>(
      'select decided_by as by, decided_at as at from holiday where location_id = $1',
      [london.id],
    );
    expect(row).toEqual({ by: hr.personId, at: clock.now() });
  });

  it('moves a day: the old date is worked on again, the new one is off', async () => {
    const place = await placeIn('GB');
    const { id: personId } = await aPerson(t.db, { locationId: place.id });
    const off = async () =>
      (await new DaysReader(t.db, clock).of(personId)).holidays.map(({ onDay }) => onDay);
    await decide(place.id, 'approved', day('2027-02-05', 'Founders’ day'));
    expect(await off()).toEqual(['2027-02-05']);
    await decide(place.id, 'dismissed', day('2027-02-05', 'Founders’ day'));
    await decide(place.id, 'approved', day('2027-02-08', 'Founders’ day', 720));
    expect(await off()).toEqual(['2027-02-08']);
  });

  it('takes a day that is named twice once, with its last hours', async () => {
    const { id } = await placeIn(null);
    expect(
      await decide(
        id,
        'approved',
        day('2027-01-04', ' Stocktaking'),
        day('2027-01-04', 'Stocktaking', 780),
      ),
    ).toEqual({ ok: true, value: { locationId: id } });
    expect(await shown(id)).toEqual(['2027-01-04 780 Stocktaking: approved']);
  });

  it('tells sessions of approved days, and nobody of dismissed ones', async () => {
    const { id } = await placeIn(null);
    await decide(id, 'dismissed', day('2027-01-04', 'Stocktaking'));
    await decide(id, 'approved');
    expect(await jobs(id)).toEqual([]);
    await decide(id, 'approved', day('2027-01-05', 'Fair'), day('2027-01-06', 'Fair'));
    expect(await jobs(id)).toEqual([{ days: ['2027-01-05', '2027-01-06'] }]);
  });

  it('is refused for a place that does not exist, and writes nothing', async () => {
    for (const id of [newId(), 'nowhere'])
      await expect(decide(id, 'approved', day('2027-01-04', 'Fair'))).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
  });
});
