import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@flipside/kernel';
import { someWorkingHours } from '@flipside/people-api/builders';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { aSeries } from './builders.js';
import { LeaveUnconfirmed } from './leave-unconfirmed.job.js';
import { MoveSession } from './move-session.js';
import { OfferTimes } from './offer-times.js';
import {
  OfferTimesWhenAccepted,
  PlanSessionsWhenResumed,
  StopSessions,
  StopSessionsWhenEnded,
  StopSessionsWhenPaused,
} from './pairing-life.job.js';
import { RenewDue, RenewPairing } from './renew-due.job.js';
import { RenewSeries } from './renew-series.js';
import {
  MONDAY,
  aBooking,
  aPair,
  claimsOf,
  config,
  icsValue,
  mailsTo,
  sendAll,
  sessionsOf,
  type Pair,
} from './spec-setting.builder.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

const stop = (at: string) => new StopSessions(test.db, fixedClock(at), config);
const offer = (at = MONDAY) => new OfferTimes(test.db, fixedClock(at), config);
const renew = (at: string) => new RenewSeries(test.db, fixedClock(at), config);
const setState = (pair: Pair, state: string) =>
  test.db.rows('update pairing set state = $2 where id = $1', [pair.pairingId, state]);
const waiting = async (personId: string) =>
  (await mailsTo(test.db, personId)).filter((mail) => mail.state === 'queued');

async function booked(): Promise<Pair> {
  const pair = await aPair(test.db);
  await aBooking(test.db, pair);
  await sendAll(test.db);
  return pair;
}

describe('when both have accepted', () => {
  it('the executive is offered three times by name, and the champion nothing', async () => {
    const pair = await aPair(test.db, { championZone: 'Asia/Kolkata' });
    await new OfferTimesWhenAccepted(offer()).handle({ pairingId: pair.pairingId });
    const [mail] = await mailsTo(test.db, pair.executiveId);
    expect(mail?.subject).toMatch(
      /^Priya Nair can do \w{3} \d+:\d\d, \w{3} \d+:\d\d or \w{3} \d+:\d\d$/,
    );
    expect(mail?.text).toMatch(
      /^\w{3} \d+ Jan, (\d+:\d\d–\d+:\d\d) \(London, UTC\)\. For Priya Nair: \d+:\d\d–\d+:\d\d \(Kolkata, UTC\+5:30\)\. Then every other week\. Suits both best\.$/m,
    );
    expect(await mailsTo(test.db, pair.championId)).toEqual([]);
  });

  it('a repeated job sends nothing twice', async () => {
    const pair = await aPair(test.db);
    const job = new OfferTimesWhenAccepted(offer());
    await job.handle({ pairingId: pair.pairingId });
    await job.handle({ pairingId: pair.pairingId });
    expect(await mailsTo(test.db, pair.executiveId)).toHaveLength(1);
  });

  it('without a common time the mail says so and leads to the working hours', async () => {
    const pair = await aPair(test.db);
    await someWorkingHours(test.db, pair.championId, [
      { weekday: 7, fromMinute: 600, toMinute: 700 },
    ]);
    await offer().run(pair.pairingId);
    const [mail] = await mailsTo(test.db, pair.executiveId);
    expect(mail?.subject).toBe('No time suits both you and Priya Nair yet');
    expect(mail?.text).toContain('https://coach.example.com/me/availability');
  });
});

describe('when a pairing ends', () => {
  it('before anything took place, the whole series is cancelled', async () => {
    const pair = await booked();
    await setState(pair, 'ended_early');
    await new StopSessionsWhenEnded(stop(MONDAY)).handle({ pairingId: pair.pairingId });
    expect(new Set((await sessionsOf(test.db, pair.pairingId)).map((each) => each.status))).toEqual(
      new Set(['cancelled']),
    );
    expect(await claimsOf(test.db, pair.championId)).toEqual([]);
    const [mail] = await waiting(pair.executiveId);
    expect([
      mail?.method,
      icsValue(mail?.ics, 'RECURRENCE-ID'),
      icsValue(mail?.ics, 'SEQUENCE'),
    ]).toEqual(['CANCEL', undefined, '1']);
  });

  it('25. mid-series only future sessions fall away, and the rule is cut behind the last one', async () => {
    const pair = await booked();
    await setState(pair, 'completed');
    await new StopSessionsWhenEnded(stop('2027-01-27T09:00:00Z')).handle({
      pairingId: pair.pairingId,
    });
    expect((await sessionsOf(test.db, pair.pairingId)).map((each) => each.status)).toEqual([
      'booked',
      'booked',
      'cancelled',
      'cancelled',
      'cancelled',
      'cancelled',
    ]);
    const [mail] = await waiting(pair.championId);
    expect(mail?.method).toBe('REQUEST');
    expect(icsValue(mail?.ics, 'RRULE')).toBe('FREQ=WEEKLY;INTERVAL=2;UNTIL=20270126T220000Z');
    expect(mail?.subject).toBe('Sessions with Helen Ward end');
  });

  it('a moved date beyond the cut is cancelled by itself', async () => {
    const pair = await booked();
    const third = (await sessionsOf(test.db, pair.pairingId))[2]?.id ?? '';
    await new MoveSession(test.db, fixedClock(MONDAY), config).run(pair.executive, {
      sessionId: third,
      startsAt: new Date('2027-02-11T14:00:00Z'),
    });
    await sendAll(test.db);
    await setState(pair, 'completed');
    await new StopSessionsWhenEnded(stop('2027-01-27T09:00:00Z')).handle({
      pairingId: pair.pairingId,
    });
    const mails = await waiting(pair.executiveId);
    expect(
      mails.map((mail) => [
        mail.method,
        icsValue(mail.ics, 'RECURRENCE-ID'),
        icsValue(mail.ics, 'SEQUENCE'),
      ]),
    ).toEqual([
      ['REQUEST', undefined, '2'],
      ['CANCEL', '20270209T100000', '3'],
    ]);
  });

  it('a job that comes too late, after the pairing went on, does nothing', async () => {
    const pair = await booked();
    await new StopSessionsWhenPaused(stop(MONDAY)).handle({ pairingId: pair.pairingId });
    expect(await waiting(pair.executiveId)).toEqual([]);
  });

  it('a repeated job mails nobody twice', async () => {
    const pair = await booked();
    await setState(pair, 'paused');
    const job = new StopSessionsWhenPaused(stop(MONDAY));
    await job.handle({ pairingId: pair.pairingId });
    await job.handle({ pairingId: pair.pairingId });
    expect(await waiting(pair.executiveId)).toHaveLength(1);
  });
});

describe('when a pairing goes on', () => {
  it('it keeps its weekday, hour and fortnight, as a new series', async () => {
    const pair = await booked();
    await setState(pair, 'paused');
    await new StopSessionsWhenPaused(stop('2027-01-20T09:00:00Z')).handle({
      pairingId: pair.pairingId,
    });
    await sendAll(test.db);
    await setState(pair, 'active');
    const now = '2027-02-03T09:00:00Z';
    await new PlanSessionsWhenResumed(renew(now), offer(now)).handle({ pairingId: pair.pairingId });
    const live = (await sessionsOf(test.db, pair.pairingId)).filter(
      (each) => each.status === 'booked',
    );
    expect(live.map((each) => each.local).slice(0, 3)).toEqual([
      '2027-01-12T10:00',
      '2027-02-09T10:00',
      '2027-02-23T10:00',
    ]);
    const [mail] = await waiting(pair.executiveId);
    expect(icsValue(mail?.ics, 'SEQUENCE')).toBe('0');
    expect(mail?.text).not.toContain('Booked by');
  });

  it('three times are offered when the old hour is taken', async () => {
    const pair = await booked();
    await setState(pair, 'paused');
    await new StopSessionsWhenPaused(stop('2027-01-20T09:00:00Z')).handle({
      pairingId: pair.pairingId,
    });
    const other = await aPair(test.db, { championId: pair.championId });
    await aBooking(test.db, other, '2027-02-09T10:00', '2027-02-02T09:00:00Z');
    await sendAll(test.db);
    await setState(pair, 'active');
    const now = '2027-02-03T09:00:00Z';
    await new PlanSessionsWhenResumed(renew(now), offer(now)).handle({ pairingId: pair.pairingId });
    expect((await waiting(pair.executiveId))[0]?.subject).toMatch(/^Priya Nair can do/);
  });
});

describe('when sessions run out', () => {
  const late = '2027-02-24T09:00:00Z';

  it('the next 13 weeks are booked at the usual hour, without overlap in dates', async () => {
    const pair = await booked();
    expect(await renew(late).run(pair.pairingId)).toBe('renewed');
    const locals = (await sessionsOf(test.db, pair.pairingId)).map((each) => each.local);
    expect(locals).toHaveLength(12);
    expect(new Set(locals).size).toBe(12);
    expect(locals.slice(5, 8)).toEqual([
      '2027-03-23T10:00',
      '2027-04-06T10:00',
      '2027-04-20T10:00',
    ]);
    expect(await renew(late).run(pair.pairingId)).toBe('not_due');
    for (const [reader, other] of [
      [pair.executiveId, 'Priya Nair'],
      [pair.championId, 'Helen Ward'],
    ] as const) {
      const [mail, ...more] = await waiting(reader);
      expect(more).toEqual([]);
      expect(mail?.subject).toBe(
        `Sessions with ${other} go on: every other week from Tue 6 Apr, 10:00`,
      );
      expect(mail?.text).toContain(
        'They keep the usual hour, so there is nothing to do but to accept.',
      );
      expect(mail?.text).toContain('Another usual hour, a break or an end is chosen in Flipside.');
      expect(mail?.text).toMatch(/Move or skip it: \S+\/a\/[\w-]{43}/);
    }
  });

  it('only pairings with two or fewer coming sessions get a job', async () => {
    await test.db.rows(`delete from graphile_worker._private_jobs`);
    const pair = await booked();
    const job = (at: string) => new RenewDue(test.db, fixedClock(at));
    const queued = async () =>
      (
        await test.db.rows<{ key: string }>(
          'select key from graphile_worker.jobs where task_identifier = $1',
          ['sessions.renew-pairing'],
        )
      ).map((row) => row.key);
    await job('2027-02-20T09:00:00Z').handle();
    expect(await queued()).not.toContain(`sessions.renew:${pair.pairingId}`);
    await job(late).handle();
    await job(late).handle();
    expect(
      (await queued()).filter((key) => key === `sessions.renew:${pair.pairingId}`),
    ).toHaveLength(1);
  });

  it('an hour that no longer suits leads to three times once nothing is left', async () => {
    const pair = await booked();
    await someWorkingHours(test.db, pair.championId, [
      { weekday: 4, fromMinute: 540, toMinute: 720 },
    ]);
    const now = '2027-03-24T09:00:00Z';
    await sendAll(test.db);
    await new RenewPairing(renew(now), offer(now)).handle({ pairingId: pair.pairingId });
    expect((await waiting(pair.executiveId))[0]?.subject).toMatch(/can do/);
  });
});

describe('when nobody says a word', () => {
  it('a session becomes unconfirmed after 14 days, with an event, once', async () => {
    const { sessionIds, pairingId } = await aSeries(test.db, { localStart: '2026-12-01T10:00' });
    const at = (iso: string) => new LeaveUnconfirmed(test.db, fixedClock(iso));
    await at('2026-12-15T10:29:00Z').handle();
    expect((await sessionsOf(test.db, pairingId))[0]?.status).toBe('booked');
    await at('2026-12-15T10:30:00Z').handle();
    await at('2026-12-15T10:30:00Z').handle();
    expect((await sessionsOf(test.db, pairingId)).map((each) => each.status).slice(0, 2)).toEqual([
      'unconfirmed',
      'booked',
    ]);
    const events = await test.db.rows(
      `select 1 from session_event where session_id = $1 and kind = 'unconfirmed'`,
      [sessionIds[0]],
    );
    expect(events).toHaveLength(1);
  });
});
