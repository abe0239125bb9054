import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import { aLocation, someWorkingHours } from '@flipside/people-api/builders';
import { localOf } from '@flipside/people-domain';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { BookSession } from './book-session.js';
import { BookingReader } from './booking.reader.js';
import { HealSession } from './heal-session.job.js';
import { SkipOnHolidays } from './skip-on-holidays.job.js';
import { SkipWhenAway } from './skip-when-away.job.js';
import {
  MONDAY,
  aBooking,
  aPair,
  config,
  mailsTo,
  sendAll,
  sessionsOf,
  type Pair,
} from './spec-setting.builder.js';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const away = (personId: string, fromOn: string, toOn: string) =>
  t.db.rows('insert into out_of_office (id, person_id, from_on, to_on) values ($1, $2, $3, $4)', [
    newId(),
    personId,
    fromOn,
    toOn,
  ]);
const lookAfter = (personId: string) =>
  new SkipWhenAway(t.db, fixedClock(MONDAY), config).handle({ personId });
const heal = (sessionId: string) =>
  new HealSession(t.db, fixedClock(MONDAY), config).handle({ sessionId });
const book = (pair: Pair, iso: string, at = MONDAY) =>
  new BookSession(t.db, fixedClock(at), config).run(pair.executive, {
    pairingId: pair.pairingId,
    startsAt: new Date(iso),
    idempotencyKey: newId(),
  });

describe('44. out of office', () => {
  it('for two weeks that cover one session: skip and make-up offered', async () => {
    const pair = await aPair(t.db);
    const { sessionIds } = await aBooking(t.db, pair);
    await away(pair.championId, '2027-01-25', '2027-02-06');
    await lookAfter(pair.championId);
    await lookAfter(pair.championId);
    const rows = await sessionsOf(t.db, pair.pairingId);
    expect(rows.map(({ status, reason }) => [status, reason]).slice(0, 3)).toEqual([
      ['booked', null],
      ['skipped', 'champion_away'],
      ['booked', null],
    ]);
    await heal(sessionIds[1] ?? '');
    const offered = (await sessionsOf(t.db, pair.pairingId)).filter(
      ({ status }) => status === 'offered',
    );
    // The fortnight reaches to Tuesday; the champion is back on Saturday, so Monday it is.
    expect(offered).toMatchObject([{ local: '2027-02-08T10:00' }]);
  });

  it('for all that is planned: a pause is offered, once, and nothing is skipped', async () => {
    const pair = await aPair(t.db);
    await aBooking(t.db, pair);
    await away(pair.executiveId, '2027-01-01', '2027-07-01');
    await lookAfter(pair.executiveId);
    await lookAfter(pair.executiveId);
    expect(
      (await sessionsOf(t.db, pair.pairingId)).every(({ status }) => status === 'booked'),
    ).toBe(true);
    const asked = (await mailsTo(t.db, pair.executiveId)).filter(({ key }) =>
      key.startsWith('rhythm-question'),
    );
    expect(asked.map(({ subject }) => subject)).toEqual(['A break while Helen Ward is away?']);
  });
});

describe('days off', () => {
  const holiday = (locationId: string, day: string, fromMinute: number) =>
    t.db.rows(
      `insert into holiday (location_id, on_day, name, from_minute, state) values ($1, $2, 'Day off', $3, 'approved')`,
      [locationId, day, fromMinute],
    );
  const placed = async (personId: string) => {
    const place = await aLocation(t.db);
    await t.db.rows('update employment set location_id = $2 where person_id = $1', [
      personId,
      place.id,
    ]);
    return place.id;
  };

  it('45. half-day holiday (24 Dec from 12:00) blocks only the afternoon', async () => {
    const pair = await aPair(t.db, { state: 'active' });
    await holiday(await placed(pair.executiveId), '2027-12-24', 720);
    const inDecember = '2027-12-20T08:00:00Z';
    for (const iso of ['2027-12-24T12:00:00Z', '2027-12-24T11:45:00Z', '2027-12-24T16:30:00Z'])
      expect(await book(pair, iso, inDecember)).toMatchObject({ refusal: { code: 'HOLIDAY' } });
    // The last half hour of the morning.
    expect((await book(pair, '2027-12-24T11:30:00Z', inDecember)).ok).toBe(true);
  });

  it('46. holiday in the champion’s region only: champion not bookable, executive told why', async () => {
    const pair = await aPair(t.db);
    const other = await aPair(t.db, { state: 'active' });
    await holiday(await placed(pair.championId), '2027-01-26', 0);
    await aBooking(t.db, pair);
    const [mail] = await mailsTo(t.db, pair.executiveId);
    expect(mail?.text).toContain('Not on Tue 26 Jan: a day off for Priya Nair.');
    // The pairing is active by now: no hour of that day is to be had, whoever asks.
    for (const clock of ['09:00', '10:00', '14:00'])
      expect(await book(pair, `2027-01-26T${clock}:00Z`)).toMatchObject({
        refusal: {
          code: 'HOLIDAY',
          message: 'That is a day off where one of you works. Choose another one.',
        },
      });
    // Whoever works elsewhere is bookable on it.
    expect((await book(other, '2027-01-26T10:00:00Z')).ok).toBe(true);
  });
});

describe('a day that becomes a day off after sessions were booked on it', () => {
  const DAY = '2027-01-26';
  /** Priya's second session, Tuesday 26 January 10:00, at a place that keeps this day from a minute on. */
  async function booked(fromMinute = 0) {
    const pair = await aPair(t.db);
    const { sessionIds } = await aBooking(t.db, pair);
    const { id: locationId } = await aLocation(t.db);
    await t.db.rows('update employment set location_id = $2 where person_id = $1', [
      pair.championId,
      locationId,
    ]);
    await t.db.rows(
      `insert into holiday (location_id, on_day, name, from_minute, state) values ($1, $2, 'Republic Day', $3, 'approved')`,
      [locationId, DAY, fromMinute],
    );
    return { pair, sessionIds, locationId };
  }
  const approve = (locationId: string, days = [DAY]) =>
    new SkipOnHolidays(t.db, fixedClock(MONDAY), config).handle({ locationId, days });
  const states = async (pair: Pair) =>
    (await sessionsOf(t.db, pair.pairingId)).map(({ status }) => status);
  const untouched = Array.from({ length: 6 }, () => 'booked');

  it('the session is skipped, calendars are told once, and another time in its fortnight is held', async () => {
    const { pair, sessionIds, locationId } = await booked();
    await sendAll(t.db);
    await approve(locationId);
    await approve(locationId);
    expect(await states(pair)).toEqual(['booked', 'skipped', ...untouched.slice(2)]);
    expect((await sessionsOf(t.db, pair.pairingId))[1]?.reason).toBe('holiday');
    for (const person of [pair.executiveId, pair.championId]) {
      const told = (await mailsTo(t.db, person)).filter(({ state }) => state === 'queued');
      expect(told.map(({ method }) => method)).toEqual(['CANCEL']);
    }
    await heal(sessionIds[1] ?? '');
    expect(
      (await sessionsOf(t.db, pair.pairingId)).filter(({ status }) => status === 'offered'),
    ).toMatchObject([{ local: '2027-01-27T10:00' }]);
  });

  it.each([
    ['the day off begins when the session is over', { fromMinute: 630 }],
    ['another day was approved', { days: ['2027-02-09'] }],
    ['another place keeps it', { isElsewhere: true }],
    ['the person opened this day', { isOpened: true }],
  ] as [string, { fromMinute?: number; days?: string[]; isElsewhere?: true; isOpened?: true }][])(
    'the session stays when %s',
    async (_, { fromMinute, days, isElsewhere, isOpened }) => {
      const { pair, locationId } = await booked(fromMinute);
      if (isOpened)
        await t.db.rows(
          `insert into availability_override (id, person_id, on_day, kind, from_minute, to_minute) values ($1, $2, $3, 'open', 540, 720)`,
          [newId(), pair.championId, DAY],
        );
      await approve(isElsewhere ? (await aLocation(t.db)).id : locationId, days);
      expect(await states(pair)).toEqual(untouched);
    },
  );

  it('a session that reaches into the afternoon off is skipped', async () => {
    const { pair, locationId } = await booked(615);
    await approve(locationId);
    expect((await states(pair))[1]).toBe('skipped');
  });

  it('days off of two places: each takes the sessions of its own people', async () => {
    const [here, there] = [await booked(), await booked()];
    await approve(here.locationId);
    expect((await states(here.pair))[1]).toBe('skipped');
    expect(await states(there.pair)).toEqual(untouched);
    await approve(there.locationId);
    expect((await states(there.pair))[1]).toBe('skipped');
  });
});

describe('a journey', () => {
  const worksDayAndNight = (personId: string) =>
    someWorkingHours(
      t.db,
      personId,
      [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 0, toMinute: 1440 })),
    );
  /** Helen of London is in Singapore from 18 to 22 January; Priya works day and night. */
  async function travelling() {
    const pair = await aPair(t.db, { state: 'active' });
    await worksDayAndNight(pair.championId);
    await t.db.rows(
      `insert into person_travel (id, person_id, zone, from_on, to_on) values ($1, $2, 'Asia/Singapore', '2027-01-18', '2027-01-23')`,
      [newId(), pair.executiveId],
    );
    return pair;
  }

  it('14. an executive travelling to Singapore on given dates is offered Singapore hours on those dates; the series keeps its anchor zone', async () => {
    const pair = await travelling();
    const reader = new BookingReader(t.db, fixedClock(MONDAY));
    const offered = async (from: string) =>
      (await reader.singleTimes(pair.executive, pair.pairingId, new Date(from))).starts;
    const hourIn = (zone: string, at: Date) => Number(localOf(at, zone).slice(11, 13));
    const over = await offered('2027-01-18T00:00:00Z');
    const during = over.filter((at) => localOf(at, 'Asia/Singapore') < '2027-01-23');
    expect(during.length).toBeGreaterThan(0);
    for (const at of during) {
      expect(hourIn('Asia/Singapore', at)).toBeGreaterThanOrEqual(9);
      expect(hourIn('Asia/Singapore', at)).toBeLessThan(17);
    }
    const back = await offered('2027-01-25T00:00:00Z');
    expect(back.length).toBeGreaterThan(0);
    for (const at of back) {
      expect(hourIn('Europe/London', at)).toBeGreaterThanOrEqual(9);
      expect(hourIn('Europe/London', at)).toBeLessThan(17);
    }
    // 14:00 in London is 22:00 in Singapore; 3:00 in London is 11:00 there.
    expect(await book(pair, '2027-01-20T14:00:00Z')).toMatchObject({
      refusal: { code: 'NOT_FREE' },
    });
    expect((await book(pair, '2027-01-20T03:00:00Z')).ok).toBe(true);
    const zones = await t.db.rows<{ zone: string }>(
      'select distinct zone from session where pairing_id = $1',
      [pair.pairingId],
    );
    expect(zones).toEqual([{ zone: 'Europe/London' }]);
  });

  it('that is noted after booking moves no session, and leaves the coming ones in their anchor zone', async () => {
    const pair = await aPair(t.db);
    await aBooking(t.db, pair);
    const before = await sessionsOf(t.db, pair.pairingId);
    await t.db.rows(
      `insert into person_travel (id, person_id, zone, from_on, to_on) values ($1, $2, 'Asia/Singapore', '2027-01-25', '2027-01-30')`,
      [newId(), pair.executiveId],
    );
    await lookAfter(pair.executiveId);
    expect(await sessionsOf(t.db, pair.pairingId)).toEqual(before);
    await worksDayAndNight(pair.championId);
    // The session of 26 January is at 18:00 over there: any other time that is offered lies in their day.
    const { starts } = await new BookingReader(t.db, fixedClock(MONDAY)).moveTimes(
      pair.executive,
      before[1]?.id ?? '',
      new Date('2027-01-25T00:00:00Z'),
    );
    const there = starts
      .map((at) => localOf(at, 'Asia/Singapore'))
      .filter((local) => local < '2027-01-30');
    expect(there.length).toBeGreaterThan(0);
    for (const local of there)
      expect([local.slice(11) >= '09:00', local.slice(11) < '17:00']).toEqual([true, true]);
  });
});
