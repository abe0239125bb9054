import type { MailTopic } from '@flipside/people-domain';

/** Every reminder there is. */
export const REMINDER_KINDS = [
  'first_meeting',
  'still_on',
  'preparation',
  'preparation_missing',
  'today',
  'week_ahead',
  'hold_expiring',
  'log',
  'confirm',
  'log_nudge_1',
  'log_nudge_2',
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** What readers may choose about; the reminders of one topic come and go together. */
export const REMINDER_TOPICS = {
  today: {
    id: 'today',
    order: 10,
    label: 'Today’s sessions',
    note: 'In the morning of a day with a session.',
    allowed: ['now', 'never'],
    standard: 'now',
    roles: ['EXECUTIVE', 'DELEGATE'],
  },
  week_ahead: {
    id: 'week_ahead',
    order: 15,
    label: 'The week ahead',
    note: 'Once a week: sessions, held times and conflicts of those whose sessions you look after.',
    allowed: ['now', 'never'],
    standard: 'now',
    roles: ['DELEGATE'],
    isWeekly: true,
  },
  preparation: {
    id: 'preparation',
    order: 20,
    label: 'Before a session',
    note: 'A day ahead: what to prepare.',
    allowed: ['now', 'digest', 'never'],
    standard: 'now',
    roles: ['EXECUTIVE', 'CHAMPION'],
  },
  answers: {
    id: 'answers',
    order: 30,
    label: 'What waits for your answer',
    note: 'A held time that runs out, or a session that looks uncertain.',
    allowed: ['now', 'never'],
    standard: 'now',
    roles: ['EXECUTIVE', 'CHAMPION', 'DELEGATE'],
  },
  after_session: {
    id: 'after_session',
    order: 40,
    label: 'After a session',
    note: 'Did you meet? One tap.',
    allowed: ['now', 'digest', 'never'],
    standard: 'now',
    roles: ['EXECUTIVE', 'CHAMPION'],
  },
  log_nudges: {
    id: 'log_nudges',
    order: 50,
    label: 'When a log is missing',
    note: 'At most two for a session, on working days.',
    allowed: ['now', 'digest', 'never'],
    standard: 'now',
    roles: ['CHAMPION'],
  },
} as const satisfies Readonly<Record<string, MailTopic>>;
export type ReminderTopicId = keyof typeof REMINDER_TOPICS;

/** Whom a reminder goes to. Delegates hear what the person hears whose sessions they look after. */
export type ReminderReader = 'champion' | 'executive' | 'executive_delegate' | 'awaited';

/** When a reminder is due, before quiet hours and the reader's choice are looked at. */
export type ReminderMoment =
  /** So many minutes from the start or the end; `elseAt`: the minute of the working day before the session, should that be quiet. */
  | {
      readonly by: 'elapsed';
      readonly from: 'start' | 'end' | 'hold_end';
      readonly minutes: number;
      readonly elseAt?: number;
    }
  /** So many working days from the day, at a minute of the day or at the hour of the session's end. */
  | {
      readonly by: 'working_days';
      readonly from: 'start' | 'end';
      readonly days: number;
      readonly at: number | 'same';
    }
  | { readonly by: 'on_the_day'; readonly at: number }
  /** With the mail of the day, on the weekday that the reader chose: the last one before the session's day. */
  | { readonly by: 'week_before' };

export interface TimetableRow {
  readonly kind: ReminderKind;
  readonly topic: ReminderTopicId;
  readonly to: readonly ReminderReader[];
  readonly due: ReminderMoment;
  /** From here on it would only annoy: minutes from the same kind of moment. */
  readonly until: { readonly from: 'start' | 'end' | 'hold_end'; readonly minutes: number };
  /** Asks again for something that was asked before; at most two of them reach a person for a session. */
  readonly isNudge: boolean;
  /** Comes late rather than not at all when the session is booked after the moment has passed. */
  readonly catchesUp: boolean;
  /** Only for the first session of a pairing. */
  readonly firstOnly?: boolean;
}

const HOUR = 60;
const DAY = 24 * HOUR;
export const MOST_NUDGES = 2;

/**
 * What is said when, to whom, and until when it makes sense. Everything is read on the reader's own
 * clock; quiet hours and days off move what can wait.
 */
export const TIMETABLE: readonly TimetableRow[] = [
  {
    kind: 'first_meeting',
    topic: 'preparation',
    to: ['champion'],
    due: { by: 'working_days', from: 'start', days: -3, at: 10 * HOUR },
    until: { from: 'start', minutes: -DAY },
    isNudge: false,
    catchesUp: true,
    firstOnly: true,
  },
  {
    kind: 'still_on',
    topic: 'answers',
    to: ['executive', 'executive_delegate'],
    due: { by: 'elapsed', from: 'start', minutes: -2 * DAY },
    until: { from: 'start', minutes: -DAY },
    isNudge: false,
    catchesUp: false,
  },
  {
    kind: 'preparation',
    topic: 'preparation',
    to: ['champion', 'executive'],
    due: { by: 'elapsed', from: 'start', minutes: -DAY, elseAt: 15 * HOUR },
    until: { from: 'start', minutes: -HOUR },
    isNudge: false,
    catchesUp: true,
  },
  {
    kind: 'preparation_missing',
    topic: 'preparation',
    to: ['champion'],
    due: { by: 'elapsed', from: 'start', minutes: -4 * HOUR },
    until: { from: 'start', minutes: -30 },
    isNudge: true,
    catchesUp: false,
  },
  {
    kind: 'today',
    topic: 'today',
    to: ['executive', 'executive_delegate'],
    due: { by: 'on_the_day', at: 7 * HOUR + 30 },
    until: { from: 'start', minutes: 0 },
    isNudge: false,
    catchesUp: false,
  },
  {
    kind: 'week_ahead',
    topic: 'week_ahead',
    to: ['executive_delegate'],
    due: { by: 'week_before' },
    until: { from: 'start', minutes: 0 },
    isNudge: false,
    catchesUp: false,
  },
  {
    kind: 'hold_expiring',
    topic: 'answers',
    to: ['awaited'],
    due: { by: 'elapsed', from: 'hold_end', minutes: -12 * HOUR },
    until: { from: 'hold_end', minutes: 0 },
    isNudge: false,
    catchesUp: false,
  },
  {
    kind: 'log',
    topic: 'after_session',
    to: ['champion'],
    due: { by: 'elapsed', from: 'end', minutes: 5 },
    until: { from: 'end', minutes: 3 * DAY },
    isNudge: false,
    catchesUp: false,
  },
  {
    kind: 'confirm',
    topic: 'after_session',
    to: ['executive'],
    due: { by: 'elapsed', from: 'end', minutes: 5 },
    until: { from: 'end', minutes: 7 * DAY },
    isNudge: false,
    catchesUp: false,
  },
  {
    kind: 'log_nudge_1',
    topic: 'log_nudges',
    to: ['champion'],
    due: { by: 'working_days', from: 'end', days: 1, at: 'same' },
    until: { from: 'end', minutes: 7 * DAY },
    isNudge: true,
    catchesUp: false,
  },
  {
    kind: 'log_nudge_2',
    topic: 'log_nudges',
    to: ['champion'],
    due: { by: 'working_days', from: 'end', days: 3, at: 'same' },
    until: { from: 'end', minutes: 14 * DAY },
    isNudge: true,
    catchesUp: false,
  },
];

export const timetableRow = (kind: ReminderKind): TimetableRow => {
  const row = TIMETABLE.find((each) => each.kind === kind);
  if (!row) throw new Error(`The timetable has no ${kind}`);
  return row;
};
