import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@flipside/kernel';
import { someWorkingHours } from '@flipside/people-api/builders';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { AnswerRhythmQuestion } from './answer-rhythm-question.js';
import { AskAfterZoneChange } from './ask-after-zone-change.job.js';
import { EndForLeavers } from './end-for-leavers.job.js';
import { OfferReader } from './offer.reader.js';
import { StopSessions, StopSessionsWhenEnded } from './pairing-life.job.js';
import { RenewDue } from './renew-due.job.js';
import { RenewSeries } from './renew-series.js';
import {
  aBooking,
  aPair,
  claimsOf,
  config,
  icsValue,
  MONDAY,
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

const NEW_YORK = 'America/New_York';
const times = async (pair: Pair) =>
  (await sessionsOf(t.db, pair.pairingId)).map(({ startsAt }) => startsAt);

const worksInNewYork = (pair: Pair) =>
  t.db.rows(`update person set time_zone = $2 where id = $1`, [pair.executiveId, NEW_YORK]);

describe('15. changing one’s home zone', () => {
  /** Books in London, then works in New York. */
  async function moved(): Promise<Pair> {
    const pair = await aPair(t.db);
    await aBooking(t.db, pair, '2027-01-12T15:00');
    await worksInNewYork(pair);
    const ask = new AskAfterZoneChange(t.db, fixedClock(MONDAY));
    await ask.handle({ personId: pair.executiveId });
    await ask.handle({ personId: pair.executiveId });
    return pair;
  }
  const questions = (pair: Pair) =>
    new OfferReader(t.db, fixedClock(MONDAY)).questions(pair.executive);

  it('does not move any session; it is asked once whether the coming ones should follow', async () => {
    const before = await aPair(t.db);
    await aBooking(t.db, before, '2027-01-12T15:00');
    const was = await times(before);
    await worksInNewYork(before);
    expect(await times(before)).toEqual(was);

    const pair = await moved();
    expect(await questions(pair)).toMatchObject([{ cause: 'zone', championName: 'Priya Nair' }]);
  });

  it.each([
    ['kept, the coming series stays at the moment it was', 'keep', '2027-04-06T10:00'],
    [
      'another hour wanted, the usual hour is that of the new clock',
      'other_hour',
      '2027-04-06T15:00',
    ],
  ] as const)('%s', async (_, answer, local) => {
    const pair = await moved();
    const [question] = await questions(pair);
    const at = fixedClock('2027-03-15T08:00:00Z');
    await new AnswerRhythmQuestion(t.db, at).run(pair.executive, {
      questionId: question?.id ?? '',
      answer,
    });
    // Until seven in the evening, so that both clocks have the hour in their working day.
    await someWorkingHours(
      t.db,
      pair.championId,
      [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 480, toMinute: 1260 })),
    );
    expect(await new RenewSeries(t.db, at, config).run(pair.pairingId)).toBe('renewed');
    const renewed = (await sessionsOf(t.db, pair.pairingId)).filter(
      ({ recurrence }) => recurrence >= '2027-04-01',
    );
    expect(renewed[0]?.local).toBe(local);
    const [zone] = await t.db.rows<{ zone: string }>('select zone from session where id = $1', [
      renewed[0]?.id,
    ]);
    expect(zone?.zone).toBe(NEW_YORK);
  });
});

describe('49. somebody who has left', () => {
  it('keeps no coming session: reason person_left, calendars cleared, history kept, nothing renewed', async () => {
    const pair = await aPair(t.db);
    await aBooking(t.db, pair);
    await sendAll(t.db);
    await t.db.rows(`update person set leave_on = '2027-01-31' where id = $1`, [pair.executiveId]);
    const run = async (iso: string) => new EndForLeavers(t.db, fixedClock(iso), config).handle();
    await run('2027-01-31T10:00:00Z');
    const statuses = async () =>
      (await sessionsOf(t.db, pair.pairingId)).map(({ status, reason }) => reason ?? status);
    expect(await statuses()).toEqual(Array.from({ length: 6 }, () => 'booked'));
    await run('2027-02-01T10:00:00Z');
    await run('2027-02-01T11:00:00Z');
    const left = Array.from({ length: 4 }, () => 'person_left');
    expect(await statuses()).toEqual(['booked', 'booked', ...left]);
    const told = (await mailsTo(t.db, pair.championId)).filter(({ state }) => state === 'queued');
    expect(told.map(({ subject }) => subject)).toEqual(['Sessions with Helen Ward end']);
    expect(told[0]?.text).toContain('One of you is no longer with the company.');
    expect(await claimsOf(t.db, pair.championId)).toHaveLength(2);
    await new RenewDue(t.db, fixedClock('2027-02-02T02:40:00Z')).handle();
    const renewals = await t.db.rows(`select 1 from graphile_worker.jobs where key = $1`, [
      `sessions.renew:${pair.pairingId}`,
    ]);
    expect(renewals).toEqual([]);
  });
});

it.each([
  ['Pacific/Auckland', '2027-01-31T10:59:00Z', '2027-01-31T11:01:00Z'],
  ['America/Los_Angeles', '2027-02-01T07:59:00Z', '2027-02-01T08:01:00Z'],
])('somebody in %s has left when their last day is over there', async (zone, before, after) => {
  const pair = await aPair(t.db, { executiveZone: zone, championZone: zone });
  await aBooking(t.db, pair, '2027-01-13T10:00');
  await t.db.rows(`update person set leave_on = '2027-01-31' where id = $1`, [pair.executiveId]);
  const left = async (iso: string) => {
    await new EndForLeavers(t.db, fixedClock(iso), config).handle();
    const rows = await sessionsOf(t.db, pair.pairingId);
    return rows.filter(({ reason }) => reason === 'person_left').length;
  };
  expect([await left(before), await left(after)]).toEqual([0, 4]);
});

describe('50. a champion who is replaced', () => {
  it('new series, new UID; the old champion’s calendar is cleared from the day of the change', async () => {
    const old = await aPair(t.db);
    const { sessionIds } = await aBooking(t.db, old);
    await sendAll(t.db);
    const change = '2027-02-01T08:00:00Z';
    await t.db.rows(`update pairing set state = 'ended_early', ended_at = $2 where id = $1`, [
      old.pairingId,
      change,
    ]);
    const stop = new StopSessions(t.db, fixedClock(change), config);
    await new StopSessionsWhenEnded(stop).handle({ pairingId: old.pairingId });
    const fresh = await aPair(t.db);
    await t.db.rows('update pairing set executive_id = $2 where id = $1', [
      fresh.pairingId,
      old.executiveId,
    ]);
    const next = { ...fresh, executive: old.executive, executiveId: old.executiveId };
    await aBooking(t.db, next, '2027-02-09T10:00', change);

    const uids = await t.db.rows<{ uid: string }>(
      'select ical_uid as uid from series where pairing_id = any($1) order by created_at',
      [[old.pairingId, fresh.pairingId]],
    );
    expect(new Set(uids.map(({ uid }) => uid)).size).toBe(2);
    const kept = (await sessionsOf(t.db, old.pairingId)).filter(
      ({ status }) => status === 'booked',
    );
    expect(kept.map(({ id }) => id)).toEqual(sessionIds.slice(0, 2));
    const cleared = (await mailsTo(t.db, old.championId)).filter(({ state }) => state === 'queued');
    expect(cleared.map(({ ics }) => icsValue(ics, 'UID'))).toEqual([uids[0]?.uid]);
    // Shortened behind the last date that took place: what was stays in the calendar.
    expect(icsValue(cleared[0]?.ics, 'RRULE')).toContain('UNTIL=20270126');
    const invited = (await mailsTo(t.db, fresh.championId)).map(({ ics }) => icsValue(ics, 'UID'));
    expect(invited).toEqual([uids[1]?.uid]);
    expect(
      (await claimsOf(t.db, old.championId)).every(({ from }) => from < new Date(change)),
    ).toBe(true);
  });
});
