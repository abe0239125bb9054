import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { MoveFollowing } from './move-following.js';
import { MoveSession } from './move-session.js';
import { SkipSession } from './call-off-session.js';
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

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const follow = (
  pair: Pair,
  sessionId: string,
  startsAt: string,
  over: { keepsMoved?: boolean; key?: string; who?: Pair['executive']; now?: string } = {},
) =>
  new MoveFollowing(t.db, fixedClock(over.now ?? MONDAY), config).run(over.who ?? pair.executive, {
    sessionId,
    startsAt: new Date(startsAt),
    keepsMoved: over.keepsMoved ?? false,
    idempotencyKey: over.key ?? newId(),
  });
const series = (pair: Pair) =>
  t.db.rows<{ id: string; uid: string; state: string; count: number; sequence: number }>(
    `select id, ical_uid as uid, state, occurrence_count as count, sequence from series where pairing_id = $1 order by created_at, id`,
    [pair.pairingId],
  );
const booking = async () => {
  const pair = await aPair(t.db);
  const { sessionIds } = await aBooking(t.db, pair);
  await sendAll(t.db);
  return { pair, sessionIds };
};

describe('moving this and following', () => {
  it('23. from occurrence 4: old series has 3 sessions, new UID has the rest, past ones keep status and logs', async () => {
    const { pair, sessionIds } = await booking();
    await t.db.rows(`update session set status = 'held' where id = $1`, [sessionIds[0]]);
    await t.db.rows(
      `update session set meeting_link = 'https://meet.example.com/in' where pairing_id = $1`,
      [pair.pairingId],
    );
    const answer = await follow(pair, sessionIds[3] ?? '', '2027-02-24T14:00:00Z', {
      now: '2027-01-20T08:00:00Z',
    });
    expect(answer.ok).toBe(true);
    const [old, next] = await series(pair);
    expect(old).toMatchObject({ count: 3, state: 'active' });
    expect(next).toMatchObject({ count: 3, state: 'active', sequence: 0 });
    expect(next?.uid).not.toBe(old?.uid);
    const rows = await sessionsOf(t.db, pair.pairingId);
    expect(rows.map(({ id, local, status }) => [id, local, status])).toEqual([
      [sessionIds[0], '2027-01-12T10:00', 'held'],
      [sessionIds[1], '2027-01-26T10:00', 'booked'],
      [sessionIds[2], '2027-02-09T10:00', 'booked'],
      [sessionIds[3], '2027-02-24T14:00', 'booked'],
      [sessionIds[4], '2027-03-10T14:00', 'booked'],
      [sessionIds[5], '2027-03-24T14:00', 'booked'],
    ]);
    const [shortened, begun] = (await mailsTo(t.db, pair.executiveId)).slice(-2);
    // 27. UNTIL sent for a shortened series is later than the last start and earlier than the next would be.
    expect(icsValue(shortened?.ics, 'RRULE')).toBe('FREQ=WEEKLY;INTERVAL=2;UNTIL=20270209T220000Z');
    expect(icsValue(shortened?.ics, 'UID')).toBe(old?.uid);
    expect(icsValue(shortened?.ics, 'LOCATION')).toBe('https://meet.example.com/in');
    expect(icsValue(begun?.ics, 'UID')).toBe(next?.uid);
    expect(icsValue(begun?.ics, 'RRULE')).toBe('FREQ=WEEKLY;INTERVAL=2;COUNT=3');
  });

  it('from the first one, before anything took place: the old identity is cancelled whole', async () => {
    const { pair, sessionIds } = await booking();
    expect((await follow(pair, sessionIds[0] ?? '', '2027-01-13T15:00:00Z')).ok).toBe(true);
    const [cancelled, begun] = (await mailsTo(t.db, pair.executiveId)).slice(-2);
    expect([cancelled?.method, begun?.method]).toEqual(['CANCEL', 'REQUEST']);
    expect((await series(pair)).map(({ state }) => state)).toEqual(['cancelled', 'active']);
    expect(await claimsOf(t.db, pair.championId)).toHaveLength(6);
  });

  it('24. splitting when occurrence 5 was already moved keeps its moved time if the user chooses so, and cancels the old exception', async () => {
    for (const keepsMoved of [true, false]) {
      const { pair, sessionIds } = await booking();
      const moved = await new MoveSession(t.db, fixedClock(MONDAY), config).run(pair.executive, {
        sessionId: sessionIds[4] ?? '',
        startsAt: new Date('2027-03-11T11:00:00Z'),
      });
      expect(moved.ok).toBe(true);
      await sendAll(t.db);
      expect(
        (await follow(pair, sessionIds[3] ?? '', '2027-02-24T14:00:00Z', { keepsMoved })).ok,
      ).toBe(true);
      const fifth = (await sessionsOf(t.db, pair.pairingId)).find(({ id }) => id === sessionIds[4]);
      expect(fifth).toMatchObject({
        recurrence: '2027-03-10T14:00',
        local: keepsMoved ? '2027-03-11T11:00' : '2027-03-10T14:00',
      });
      const mails = (await mailsTo(t.db, pair.executiveId)).filter(
        ({ state }) => state === 'queued',
      );
      const [old, next] = await series(pair);
      const told = mails.map(({ ics, method }) => [
        method,
        icsValue(ics, 'UID'),
        icsValue(ics, 'RECURRENCE-ID'),
      ]);
      expect(told).toEqual([
        ['REQUEST', old?.uid, undefined],
        ['CANCEL', old?.uid, '20270309T100000'],
        ['REQUEST', next?.uid, undefined],
        ...(keepsMoved ? [['REQUEST', next?.uid, '20270310T140000']] : []),
      ]);
    }
  });

  it('leaves skipped dates out of the new series too', async () => {
    const { pair, sessionIds } = await booking();
    await new SkipSession(t.db, fixedClock(MONDAY), config).run(pair.executive, {
      sessionId: sessionIds[4] ?? '',
    });
    expect((await follow(pair, sessionIds[3] ?? '', '2027-02-24T14:00:00Z')).ok).toBe(true);
    const [begun] = (await mailsTo(t.db, pair.executiveId)).slice(-1);
    expect(icsValue(begun?.ics, 'EXDATE')).toBe('20270310T140000');
    expect(
      (await sessionsOf(t.db, pair.pairingId))
        .map(({ status }) => status)
        .filter((each) => each === 'booked'),
    ).toHaveLength(5);
  });

  it('once for one key, and only for the executive’s side', async () => {
    const { pair, sessionIds } = await booking();
    const key = newId();
    const answers = await Promise.all(
      [1, 2, 3].map(() => follow(pair, sessionIds[3] ?? '', '2027-02-24T14:00:00Z', { key })),
    );
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(await series(pair)).toHaveLength(2);
    expect(
      await follow(pair, sessionIds[4] ?? '', '2027-03-11T14:00:00Z', { who: pair.champion }),
    ).toMatchObject({ refusal: { code: 'ASK_FIRST' } });
  });

  it('refuses an hour that does not suit both, and changes nothing', async () => {
    const { pair, sessionIds } = await booking();
    expect(await follow(pair, sessionIds[3] ?? '', '2027-02-24T22:00:00Z')).toMatchObject({
      refusal: { code: 'SLOT_TAKEN' },
    });
    expect(await series(pair)).toHaveLength(1);
    expect(await claimsOf(t.db, pair.championId)).toHaveLength(6);
  });
});
