import { describe, expect, it } from '@jest/globals';
import { localOf } from '@flipside/people-domain';
import { attendance, type AttendanceSession } from './attendance.js';
import { DEFAULT_CAPS, type PersonTime } from './free-time.js';
import { cancellationStreak, makeUpStart, windowOf, type StreakSession } from './healing.js';
import { heldUntil } from './holds.js';
import type { MoveSearch } from './moves.js';

const week = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1020 }));
const person = (over: Partial<PersonTime> = {}): PersonTime => ({
  zone: 'Europe/London',
  hours: week,
  claims: [],
  caps: DEFAULT_CAPS.champion,
  ...over,
});
/** Tuesday 12 January 10:00 fell through; it is the Monday before. */
const search = (over: Partial<MoveSearch> = {}): MoveSearch => ({
  executive: person({ caps: DEFAULT_CAPS.executive }),
  champion: person(),
  zone: 'Europe/London',
  minutes: 30,
  now: new Date('2027-01-11T08:00:00Z'),
  minNoticeHours: 24,
  currentStart: new Date('2027-01-12T10:00:00Z'),
  previousStart: null,
  nextStart: null,
  ...over,
});
const window = windowOf('2027-01-12', 14, '2027-01-12');
const local = (found: Date | null): string | null => found && localOf(found, 'Europe/London');

describe('the window of a rhythm', () => {
  it('is counted from the anchor in both directions', () => {
    expect(window).toEqual({ from: '2027-01-12', to: '2027-01-26' });
    expect(windowOf('2027-01-12', 14, '2027-01-25')).toEqual(window);
    expect(windowOf('2027-01-12', 14, '2027-01-11')).toEqual({
      from: '2026-12-29',
      to: '2027-01-12',
    });
  });
});

describe('a session that fell through', () => {
  it('is offered again on the next free day of the same fortnight, at the usual hour', () => {
    expect(local(makeUpStart(search(), window))).toBe('2027-01-13T10:00');
  });

  it('goes to the nearest hour that suits both on the first day that has one', () => {
    const away = { fromOn: '2027-01-13', toOn: '2027-01-18' };
    const mornings = week.map((each) => ({ ...each, toMinute: 600 }));
    const found = makeUpStart(
      search({ champion: person({ away: [away] }), executive: person({ hours: mornings }) }),
      window,
    );
    expect(local(found)).toBe('2027-01-18T09:30');
  });

  it('is offered on its own day only when no other day is free', () => {
    const tuesdays = week.filter((each) => each.weekday === 2);
    const late = search({
      executive: person({ hours: tuesdays }),
      now: new Date('2027-01-11T08:00:00Z'),
    });
    expect(local(makeUpStart(late, { from: '2027-01-12', to: '2027-01-19' }))).toBe(
      '2027-01-12T09:45',
    );
  });

  it('is let go when the window is lost: nothing is offered in the next one', () => {
    const away = { fromOn: '2027-01-12', toOn: '2027-01-26' };
    expect(makeUpStart(search({ executive: person({ away: [away] }) }), window)).toBeNull();
    expect(makeUpStart(search({ now: new Date('2027-01-25T12:00:00Z') }), window)).toBeNull();
  });
});

describe('a row of cancellations', () => {
  const off = (id: string, calledOffBy: StreakSession['calledOffBy']): StreakSession => ({
    id,
    status: 'skipped',
    calledOffBy,
  });
  const is = (id: string, status: StreakSession['status']): StreakSession => ({
    id,
    status,
    calledOffBy: null,
  });

  it('counts what the executive’s side called off one after the other', () => {
    expect(
      cancellationStreak([is('a', 'held'), off('b', 'executive'), off('c', 'executive')], 'c'),
    ).toEqual(['b', 'c']);
  });

  it('is broken by a session that took place, is booked, or that the champion called off', () => {
    for (const between of [
      is('x', 'held'),
      is('x', 'booked'),
      is('x', 'unconfirmed'),
      off('x', 'champion'),
    ])
      expect(
        cancellationStreak([off('a', 'executive'), between, off('b', 'executive')], 'b'),
      ).toEqual(['b']);
  });

  it('is not broken by what the programme left out or an offer that nobody took', () => {
    expect(
      cancellationStreak(
        [off('a', 'executive'), is('x', 'expired'), off('h', null), off('b', 'executive')],
        'b',
      ),
    ).toEqual(['a', 'b']);
  });

  it('does not count what somebody else called off', () => {
    expect(cancellationStreak([off('a', 'executive'), off('b', 'champion')], 'b')).toEqual([]);
  });
});

describe('a hold', () => {
  it('lasts two days, ends a day before the session, and is fair when the session is close', () => {
    const now = new Date('2027-01-11T09:00:00Z');
    const until = (start: string) => heldUntil(new Date(start), now).toISOString();
    expect(until('2027-01-20T09:00:00Z')).toBe('2027-01-13T09:00:00.000Z');
    expect(until('2027-01-13T15:00:00Z')).toBe('2027-01-12T15:00:00.000Z');
    expect(until('2027-01-12T15:00:00Z')).toBe('2027-01-12T00:00:00.000Z');
  });
});

describe('attendance', () => {
  const now = new Date('2027-02-01T00:00:00Z');
  const startsAt = new Date('2027-01-12T10:00:00Z');
  const session = (over: Partial<AttendanceSession>): AttendanceSession => ({
    status: 'held',
    absentSide: null,
    startsAt,
    calledOffAt: null,
    moveCount: 0,
    ...over,
  });

  it('keeps held, not held and unconfirmed apart, with their parts', () => {
    const found = attendance(
      [
        session({}),
        session({ moveCount: 2 }),
        session({ status: 'not_held', absentSide: 'executive' }),
        session({ status: 'unconfirmed' }),
        session({ status: 'booked', startsAt: new Date('2027-03-01T10:00:00Z') }),
        session({ status: 'expired' }),
      ],
      now,
    );
    expect(found).toMatchObject({
      noShow: { part: 1, whole: 3 },
      noShowBySide: { executive: 1, champion: 0, both: 0 },
      unconfirmed: { part: 1, whole: 4 },
      isNoShowReliable: false,
      moves: { part: 2, whole: 5 },
    });
  });

  it('calls a cancellation late under 24 hours, of those that came so close', () => {
    const off = (iso: string): AttendanceSession =>
      session({ status: 'cancelled', calledOffAt: new Date(iso) });
    const found = attendance(
      [session({}), off('2027-01-12T08:00:00Z'), off('2027-01-05T08:00:00Z')],
      now,
    );
    expect(found.lateCancellation).toEqual({ part: 1, whole: 2 });
    expect(found.noShow).toEqual({ part: 0, whole: 1 });
  });
});
