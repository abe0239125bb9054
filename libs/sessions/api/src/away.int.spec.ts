import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import { aLocation } from '@flipside/people-api/builders';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { BookSession } from './book-session.js';
import { HealSession } from './heal-session.job.js';
import { SkipWhenAway } from './skip-when-away.job.js';
import {
  MONDAY,
  aBooking,
  aPair,
  config,
  mailsTo,
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
const book = (pair: Pair, iso: string) =>
  new BookSession(t.db, fixedClock(MONDAY), config).run(pair.executive, {
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
    await holiday(await placed(pair.executiveId), '2027-01-20', 720);
    expect(await book(pair, '2027-01-20T14:00:00Z')).toMatchObject({
      refusal: { code: 'HOLIDAY' },
    });
    expect((await book(pair, '2027-01-20T10:00:00Z')).ok).toBe(true);
  });

  it('46. holiday in the champion’s region only: champion not bookable, executive told why', async () => {
    const pair = await aPair(t.db);
    await holiday(await placed(pair.championId), '2027-01-26', 0);
    await aBooking(t.db, pair);
    const [mail] = await mailsTo(t.db, pair.executiveId);
    expect(mail?.text).toContain('Not on Tue 26 Jan: a day off for Priya Nair.');
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
