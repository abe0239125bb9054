import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { personWorkingTime, type PersonHours } from '@flipside/people-domain';
import { fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { aPerson } from '../builders.js';
import { AddAway, AddOverride, AddTravel, RemoveDays, type DaysKind } from './change-days.js';
import { DaysReader, type MyDays } from './days.reader.js';
import { personHoursSql } from './person-hours-sql.js';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const clock = fixedClock('2027-01-11T08:00:00Z');
const daysOf = (personId: string): Promise<MyDays> => new DaysReader(t.db, clock).of(personId);
const someone = async () => ({ personId: (await aPerson(t.db)).id });
const nineToFive = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1020 }));

/** The working time of a stretch of days as every search reads it: by the shared SQL. */
async function workingTime(personId: string, from: string, to: string): Promise<string[]> {
  const row = await t.db.one<Omit<PersonHours, 'zone'>>(
    `select ${personHoursSql('p', '$2::date', '$3::date')} from person p where p.id = $1`,
    [personId, from, to],
  );
  if (!row) throw new Error('Nobody there');
  return personWorkingTime({ ...row, zone: 'Europe/London', hours: nineToFive }, from, to).map(
    (each) =>
      `${new Date(each.from).toISOString().slice(0, 16)}/${new Date(each.to).toISOString().slice(11, 16)}`,
  );
}

describe('a journey', () => {
  const singapore = { firstOn: '2027-01-18', lastOn: '2027-01-19', zone: 'Asia/Singapore' };

  it('puts the hours of its days, both ends included, on the clock over there', async () => {
    const viewer = await someone();
    expect(await new AddTravel(t.db).run(viewer, singapore)).toEqual({ ok: true, value: viewer });
    expect((await daysOf(viewer.personId)).travel).toMatchObject([singapore]);
    // 9 to 17 in Singapore is 1 to 9 in London; on Wednesday the week is London's again.
    expect(await workingTime(viewer.personId, '2027-01-18', '2027-01-20')).toEqual([
      '2027-01-18T01:00/09:00',
      '2027-01-19T01:00/09:00',
      '2027-01-20T09:00/17:00',
    ]);
    expect((await daysOf((await someone()).personId)).travel).toEqual([]);
  });

  it('keeps a renamed zone under its present name', async () => {
    const viewer = await someone();
    await new AddTravel(t.db).run(viewer, { ...singapore, zone: 'Asia/Calcutta' });
    expect((await daysOf(viewer.personId)).travel).toMatchObject([{ zone: 'Asia/Kolkata' }]);
  });

  it.each([
    ['UNKNOWN_TIME_ZONE', { zone: 'Asia/Atlantis' }],
    ['DAYS_BACKWARDS', { lastOn: '2027-01-17' }],
    ['DAYS_TOO_LONG', { lastOn: '2028-01-19' }],
    ['DAYS_OVERLAP', { firstOn: '2027-01-25', lastOn: '2027-02-01' }],
  ])('is refused: %s', async (code, wrong) => {
    const viewer = await someone();
    await new AddTravel(t.db).run(viewer, {
      ...singapore,
      firstOn: '2027-02-01',
      lastOn: '2027-02-03',
    });
    expect(await new AddTravel(t.db).run(viewer, { ...singapore, ...wrong })).toMatchObject({
      ok: false,
      refusal: { code },
    });
    expect((await daysOf(viewer.personId)).travel).toHaveLength(1);
  });

  it('may begin on the day after another one ends, and overlap somebody else’s', async () => {
    const viewer = await someone();
    const travel = new AddTravel(t.db);
    await travel.run(viewer, singapore);
    const next = { ...singapore, firstOn: '2027-01-20', lastOn: '2027-01-20', zone: 'Asia/Tokyo' };
    expect((await travel.run(viewer, next)).ok).toBe(true);
    expect((await travel.run(await someone(), singapore)).ok).toBe(true);
  });
});

describe('hours of a single day', () => {
  const onDay = '2027-01-20';
  const add = (viewer: { personId: string }, kind: 'open' | 'closed', from: number, to: number) =>
    new AddOverride(t.db).run(viewer, { onDay, kind, fromMinute: from, toMinute: to });

  it('open and close hours of that day alone', async () => {
    const viewer = await someone();
    await add(viewer, 'open', 1080, 1140);
    await add(viewer, 'closed', 540, 720);
    expect(await workingTime(viewer.personId, '2027-01-19', '2027-01-21')).toEqual([
      '2027-01-19T09:00/17:00',
      '2027-01-20T12:00/17:00',
      '2027-01-20T18:00/19:00',
      '2027-01-21T09:00/17:00',
    ]);
    expect((await daysOf(viewer.personId)).overrides).toMatchObject([
      { onDay, kind: 'closed', fromMinute: 540, toMinute: 720 },
      { onDay, kind: 'open', fromMinute: 1080, toMinute: 1140 },
    ]);
  });

  it('are read on the clock over there during a journey', async () => {
    const viewer = await someone();
    await new AddTravel(t.db).run(viewer, {
      firstOn: onDay,
      lastOn: onDay,
      zone: 'Asia/Singapore',
    });
    await add(viewer, 'closed', 540, 720);
    expect(await workingTime(viewer.personId, onDay, onDay)).toEqual(['2027-01-20T04:00/09:00']);
  });

  it('that overlap, run backwards or leave the day are refused', async () => {
    const viewer = await someone();
    expect((await add(viewer, 'closed', 540, 720)).ok).toBe(true);
    expect(await add(viewer, 'open', 700, 800)).toMatchObject({
      refusal: { code: 'DAYS_OVERLAP' },
    });
    for (const [from, to] of [
      [720, 720],
      [800, 780],
      [-15, 60],
      [1400, 1441],
      [540.5, 600],
    ] as const)
      expect(await add(viewer, 'open', from, to)).toMatchObject({
        refusal: { code: 'INTERVAL_BACKWARDS' },
      });
    expect((await daysOf(viewer.personId)).overrides).toHaveLength(1);
  });
});

describe('days taken back', () => {
  it('are gone, once or twice, and never somebody else’s', async () => {
    const [viewer, other] = [await someone(), await someone()];
    await new AddTravel(t.db).run(viewer, {
      firstOn: '2027-02-01',
      lastOn: '2027-02-02',
      zone: 'Asia/Tokyo',
    });
    await new AddAway(t.db).run(viewer, { firstOn: '2027-03-01', lastOn: '2027-03-02' });
    await new AddOverride(t.db).run(viewer, {
      onDay: '2027-01-20',
      kind: 'closed',
      fromMinute: 0,
      toMinute: 1440,
    });
    const remove = (who: { personId: string }, kind: DaysKind, id: string) =>
      new RemoveDays(t.db).run(who, { id, kind });
    const before = await daysOf(viewer.personId);
    const kinds = [
      ['travel', before.travel],
      ['away', before.away],
      ['override', before.overrides],
    ] as const;
    for (const [kind, [kept]] of kinds) {
      const id = kept?.id ?? '';
      await remove(other, kind, id);
      expect(await daysOf(viewer.personId)).toEqual(before);
      await remove(viewer, kind === 'travel' ? 'away' : 'travel', id);
      expect(await daysOf(viewer.personId)).toEqual(before);
    }
    for (const [kind, [kept]] of kinds)
      for (const _ of [1, 2])
        expect((await remove(viewer, kind, kept?.id ?? newId())).ok).toBe(true);
    expect(await daysOf(viewer.personId)).toMatchObject({ travel: [], away: [], overrides: [] });
  });
});
