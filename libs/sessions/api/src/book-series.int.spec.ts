import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import { someWorkingHours } from '@flipside/people-api/builders';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { BookingReader } from './booking.reader.js';
import { aDelegation, aSession } from './builders.js';
import {
  MONDAY,
  aBooking,
  aPair,
  bookSeries,
  claimsOf,
  config,
  icsValue,
  mailsTo,
  sendAll,
  sessionsOf,
  viewerOf,
} from './spec-setting.builder.js';
import { UndoBooking } from './undo-booking.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

const request = (pairingId: string, localStart = '2027-01-12T10:00') => ({
  pairingId,
  localStart,
  idempotencyKey: newId(),
});

describe('6. booking 02:30 on 2027-03-28 in Europe/Berlin', () => {
  it('is refused with a sentence that names the clock change, and writes nothing', async () => {
    const pair = await aPair(test.db, { executiveZone: 'Europe/Berlin' });
    const at = (localStart: string) =>
      bookSeries(test.db, '2027-03-15T08:00:00Z').run(
        pair.executive,
        request(pair.pairingId, localStart),
      );
    expect(await at('2027-03-28T02:30')).toMatchObject({
      ok: false,
      refusal: {
        code: 'CLOCK_CHANGE',
        message: 'The clocks go forward then, so that time does not exist. Choose another one.',
      },
    });
    // The same night before and after is merely no working time; a date that no calendar has is no offer.
    for (const local of ['2027-03-28T01:30', '2027-03-28T03:30', '2027-02-30T02:30'])
      expect(await at(local)).toMatchObject({ ok: false, refusal: { code: 'SLOT_TAKEN' } });
    expect(await sessionsOf(test.db, pair.pairingId)).toEqual([]);
    expect(await mailsTo(test.db, pair.executiveId)).toEqual([]);
  });
});

describe('booking a series', () => {
  it('writes six sessions, both people’s time and history, and activates the pairing', async () => {
    const pair = await aPair(test.db);
    const { sessionIds } = await aBooking(test.db, pair);
    const sessions = await sessionsOf(test.db, pair.pairingId);
    expect(sessions.map((each) => each.local)).toEqual([
      '2027-01-12T10:00',
      '2027-01-26T10:00',
      '2027-02-09T10:00',
      '2027-02-23T10:00',
      '2027-03-09T10:00',
      '2027-03-23T10:00',
    ]);
    expect(sessions.map((each) => each.id)).toEqual(sessionIds);
    expect(new Set(sessions.map((each) => each.status))).toEqual(new Set(['booked']));
    expect(await claimsOf(test.db, pair.championId)).toHaveLength(6);
    const [claim] = await claimsOf(test.db, pair.executiveId);
    expect(claim?.to.toISOString()).toBe('2027-01-12T10:40:00.000Z');
    const events = await test.db.rows('select 1 from session_event where session_id = any($1)', [
      sessionIds,
    ]);
    expect(events).toHaveLength(6);
    const pairing = await test.db.one<{ state: string; anchor_on: string }>(
      'select state, anchor_on from pairing where id = $1',
      [pair.pairingId],
    );
    expect(pairing).toEqual({ state: 'active', anchor_on: '2027-01-12' });
  });

  it('invites both people with one message of one UID', async () => {
    const pair = await aPair(test.db, { championZone: 'Asia/Kolkata' });
    await aBooking(test.db, pair);
    const mails = await mailsTo(test.db, pair.executiveId, pair.championId);
    expect(mails.map((mail) => mail.method)).toEqual(['REQUEST', 'REQUEST']);
    expect(new Set(mails.map((mail) => icsValue(mail.ics, 'UID'))).size).toBe(1);
    expect(icsValue(mails[0]?.ics, 'RRULE')).toBe('FREQ=WEEKLY;INTERVAL=2;COUNT=6');
    expect(icsValue(mails[0]?.ics, 'SEQUENCE')).toBe('0');
    expect(icsValue(mails[0]?.ics, 'ORGANIZER')).toBe('mailto:coaching@example.com');
    expect(mails[0]?.text).toContain(
      'Tue 12 Jan, 10:00–10:30 (London, UTC). For Priya Nair: 15:30–16:00 (Kolkata, UTC+5:30)',
    );
    expect(mails[1]?.text).toContain(
      'Tue 12 Jan, 15:30–16:00 (Kolkata, UTC+5:30). For Helen Ward: 10:00–10:30 (London, UTC)',
    );
    expect(mails[0]?.text).toMatch(/https:\/\/coach\.example\.com\/a\/[\w-]{43}\n/);
    // The event is seen by whoever sees the calendar: its link asks to sign in.
    expect(mails[0]?.ics).not.toContain('/a/');
  });

  it('keeps the executive’s wall time across the clock change', async () => {
    const pair = await aPair(test.db, {
      executiveZone: 'Europe/Berlin',
      championZone: 'Europe/Berlin',
    });
    await aBooking(test.db, pair, '2027-03-16T09:00', '2027-03-10T08:00:00Z');
    const starts = (await sessionsOf(test.db, pair.pairingId)).map((each) =>
      each.startsAt.toISOString(),
    );
    expect(starts.slice(0, 2)).toEqual(['2027-03-16T08:00:00.000Z', '2027-03-30T07:00:00.000Z']);
  });

  it('19. leaves the one date out that does not suit, in rows, rule and words', async () => {
    const busy = await aPair(test.db);
    await aBooking(test.db, busy, '2027-01-26T10:00');
    const pair = await aPair(test.db, { championId: busy.championId });
    await test.db.rows(`delete from claim where lower(during) > '2027-02-01'`);
    await aBooking(test.db, pair);
    const sessions = await sessionsOf(test.db, pair.pairingId);
    expect(sessions.map((each) => each.status)).toEqual([
      'booked',
      'skipped',
      'booked',
      'booked',
      'booked',
      'booked',
    ]);
    const [mail] = await mailsTo(test.db, pair.executiveId);
    expect(icsValue(mail?.ics, 'EXDATE')).toBe('20270126T100000');
    expect(mail?.text).toContain('Not on Tue 26 Jan: Priya Nair has something else.');
  });

  it('35. answers the same for the same key, with one series and one pair of mails', async () => {
    const pair = await aPair(test.db);
    const once = request(pair.pairingId);
    const first = await bookSeries(test.db).run(pair.executive, once);
    const again = await bookSeries(test.db).run(pair.executive, once);
    expect(again).toEqual(first);
    expect(await sessionsOf(test.db, pair.pairingId)).toHaveLength(6);
    expect(await mailsTo(test.db, pair.executiveId)).toHaveLength(1);
  });

  it('35. refuses the same key for another request', async () => {
    const pair = await aPair(test.db);
    const once = request(pair.pairingId);
    await bookSeries(test.db).run(pair.executive, once);
    await expect(
      bookSeries(test.db).run(pair.executive, { ...once, localStart: '2027-01-13T10:00' }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('refuses a second series while sessions are coming', async () => {
    const pair = await aPair(test.db);
    await aBooking(test.db, pair);
    const result = await bookSeries(test.db).run(
      pair.executive,
      request(pair.pairingId, '2027-01-13T10:00'),
    );
    expect(result).toMatchObject({ ok: false, refusal: { code: 'ALREADY_BOOKED' } });
  });

  it.each(['proposed', 'paused', 'ended_early'] as const)(
    'refuses for a pairing that is %s',
    async (state) => {
      const pair = await aPair(test.db, { state });
      const result = await bookSeries(test.db).run(pair.executive, request(pair.pairingId));
      expect(result).toMatchObject({ ok: false, refusal: { code: 'PAIRING_NOT_READY' } });
    },
  );

  it('refuses a time that the champion gave to somebody else', async () => {
    const first = await aPair(test.db);
    await aBooking(test.db, first);
    const second = await aPair(test.db, { championId: first.championId });
    const result = await bookSeries(test.db).run(second.executive, request(second.pairingId));
    expect(result).toMatchObject({
      ok: false,
      refusal: { code: 'SLOT_TAKEN', message: 'That time was just taken. Choose another one.' },
    });
    expect(await sessionsOf(test.db, second.pairingId)).toEqual([]);
  });

  it('is refused over a hold, and goes through once the hold ran out, without any worker', async () => {
    const pair = await aPair(test.db);
    const held = await aSession(test.db, {
      pairingId: (await aPair(test.db, { championId: pair.championId, state: 'active' })).pairingId,
      status: 'offered',
      startsAt: '2027-01-12T10:00:00Z',
    });
    const first = await bookSeries(test.db).run(pair.executive, request(pair.pairingId));
    expect(first).toMatchObject({ ok: false, refusal: { code: 'SLOT_TAKEN' } });
    await test.db.rows('update claim set hold_expires_at = $2 where session_id = $1', [
      held.id,
      MONDAY,
    ]);
    expect((await bookSeries(test.db).run(pair.executive, request(pair.pairingId))).ok).toBe(true);
  });

  it('refuses times outside working hours and within the notice', async () => {
    const pair = await aPair(test.db);
    for (const localStart of ['2027-01-12T07:00', '2027-01-16T10:00', '2027-01-11T15:00']) {
      const result = await bookSeries(test.db).run(
        pair.executive,
        request(pair.pairingId, localStart),
      );
      expect(result).toMatchObject({ ok: false, refusal: { code: 'SLOT_TAKEN' } });
    }
  });

  it.each(['2027-13-01T10:00', '2027-02-30T10:00', '9999-12-31T10:00', '0000-00-00T00:00'])(
    'refuses %s, which no calendar or plan has, and writes nothing',
    async (localStart) => {
      const pair = await aPair(test.db);
      const result = await bookSeries(test.db).run(pair.executive, {
        pairingId: pair.pairingId,
        localStart,
        idempotencyKey: newId(),
      });
      expect(result).toMatchObject({ ok: false, refusal: { code: 'SLOT_TAKEN' } });
      expect(await sessionsOf(test.db, pair.pairingId)).toEqual([]);
    },
  );

  it('is not for the champion, HR or a stranger', async () => {
    const pair = await aPair(test.db);
    const stranger = viewerOf({ id: newId() }, 'HR_LEAD', 'EXECUTIVE');
    for (const viewer of [pair.champion, stranger]) {
      await expect(bookSeries(test.db).run(viewer, request(pair.pairingId))).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
  });

  it('is for a delegate, and every record says for whom', async () => {
    const pair = await aPair(test.db);
    const { delegateId } = await aDelegation(test.db, { principalId: pair.executiveId });
    const kim = viewerOf({ id: delegateId, name: 'Kim' }, 'DELEGATE');
    const result = await bookSeries(test.db).run(kim, request(pair.pairingId));
    expect(result.ok).toBe(true);
    const [event] = await test.db.rows<{ actor_id: string; on_behalf_of: string }>(
      `select actor_id, on_behalf_of from session_event e join session s on s.id = e.session_id where s.pairing_id = $1 limit 1`,
      [pair.pairingId],
    );
    expect(event).toEqual({ actor_id: delegateId, on_behalf_of: pair.executiveId });
    const [mail] = await mailsTo(test.db, pair.championId);
    expect(mail?.text).toContain('Booked by Kim for Helen Ward.');
    const copies = await mailsTo(test.db, delegateId);
    expect(copies).toMatchObject([{ ics: null, method: null }]);
    expect(copies[0]?.subject).toMatch(/^For Helen Ward: /);
  });

  it('is not for a delegate whose time is over', async () => {
    const pair = await aPair(test.db);
    const { delegateId } = await aDelegation(test.db, {
      principalId: pair.executiveId,
      validTo: '2027-01-11',
    });
    await expect(
      bookSeries(test.db).run(viewerOf({ id: delegateId }, 'DELEGATE'), request(pair.pairingId)),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('taking a booking back', () => {
  const undo = (at: string) => new UndoBooking(test.db, fixedClock(at), config);

  it('gives the time back, and nobody who was not told is told anything', async () => {
    const pair = await aPair(test.db);
    const { seriesId } = await aBooking(test.db, pair);
    const result = await undo('2027-01-11T08:00:12Z').run(pair.executive, { seriesId });
    expect(result).toEqual({ ok: true, value: { pairingId: pair.pairingId } });
    expect(await claimsOf(test.db, pair.championId)).toEqual([]);
    const mails = await mailsTo(test.db, pair.executiveId, pair.championId);
    expect(mails.map((mail) => mail.state)).toEqual(['dropped', 'dropped']);
    await aBooking(test.db, pair, '2027-01-13T10:00');
  });

  it('cancels properly when the invitation had left already', async () => {
    const pair = await aPair(test.db);
    const { seriesId } = await aBooking(test.db, pair);
    await sendAll(test.db);
    await undo('2027-01-11T08:00:40Z').run(pair.executive, { seriesId });
    const mails = await mailsTo(test.db, pair.executiveId);
    expect(mails.map((mail) => [mail.method, icsValue(mail.ics, 'SEQUENCE'), mail.state])).toEqual([
      ['REQUEST', '0', 'sent'],
      ['CANCEL', '1', 'queued'],
    ]);
  });

  it('is for the one who booked, for a minute', async () => {
    const pair = await aPair(test.db);
    const { seriesId } = await aBooking(test.db, pair);
    const late = await undo('2027-01-11T08:01:01Z').run(pair.executive, { seriesId });
    expect(late).toMatchObject({ ok: false, refusal: { code: 'TOO_LATE_TO_UNDO' } });
    const other = await undo('2027-01-11T08:00:10Z').run(pair.champion, { seriesId });
    expect(other).toMatchObject({ ok: false, refusal: { code: 'TOO_LATE_TO_UNDO' } });
    await expect(
      undo('2027-01-11T08:00:10Z').run(viewerOf({ id: newId() }), { seriesId }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the three options', () => {
  const reader = () => new BookingReader(test.db, fixedClock(MONDAY));

  it('can each be booked', async () => {
    const pair = await aPair(test.db, { championZone: 'America/New_York' });
    const { options } = await reader().options(pair.executive, pair.pairingId);
    expect(options).toHaveLength(3);
    for (const { pattern } of options) {
      const other = await aPair(test.db, { championZone: 'America/New_York' });
      await aBooking(test.db, other, pattern.localStart);
    }
  });

  it('follow both people’s own hours and zones', async () => {
    const pair = await aPair(test.db, { championZone: 'Asia/Kolkata' });
    await someWorkingHours(test.db, pair.executiveId, [
      { weekday: 3, fromMinute: 600, toMinute: 690 },
    ]);
    const { options } = await reader().options(pair.executive, pair.pairingId);
    for (const { pattern } of options) {
      expect(new Date(`${pattern.localStart}Z`).getUTCDay()).toBe(3);
      expect(
        pattern.localStart.slice(11) >= '10:00' && pattern.localStart.slice(11) <= '11:00',
      ).toBe(true);
    }
    expect(options.length).toBeGreaterThan(0);
  });

  it('are none when hours share nothing, and are not for others', async () => {
    const pair = await aPair(test.db);
    await someWorkingHours(test.db, pair.championId, [
      { weekday: 7, fromMinute: 600, toMinute: 690 },
    ]);
    expect((await reader().options(pair.executive, pair.pairingId)).options).toEqual([]);
    await expect(reader().options(pair.champion, pair.pairingId)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('wait on the home page until one is booked', async () => {
    const pair = await aPair(test.db);
    expect((await reader().waiting(pair.executive)).map((offer) => offer.pairing.id)).toEqual([
      pair.pairingId,
    ]);
    expect(await reader().waiting(pair.champion)).toEqual([]);
    await aBooking(test.db, pair);
    expect(await reader().waiting(pair.executive)).toEqual([]);
  });
});
