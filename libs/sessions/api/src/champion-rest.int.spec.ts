import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, fixedClock, newId } from '@flipside/kernel';
import { localOf } from '@flipside/people-domain';
import type { Viewer } from '@flipside/platform-api';
import { exceptionsInWords } from '@flipside/sessions-domain';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { BookSession } from './book-session.js';
import { BookingReader } from './booking.reader.js';
import { aSession } from './builders.js';
import { SkipSession } from './call-off-session.js';
import { KeepSession } from './keep-session.js';
import { MoveSession } from './move-session.js';
import { MakePlan } from './planning/make-plan.job.js';
import { StartPlan } from './planning/start-plan.js';
import { SessionReader } from './session.reader.js';
import { SkipWhenAway } from './skip-when-away.job.js';
import {
  MONDAY,
  aBooking,
  aPair,
  bookSeries,
  config,
  sendAll,
  sessionsOf,
  viewerOf,
  waitingMails,
  type Pair,
} from './spec-setting.builder.js';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

/** The week of the second date of a rhythm that begins on 12 January. */
const WEEK = '2027-01-25';
const isInWeek = (at: Date) => {
  const day = localOf(at, 'Europe/London').slice(0, 10);
  return day >= WEEK && day < addDays(WEEK, 7);
};
const clock = fixedClock(MONDAY);
const reader = () => new BookingReader(t.db, clock);

/** Priya, a champion who keeps that week free, and Helen. */
async function aRestingPair(state: 'accepted' | 'active' = 'accepted'): Promise<Pair> {
  const pair = await aPair(t.db, { state });
  await restIn(pair.championId);
  return pair;
}
const restIn = (championId: string, week = WEEK) =>
  t.db.rows('insert into champion_rest_week (person_id, week_on) values ($1, $2)', [
    championId,
    week,
  ]);
/** The week after: with both, either fortnight has one. */
const NEXT_WEEK = addDays(WEEK, 7);
const bookOne = (pair: Pair, iso: string) =>
  new BookSession(t.db, clock, config).run(pair.executive, {
    pairingId: pair.pairingId,
    startsAt: new Date(iso),
    idempotencyKey: newId(),
  });

describe('a week that a champion keeps free', () => {
  it('is left out of every rhythm on offer, and of the series that is booked, in words', async () => {
    const pair = await aRestingPair();
    const { options } = await reader().options(pair.executive, pair.pairingId);
    expect(options).toHaveLength(3);
    for (const { pattern } of options)
      for (const { occurrence, block } of pattern.occurrences)
        if (occurrence && isInWeek(occurrence.startsAt)) expect(block).toBe('champion_rest');
    expect(
      exceptionsInWords(
        { occurrences: [{ local: '2027-01-26T10:00', occurrence: null, block: 'champion_rest' }] },
        { executiveName: 'Helen Ward', championName: 'Priya Nair', championZone: 'Europe/London' },
      ),
    ).toEqual(['Not on Tue 26 Jan: Priya Nair keeps that week free.']);
    await aBooking(t.db, pair);
    const booked = await sessionsOf(t.db, pair.pairingId);
    expect(booked.length).toBeGreaterThan(3);
    expect(booked.filter(({ startsAt }) => isInWeek(startsAt))).toMatchObject([
      { status: 'skipped' },
    ]);
  });

  it('is not where a rhythm begins', async () => {
    const pair = await aRestingPair();
    const result = await bookSeries(t.db).run(pair.executive, {
      pairingId: pair.pairingId,
      localStart: '2027-01-26T10:00',
      idempotencyKey: newId(),
    });
    expect(result).toMatchObject({ ok: false });
    expect(await sessionsOf(t.db, pair.pairingId)).toEqual([]);
  });

  it('is offered for no single session, refused with words, and the days around it are free', async () => {
    const pair = await aRestingPair('active');
    for (const from of ['2027-01-18T00:00:00Z', '2027-01-25T00:00:00Z']) {
      const { starts } = await reader().singleTimes(pair.executive, pair.pairingId, new Date(from));
      expect(starts.length).toBeGreaterThan(0);
      expect(starts.filter(isInWeek)).toEqual([]);
    }
    for (const iso of ['2027-01-25T09:00:00Z', '2027-01-29T16:30:00Z'])
      expect(await bookOne(pair, iso)).toMatchObject({
        ok: false,
        refusal: {
          code: 'RESTING',
          message: 'The champion keeps that week free of sessions. Choose another time.',
        },
      });
    expect((await bookOne(pair, '2027-01-22T16:30:00Z')).ok).toBe(true);
    expect((await bookOne(pair, '2027-02-01T09:00:00Z')).ok).toBe(true);
  });

  it('is no place to move a session to; what was booked in it before stays', async () => {
    const pair = await aPair(t.db);
    const { sessionIds } = await aBooking(t.db, pair);
    await restIn(pair.championId);
    const [first, second] = await sessionsOf(t.db, pair.pairingId);
    expect(second).toMatchObject({ status: 'booked', local: '2027-01-26T10:00' });
    const moved = await new MoveSession(t.db, clock, config).run(pair.executive, {
      sessionId: second?.id ?? '',
      startsAt: new Date('2027-01-27T10:00:00Z'),
      version: second?.version ?? 0,
    });
    expect(moved).toMatchObject({ ok: false, refusal: { code: 'RESTING' } });
    const other = await reader().moveTimes(pair.executive, sessionIds[1] ?? '', null);
    expect(other.starts.length).toBeGreaterThan(0);
    expect(other.starts.filter(isInWeek)).toEqual([]);
    // Days out of office in another week are looked after; the week of rest is no absence.
    await t.db.rows(
      'insert into out_of_office (id, person_id, from_on, to_on) values ($1, $2, $3, $4)',
      [newId(), pair.championId, '2027-01-12', '2027-01-13'],
    );
    await new SkipWhenAway(t.db, clock, config).handle({ personId: pair.championId });
    const after = await sessionsOf(t.db, pair.pairingId);
    expect(after.find(({ id }) => id === first?.id)?.status).toBe('skipped');
    expect(after.find(({ id }) => id === second?.id)?.status).toBe('booked');
  });

  it('counts for the champion alone: the same person is booked in it as an executive', async () => {
    const resting = await aRestingPair();
    const other = await aPair(t.db, { state: 'active' });
    await t.db.rows('update pairing set executive_id = $2 where id = $1', [
      other.pairingId,
      resting.championId,
    ]);
    const learner = viewerOf({ id: resting.championId }, 'EXECUTIVE');
    expect((await bookOne({ ...other, executive: learner }, '2027-01-26T10:00:00Z')).ok).toBe(true);
  });

  it('is kept free by a plan for the quarter', async () => {
    const pair = await aRestingPair();
    await restIn(pair.championId, NEXT_WEEK);
    const started = await new StartPlan(t.db, clock).run(pair.executiveId, {
      startsOn: '2027-01-11',
    });
    if (!started.ok) throw new Error(started.refusal.message);
    await new MakePlan(t.db, clock).handle({ planId: started.value.planId });
    const [planned] = await t.db.rows<{ left: unknown[] }>(
      `select left_out as left from planned_pairing where plan_id = $1 and pairing_id = $2`,
      [started.value.planId, pair.pairingId],
    );
    expect(planned?.left).toMatchObject([{ block: 'champion_rest' }]);
  });
});

it('a break keeps its days free too, whatever it ends with', async () => {
  const rests = { from: '2027-01-13', to: '2027-02-10' };
  const pair = await aPair(t.db, { state: 'active', champion: { rests } });
  expect(await bookOne(pair, '2027-02-09T10:00:00Z')).toMatchObject({
    refusal: { code: 'RESTING' },
  });
  const { starts } = await reader().singleTimes(
    pair.executive,
    pair.pairingId,
    new Date('2027-02-01T00:00:00Z'),
  );
  expect(starts[0] && localOf(starts[0], 'Europe/London').slice(0, 10)).toBe('2027-02-10');
  await t.db.rows(
    `delete from champion_period where person_id = $1 and valid_from >= '2027-02-10'`,
    [pair.championId],
  );
  await t.db.rows(
    `update champion_period set valid_to = 'infinity' where person_id = $1 and state = 'resting'`,
    [pair.championId],
  );
  expect(await bookOne(pair, '2027-03-09T10:00:00Z')).toMatchObject({
    refusal: { code: 'RESTING' },
  });
});

describe('a session that was booked before its time was kept free', () => {
  const seen = async (viewer: Viewer) =>
    (await new SessionReader(t.db, clock).inRest(viewer)).map(({ row }) => row.id);
  async function bookedThenKeptFree() {
    const pair = await aPair(t.db);
    const { sessionIds } = await aBooking(t.db, pair);
    await sendAll(t.db);
    expect(await seen(pair.champion)).toEqual([]);
    await restIn(pair.championId);
    return { pair, touched: sessionIds[1] ?? '' };
  }

  it('is shown to the champion at once, and to nobody else', async () => {
    const { pair, touched } = await bookedThenKeptFree();
    expect(await seen(pair.champion)).toEqual([touched]);
    expect(await seen(pair.executive)).toEqual([]);
    expect(await waitingMails(t.db, pair)).toEqual([]);
    await t.db.rows('delete from champion_rest_week where person_id = $1', [pair.championId]);
    expect(await seen(pair.champion)).toEqual([]);
  });

  it('is moved out by the champion with one of the offered times; the executive is told', async () => {
    const { pair, touched } = await bookedThenKeptFree();
    const [startsAt] = (await reader().moveTimes(pair.champion, touched, null)).starts;
    if (!startsAt) throw new Error('No other time is on offer');
    const move = new MoveSession(t.db, clock, config);
    expect((await move.run(pair.champion, { sessionId: touched, startsAt })).ok).toBe(true);
    expect(await seen(pair.champion)).toEqual([]);
    expect(await waitingMails(t.db, pair)).toMatchObject([
      {
        method: 'REQUEST',
        subject: expect.stringMatching(/^Moved: session with Priya Nair, now /),
      },
    ]);
  });

  it('is kept on the champion’s word: asked about no more, still booked, nobody is told', async () => {
    const { pair, touched } = await bookedThenKeptFree();
    const keep = new KeepSession(t.db, clock);
    await expect(keep.run(pair.executive, { sessionId: touched })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    for (const run of [1, 2])
      expect([run, await keep.run(pair.champion, { sessionId: touched })]).toMatchObject([
        run,
        { ok: true },
      ]);
    expect(await seen(pair.champion)).toEqual([]);
    const [, second] = await sessionsOf(t.db, pair.pairingId);
    expect(second).toMatchObject({ id: touched, status: 'booked', local: '2027-01-26T10:00' });
    expect(await waitingMails(t.db, pair)).toEqual([]);
  });

  it('is not kept any more once it was called off', async () => {
    const { pair, touched } = await bookedThenKeptFree();
    await new SkipSession(t.db, clock, config).run(pair.executive, { sessionId: touched });
    expect(
      await new KeepSession(t.db, clock).run(pair.champion, { sessionId: touched }),
    ).toMatchObject({ refusal: { code: 'NO_LONGER_BOOKED' } });
  });

  it.each([
    // The week begins on Monday 25 January, at midnight on the champion's own clock.
    ['Pacific/Auckland', '2027-01-24T10:59:00Z', false],
    ['Pacific/Auckland', '2027-01-24T11:01:00Z', true],
    ['Pacific/Honolulu', '2027-01-25T09:59:00Z', false],
    ['Pacific/Honolulu', '2027-01-25T10:01:00Z', true],
  ])('counts the days of %s: at %s it is touched: %s', async (championZone, iso, isTouched) => {
    const pair = await aPair(t.db, { state: 'active', championZone });
    await restIn(pair.championId);
    const { id } = await aSession(t.db, { pairingId: pair.pairingId, startsAt: iso });
    expect(await seen(pair.champion)).toEqual(isTouched ? [id] : []);
  });
});
