import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import { aPerson } from '@flipside/people-api/builders';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { BookSession } from './book-session.js';
import { CancelSession, SkipSession } from './call-off-session.js';
import { RestoreSession } from './restore-session.js';
import {
  MONDAY,
  aBookedPair,
  aPair,
  claimsOf,
  config,
  icsValue,
  sendAll,
  sessionsOf,
  viewerOf,
  waitingMails,
} from './spec-setting.builder.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

const skip = (at = MONDAY) => new SkipSession(test.db, fixedClock(at), config);
const cancel = (at = MONDAY) => new CancelSession(test.db, fixedClock(at), config);
const restore = (at = MONDAY) => new RestoreSession(test.db, fixedClock(at), config);

describe('skipping and cancelling', () => {
  it.each([
    ['skip', 'skipped'],
    ['cancel', 'cancelled'],
  ] as const)(
    '%s frees both people’s time and takes one date out of the calendars',
    async (act, status) => {
      const { pair, second } = await aBookedPair(test.db);
      const command = act === 'skip' ? skip() : cancel();
      const result = await command.run(pair.champion, {
        sessionId: second,
        reason: 'champion_away',
      });
      expect(result.ok).toBe(true);
      expect((await sessionsOf(test.db, pair.pairingId))[1]).toMatchObject({
        status,
        reason: 'champion_away',
      });
      expect(await claimsOf(test.db, pair.executiveId)).toHaveLength(5);
      const [mail] = await waitingMails(test.db, pair);
      expect(mail?.method).toBe('CANCEL');
      expect([
        icsValue(mail?.ics, 'RECURRENCE-ID'),
        icsValue(mail?.ics, 'DTSTART'),
        icsValue(mail?.ics, 'STATUS'),
        icsValue(mail?.ics, 'SEQUENCE'),
      ]).toEqual(['20270126T100000', '20270126T100000', 'CANCELLED', '1']);
      expect(mail?.text).toContain('Next session: Tue 9 Feb, 10:00–10:30 (London, UTC).');
    },
  );

  it.each([
    ['skip', 'skipped'],
    ['cancel', 'cancelled'],
  ] as const)(
    '%s goes into the history with its reason, and its fortnight is looked after',
    async (act, status) => {
      const { pair, second } = await aBookedPair(test.db);
      const command = act === 'skip' ? skip() : cancel();
      await command.run(pair.champion, { sessionId: second, reason: 'champion_away' });
      const [event, ...more] = await test.db.rows(
        `select from_status as "from", to_status as "to", reason_code as reason, actor_id as actor, after
         from session_event where session_id = $1 and kind = $2`,
        [second, status],
      );
      expect(more).toEqual([]);
      expect(event).toEqual({
        from: 'booked',
        to: status,
        reason: 'champion_away',
        actor: pair.championId,
        after: { isLate: false },
      });
      const jobs = await test.db.rows(
        `select task_identifier as task from graphile_worker.jobs where key = $1`,
        [`sessions.heal:${second}`],
      );
      expect(jobs).toEqual([{ task: 'sessions.heal' }]);
    },
  );

  it('a second time changes nothing and mails nobody', async () => {
    const { pair, second } = await aBookedPair(test.db);
    await skip().run(pair.executive, { sessionId: second });
    await skip().run(pair.champion, { sessionId: second });
    expect(await waitingMails(test.db, pair)).toHaveLength(1);
  });

  it('writes down whether it was late', async () => {
    const { pair, first, second } = await aBookedPair(test.db);
    await cancel('2027-01-11T12:00:00Z').run(pair.executive, { sessionId: first });
    await cancel('2027-01-11T12:00:00Z').run(pair.executive, { sessionId: second });
    const events = await test.db.rows<{ after: { isLate: boolean } }>(
      `select after from session_event where session_id = any($1) and kind = 'cancelled' order by id`,
      [[first, second]],
    );
    expect(events.map((event) => event.after.isLate)).toEqual([true, false]);
  });

  it('is refused once it began, and for a reason that is not on offer', async () => {
    const { pair, first } = await aBookedPair(test.db);
    expect(
      await skip('2027-01-12T10:05:00Z').run(pair.executive, { sessionId: first }),
    ).toMatchObject({
      ok: false,
      refusal: { code: 'ALREADY_STARTED' },
    });
    await expect(
      skip().run(pair.executive, { sessionId: first, reason: 'too lazy' }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('is not for HR or strangers', async () => {
    const { second } = await aBookedPair(test.db);
    const hr = viewerOf(await aPerson(test.db), 'HR_LEAD');
    await expect(skip().run(hr, { sessionId: second })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(cancel().run(hr, { sessionId: newId() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('bringing a session back', () => {
  it('undoes a skip without a word to anybody who was not told', async () => {
    const { pair, second } = await aBookedPair(test.db);
    await skip().run(pair.executive, { sessionId: second });
    expect(
      (await restore('2027-01-11T08:00:10Z').run(pair.executive, { sessionId: second })).ok,
    ).toBe(true);
    expect((await sessionsOf(test.db, pair.pairingId))[1]).toMatchObject({
      status: 'booked',
      reason: null,
    });
    expect(await claimsOf(test.db, pair.championId)).toHaveLength(6);
    expect(await waitingMails(test.db, pair)).toEqual([]);
  });

  it('puts the date into calendars again with a higher number', async () => {
    const { pair, second } = await aBookedPair(test.db);
    await skip().run(pair.executive, { sessionId: second });
    await sendAll(test.db);
    await restore('2027-01-12T09:00:00Z').run(pair.champion, { sessionId: second });
    const [mail] = await waitingMails(test.db, pair);
    expect([
      mail?.method,
      icsValue(mail?.ics, 'SEQUENCE'),
      icsValue(mail?.ics, 'RECURRENCE-ID'),
    ]).toEqual(['REQUEST', '2', '20270126T100000']);
  });

  it('26. is refused when one of the two is booked meanwhile', async () => {
    const { pair, second } = await aBookedPair(test.db);
    await skip().run(pair.executive, { sessionId: second });
    const other = await aPair(test.db, { championId: pair.championId, state: 'active' });
    const taken = await new BookSession(test.db, fixedClock(MONDAY), config).run(other.executive, {
      pairingId: other.pairingId,
      startsAt: new Date('2027-01-26T10:00:00Z'),
      idempotencyKey: newId(),
    });
    expect(taken.ok).toBe(true);
    expect(await restore().run(pair.executive, { sessionId: second })).toMatchObject({
      ok: false,
      refusal: { code: 'SLOT_TAKEN' },
    });
    expect((await sessionsOf(test.db, pair.pairingId))[1]?.status).toBe('skipped');
  });

  it('is refused once its time has begun', async () => {
    const { pair, first } = await aBookedPair(test.db);
    await skip().run(pair.executive, { sessionId: first });
    expect(
      await restore('2027-01-12T10:00:00Z').run(pair.executive, { sessionId: first }),
    ).toMatchObject({
      ok: false,
      refusal: { code: 'ALREADY_STARTED' },
    });
  });
});
