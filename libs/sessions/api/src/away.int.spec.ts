import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import { aLocation } from '@flipside/people-api/builders';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { BookSession } from './book-session.js';
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
  it('14. an executive travelling to Singapore on given dates is offered Singapore hours on those dates; the series keeps its anchor zone', async () => {
    const pair = await aPair(t.db, { state: 'active' });
    const hours = [1, 2, 3, 4, 5].map((day) => `('${pair.championId}', ${day}, 0, 1440)`);
    await t.db.rows(
      `insert into working_hours (person_id, weekday, from_minute, to_minute) values ${hours.join(', ')}`,
    );
    await t.db.rows(
      `insert into person_travel (id, person_id, zone, from_on, to_on) values ($1, $2, 'Asia/Singapore', '2027-01-18', '2027-01-23')`,
      [newId(), pair.executiveId],
    );
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
});
