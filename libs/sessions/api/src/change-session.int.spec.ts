import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import { aPerson } from '@flipside/people-api/builders';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { BookSession } from './book-session.js';
import { BookingReader } from './booking.reader.js';
import { aDelegation } from './builders.js';
import { CancelSession, SkipSession } from './call-off-session.js';
import { MoveSession } from './move-session.js';
import { RestoreSession } from './restore-session.js';
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
  viewerOf,
  type Pair,
} from './spec-setting.builder.js';
import { UndoMove } from './undo-move.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

const move = (at = MONDAY) => new MoveSession(test.db, fixedClock(at), config);
const skip = (at = MONDAY) => new SkipSession(test.db, fixedClock(at), config);
const cancel = (at = MONDAY) => new CancelSession(test.db, fixedClock(at), config);
const restore = (at = MONDAY) => new RestoreSession(test.db, fixedClock(at), config);
const undo = (at: string) => new UndoMove(test.db, fixedClock(at), config);

/** A booked pair whose invitations have left, with the id of its second session (26 January, 10:00). */
async function booked(): Promise<{ pair: Pair; first: string; second: string }> {
  const pair = await aPair(test.db);
  const { sessionIds } = await aBooking(test.db, pair);
  await sendAll(test.db);
  return { pair, first: sessionIds[0] ?? '', second: sessionIds[1] ?? '' };
}

const wednesday = new Date('2027-01-27T14:00:00Z');
const calendarMails = async (pair: Pair) =>
  (await mailsTo(test.db, pair.executiveId)).filter((mail) => mail.state === 'queued');

describe('moving a session', () => {
  it('changes its time and both claims, and keeps its identity', async () => {
    const { pair, second } = await booked();
    const result = await move().run(pair.executive, { sessionId: second, startsAt: wednesday });
    expect(result).toEqual({ ok: true, value: { sessionId: second } });
    const session = (await sessionsOf(test.db, pair.pairingId))[1];
    expect(session).toMatchObject({
      id: second,
      status: 'booked',
      local: '2027-01-27T14:00',
      recurrence: '2027-01-26T10:00',
      moves: 1,
      version: 2,
    });
    for (const person of [pair.executiveId, pair.championId]) {
      expect((await claimsOf(test.db, person))[1]?.from).toEqual(wednesday);
    }
  });

  it('tells calendars the original start, with a higher number', async () => {
    const { pair, second } = await booked();
    await move().run(pair.executive, { sessionId: second, startsAt: wednesday });
    const [mail] = await calendarMails(pair);
    expect(mail?.method).toBe('REQUEST');
    expect(icsValue(mail?.ics, 'RECURRENCE-ID')).toBe('20270126T100000');
    expect(icsValue(mail?.ics, 'DTSTART')).toBe('20270127T140000');
    expect(icsValue(mail?.ics, 'SEQUENCE')).toBe('1');
    expect(mail?.subject).toBe('Moved: session with Priya Nair, now Wed 27 Jan, 14:00');
  });

  it('20. twice keeps the original start both times, and the first mail never leaves', async () => {
    const { pair, second } = await booked();
    await move().run(pair.executive, { sessionId: second, startsAt: wednesday });
    await move('2027-01-11T08:00:05Z').run(pair.executive, {
      sessionId: second,
      startsAt: new Date('2027-01-28T14:00:00Z'),
    });
    const mails = (await mailsTo(test.db, pair.executiveId)).slice(1);
    expect(
      mails.map((mail) => [
        icsValue(mail.ics, 'RECURRENCE-ID'),
        icsValue(mail.ics, 'SEQUENCE'),
        mail.state,
      ]),
    ).toEqual([
      ['20270126T100000', '1', 'dropped'],
      ['20270126T100000', '2', 'queued'],
    ]);
    const [one, two] = mails.map((mail) => icsValue(mail.ics, 'DTSTAMP') ?? '');
    expect((one ?? '') < (two ?? '')).toBe(true);
  });

  it('is taken back within the minute, and who was not told is told nothing', async () => {
    const { pair, second } = await booked();
    await move().run(pair.executive, { sessionId: second, startsAt: wednesday });
    const result = await undo('2027-01-11T08:00:14Z').run(pair.executive, { sessionId: second });
    expect(result.ok).toBe(true);
    expect((await sessionsOf(test.db, pair.pairingId))[1]).toMatchObject({
      local: '2027-01-26T10:00',
      moves: 0,
    });
    expect(await calendarMails(pair)).toEqual([]);
  });

  it('tells the old time again when the mail about the move had left', async () => {
    const { pair, second } = await booked();
    await move().run(pair.executive, { sessionId: second, startsAt: wednesday });
    await sendAll(test.db);
    await undo('2027-01-11T08:00:30Z').run(pair.executive, { sessionId: second });
    const [mail] = await calendarMails(pair);
    expect([icsValue(mail?.ics, 'DTSTART'), icsValue(mail?.ics, 'SEQUENCE')]).toEqual([
      '20270126T100000',
      '2',
    ]);
  });

  it('is not taken back by others, later, or after something else', async () => {
    const { pair, second } = await booked();
    await move().run(pair.executive, { sessionId: second, startsAt: wednesday });
    for (const [who, at] of [
      [pair.champion, '2027-01-11T08:00:10Z'],
      [pair.executive, '2027-01-11T08:01:01Z'],
    ] as const) {
      expect(await undo(at).run(who, { sessionId: second })).toMatchObject({
        ok: false,
        refusal: { code: 'TOO_LATE_TO_UNDO' },
      });
    }
  });

  it.each([
    ['2027-01-11T09:00:00Z', 'TOO_SOON'],
    ['2027-01-30T10:00:00Z', 'NOT_FREE'],
    ['2027-02-10T10:00:00Z', 'CROSSES_NEIGHBOUR'],
    ['2027-02-09T14:00:00Z', 'CROSSES_NEIGHBOUR'],
    ['2027-01-12T14:00:00Z', 'CROSSES_NEIGHBOUR'],
  ])('21. to %s is refused: %s', async (startsAt, code) => {
    const { pair, second } = await booked();
    const result = await move().run(pair.executive, {
      sessionId: second,
      startsAt: new Date(startsAt),
    });
    expect(result).toMatchObject({ ok: false, refusal: { code } });
    expect((await sessionsOf(test.db, pair.pairingId))[1]?.local).toBe('2027-01-26T10:00');
  });

  it('to a time of the champion’s other session is refused', async () => {
    const { pair, second } = await booked();
    const other = await aPair(test.db, { championId: pair.championId });
    await aBooking(test.db, other, '2027-01-13T14:00');
    const result = await move().run(pair.executive, { sessionId: second, startsAt: wednesday });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'SLOT_TAKEN' } });
  });

  it('40. from an older page is refused', async () => {
    const { pair, second } = await booked();
    await move().run(pair.executive, { sessionId: second, startsAt: wednesday, version: 1 });
    const stale = await move().run(pair.champion, {
      sessionId: second,
      startsAt: new Date('2027-01-28T10:00:00Z'),
      version: 1,
    });
    expect(stale).toMatchObject({ ok: false, refusal: { code: 'STALE_VERSION' } });
  });

  it('by a champion needs 24 hours’ notice, by an executive none', async () => {
    const { pair, first } = await booked();
    const late = '2027-01-11T10:30:00Z';
    const target = new Date('2027-01-13T10:00:00Z');
    expect(
      await move(late).run(pair.champion, { sessionId: first, startsAt: target }),
    ).toMatchObject({
      ok: false,
      refusal: { code: 'SHORT_NOTICE' },
    });
    expect((await move(late).run(pair.executive, { sessionId: first, startsAt: target })).ok).toBe(
      true,
    );
  });

  it('after it began is refused', async () => {
    const { pair, first } = await booked();
    const result = await move('2027-01-12T10:00:00Z').run(pair.executive, {
      sessionId: first,
      startsAt: new Date('2027-01-14T10:00:00Z'),
    });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'ALREADY_STARTED' } });
  });

  it('is for the two people and their delegates only', async () => {
    const { pair, second } = await booked();
    const { delegateId } = await aDelegation(test.db, { principalId: pair.championId });
    const kim = viewerOf({ id: delegateId, name: 'Kim' }, 'DELEGATE');
    expect((await move().run(kim, { sessionId: second, startsAt: wednesday })).ok).toBe(true);
    const [mail] = await calendarMails(pair);
    expect(mail?.text).toContain('Changed by Kim for Priya Nair.');
    for (const role of ['HR_LEAD', 'ADMINISTRATOR', 'EXECUTIVE'] as const) {
      const stranger = viewerOf(await aPerson(test.db), role);
      await expect(
        move().run(stranger, { sessionId: second, startsAt: wednesday }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('offers five times that are each accepted', async () => {
    const { pair, second } = await booked();
    const reader = new BookingReader(test.db, fixedClock(MONDAY));
    const { starts } = await reader.moveTimes(
      pair.champion,
      second,
      new Date('2027-01-25T00:00:00Z'),
    );
    expect(starts).toHaveLength(5);
    for (const startsAt of starts) {
      expect((await move().run(pair.executive, { sessionId: second, startsAt })).ok).toBe(true);
    }
  });
});

describe('skipping and cancelling', () => {
  it.each([
    ['skip', 'skipped'],
    ['cancel', 'cancelled'],
  ] as const)(
    '%s frees both people’s time and takes one date out of the calendars',
    async (act, status) => {
      const { pair, second } = await booked();
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
      const [mail] = await calendarMails(pair);
      expect(mail?.method).toBe('CANCEL');
      expect([
        icsValue(mail?.ics, 'RECURRENCE-ID'),
        icsValue(mail?.ics, 'DTSTART'),
        icsValue(mail?.ics, 'STATUS'),
      ]).toEqual(['20270126T100000', '20270126T100000', 'CANCELLED']);
      expect(mail?.text).toContain('Next session: Tue 9 Feb, 10:00–10:30 (London, UTC).');
    },
  );

  it('a second time changes nothing and mails nobody', async () => {
    const { pair, second } = await booked();
    await skip().run(pair.executive, { sessionId: second });
    await skip().run(pair.champion, { sessionId: second });
    expect(await calendarMails(pair)).toHaveLength(1);
  });

  it('writes down whether it was late', async () => {
    const { pair, first, second } = await booked();
    await cancel('2027-01-11T12:00:00Z').run(pair.executive, { sessionId: first });
    await cancel('2027-01-11T12:00:00Z').run(pair.executive, { sessionId: second });
    const events = await test.db.rows<{ after: { isLate: boolean } }>(
      `select after from session_event where session_id = any($1) and kind = 'cancelled' order by id`,
      [[first, second]],
    );
    expect(events.map((event) => event.after.isLate)).toEqual([true, false]);
  });

  it('is refused once it began, and for a reason that is not on offer', async () => {
    const { pair, first } = await booked();
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
    const { second } = await booked();
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
    const { pair, second } = await booked();
    await skip().run(pair.executive, { sessionId: second });
    expect(
      (await restore('2027-01-11T08:00:10Z').run(pair.executive, { sessionId: second })).ok,
    ).toBe(true);
    expect((await sessionsOf(test.db, pair.pairingId))[1]).toMatchObject({
      status: 'booked',
      reason: null,
    });
    expect(await claimsOf(test.db, pair.championId)).toHaveLength(6);
    expect(await calendarMails(pair)).toEqual([]);
  });

  it('puts the date into calendars again with a higher number', async () => {
    const { pair, second } = await booked();
    await skip().run(pair.executive, { sessionId: second });
    await sendAll(test.db);
    await restore('2027-01-12T09:00:00Z').run(pair.champion, { sessionId: second });
    const [mail] = await calendarMails(pair);
    expect([
      mail?.method,
      icsValue(mail?.ics, 'SEQUENCE'),
      icsValue(mail?.ics, 'RECURRENCE-ID'),
    ]).toEqual(['REQUEST', '2', '20270126T100000']);
  });

  it('26. is refused when one of the two is booked meanwhile', async () => {
    const { pair, second } = await booked();
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
    const { pair, first } = await booked();
    await skip().run(pair.executive, { sessionId: first });
    expect(
      await restore('2027-01-12T10:00:00Z').run(pair.executive, { sessionId: first }),
    ).toMatchObject({
      ok: false,
      refusal: { code: 'ALREADY_STARTED' },
    });
  });
});

describe('one more session beside the series', () => {
  const single = () => new BookSession(test.db, fixedClock(MONDAY), config);

  it('is an event of its own in calendars', async () => {
    const { pair } = await booked();
    const result = await single().run(pair.executive, {
      pairingId: pair.pairingId,
      startsAt: new Date('2027-01-20T10:00:00Z'),
      idempotencyKey: newId(),
    });
    expect(result.ok).toBe(true);
    const [mail] = await calendarMails(pair);
    expect(icsValue(mail?.ics, 'RRULE')).toBeUndefined();
    expect(icsValue(mail?.ics, 'RECURRENCE-ID')).toBeUndefined();
    expect(mail?.subject).toBe('Session with Priya Nair: Wed 20 Jan, 10:00');
  });

  it('is cancelled as a whole event', async () => {
    const { pair } = await booked();
    const result = await single().run(pair.executive, {
      pairingId: pair.pairingId,
      startsAt: new Date('2027-01-20T10:00:00Z'),
      idempotencyKey: newId(),
    });
    if (!result.ok) throw new Error(result.refusal.message);
    await sendAll(test.db);
    await cancel().run(pair.executive, { sessionId: result.value.sessionIds[0] ?? '' });
    const [mail] = await calendarMails(pair);
    expect([mail?.method, icsValue(mail?.ics, 'RECURRENCE-ID')]).toEqual(['CANCEL', undefined]);
  });

  it('36. is called off, and the same time is booked again with a new key', async () => {
    const { pair } = await booked();
    const book = () =>
      single().run(pair.executive, {
        pairingId: pair.pairingId,
        startsAt: new Date('2027-01-20T10:00:00Z'),
        idempotencyKey: newId(),
      });
    const first = await book();
    if (!first.ok) throw new Error(first.refusal.message);
    await cancel().run(pair.executive, { sessionId: first.value.sessionIds[0] ?? '' });
    const again = await book();
    if (!again.ok) throw new Error(again.refusal.message);
    expect(again.value.sessionIds).not.toEqual(first.value.sessionIds);
    const then = (await sessionsOf(test.db, pair.pairingId)).filter(
      ({ local }) => local === '2027-01-20T10:00',
    );
    expect(then.map(({ status }) => status).sort()).toEqual(['booked', 'cancelled']);
  });

  it('respects the one session a day of an executive', async () => {
    const { pair } = await booked();
    const result = await single().run(pair.executive, {
      pairingId: pair.pairingId,
      startsAt: new Date('2027-01-26T14:00:00Z'),
      idempotencyKey: newId(),
    });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'CAP_REACHED' } });
  });

  it('is not for the champion, and not before the pairing is active', async () => {
    const { pair } = await booked();
    const request = { startsAt: new Date('2027-01-20T10:00:00Z'), idempotencyKey: newId() };
    await expect(
      single().run(pair.champion, { ...request, pairingId: pair.pairingId }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const fresh = await aPair(test.db);
    expect(
      await single().run(fresh.executive, { ...request, pairingId: fresh.pairingId }),
    ).toMatchObject({ ok: false, refusal: { code: 'PAIRING_NOT_READY' } });
  });
});
