import type { Day } from '@flipside/kernel';
import type { LocalDateTime } from '@flipside/people-domain';
import type { PersonTime } from '../free-time.js';
import type { Pattern } from '../patterns.js';

/** Days of a quarter. */
export const QUARTER_DAYS = 91;

/** How far ahead a quarter may begin: people's times are known for little longer. */
export const PLAN_AHEAD_DAYS = 56;

export interface PlanPerson extends PersonTime {
  readonly id: string;
}

/** A pairing that wants a rhythm in the quarter. */
export interface PlanPairing {
  readonly id: string;
  readonly executiveId: string;
  readonly championId: string;
  readonly intervalWeeks: number;
  readonly minutes: number;
  /** First day on which its rhythm may begin, on the executive's clock. */
  readonly notBefore: Day;
  /** Wall time of the last series' first session: keeping it is worth something. */
  readonly previous: LocalDateTime | null;
  /** First date in the draft that is planned again: kept wherever it still fits. */
  readonly kept: LocalDateTime | null;
  /** With a lock the kept time stays or nothing is planned: it is never moved. */
  readonly isLocked: boolean;
}

/** Everything a plan follows from. The same input gives the same plan, byte for byte. */
export interface Quarter {
  readonly now: Date;
  /** First day of the quarter; it has `QUARTER_DAYS` days. */
  readonly startsOn: Day;
  readonly minNoticeHours: number;
  readonly people: readonly PlanPerson[];
  readonly pairings: readonly PlanPairing[];
}

/** One condition that, given up alone, would make times possible. */
export const RELAXATIONS = [
  'executive_busy',
  'champion_busy',
  'executive_days_off',
  'champion_days_off',
  'executive_sessions',
  'champion_sessions',
  'executive_hours',
  'champion_hours',
  'notice',
  'shorter_session',
] as const;
export type Relaxation = (typeof RELAXATIONS)[number];

export const UNPLACED_REASONS = [
  /** The two never work at the same time for long enough. */
  'no_common_hours',
  /** They do, but what stands in their calendars, days off or other sessions leaves no rhythm. */
  'no_common_time',
  /** There were times, and other pairings of the same people took them. */
  'taken_by_others',
  /** Their sessions fit, but somebody would have more in a day or week than allowed. */
  'too_many_sessions',
  /** The time it is locked to no longer fits; it was left alone. */
  'lock_does_not_fit',
  /** What is left of the quarter is shorter than one rhythm. */
  'no_days_left',
] as const;
export type UnplacedReason = (typeof UNPLACED_REASONS)[number];

/** What would help, with how many rhythms it would make possible. */
export interface Help {
  readonly relaxation: Relaxation;
  readonly times: number;
}

export interface PlacedPairing {
  readonly pairingId: string;
  readonly pattern: Pattern;
}

export interface UnplacedPairing {
  readonly pairingId: string;
  readonly reason: UnplacedReason;
  /** Most helpful first; empty when no single change is enough. */
  readonly helps: readonly Help[];
}

export interface QuarterPlan {
  readonly placed: readonly PlacedPairing[];
  readonly unplaced: readonly UnplacedPairing[];
  /** Groups of pairings that share people, and for how many of them the result is proven best. */
  readonly groups: number;
  readonly provenGroups: number;
}
