export {
  ABSENT_SIDES,
  CHOOSABLE_SKIP_REASONS,
  LATE_UNDER_HOURS,
  SESSION_STATUSES,
  SKIP_REASONS,
  TRANSITIONS,
  UNCONFIRMED_AFTER_DAYS,
  canMoveNow,
  changeStatus,
  keepsTime,
  noticeHours,
  type AbsentSide,
  type SessionAct,
  type SessionFacts,
  type SessionSide,
  type SessionStatus,
  type SkipReason,
} from './session-status.js';
export {
  SESSION_REFUSALS,
  asksForOtherTimes,
  sessionRefusal,
  type SessionRefusal,
  type SessionRefusalCode,
} from './session-refusals.js';
export {
  dayOf,
  expandSeries,
  isWallTime,
  instantOf,
  occurrenceAt,
  plusDays,
  seriesCount,
  timeOf,
  weekdayOfLocal,
  weeksOfCadence,
  type Occurrence,
  type SeriesRule,
} from './biweekly.js';
export {
  DELEGATION_SCOPES,
  scopesInWords,
  tidyScopes,
  type DelegationScope,
} from './delegation.js';
export { DEFAULT_CAPS, GAP_MINUTES, whyOff, type Caps, type PersonTime } from './free-time.js';
export {
  patternAt,
  possiblePatterns,
  type Block,
  type Pattern,
  type PatternSearch,
  type PlannedOccurrence,
} from './patterns.js';
export {
  PLAN_AHEAD_DAYS,
  QUARTER_DAYS,
  RELAXATIONS,
  UNPLACED_REASONS,
  type Help,
  type PlacedPairing,
  type PlanPairing,
  type PlanPerson,
  type Quarter,
  type QuarterPlan,
  type Relaxation,
  type UnplacedPairing,
  type UnplacedReason,
} from './quarter/quarter.js';
export { planQuarter } from './quarter/plan-quarter.js';
export { checkQuarter, type PlanFault } from './quarter/check-quarter.js';
export {
  helpInWords,
  quarterEnd,
  reasonInWords,
  rhythmInWords,
  type DroppedReason,
} from './quarter/quarter-words.js';
export {
  exceptionsInWords,
  optionInWords,
  threeOptions,
  type OptionKind,
  type OptionPeople,
  type SessionOption,
} from './options.js';
export {
  besideOn,
  daysWithRoom,
  minutesOfOne,
  roomInWords,
  type Beside,
  type BesideRoom,
  type RoomByDay,
} from './beside.js';
export { moveOptions, outsideHoursInWords, whyNotAt, type MoveSearch } from './moves.js';
export { heldUntil, MOST_HELD, MOST_ROUNDS } from './holds.js';
export {
  cancellationStreak,
  makeUpStart,
  windowOf,
  type StreakSession,
  type WindowDays,
} from './healing.js';
export { attendance, type Attendance, type AttendanceSession } from './attendance.js';
export {
  clockInWords,
  dayInWords,
  looksTheSame,
  offsetInWords,
  placeOf,
  spanInWords,
  wallTimeOf,
  weekdayInWords,
  type WallTime,
} from './wall-time.js';
export {
  ownDayInWords,
  ownMomentInWords,
  ownShortInWords,
  ownSpanInWords,
  ownTimeInWords,
  type OwnClock,
} from './own-clock.js';
export {
  bothTimes,
  clocksInWords,
  everyInWords,
  sessionMailWords,
  type MailMeeting,
  type MailPerson,
  type MailWords,
  type SessionNews,
} from './session-mail.js';
export {
  calendarText,
  type CalendarAnswer,
  type CalendarMessage,
  type CalendarMethod,
  type CalendarPerson,
  type CalendarRule,
} from './calendar/calendar-message.js';
export { FEED_FORMAT, feedText, type FeedDetail, type FeedEvent } from './calendar/feed-text.js';
export { unfold } from './calendar/content-lines.js';
export {
  GRACE_DAYS,
  adherence,
  cadenceDebt,
  debtInWords,
  cadenceWindows,
  onTimeIntervals,
  pausedDaysIn,
  sessionsPerWindow,
  type CadenceWindow,
  type PausedDays,
  type RhythmFacts,
  type Share,
} from './cadence.js';
export {
  MOST_NUDGES,
  REMINDER_KINDS,
  REMINDER_TOPICS,
  TIMETABLE,
  timetableRow,
  type ReminderKind,
  type ReminderReader,
  type ReminderTopicId,
} from './reminders/timetable.js';
export {
  isWorthPlanning,
  plannedReminders,
  type PlannedReminder,
  type RemindedPerson,
  type RemindedSession,
} from './reminders/due.js';
export {
  APART_MINUTES,
  batchesOf,
  type Batches,
  type DueReminder,
  type ReaderNow,
} from './reminders/batches.js';
