import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import { anHrLead } from '@flipside/people-api/builders';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { AcceptOffer } from './answer-offer.js';
import { BookSession } from './book-session.js';
import { BookingReader } from './booking.reader.js';
import { SkipSession } from './call-off-session.js';
import { DecideDispute } from './decide-dispute.js';
import { HealSession } from './heal-session.job.js';
import { MoveSession } from './move-session.js';
import { recordHeld, recordNotHeld } from './record-session.js';
import { RestoreSession } from './restore-session.js';
import { MONDAY, aBooking, aPair, config, type Pair, viewerOf } from './spec-setting.builder.js';
import { SwapSessions } from './swap-sessions.js';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const clock = fixedClock(MONDAY);

/** Priya, who agreed to so many hours of which the pairing asks two, and six dates from 12 January on. */
async function aPairOf(agreedHours: number): Promise<{ pair: Pair; dates: readonly string[] }> {
  const pair = await aPair(t.db, { champion: { agreedHours } });
  const { sessionIds } = await aBooking(t.db, pair);
  return { pair, dates: sessionIds };
}

const bookOne = (pair: Pair, startsAt: string, at = MONDAY) =>
  new BookSession(t.db, fixedClock(at), config).run(pair.executive, {
    pairingId: pair.pairingId,
    startsAt: new Date(startsAt),
    idempotencyKey: newId(),
  });

async function booked(pair: Pair, startsAt: string, at = MONDAY): Promise<string> {
  const result = await bookOne(pair, startsAt, at);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value.sessionIds[0] ?? '';
}

const skip = (pair: Pair, sessionId = '') =>
  new SkipSession(t.db, clock, config).run(pair.executive, { sessionId });
const restore = (pair: Pair, sessionId = '') =>
  new RestoreSession(t.db, clock, config).run(pair.executive, { sessionId });
const move = (pair: Pair, sessionId: string, startsAt: string) =>
  new MoveSession(t.db, clock, config).run(pair.executive, {
    sessionId,
    startsAt: new Date(startsAt),
  });

const placeOf = (sessionId: string) =>
  t.db.one<{ makesUpFor: string | null; isExtra: boolean }>(
    'select makes_up_for as "makesUpFor", is_extra as "isExtra" from session where id = $1',
    [sessionId],
  );
const NO_ROOM = { ok: false, refusal: { code: 'CHAMPION_NO_ROOM' } };

describe('a session beside the rhythm', () => {
  it('counts as asked, and is refused where the agreed hours of four weeks are used up', async () => {
    const { pair } = await aPairOf(3);
    const more = await booked(pair, '2027-01-20T10:00:00Z');
    expect(await placeOf(more)).toEqual({ makesUpFor: null, isExtra: true });
    expect(await bookOne(pair, '2027-02-16T10:00:00Z')).toMatchObject(NO_ROOM);
    // Four weeks later the hours are free again.
    expect((await bookOne(pair, '2027-02-17T10:00:00Z')).ok).toBe(true);
  });

  it('is offered only where hours are left, and a sentence says from when on', async () => {
    const { pair } = await aPairOf(3);
    await booked(pair, '2027-01-20T10:00:00Z');
    const reader = new BookingReader(t.db, clock);
    const { starts } = await reader.singleTimes(pair.executive, pair.pairingId, null);
    expect(starts).toHaveLength(5);
    for (const start of starts) expect(start.toISOString() > '2027-02-17').toBe(true);
    expect(await reader.oneMoreNote(pair.executive, pair.pairingId)).toBe(
      'Priya Nair’s agreed hours are all asked for until Wed 17 Feb. One more session fits from then on.',
    );
  });

  it('is never offered to the pair of a champion whose hours the pairing fills', async () => {
    const { pair } = await aPairOf(2);
    const reader = new BookingReader(t.db, clock);
    const { starts } = await reader.singleTimes(pair.executive, pair.pairingId, null);
    expect(starts).toEqual([]);
    expect(await reader.oneMoreNote(pair.executive, pair.pairingId)).toContain(
      'Priya Nair agreed to 2 hours in any four weeks, and all of that is asked for.',
    );
    expect(await bookOne(pair, '2027-01-20T10:00:00Z')).toMatchObject(NO_ROOM);
  });

  it('makes up for a date that fell away, once, without hours of its own', async () => {
    const { pair, dates } = await aPairOf(2);
    await skip(pair, dates[1]);
    const makeUp = await booked(pair, '2027-01-20T10:00:00Z');
    expect(await placeOf(makeUp)).toEqual({ makesUpFor: dates[1], isExtra: false });
    expect(await bookOne(pair, '2027-01-28T10:00:00Z')).toMatchObject(NO_ROOM);
    // Called off itself, it leaves the date to be made up for again.
    await skip(pair, makeUp);
    expect((await bookOne(pair, '2027-01-28T10:00:00Z')).ok).toBe(true);
    expect(await restore(pair, makeUp)).toMatchObject(NO_ROOM);
  });

  it('gives way neither to a date that comes back nor to a time too far from it, unless hours are left', async () => {
    const full = await aPairOf(2);
    await skip(full.pair, full.dates[1]);
    const makeUp = await booked(full.pair, '2027-01-20T10:00:00Z');
    expect(await restore(full.pair, full.dates[1])).toMatchObject(NO_ROOM);
    expect(await move(full.pair, makeUp, '2027-02-24T10:00:00Z')).toMatchObject(NO_ROOM);
    expect((await move(full.pair, makeUp, '2027-02-18T10:00:00Z')).ok).toBe(true);

    const roomy = await aPairOf(3);
    await skip(roomy.pair, roomy.dates[1]);
    const second = await booked(roomy.pair, '2027-01-20T10:00:00Z');
    expect((await restore(roomy.pair, roomy.dates[1])).ok).toBe(true);
    expect(await placeOf(second)).toEqual({ makesUpFor: null, isExtra: true });
  });

  it('moves only to where the champion has hours', async () => {
    const { pair } = await aPairOf(3);
    await booked(pair, '2027-01-20T10:00:00Z');
    const later = await booked(pair, '2027-02-18T10:00:00Z');
    expect(await move(pair, later, '2027-02-10T10:00:00Z')).toMatchObject(NO_ROOM);
    expect((await move(pair, later, '2027-03-03T10:00:00Z')).ok).toBe(true);
  });

  it('changes places with another one where both hold, though neither could move alone', async () => {
    const { pair, dates } = await aPairOf(3);
    const one = await booked(pair, '2027-01-20T10:00:00Z');
    const other = await booked(pair, '2027-02-18T10:00:00Z');
    const daysOf = () =>
      t.db.rows(
        `select to_char(local_start, 'YYYY-MM-DD') as day, is_extra from session where id = any ($1) order by id = $2 desc`,
        [[one, other], one],
      );
    const swap = (a: string, b = '') =>
      new SwapSessions(t.db, clock, config).run(pair.champion, { sessionId: a, withSessionId: b });
    expect(await move(pair, one, '2027-02-17T10:00:00Z')).toMatchObject(NO_ROOM);
    expect((await swap(one, other)).ok).toBe(true);
    const after = [
      { day: '2027-02-18', is_extra: true },
      { day: '2027-01-20', is_extra: true },
    ];
    expect(await daysOf()).toEqual(after);
    // The later one in the place of 9 February would stand in the same four weeks as the earlier one.
    expect(await swap(one, dates[2])).toMatchObject(NO_ROOM);
    expect(await daysOf()).toEqual(after);
  });

  it('is taken from a held time without hours of its own, unless its date was made up for meanwhile', async () => {
    const heldFor = async ({ pair, dates }: Awaited<ReturnType<typeof aPairOf>>) => {
      await skip(pair, dates[1]);
      await new HealSession(t.db, clock, config).handle({ sessionId: dates[1] ?? '' });
      const held = await t.db.one<{ id: string }>(
        `select id from session where pairing_id = $1 and status = 'offered'`,
        [pair.pairingId],
      );
      return held?.id ?? '';
    };
    const take = (pair: Pair, sessionId: string) =>
      new AcceptOffer(t.db, clock, config).run(pair.executive, { sessionId });
    const agreeTo = (pair: Pair, hours: number) =>
      t.db.rows('update champion set agreed_hours = $2 where person_id = $1', [
        pair.championId,
        hours,
      ]);
    // Fewer hours hold at once, also for a time that is on offer; this one has those of its date.
    const kept = await aPairOf(3);
    const own = await heldFor(kept);
    await agreeTo(kept.pair, 2);
    expect((await take(kept.pair, own)).ok).toBe(true);
    expect(await placeOf(own)).toEqual({ makesUpFor: kept.dates[1], isExtra: false });

    const other = await aPairOf(3);
    const more = await heldFor(other);
    await booked(other.pair, '2027-01-20T10:00:00Z');
    await agreeTo(other.pair, 2);
    expect(await take(other.pair, more)).toMatchObject({
      refusal: { message: expect.stringContaining('agreed hours are used up around then') },
    });
    await agreeTo(other.pair, 3);
    expect((await take(other.pair, more)).ok).toBe(true);
    expect(await placeOf(more)).toEqual({ makesUpFor: null, isExtra: true });
  });

  it('stays, with an override on record, when the date it made up for was held after all', async () => {
    const { pair, dates } = await aPairOf(2);
    const now = new Date('2027-01-12T12:00:00Z');
    const record = { sessionId: dates[0] ?? '', actorId: pair.championId, now };
    await t.db.transaction((tx) => recordNotHeld(tx, { ...record, absentSide: null }));
    const makeUp = await booked(pair, '2027-01-20T10:00:00Z', '2027-01-12T12:00:00Z');
    expect(await placeOf(makeUp)).toEqual({ makesUpFor: dates[0], isExtra: false });
    // A rest week that was planned meanwhile keeps no hour off the record.
    await t.db.rows(
      `insert into champion_rest_week (person_id, week_on) values ($1, '2027-01-18')`,
      [pair.championId],
    );
    await t.db.transaction((tx) => recordHeld(tx, record));
    expect(await placeOf(makeUp)).toEqual({ makesUpFor: null, isExtra: true });
    expect(
      await t.db.rows(
        'select kind, minutes_over, reason, actor_id from capacity_override where ask_id = $1',
        [makeUp],
      ),
    ).toEqual([
      {
        kind: 'session',
        minutes_over: 60,
        reason: 'The session that it made up for was held after all.',
        actor_id: pair.championId,
      },
    ]);
  });

  it('stays the same way when an HR lead decides that the date was held', async () => {
    const { pair, dates } = await aPairOf(2);
    const sessionId = dates[0] ?? '';
    const now = new Date('2027-01-12T12:00:00Z');
    const record = { sessionId, actorId: pair.championId, now };
    await t.db.transaction((tx) => recordNotHeld(tx, { ...record, absentSide: null }));
    const makeUp = await booked(pair, '2027-01-20T10:00:00Z', '2027-01-12T12:00:00Z');
    await t.db.rows('update session set is_disputed = true where id = $1 returning id', [
      sessionId,
    ]);
    const lead = viewerOf(await anHrLead(t.db), 'HR_LEAD');
    const decide = new DecideDispute(t.db, fixedClock(now), config);
    expect(await decide.run(lead, { sessionId, tookPlace: true })).toMatchObject({ ok: true });
    expect(await placeOf(makeUp)).toEqual({ makesUpFor: null, isExtra: true });
    expect(
      await t.db.rows('select minutes_over, actor_id from capacity_override where ask_id = $1', [
        makeUp,
      ]),
    ).toEqual([{ minutes_over: 60, actor_id: lead.personId }]);
  });

  it('of two that race for the last hour, one is booked', async () => {
    const { pair } = await aPairOf(3);
    const answers = await Promise.all(
      ['2027-01-20T10:00:00Z', '2027-01-21T10:00:00Z'].map((at) => bookOne(pair, at)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject(NO_ROOM);
  });
});
