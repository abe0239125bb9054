import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import { anHrLead } from '@flipside/people-api/builders';
import type { Viewer } from '@flipside/platform-api';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { aSession } from './builders.js';
import { DecideDispute } from './decide-dispute.js';
import { markDisputed, recordHeld, recordNotHeld } from './record-session.js';
import { SessionReader } from './session.reader.js';
import { config, mailsTo, viewerOf } from './spec-setting.builder.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

const AFTER = new Date('2027-01-12T11:00:00Z');
const held = (sessionId: string, actorId: string, now = AFTER) =>
  test.db.transaction((tx) => recordHeld(tx, { sessionId, actorId, now }));
const notHeld = (sessionId: string, actorId: string, now = AFTER) =>
  test.db.transaction((tx) =>
    recordNotHeld(tx, { sessionId, actorId, now, absentSide: 'executive' }),
  );
const stored = (sessionId: string) =>
  test.db.one<{ status: string; absent_side: string | null; is_disputed: boolean }>(
    'select status, absent_side, is_disputed from session where id = $1',
    [sessionId],
  );
const history = (sessionId: string) =>
  test.db.rows<{ change: string; actor: string; after: unknown }>(
    `select kind || ': ' || from_status || ' to ' || to_status as change, actor_id as actor, after
     from session_event where session_id = $1 and kind <> 'booked' order by at, id`,
    [sessionId],
  );
const isLookedAfter = async (sessionId: string) =>
  (
    await test.db.rows('select 1 from graphile_worker.jobs where key = $1', [
      `sessions.heal:${sessionId}`,
    ])
  ).length === 1;

describe('recording a session', () => {
  it('as held writes state and history, and repeating it changes nothing', async () => {
    const session = await aSession(test.db);
    expect(await held(session.id, session.championId)).toMatchObject({
      ok: true,
      value: { status: 'held', isDisputed: false },
    });
    await held(session.id, session.championId);
    expect(await history(session.id)).toEqual([
      { change: 'held: booked to held', actor: session.championId, after: { absentSide: null } },
    ]);
    expect(await isLookedAfter(session.id)).toBe(false);
  });

  it('as not held keeps who was missing', async () => {
    const session = await aSession(test.db);
    await notHeld(session.id, session.championId);
    expect(await stored(session.id)).toEqual({
      status: 'not_held',
      absent_side: 'executive',
      is_disputed: false,
    });
    expect(await history(session.id)).toEqual([
      {
        change: 'not_held: booked to not_held',
        actor: session.championId,
        after: { absentSide: 'executive' },
      },
    ]);
    // A session that was missed is looked after like one that was called off.
    expect(await isLookedAfter(session.id)).toBe(true);
  });

  it('is for the two people only', async () => {
    const session = await aSession(test.db);
    await expect(held(session.id, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(held(newId(), session.championId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('52. is refused before ten minutes have passed, and for a session that was called off', async () => {
    const session = await aSession(test.db);
    expect(
      await held(session.id, session.championId, new Date('2027-01-12T10:09:00Z')),
    ).toMatchObject({ ok: false, refusal: { code: 'NOT_YET_STARTED' } });
    const skipped = await aSession(test.db, { status: 'skipped' });
    expect(await held(skipped.id, skipped.championId)).toMatchObject({
      ok: false,
      refusal: { code: 'NOTHING_TO_RECORD' },
    });
  });

  it('is corrected by its author within 48 hours and then stands', async () => {
    const session = await aSession(test.db);
    await held(session.id, session.championId);
    expect(
      await notHeld(session.id, session.championId, new Date('2027-01-14T11:00:00Z')),
    ).toMatchObject({ ok: true, value: { status: 'not_held' } });
    expect(
      await held(session.id, session.championId, new Date('2027-01-16T11:00:01Z')),
    ).toMatchObject({ ok: false, refusal: { code: 'RECORD_STANDS' } });
  });

  it('counts as something the champion did for a colleague, until it turns out not to have taken place', async () => {
    const session = await aSession(test.db);
    const acts = () =>
      test.db.rows('select kind, on_day as day from champion_act where person_id = $1', [
        session.championId,
      ]);
    await held(session.id, session.championId);
    expect(await acts()).toEqual([{ kind: 'session', day: '2027-01-12' }]);
    await notHeld(session.id, session.championId);
    expect(await acts()).toEqual([]);
  });

  it('53. by the other side with the opposite marks it as disputed and changes no state', async () => {
    const session = await aSession(test.db);
    await held(session.id, session.championId);
    expect(await notHeld(session.id, session.executiveId)).toMatchObject({
      ok: true,
      value: { status: 'held', isDisputed: true },
    });
    expect(await stored(session.id)).toEqual({
      status: 'held',
      absent_side: null,
      is_disputed: true,
    });
    await test.db.transaction((tx) =>
      markDisputed(tx, {
        sessionId: session.id,
        actorId: session.championId,
        isDisputed: false,
        now: AFTER,
      }),
    );
    expect((await stored(session.id))?.is_disputed).toBe(false);
  });

  it('still works for a session that became unconfirmed', async () => {
    const session = await aSession(test.db, { status: 'unconfirmed' });
    expect(
      await held(session.id, session.executiveId, new Date('2027-02-12T10:00:00Z')),
    ).toMatchObject({ ok: true, value: { status: 'held' } });
  });
});

describe('53. a session about which the two said different things', () => {
  const decide = (viewer: Viewer, sessionId: string, tookPlace: boolean) =>
    new DecideDispute(test.db, fixedClock(AFTER), config).run(viewer, { sessionId, tookPlace });
  const anHr = async () => viewerOf(await anHrLead(test.db, { name: 'Sam Okafor' }), 'HR_LEAD');
  async function disputed() {
    const session = await aSession(test.db);
    await held(session.id, session.championId);
    await notHeld(session.id, session.executiveId);
    return session;
  }
  const acts = (sessionId: string) =>
    test.db.rows('select 1 from champion_act where key = $1', [`session:${sessionId}`]);

  it.each([
    [true, 'held', 1],
    [false, 'not_held', 0],
  ])('is decided by an HR lead: %s, both are told, and it stands', async (tookPlace, status, n) => {
    const session = await disputed();
    const sam = await anHr();
    const seen = async () =>
      (await new SessionReader(test.db, fixedClock(AFTER)).disputed(sam)).map(({ row }) => row.id);
    expect(await seen()).toContain(session.id);
    expect(await acts(session.id)).toHaveLength(1);
    expect(await decide(sam, session.id, tookPlace)).toMatchObject({ ok: true });
    expect(await stored(session.id)).toMatchObject({ status, is_disputed: false });
    expect(await acts(session.id)).toHaveLength(n);
    expect(await seen()).not.toContain(session.id);
    for (const person of [session.executiveId, session.championId]) {
      const [mail, ...more] = await mailsTo(test.db, person);
      expect(more).toEqual([]);
      expect(mail?.subject).toMatch(
        tookPlace ? /is recorded as held$/ : /is recorded as not held$/,
      );
      expect(mail?.text).toContain('Sam Okafor (HR) decided what stands.');
    }
    // What either says later changes neither the state nor the mark; a second decision is refused.
    await notHeld(session.id, session.championId);
    await held(session.id, session.executiveId);
    expect(await stored(session.id)).toMatchObject({ status, is_disputed: false });
    expect(await decide(sam, session.id, true)).toMatchObject({
      ok: false,
      refusal: { code: 'NOT_DISPUTED' },
    });
  });

  it('is not decided by one of the two', async () => {
    const session = await disputed();
    const helen = viewerOf({ id: session.executiveId }, 'EXECUTIVE', 'HR_LEAD');
    expect(await decide(helen, session.id, false)).toMatchObject({
      refusal: { code: 'OWN_DISPUTE' },
    });
    const reader = new SessionReader(test.db, fixedClock(AFTER));
    expect((await reader.disputed(helen)).map(({ row }) => row.id)).not.toContain(session.id);
    expect(await stored(session.id)).toMatchObject({ status: 'held', is_disputed: true });
  });
});
