import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import { countingStatements } from '@flipside/platform-api';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { BookSession } from './book-session.js';
import { CancelSession } from './call-off-session.js';
import {
  MONDAY,
  aBookedPair,
  aPair,
  config,
  icsValue,
  sendAll,
  sessionsOf,
  waitingMails,
} from './spec-setting.builder.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

const cancel = (at = MONDAY) => new CancelSession(test.db, fixedClock(at), config);

describe('one more session beside the series', () => {
  const single = () => new BookSession(test.db, fixedClock(MONDAY), config);

  it('is an event of its own in calendars', async () => {
    const { pair } = await aBookedPair(test.db);
    const result = await single().run(pair.executive, {
      pairingId: pair.pairingId,
      startsAt: new Date('2027-01-20T10:00:00Z'),
      idempotencyKey: newId(),
    });
    expect(result.ok).toBe(true);
    const [mail] = await waitingMails(test.db, pair);
    expect(icsValue(mail?.ics, 'RRULE')).toBeUndefined();
    expect(icsValue(mail?.ics, 'RECURRENCE-ID')).toBeUndefined();
    expect(mail?.subject).toBe('Session with Priya Nair: Wed 20 Jan, 10:00');
  });

  it('is cancelled as a whole event', async () => {
    const { pair } = await aBookedPair(test.db);
    const result = await single().run(pair.executive, {
      pairingId: pair.pairingId,
      startsAt: new Date('2027-01-20T10:00:00Z'),
      idempotencyKey: newId(),
    });
    if (!result.ok) throw new Error(result.refusal.message);
    await sendAll(test.db);
    await cancel().run(pair.executive, { sessionId: result.value.sessionIds[0] ?? '' });
    const [mail] = await waitingMails(test.db, pair);
    expect([mail?.method, icsValue(mail?.ics, 'RECURRENCE-ID')]).toEqual(['CANCEL', undefined]);
  });

  it('36. is called off, and the same time is booked again with a new key', async () => {
    const { pair } = await aBookedPair(test.db);
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
    const { pair } = await aBookedPair(test.db);
    const result = await single().run(pair.executive, {
      pairingId: pair.pairingId,
      startsAt: new Date('2027-01-26T14:00:00Z'),
      idempotencyKey: newId(),
    });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'CAP_REACHED' } });
  });

  it('tells who comes too late in two statements, and gives the answer again to who booked with the same key', async () => {
    const { pair } = await aBookedPair(test.db);
    const request = {
      pairingId: pair.pairingId,
      startsAt: new Date('2027-01-20T10:00:00Z'),
      idempotencyKey: newId(),
    };
    const first = await single().run(pair.executive, request);
    expect(first.ok).toBe(true);
    expect(await single().run(pair.executive, request)).toEqual(first);
    const { result, statements } = await countingStatements(() =>
      single().run(pair.executive, { ...request, idempotencyKey: newId() }),
    );
    expect(result).toMatchObject({ ok: false, refusal: { code: 'SLOT_TAKEN' } });
    expect(statements).toHaveLength(2);
  });

  it('is not for the champion, and not before the pairing is active', async () => {
    const { pair } = await aBookedPair(test.db);
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
