import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@flipside/kernel';
import { aPerson } from '@flipside/people-api/builders';
import { countStatements, testDatabase, type TestDatabase } from '@flipside/testing';
import { BookingReader } from './booking.reader.js';
import { aDelegation, aSeries, aSession } from './builders.js';
import { SessionReader } from './session.reader.js';
import { sessionView } from './session.view.js';
import { MONDAY, aPair, viewerOf, type Pair } from './spec-setting.builder.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

const NOW = new Date(MONDAY);
const reader = () => new SessionReader(test.db, fixedClock(NOW));
const from = new Date('2026-06-01T00:00:00Z');
const to = new Date('2027-06-01T00:00:00Z');

async function aTalk(): Promise<{ pair: Pair; id: string }> {
  const pair = await aPair(test.db, { state: 'active', championZone: 'Asia/Kolkata' });
  const { id } = await aSession(test.db, {
    pairingId: pair.pairingId,
    agenda: 'The Q4 forecast',
    meetingLink: 'https://meet.example.com/x',
  });
  return { pair, id };
}

describe('who sees what of a session', () => {
  it('the two people see everything, each on their own clock', async () => {
    const { pair, id } = await aTalk();
    const seen = await reader().one(pair.champion, id);
    if (!seen) throw new Error('expected a session');
    const view = sessionView(seen, pair.champion, NOW);
    expect(view).toMatchObject({
      agenda: 'The Q4 forecast',
      meetingLink: 'https://meet.example.com/x',
      viewerSide: 'champion',
      viewerCanMove: true,
      yourTime: {
        dayInWords: 'Tue 12 Jan',
        timeInWords: '15:30–16:00',
        place: 'Kolkata',
        offset: 'UTC+5:30',
      },
      otherTimes: [
        {
          name: 'Helen Ward',
          time: { timeInWords: '10:00–10:30', place: 'London', offset: 'UTC' },
        },
      ],
    });
  });

  it('a delegate sees times and may change, without a word of content', async () => {
    const { pair, id } = await aTalk();
    const { delegateId } = await aDelegation(test.db, { principalId: pair.executiveId });
    const kim = viewerOf({ id: delegateId }, 'DELEGATE');
    const seen = await reader().one(kim, id);
    if (!seen) throw new Error('expected a session');
    const view = sessionView(seen, kim, NOW);
    expect(view).toMatchObject({
      agenda: null,
      meetingLink: null,
      viewerSide: null,
      onBehalfOf: { name: 'Helen Ward' },
      viewerCanMove: true,
      viewerCanRecord: false,
    });
    expect((await reader().lookedAfter(kim, from, to)).map((each) => each.row.id)).toEqual([id]);
    expect(await reader().own(kim, from, to)).toEqual([]);
  });

  it('a delegate of two executives sees both in one list, in the order of time, and nobody else’s', async () => {
    const [first, second, other] = [
      await aPair(test.db),
      await aPair(test.db),
      await aPair(test.db),
    ];
    const at = (pair: Pair, startsAt: string) =>
      aSession(test.db, { pairingId: pair.pairingId, startsAt });
    const middle = await at(first, '2027-01-13T10:00:00Z');
    const last = await at(second, '2027-01-14T10:00:00Z');
    const soonest = await at(second, '2027-01-12T10:00:00Z');
    await at(other, '2027-01-12T11:00:00Z');
    const { delegateId } = await aDelegation(test.db, { principalId: first.executiveId });
    await aDelegation(test.db, { principalId: second.executiveId, delegateId });
    const kim = viewerOf({ id: delegateId }, 'DELEGATE');
    const seen = await reader().lookedAfter(kim, from, to);
    expect(seen.map(({ row, standing }) => [row.id, standing?.onBehalfOf])).toEqual([
      [soonest.id, second.executiveId],
      [middle.id, first.executiveId],
      [last.id, second.executiveId],
    ]);
  });

  it('HR sees date and state and can do nothing', async () => {
    const { id } = await aTalk();
    const hr = viewerOf(await aPerson(test.db), 'HR_LEAD');
    const seen = await reader().one(hr, id);
    if (!seen) throw new Error('expected a session');
    expect(sessionView(seen, hr, NOW)).toMatchObject({
      agenda: null,
      meetingLink: null,
      status: 'booked',
      viewerCanMove: false,
      viewerCanSkip: false,
      viewerCanCancel: false,
      viewerCanRestore: false,
      viewerCanRecord: false,
    });
  });

  it('others see nothing: employees, administrators, champions and executives of other pairings, former delegates', async () => {
    const { pair, id } = await aTalk();
    const { delegateId } = await aDelegation(test.db, {
      principalId: pair.executiveId,
      validTo: '2027-01-11',
    });
    const others = [
      viewerOf(await aPerson(test.db)),
      viewerOf(await aPerson(test.db), 'ADMINISTRATOR'),
      viewerOf(await aPerson(test.db), 'CHAMPION'),
      viewerOf(await aPerson(test.db), 'EXECUTIVE'),
      viewerOf({ id: delegateId }, 'DELEGATE'),
    ];
    for (const viewer of others) expect(await reader().one(viewer, id)).toBeNull();
  });
});

describe('reading sessions', () => {
  it('lists own sessions of a stretch of time in order, whichever side one is', async () => {
    const pair = await aPair(test.db, { state: 'active' });
    const late = await aSession(test.db, {
      pairingId: pair.pairingId,
      startsAt: '2027-02-02T10:00:00Z',
    });
    const early = await aSession(test.db, {
      pairingId: pair.pairingId,
      startsAt: '2026-12-01T10:00:00Z',
      status: 'held',
    });
    for (const viewer of [pair.executive, pair.champion]) {
      expect((await reader().own(viewer, from, to)).map((each) => each.row.id)).toEqual([
        early.id,
        late.id,
      ]);
    }
    expect((await reader().next(pair.executive))?.row.id).toBe(late.id);
  });

  it('does not show a booking that was taken back', async () => {
    const pair = await aPair(test.db, { state: 'active' });
    await aSession(test.db, { pairingId: pair.pairingId, status: 'cancelled', reason: 'undone' });
    expect(await reader().own(pair.executive, from, to)).toEqual([]);
  });

  it('still names a session that runs right now as the next one', async () => {
    const { pair, id } = await aTalk();
    const during = new SessionReader(test.db, fixedClock('2027-01-12T10:20:00Z'));
    expect((await during.next(pair.executive))?.row.id).toBe(id);
  });

  it('sends two statements, however many sessions there are', async () => {
    const pair = await aPair(test.db, { state: 'active' });
    await aSession(test.db, { pairingId: pair.pairingId });
    const few = await countStatements(() => reader().own(pair.executive, from, to));
    await aSeries(test.db, {
      pairingId: pair.pairingId,
      localStart: '2027-01-13T10:00',
      intervalWeeks: 1,
      count: 13,
    });
    expect(await countStatements(() => reader().own(pair.executive, from, to))).toBe(few);
    expect(few).toBe(2);
    expect(await countStatements(() => reader().ofPairings(pair.executive, [pair.pairingId]))).toBe(
      2,
    );
    await test.db.rows('update session set is_disputed = true where pairing_id = $1', [
      pair.pairingId,
    ]);
    const hr = viewerOf(await aPerson(test.db), 'HR_LEAD');
    expect(await countStatements(() => reader().disputed(hr))).toBe(2);
    expect(await countStatements(() => reader().inRest(pair.champion))).toBe(2);
  });

  it('finds disputed sessions by their index among many that are not', async () => {
    await test.db.transaction(async (tx) => {
      await tx.rows('set local enable_seqscan = off');
      const plan = await tx.rows<Record<string, string>>(
        'explain select id from session where is_disputed order by starts_at desc limit 20',
      );
      expect(JSON.stringify(plan)).toContain('ix_session_disputed');
    });
  });

  it('finds times with a fixed number of statements', async () => {
    const pair = await aPair(test.db);
    const booking = new BookingReader(test.db, fixedClock(NOW));
    expect(await countStatements(() => booking.options(pair.executive, pair.pairingId))).toBe(3);
    const { delegateId } = await aDelegation(test.db, { principalId: pair.executiveId });
    const kim = viewerOf({ id: delegateId }, 'DELEGATE');
    expect(await countStatements(() => booking.waiting(kim))).toBe(3);
    await aDelegation(test.db, { principalId: (await aPair(test.db)).executiveId, delegateId });
    expect(await booking.waiting(kim)).toHaveLength(2);
    expect(await countStatements(() => booking.waiting(kim))).toBe(3);
    const { id } = await aSession(test.db, { pairingId: pair.pairingId });
    // Beside the rhythm, the champion's hours are looked at too.
    expect(await countStatements(() => booking.moveTimes(pair.executive, id, null))).toBe(6);
    const { sessionIds } = await aSeries(test.db, {
      pairingId: pair.pairingId,
      localStart: '2027-03-02T15:00',
    });
    const [first = ''] = sessionIds;
    expect(await countStatements(() => booking.moveTimes(pair.executive, first, null))).toBe(3);
  });
});
