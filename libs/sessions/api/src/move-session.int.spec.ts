import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@flipside/kernel';
import { aPerson } from '@flipside/people-api/builders';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { BookingReader } from './booking.reader.js';
import { aDelegation } from './builders.js';
import { MoveSession } from './move-session.js';
import {
  MONDAY,
  aBookedPair,
  aBooking,
  aPair,
  claimsOf,
  config,
  icsValue,
  mailsTo,
  sendAll,
  sessionsOf,
  viewerOf,
  waitingMails,
} from './spec-setting.builder.js';
import { UndoMove } from './undo-move.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

const move = (at = MONDAY) => new MoveSession(test.db, fixedClock(at), config);
const undo = (at: string) => new UndoMove(test.db, fixedClock(at), config);

const wednesday = new Date('2027-01-27T14:00:00Z');

describe('moving a session', () => {
  it('changes its time and both claims, and keeps its identity', async () => {
    const { pair, second } = await aBookedPair(test.db);
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
    const { pair, second } = await aBookedPair(test.db);
    await move().run(pair.executive, { sessionId: second, startsAt: wednesday });
    const [mail] = await waitingMails(test.db, pair);
    expect(mail?.method).toBe('REQUEST');
    expect(icsValue(mail?.ics, 'RECURRENCE-ID')).toBe('20270126T100000');
    expect(icsValue(mail?.ics, 'DTSTART')).toBe('20270127T140000');
    expect(icsValue(mail?.ics, 'SEQUENCE')).toBe('1');
    expect(mail?.subject).toBe('Moved: session with Priya Nair, now Wed 27 Jan, 14:00');
  });

  it('20. twice keeps the original start both times, and the first mail never leaves', async () => {
    const { pair, second } = await aBookedPair(test.db);
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
    const { pair, second } = await aBookedPair(test.db);
    await move().run(pair.executive, { sessionId: second, startsAt: wednesday });
    const result = await undo('2027-01-11T08:00:14Z').run(pair.executive, { sessionId: second });
    expect(result.ok).toBe(true);
    expect((await sessionsOf(test.db, pair.pairingId))[1]).toMatchObject({
      local: '2027-01-26T10:00',
      moves: 0,
    });
    expect(await waitingMails(test.db, pair)).toEqual([]);
  });

  it('tells the old time again when the mail about the move had left', async () => {
    const { pair, second } = await aBookedPair(test.db);
    await move().run(pair.executive, { sessionId: second, startsAt: wednesday });
    await sendAll(test.db);
    await undo('2027-01-11T08:00:30Z').run(pair.executive, { sessionId: second });
    const [mail] = await waitingMails(test.db, pair);
    expect([icsValue(mail?.ics, 'DTSTART'), icsValue(mail?.ics, 'SEQUENCE')]).toEqual([
      '20270126T100000',
      '2',
    ]);
  });

  it('is not taken back by others, later, or after something else', async () => {
    const { pair, second } = await aBookedPair(test.db);
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
    const { pair, second } = await aBookedPair(test.db);
    const result = await move().run(pair.executive, {
      sessionId: second,
      startsAt: new Date(startsAt),
    });
    expect(result).toMatchObject({ ok: false, refusal: { code } });
    expect((await sessionsOf(test.db, pair.pairingId))[1]?.local).toBe('2027-01-26T10:00');
  });

  it('to a time of the champion’s other session is refused', async () => {
    const { pair, second } = await aBookedPair(test.db);
    const other = await aPair(test.db, { championId: pair.championId });
    await aBooking(test.db, other, '2027-01-13T14:00');
    const result = await move().run(pair.executive, { sessionId: second, startsAt: wednesday });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'SLOT_TAKEN' } });
  });

  it('40. from an older page is refused', async () => {
    const { pair, second } = await aBookedPair(test.db);
    await move().run(pair.executive, { sessionId: second, startsAt: wednesday, version: 1 });
    const stale = await move().run(pair.champion, {
      sessionId: second,
      startsAt: new Date('2027-01-28T10:00:00Z'),
      version: 1,
    });
    expect(stale).toMatchObject({ ok: false, refusal: { code: 'STALE_VERSION' } });
  });

  it('by a champion needs 24 hours’ notice, by an executive none', async () => {
    const { pair, first } = await aBookedPair(test.db);
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
    const { pair, first } = await aBookedPair(test.db);
    const result = await move('2027-01-12T10:00:00Z').run(pair.executive, {
      sessionId: first,
      startsAt: new Date('2027-01-14T10:00:00Z'),
    });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'ALREADY_STARTED' } });
  });

  it('is for the two people and their delegates only', async () => {
    const { pair, second } = await aBookedPair(test.db);
    const { delegateId } = await aDelegation(test.db, { principalId: pair.championId });
    const kim = viewerOf({ id: delegateId, name: 'Kim' }, 'DELEGATE');
    expect((await move().run(kim, { sessionId: second, startsAt: wednesday })).ok).toBe(true);
    const [mail] = await waitingMails(test.db, pair);
    expect(mail?.text).toContain('Changed by Kim for Priya Nair.');
    for (const role of ['HR_LEAD', 'ADMINISTRATOR', 'EXECUTIVE'] as const) {
      const stranger = viewerOf(await aPerson(test.db), role);
      await expect(
        move().run(stranger, { sessionId: second, startsAt: wednesday }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('offers five times that are each accepted', async () => {
    const { pair, second } = await aBookedPair(test.db);
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
