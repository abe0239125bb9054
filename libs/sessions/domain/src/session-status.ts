import { ok, refuse, type Result } from '@flipside/kernel';
import type { SessionRefusalCode } from './session-refusals.js';

/** The states of a session, in the product's words (glossary). A moved session stays `booked`. */
export const SESSION_STATUSES = [
  'offered',
  'booked',
  'held',
  'not_held',
  'unconfirmed',
  'skipped',
  'cancelled',
  'expired',
] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

/** What can be done to a session. */
export type SessionAct =
  | 'accept_offer'
  | 'withdraw_offer'
  | 'let_expire'
  | 'move'
  | 'skip'
  | 'cancel'
  | 'restore'
  | 'record_held'
  | 'record_not_held'
  | 'leave_unconfirmed';

/** Who acts. A delegate acts for one of the two people and is named as that side. */
export type SessionSide = 'executive' | 'champion' | 'system';

export const ABSENT_SIDES = ['executive', 'champion', 'both'] as const;
export type AbsentSide = (typeof ABSENT_SIDES)[number];

export const SKIP_REASONS = [
  'executive_away',
  'champion_away',
  'holiday',
  'other_work',
  'nothing_new',
  'not_free',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** The reasons that a person may choose; `not_free` is what the planner writes. */
export const CHOOSABLE_SKIP_REASONS: readonly SkipReason[] = SKIP_REASONS.filter(
  (reason) => reason !== 'not_free',
);

const HOUR = 3_600_000;
/** A session can be recorded from here on: earlier nobody knows whether the other is only late. */
export const RECORD_FROM_MINUTES = 10;
/** After that many days without a word a session becomes unconfirmed. */
export const UNCONFIRMED_AFTER_DAYS = 14;
/** A record can be corrected this long. */
export const CORRECT_WITHIN_HOURS = 48;
/** Less notice than this and a champion asks instead of moving; a cancellation counts as late. */
export const LATE_UNDER_HOURS = 24;

type Moment = 'before_start' | 'once_begun' | 'fourteen_days_after' | 'any';

interface Transition {
  readonly act: SessionAct;
  readonly from: readonly SessionStatus[];
  readonly to: SessionStatus;
  readonly by: readonly SessionSide[];
  readonly moment: Moment;
}

const PEOPLE: readonly SessionSide[] = ['executive', 'champion'];
const EVERYONE: readonly SessionSide[] = [...PEOPLE, 'system'];

/**
 * Every change of state there is; what is not in this table does not happen. An offer that was not taken
 * is expired whoever let it go: nothing was booked, so nothing counts as cancelled.
 */
export const TRANSITIONS: readonly Transition[] = [
  { act: 'accept_offer', from: ['offered'], to: 'booked', by: PEOPLE, moment: 'before_start' },
  { act: 'withdraw_offer', from: ['offered'], to: 'expired', by: EVERYONE, moment: 'any' },
  { act: 'let_expire', from: ['offered'], to: 'expired', by: ['system'], moment: 'any' },
  { act: 'move', from: ['booked'], to: 'booked', by: PEOPLE, moment: 'before_start' },
  { act: 'skip', from: ['booked'], to: 'skipped', by: EVERYONE, moment: 'before_start' },
  { act: 'cancel', from: ['booked'], to: 'cancelled', by: EVERYONE, moment: 'before_start' },
  {
    act: 'restore',
    from: ['skipped', 'cancelled'],
    to: 'booked',
    by: PEOPLE,
    moment: 'before_start',
  },
  {
    act: 'record_held',
    from: ['booked', 'unconfirmed', 'not_held'],
    to: 'held',
    by: PEOPLE,
    moment: 'once_begun',
  },
  {
    act: 'record_not_held',
    from: ['booked', 'unconfirmed', 'held'],
    to: 'not_held',
    by: PEOPLE,
    moment: 'once_begun',
  },
  {
    act: 'leave_unconfirmed',
    from: ['booked'],
    to: 'unconfirmed',
    by: ['system'],
    moment: 'fourteen_days_after',
  },
];

export interface SessionFacts {
  readonly status: SessionStatus;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** When it was recorded as held or not held; null while it was not. */
  readonly recordedAt: Date | null;
}

/**
 * The state that `act` leads to, or why it cannot happen now.
 * A record stands after 48 hours: only then do figures about attendance stop moving.
 */
export function changeStatus(
  session: SessionFacts,
  act: SessionAct,
  by: SessionSide,
  now: Date,
): Result<SessionStatus, SessionRefusalCode> {
  const row = TRANSITIONS.find(
    (each) => each.act === act && each.from.includes(session.status) && each.by.includes(by),
  );
  if (!row) return refuse(whyNot(session, act, now));
  if (row.moment === 'before_start' && now >= session.startsAt) return refuse('ALREADY_STARTED');
  if (row.moment === 'once_begun') {
    const from = session.startsAt.getTime() + RECORD_FROM_MINUTES * 60_000;
    if (now.getTime() < from) return refuse('NOT_YET_STARTED');
  }
  if (row.moment === 'fourteen_days_after') {
    const from = session.endsAt.getTime() + UNCONFIRMED_AFTER_DAYS * 24 * HOUR;
    if (now.getTime() < from) return refuse('NOT_YET_STARTED');
  }
  const isCorrection = session.status === 'held' || session.status === 'not_held';
  if (isCorrection && session.recordedAt) {
    const until = session.recordedAt.getTime() + CORRECT_WITHIN_HOURS * HOUR;
    if (now.getTime() > until) return refuse('RECORD_STANDS');
  }
  return ok(row.to);
}

function whyNot(session: SessionFacts, act: SessionAct, now: Date): SessionRefusalCode {
  if (act === 'record_held' || act === 'record_not_held') return 'NOTHING_TO_RECORD';
  if (act === 'accept_offer')
    return session.status === 'expired' ? 'OFFER_EXPIRED' : 'OFFER_SETTLED';
  if (act === 'withdraw_offer') return 'OFFER_SETTLED';
  if (now >= session.startsAt) return 'ALREADY_STARTED';
  return 'NO_LONGER_BOOKED';
}

/**
 * Whether this side may move the session itself now: an executive until it starts, a champion with
 * at least 24 hours' notice (an executive's day is not to be rearranged on the day).
 */
export function canMoveNow(session: SessionFacts, by: SessionSide, now: Date): boolean {
  if (!changeStatus(session, 'move', by, now).ok) return false;
  return by !== 'champion' || noticeHours(session, now) >= LATE_UNDER_HOURS;
}

/** Elapsed hours until the start; negative afterwards. */
export const noticeHours = (session: { startsAt: Date }, now: Date): number =>
  (session.startsAt.getTime() - now.getTime()) / HOUR;

/** Whether a session in this state keeps its people's time. */
export const keepsTime = (status: SessionStatus): boolean =>
  status !== 'skipped' && status !== 'cancelled' && status !== 'expired';
