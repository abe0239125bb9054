import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { AcceptOffer, DeclineOffer } from './answer-offer.js';
import { BookSession } from './book-session.js';
import { SkipSession } from './call-off-session.js';
import { ExpireOffers } from './expire-offers.job.js';
import { HealSession } from './heal-session.job.js';
import { MoveSession } from './move-session.js';
import { ProposeTimes } from './propose-times.js';
import { RestoreSession } from './restore-session.js';
import { recordNotHeld } from './record-session.js';
import { aDelegation } from './delegation.builder.js';
import {
  MONDAY,
  aBooking,
  aPair,
  claimsOf,
  config,
  icsValue,
  mailsTo,
  sessionsOf,
  type Pair,
} from './spec-setting.builder.js';
import { aPerson } from '@flipside/people-api/builders';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const at = (iso: string) => fixedClock(iso);
const skip = (pair: Pair, sessionId: string, iso = MONDAY, who = pair.executive) =>
  new SkipSession(t.db, at(iso), config).run(who, { sessionId });
const heal = (sessionId: string, iso = MONDAY) =>
  new HealSession(t.db, at(iso), config).handle({ sessionId });
const accept = (pair: Pair, sessionId: string, iso = MONDAY, who = pair.executive) =>
  new AcceptOffer(t.db, at(iso), config).run(who, { sessionId });
const propose = (
  pair: Pair,
  sessionId: string,
  starts: string[],
  who = pair.champion,
  iso = MONDAY,
) =>
  new ProposeTimes(t.db, at(iso), config).run(who, {
    sessionId,
    starts: starts.map((each) => new Date(each)),
    idempotencyKey: newId(),
  });
const offered = async (pair: Pair) =>
  (await sessionsOf(t.db, pair.pairingId)).filter(({ status }) => status === 'offered');
const booking = async () => {
  const pair = await aPair(t.db);
  const { sessionIds } = await aBooking(t.db, pair);
  return { pair, sessionIds };
};

describe('a session that fell through', () => {
  it('is offered once more in the same fortnight, held for both, with one mail to executive and assistant', async () => {
    const { pair, sessionIds } = await booking();
    const kim = await aPerson(t.db, { name: 'Kim Lee', email: `kim-${newId()}@example.com` });
    await aDelegation(t.db, {
      principalId: pair.executiveId,
      delegateId: kim.id,
      validFrom: '2027-01-01',
    });
    const [first = ''] = sessionIds;
    await skip(pair, first);
    await heal(first);
    await heal(first);
    const [held, ...more] = await offered(pair);
    expect(more).toEqual([]);
    expect(held).toMatchObject({ local: '2027-01-13T10:00' });
    const mails = (await mailsTo(t.db, pair.executiveId, kim.id)).filter(({ key }) =>
      key.startsWith('held-times'),
    );
    expect(mails.map(({ to }) => to).sort()).toEqual(['Helen Ward', 'Kim Lee']);
    expect(mails[0]?.method).toBeNull();
    expect(mails.find(({ to }) => to === 'Kim Lee')?.text).toContain('For Helen Ward.');
    expect(mails[0]?.text).toContain('Held for both: Wed 13 Jan, 10:00–10:30 (London, UTC).');
    const from = new Date('2027-01-13T10:00:00Z').getTime();
    for (const id of [pair.executiveId, pair.championId])
      expect((await claimsOf(t.db, id)).some((claim) => claim.from.getTime() === from)).toBe(true);
  });

  it('is booked with one tap, with an identity of its own, and a second tap changes nothing', async () => {
    const { pair, sessionIds } = await booking();
    await skip(pair, sessionIds[0] ?? '');
    await heal(sessionIds[0] ?? '');
    const [held] = await offered(pair);
    const answers = [await accept(pair, held?.id ?? ''), await accept(pair, held?.id ?? '')];
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(
      (await sessionsOf(t.db, pair.pairingId)).filter(({ status }) => status === 'booked'),
    ).toHaveLength(6);
    const invitations = (await mailsTo(t.db, pair.executiveId)).filter(({ subject }) =>
      subject.startsWith('Session with Priya Nair: Wed 13 Jan'),
    );
    expect(invitations).toHaveLength(1);
    expect(icsValue(invitations[0]?.ics, 'RRULE')).toBeUndefined();
  });

  it('missed, it is offered again too', async () => {
    const { pair, sessionIds } = await booking();
    const now = new Date('2027-01-12T11:00:00Z');
    await t.db.transaction((tx) =>
      recordNotHeld(tx, {
        sessionId: sessionIds[0] ?? '',
        actorId: pair.championId,
        now,
        absentSide: 'executive',
      }),
    );
    await heal(sessionIds[0] ?? '', '2027-01-12T11:01:00Z');
    expect(await offered(pair)).toMatchObject([{ local: '2027-01-13T11:15' }]);
  });

  it('leaves the series alone when the fortnight is lost', async () => {
    const { pair, sessionIds } = await booking();
    await t.db.rows(
      `insert into out_of_office (id, person_id, from_on, to_on) values ($1, $2, '2027-01-12', '2027-01-26')`,
      [newId(), pair.championId],
    );
    await skip(pair, sessionIds[0] ?? '');
    await heal(sessionIds[0] ?? '');
    expect(await offered(pair)).toEqual([]);
    const sessions = await sessionsOf(t.db, pair.pairingId);
    expect(sessions.map(({ status }) => status)).toEqual([
      'skipped',
      ...Array.from({ length: 5 }, () => 'booked'),
    ]);
  });

  it('is let go where the fortnight has another session all the same', async () => {
    const { pair, sessionIds } = await booking();
    const [first = ''] = sessionIds;
    const more = await new BookSession(t.db, at(MONDAY), config).run(pair.executive, {
      pairingId: pair.pairingId,
      startsAt: new Date('2027-01-20T11:00:00Z'),
      idempotencyKey: newId(),
    });
    expect(more.ok).toBe(true);
    await skip(pair, first);
    await heal(first);
    expect(await offered(pair)).toEqual([]);
  });

  it('is offered once: a time that was let go is followed by no other', async () => {
    const { pair, sessionIds } = await booking();
    const [first = ''] = sessionIds;
    await skip(pair, first);
    await heal(first);
    const [held] = await offered(pair);
    const declined = await new DeclineOffer(t.db, at(MONDAY), config).run(pair.executive, {
      sessionId: held?.id ?? '',
    });
    expect(declined.ok).toBe(true);
    await heal(first);
    expect(await offered(pair)).toEqual([]);
  });

  it('is let be where nothing is wanted instead: it was said, or the pairing rests', async () => {
    const { pair, sessionIds } = await booking();
    const [first = '', second = ''] = sessionIds;
    await new SkipSession(t.db, at(MONDAY), config).run(pair.executive, {
      sessionId: first,
      reason: 'nothing_new',
    });
    await heal(first);
    expect(await offered(pair)).toEqual([]);
    await skip(pair, second, MONDAY, pair.champion);
    const rests = (state: string) =>
      t.db.rows('update pairing set state = $2 where id = $1', [pair.pairingId, state]);
    await rests('paused');
    await heal(second);
    expect(await offered(pair)).toEqual([]);
    await rests('active');
    await heal(second);
    expect(await offered(pair)).toHaveLength(1);
  });

  it('brought back, gives the held time away again', async () => {
    const { pair, sessionIds } = await booking();
    const [first = ''] = sessionIds;
    await skip(pair, first);
    await heal(first);
    expect(
      (await new RestoreSession(t.db, at(MONDAY), config).run(pair.executive, { sessionId: first }))
        .ok,
    ).toBe(true);
    expect(await offered(pair)).toEqual([]);
    expect(await claimsOf(t.db, pair.championId)).toHaveLength(6);
  });

  it('a second time in a row brings one kind message with two choices, exactly once', async () => {
    const { pair, sessionIds } = await booking();
    const questions = async () =>
      (await mailsTo(t.db, pair.executiveId, pair.championId)).filter(({ key }) =>
        key.startsWith('rhythm-question'),
      );
    const asOften: number[] = [];
    for (const index of [0, 1, 2]) {
      await skip(pair, sessionIds[index] ?? '');
      await heal(sessionIds[index] ?? '');
      await heal(sessionIds[index] ?? '');
      asOften.push((await questions()).length);
    }
    expect(asOften).toEqual([0, 1, 1]);
    const asked = await questions();
    expect(asked[0]).toMatchObject({
      to: 'Helen Ward',
      subject: 'Would another hour suit you better?',
    });
    expect(asked[0]?.text).toContain('Choose another hour:');
    expect(asked[0]?.text).toContain('Take a break:');
    expect(
      await t.db.rows('select 1 from rhythm_question where pairing_id = $1', [pair.pairingId]),
    ).toHaveLength(1);
  });
});

describe('holds', () => {
  it('33. two holds on the same slot: the second is refused; after expiry, without any worker running, the next booking succeeds', async () => {
    const { pair, sessionIds } = await booking();
    const other = await aPair(t.db, { championId: pair.championId, state: 'active' });
    expect((await propose(pair, sessionIds[1] ?? '', ['2027-01-27T14:00:00Z'])).ok).toBe(true);
    const book = (iso: string) =>
      new BookSession(t.db, at(iso), config).run(other.executive, {
        pairingId: other.pairingId,
        startsAt: new Date('2027-01-27T14:00:00Z'),
        idempotencyKey: newId(),
      });
    expect(await book(MONDAY)).toMatchObject({ refusal: { code: 'SLOT_TAKEN' } });
    expect((await book('2027-01-13T08:00:01Z')).ok).toBe(true);
  });

  it('34. confirming a hold after its expiry fails kindly', async () => {
    const { pair, sessionIds } = await booking();
    await propose(pair, sessionIds[1] ?? '', ['2027-01-27T14:00:00Z']);
    const [held] = await offered(pair);
    expect(await accept(pair, held?.id ?? '', '2027-01-13T08:00:01Z')).toMatchObject({
      refusal: { code: 'OFFER_EXPIRED', message: expect.stringContaining('Choose another one') },
    });
  });

  it('expire by themselves, and whoever offered is told once', async () => {
    const { pair, sessionIds } = await booking();
    await propose(pair, sessionIds[1] ?? '', ['2027-01-27T14:00:00Z', '2027-01-28T11:00:00Z']);
    const expire = new ExpireOffers(t.db, at('2027-01-14T08:00:00Z'), config);
    await expire.handle();
    await expire.handle();
    expect(await offered(pair)).toEqual([]);
    const told = (await mailsTo(t.db, pair.championId)).filter(({ key }) =>
      key.startsWith('lost-times'),
    );
    expect(told).toHaveLength(1);
    expect(await claimsOf(t.db, pair.executiveId)).toHaveLength(6);
  });
});

describe('proposing another time', () => {
  it('holds up to three; choosing one moves the session and frees the others', async () => {
    const { pair, sessionIds } = await booking();
    const [, second = ''] = sessionIds;
    await propose(pair, second, [
      '2027-01-27T14:00:00Z',
      '2027-01-28T11:00:00Z',
      '2027-01-29T11:00:00Z',
    ]);
    const held = await offered(pair);
    expect(held).toHaveLength(3);
    expect(await accept(pair, held[1]?.id ?? '')).toEqual({
      ok: true,
      value: { sessionId: second },
    });
    const moved = (await sessionsOf(t.db, pair.pairingId)).find(({ id }) => id === second);
    expect(moved).toMatchObject({
      local: '2027-01-28T11:00',
      recurrence: '2027-01-26T10:00',
      status: 'booked',
      moves: 1,
    });
    expect(await offered(pair)).toEqual([]);
    expect(await claimsOf(t.db, pair.championId)).toHaveLength(6);
    expect(await accept(pair, held[1]?.id ?? '')).toEqual({
      ok: true,
      value: { sessionId: second },
    });
  });

  it('is for the other side to answer, and sent back at most three times', async () => {
    const { pair, sessionIds } = await booking();
    const [, second = ''] = sessionIds;
    const days = [
      '2027-01-27T14:00:00Z',
      '2027-01-28T11:00:00Z',
      '2027-01-29T11:00:00Z',
      '2027-01-29T14:00:00Z',
    ];
    await propose(pair, second, [days[0] ?? '']);
    const [own] = await offered(pair);
    expect(await accept(pair, own?.id ?? '', MONDAY, pair.champion)).toMatchObject({
      refusal: { code: 'NOT_YOURS_TO_ANSWER' },
    });
    expect(await propose(pair, second, [days[1] ?? ''])).toMatchObject({
      refusal: { code: 'OFFER_WAITS' },
    });
    expect((await propose(pair, second, [days[1] ?? ''], pair.executive)).ok).toBe(true);
    expect((await propose(pair, second, [days[2] ?? ''])).ok).toBe(true);
    expect(await propose(pair, second, [days[3] ?? ''], pair.executive)).toMatchObject({
      refusal: { code: 'TALK_INSTEAD' },
    });
    expect(await offered(pair)).toHaveLength(1);
  });

  it('refuses no time, four times, and a time that does not suit', async () => {
    const { pair, sessionIds } = await booking();
    const [, second = ''] = sessionIds;
    expect(await propose(pair, second, [])).toMatchObject({ refusal: { code: 'TOO_MANY_TIMES' } });
    expect(await propose(pair, second, ['2027-01-27T22:00:00Z'])).toMatchObject({
      refusal: { code: 'NOT_FREE' },
    });
    expect(await offered(pair)).toEqual([]);
  });

  it('declined or taken back, leaves the session where it was', async () => {
    const { pair, sessionIds } = await booking();
    const [, second = ''] = sessionIds;
    const decline = (who: Pair['champion'], id: string) =>
      new DeclineOffer(t.db, at(MONDAY), config).run(who, { sessionId: id });
    for (const who of [pair.executive, pair.champion]) {
      await propose(pair, second, ['2027-01-27T14:00:00Z']);
      const [held] = await offered(pair);
      expect((await decline(who, held?.id ?? '')).ok).toBe(true);
    }
    const states = await t.db.rows<{ state: string }>(
      'select state from session_offer where pairing_id = $1 order by id',
      [pair.pairingId],
    );
    expect(states.map(({ state }) => state)).toEqual(['declined', 'withdrawn']);
    expect(await claimsOf(t.db, pair.championId)).toHaveLength(6);
  });

  it('gives way to a move, also to a time that was held for it', async () => {
    const { pair, sessionIds } = await booking();
    const [, second = ''] = sessionIds;
    await propose(pair, second, ['2027-01-27T14:00:00Z']);
    const moved = await new MoveSession(t.db, at(MONDAY), config).run(pair.executive, {
      sessionId: second,
      startsAt: new Date('2027-01-27T14:00:00Z'),
    });
    expect(moved.ok).toBe(true);
    expect(await offered(pair)).toEqual([]);
  });
});
