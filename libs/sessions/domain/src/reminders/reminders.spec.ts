import { describe, expect, it } from '@jest/globals';
import { DEFAULT_MAIL_HOURS, isQuietAt, localOf, type MailDelivery } from '@flipside/people-domain';
import fc from 'fast-check';
import { APART_MINUTES, batchesOf, type DueReminder, type ReaderNow } from './batches.js';
import { plannedReminders, type RemindedPerson, type RemindedSession } from './due.js';
import { MOST_NUDGES, REMINDER_KINDS, timetableRow, type ReminderReader } from './timetable.js';

const HOURS = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  fromMinute: 9 * 60,
  toMinute: 17 * 60,
}));
const LONDON = 'Europe/London';

const person = (
  personId: string,
  as: ReminderReader[],
  wish: { zone?: string; chosen?: Record<string, MailDelivery>; weekOn?: number } = {},
): RemindedPerson => ({
  personId,
  as,
  person: { zone: wish.zone ?? LONDON, hours: HOURS },
  hours: { ...DEFAULT_MAIL_HOURS, weekOn: wish.weekOn ?? 1 },
  chosen: wish.chosen ?? {},
});
const priya = person('priya', ['champion']);
const helen = person('helen', ['executive']);

const session = (startsAt: string, wish: Partial<RemindedSession> = {}): RemindedSession => ({
  status: 'booked',
  startsAt: new Date(startsAt),
  endsAt: new Date(new Date(startsAt).getTime() + 30 * 60_000),
  holdEndsAt: null,
  isFirst: false,
  ...wish,
});

const dueOf = (
  of: RemindedSession,
  kind: string,
  who: RemindedPerson,
  zone = LONDON,
): string | undefined => {
  const found = plannedReminders(of, [who]).find((each) => each.kind === kind);
  return found && localOf(found.dueAt, zone);
};

describe('the timetable', () => {
  it('prepares a Tuesday session on Monday, 24 hours before', () => {
    expect(dueOf(session('2027-01-12T10:00:00Z'), 'preparation', priya)).toBe('2027-01-11T10:00');
  });

  it('76. reminder at 24 h before for a Monday 08:00 session goes out Friday 15:00 local', () => {
    expect(dueOf(session('2027-01-11T08:00:00Z'), 'preparation', priya)).toBe('2027-01-08T15:00');
    const inVancouver = person('p', ['champion'], { zone: 'America/Vancouver' });
    expect(
      dueOf(session('2027-01-11T15:00:00Z'), 'preparation', inVancouver, 'America/Vancouver'),
    ).toBe('2027-01-08T15:00');
  });

  it('says in the morning of the day what is on, to the executive and the assistant', () => {
    const kim = person('kim', ['executive_delegate'], { zone: 'America/New_York' });
    const at = session('2027-01-12T15:00:00Z');
    expect(dueOf(at, 'today', helen)).toBe('2027-01-12T07:30');
    expect(dueOf(at, 'today', kim, 'America/New_York')).toBe('2027-01-12T07:30');
    expect(dueOf(at, 'today', priya)).toBeUndefined();
    // For her it has begun by then.
    expect(dueOf(session('2027-01-12T12:00:00Z'), 'today', kim)).toBeUndefined();
  });

  it('tells whoever looks after somebody of the week ahead, on the weekday that they chose', () => {
    const kim = (weekOn?: number) =>
      person('kim', ['executive_delegate'], weekOn ? { weekOn } : {});
    const on = (day: string, who: RemindedPerson) =>
      dueOf(session(`${day}T15:00:00Z`), 'week_ahead', who);
    expect(on('2027-01-12', kim())).toBe('2027-01-11T07:30');
    expect(on('2027-01-15', kim())).toBe('2027-01-11T07:30');
    // The day itself has its own mail; it was told of a week before.
    expect(on('2027-01-18', kim())).toBe('2027-01-11T07:30');
    expect(on('2027-01-15', kim(5))).toBe('2027-01-08T07:30');
    expect(on('2027-01-18', kim(5))).toBe('2027-01-15T07:30');
    // Sunday is a day off: the first moment after it.
    expect(on('2027-01-15', kim(7))).toBe('2027-01-11T07:00');
    expect(on('2027-01-12', helen)).toBeUndefined();
    const silent = person('kim', ['executive_delegate'], { chosen: { week_ahead: 'never' } });
    expect(on('2027-01-12', silent)).toBeUndefined();
    // Of several held times one stands for all.
    const held = { status: 'offered', holdEndsAt: new Date('2027-01-13T10:00:00Z') } as const;
    const kinds = (wish: Partial<RemindedSession>) =>
      plannedReminders(session('2027-01-15T10:00:00Z', wish), [kim()]).map(({ kind }) => kind);
    expect(kinds(held)).toEqual(['week_ahead']);
    expect(kinds({ ...held, holdEndsAt: null })).toEqual([]);
  });

  it('asks after a session, then nudges one and three working days later', () => {
    const friday = session('2027-01-15T10:00:00Z');
    expect(dueOf(friday, 'log', priya)).toBe('2027-01-15T10:35');
    expect(dueOf(friday, 'confirm', helen)).toBe('2027-01-15T10:35');
    expect(dueOf(friday, 'log_nudge_1', priya)).toBe('2027-01-18T10:30');
    expect(dueOf(friday, 'log_nudge_2', priya)).toBe('2027-01-20T10:30');
  });

  it('brings the first-meeting kit three working days ahead, and only then', () => {
    const first = session('2027-01-12T10:00:00Z', { isFirst: true });
    expect(dueOf(first, 'first_meeting', priya)).toBe('2027-01-07T10:00');
    expect(dueOf(session('2027-01-12T10:00:00Z'), 'first_meeting', priya)).toBeUndefined();
  });

  it('warns twelve hours before a hold ends, whoever has to answer', () => {
    const held = session('2027-01-14T10:00:00Z', {
      status: 'offered',
      holdEndsAt: new Date('2027-01-13T10:00:00Z'),
    });
    const awaited = person('helen', ['executive', 'awaited']);
    expect(plannedReminders(held, [priya, awaited])).toEqual([
      {
        kind: 'hold_expiring',
        personId: 'helen',
        dueAt: new Date('2027-01-13T07:00:00Z'),
        untilAt: new Date('2027-01-13T10:00:00Z'),
      },
    ]);
  });

  it('has nothing for a session that is skipped, cancelled, missed or past telling', () => {
    for (const status of ['skipped', 'cancelled', 'not_held', 'unconfirmed', 'expired'] as const)
      expect(plannedReminders(session('2027-01-12T10:00:00Z', { status }), [priya, helen])).toEqual(
        [],
      );
  });

  it('asks for nothing but the log once one side has said that they met', () => {
    const held = session('2027-01-12T10:00:00Z', { status: 'held' });
    expect(plannedReminders(held, [priya, helen]).map(({ kind }) => kind)).toEqual([
      'log',
      'log_nudge_1',
      'log_nudge_2',
    ]);
  });

  it('comes in the day’s collection, or not at all, for whoever chose that', () => {
    const collects = person('p', ['champion'], {
      chosen: { preparation: 'digest', log_nudges: 'never' },
    });
    const at = session('2027-01-12T10:00:00Z');
    expect(dueOf(at, 'preparation', collects)).toBe('2027-01-11T07:30');
    expect(dueOf(at, 'log_nudge_1', collects)).toBeUndefined();
    expect(dueOf(at, 'log', collects)).toBe('2027-01-12T10:35');
    const collectsAfter = person('p', ['champion'], { chosen: { after_session: 'digest' } });
    expect(dueOf(at, 'log', collectsAfter)).toBe('2027-01-13T07:30');
  });

  it('never plans a mail into a quiet moment or past its time, in any zone, across both clock changes', () => {
    const starts = fc
      .integer({ min: Date.UTC(2026, 9, 1) / 900_000, max: Date.UTC(2027, 10, 30) / 900_000 })
      .map((quarter) => new Date(quarter * 900_000).toISOString());
    const zones = fc.constantFrom(
      LONDON,
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'Pacific/Auckland',
    );
    const weekdays = fc.integer({ min: 1, max: 7 });
    const choices = fc.constantFrom<MailDelivery>('now', 'digest', 'never');
    const chosen = fc.record({
      preparation: choices,
      after_session: choices,
      log_nudges: choices,
      today: choices,
      week_ahead: choices,
    });
    fc.assert(
      fc.property(
        starts,
        zones,
        chosen,
        fc.boolean(),
        weekdays,
        (start, zone, wish, isFirst, weekOn) => {
          const who = person('p', ['champion', 'executive', 'executive_delegate'], {
            zone,
            chosen: wish,
            weekOn,
          });
          for (const planned of plannedReminders(session(start, { isFirst }), [who])) {
            expect(isQuietAt(who.person, who.hours, planned.dueAt)).toBe(false);
            expect(planned.dueAt < planned.untilAt).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

const nobody: ReaderNow = { lastMailAt: null, isQuiet: false, nudgesOf: () => 0 };
const NOW = new Date('2027-01-12T10:00:00Z');
const due = (id: string, wish: Partial<DueReminder> = {}): DueReminder => ({
  id,
  sessionId: 's1',
  personId: 'p1',
  kind: 'log',
  startsAt: NOW,
  dueAt: NOW,
  untilAt: new Date('2027-01-13T10:00:00Z'),
  ...wish,
});

describe('what is due', () => {
  it('comes in one mail a person', () => {
    const { mails } = batchesOf(
      [due('a'), due('b', { sessionId: 's2' }), due('c', { personId: 'p2' })],
      () => nobody,
      NOW,
    );
    expect(mails.map((mail) => mail.map(({ id }) => id))).toEqual([['a', 'b'], ['c']]);
  });

  it('stands in the order of the sessions where it is due at the same moment', () => {
    const at = (day: string) => new Date(`2027-01-${day}T10:00:00Z`);
    const rows = [due('a', { startsAt: at('15') }), due('b', { startsAt: at('13') })];
    expect(batchesOf(rows, () => nobody, NOW).mails[0]?.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('waits while it is quiet and for half an hour after the last mail', () => {
    const soon = new Date(NOW.getTime() - (APART_MINUTES - 1) * 60_000);
    const long = new Date(NOW.getTime() - APART_MINUTES * 60_000);
    const mailsWith = (reader: Partial<ReaderNow>) =>
      batchesOf([due('a')], () => ({ ...nobody, ...reader }), NOW).mails.length;
    expect(mailsWith({ isQuiet: true })).toBe(0);
    expect(mailsWith({ lastMailAt: soon })).toBe(0);
    expect(mailsWith({ lastMailAt: long })).toBe(1);
  });

  it('is never sent past its time', () => {
    const late = due('a', { untilAt: NOW });
    expect(batchesOf([late], () => nobody, NOW)).toEqual({
      mails: [],
      tooLate: [late],
      enough: [],
    });
  });

  it('reaches a person with at most two nudges for a session, however often it moves or the clock ticks', () => {
    const kinds = fc.constantFrom(...REMINDER_KINDS);
    const rows = fc.array(
      fc.record({
        kind: kinds,
        sessionId: fc.constantFrom('s1', 's2'),
        personId: fc.constantFrom('p1', 'p2'),
        dueMinute: fc.integer({ min: 0, max: 600 }),
        lasts: fc.integer({ min: 1, max: 2000 }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 45 }), (drawn, step) => {
        let waiting: DueReminder[] = drawn.map((each, index) => ({
          ...each,
          id: String(index).padStart(3, '0'),
          startsAt: NOW,
          dueAt: new Date(NOW.getTime() + each.dueMinute * 60_000),
          untilAt: new Date(NOW.getTime() + (each.dueMinute + each.lasts) * 60_000),
        }));
        const sent: { at: number; row: DueReminder }[] = [];
        for (let minute = 0; minute <= 3000; minute += step) {
          const now = new Date(NOW.getTime() + minute * 60_000);
          const answer = batchesOf(
            waiting,
            (personId) => ({
              isQuiet: false,
              lastMailAt: sent.reduce<Date | null>(
                (last, { at, row }) => (row.personId === personId ? new Date(at) : last),
                null,
              ),
              nudgesOf: (sessionId) =>
                sent.filter(
                  ({ row }) =>
                    row.personId === personId &&
                    row.sessionId === sessionId &&
                    timetableRow(row.kind).isNudge,
                ).length,
            }),
            now,
          );
          for (const row of answer.mails.flat()) {
            expect(row.dueAt <= now && now < row.untilAt).toBe(true);
            sent.push({ at: now.getTime(), row });
          }
          const settled = new Set([...answer.mails.flat(), ...answer.tooLate, ...answer.enough]);
          waiting = waiting.filter((row) => !settled.has(row));
        }
        expect(waiting).toEqual([]);
        for (const personId of ['p1', 'p2']) {
          const times = [
            ...new Set(sent.filter(({ row }) => row.personId === personId).map(({ at }) => at)),
          ];
          times.slice(1).forEach((at, index) => {
            expect(at - (times[index] ?? 0)).toBeGreaterThanOrEqual(APART_MINUTES * 60_000);
          });
          for (const sessionId of ['s1', 's2']) {
            const nudges = sent.filter(
              ({ row }) =>
                row.personId === personId &&
                row.sessionId === sessionId &&
                timetableRow(row.kind).isNudge,
            );
            expect(nudges.length).toBeLessThanOrEqual(MOST_NUDGES);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
