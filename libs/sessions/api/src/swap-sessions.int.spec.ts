import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@flipside/kernel';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { aDelegation } from './builders.js';
import { MoveSession } from './move-session.js';
import {
  aBooking,
  aPair,
  claimsOf,
  config,
  MONDAY,
  mailsTo,
  sessionsOf,
  viewerOf,
  type Pair,
} from './spec-setting.builder.js';
import { SwapSessions } from './swap-sessions.js';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const swap = (who: Pair['champion'], sessionId: string, withSessionId: string, at = MONDAY) =>
  new SwapSessions(t.db, fixedClock(at), config).run(who, { sessionId, withSessionId });

/** One champion with two executives: the second session of each, on Tuesday 10:00 and Tuesday 11:00. */
async function twoOfOneChampion() {
  const one = await aPair(t.db);
  const other = await aPair(t.db, { championId: one.championId });
  const [, first = ''] = (await aBooking(t.db, one)).sessionIds;
  const [, second = ''] = (await aBooking(t.db, other, '2027-01-12T11:00')).sessionIds;
  const localOf = async (pair: Pair, id: string) =>
    (await sessionsOf(t.db, pair.pairingId)).find((each) => each.id === id)?.local;
  const places = async () => [await localOf(one, first), await localOf(other, second)];
  return { one, other, first, second, places };
}

describe('41. swapping two sessions of one champion in one action', () => {
  it('works where neither could move alone; both keep their identity and every claim is kept', async () => {
    const { one, other, first, second, places } = await twoOfOneChampion();
    const alone = await new MoveSession(t.db, fixedClock(MONDAY), config).run(one.champion, {
      sessionId: first,
      startsAt: new Date('2027-01-26T11:00:00Z'),
    });
    expect(alone.ok).toBe(false);
    expect(await swap(one.champion, first, second)).toEqual({
      ok: true,
      value: { sessionId: first },
    });
    expect(await places()).toEqual(['2027-01-26T11:00', '2027-01-26T10:00']);
    const rows = [
      ...(await sessionsOf(t.db, one.pairingId)),
      ...(await sessionsOf(t.db, other.pairingId)),
    ];
    expect(rows.filter(({ moves }) => moves === 1).map(({ id }) => id)).toEqual([first, second]);
    expect(await claimsOf(t.db, one.championId)).toHaveLength(12);
    expect(await claimsOf(t.db, one.executiveId)).toHaveLength(6);
    for (const executive of [one.executiveId, other.executiveId]) {
      const moved = (await mailsTo(t.db, executive)).filter(({ subject }) =>
        subject.startsWith('Moved'),
      );
      expect(moved).toHaveLength(1);
    }
  });

  it('is a delegate’s only with the scope to move', async () => {
    for (const scope of ['cancel', 'move'] as const) {
      const { one, first, second, places } = await twoOfOneChampion();
      const { delegateId } = await aDelegation(t.db, {
        principalId: one.championId,
        scopes: [scope],
      });
      const kim = viewerOf({ id: delegateId, name: 'Kim Lee' }, 'DELEGATE');
      const before = await places();
      const expected = scope === 'move' ? { ok: true } : { refusal: { code: 'DELEGATE_MAY_NOT' } };
      expect(await swap(kim, first, second)).toMatchObject(expected);
      expect(await places()).toEqual(scope === 'move' ? before.toReversed() : before);
    }
  });

  it('is both or neither: what does not suit one of the executives leaves all as it was', async () => {
    const { one, other, first, second, places } = await twoOfOneChampion();
    await t.db.rows(
      `insert into out_of_office (id, person_id, from_on, to_on) values (gen_random_uuid(), $1, '2027-01-26', '2027-01-27')`,
      [other.executiveId],
    );
    expect(await swap(one.champion, first, second)).toMatchObject({ refusal: { code: 'AWAY' } });
    expect(await places()).toEqual(['2027-01-26T10:00', '2027-01-26T11:00']);
    expect(await claimsOf(t.db, one.championId)).toHaveLength(12);
  });

  it('is for the person of both sessions, with the notice that any move needs', async () => {
    const { one, first, second } = await twoOfOneChampion();
    await expect(swap(one.executive, first, second)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await swap(one.champion, first, first)).toMatchObject({
      refusal: { code: 'SWAP_OF_TWO' },
    });
    expect(await swap(one.champion, first, second, '2027-01-25T12:00:00Z')).toMatchObject({
      refusal: { code: 'SHORT_NOTICE' },
    });
  });
});
