export {
  orgTreeOn,
  rolledUp,
  unitAndBelow,
  unitsAbove,
  walkTree,
  type OrgTree,
  type Placement,
} from './org-tree.js';
export {
  PEOPLE_REFUSAL_CODES,
  peopleRefusal,
  type PeopleRefusal,
  type PeopleRefusalCode,
} from './people-refusals.js';
export {
  championsNeeded,
  differenceOf,
  PROGRAMME_RULES,
  problemsOf,
  roundingInWords,
  withChange,
  withoutChange,
  type ProgrammeRule,
  type ProgrammeRules,
  type Rounding,
  type RuleDifference,
} from './programme.js';
export {
  areInOneReportingLine,
  managersAbove,
  peopleBelow,
  type ManagerOf,
} from './reporting-line.js';
export { ruleInWords, ruleLabel } from './rule-words.js';
export { canonicalZone, zoneDataVersion } from './zone-data.js';
export {
  clockChanges,
  edgeMs,
  isTimeZone,
  localOf,
  offsetAt,
  resolveLocal,
  timeZones,
  type ClockChange,
  type LocalDateTime,
  type Resolution,
} from './time-zone.js';
export {
  checkWeeklyHours,
  clockOf,
  effectiveHours,
  effectiveTimeZone,
  hoursOfPattern,
  minuteOf,
  patternOfHours,
  weekInWords,
  type HoursPattern,
} from './weekly-hours.js';
export {
  holidayOn,
  isAway,
  minutesOn,
  personWorkingTime,
  zoneAt,
  zoneOn,
  type AwayDays,
  type DayOverride,
  type Holiday,
  type PersonHours,
  type TravelDays,
} from './person-hours.js';
export {
  mergedIntervals,
  overlapMinutes,
  workingIntervals,
  type Interval,
  type WeeklyHours,
  type WorkingInterval,
} from './working-hours.js';
export {
  LEAVERS_TO_CONFIRM,
  mayApply,
  needsConfirmation,
  type ApplyDecision,
  type ApplyFacts,
} from './roster/apply-rules.js';
export { csvCell, comparable } from './roster/cells.js';
export type { DateOrder } from './roster/day-text.js';
export {
  FIELD_LABELS,
  ROSTER_FIELDS,
  UNIT_FIELDS,
  type ColumnMapping,
  type RosterField,
} from './roster/fields.js';
export {
  byteOrderMark,
  MIXED,
  readsAsUtf8,
  recogniseFile,
  type Encoding,
} from './roster/file-kind.js';
export { readLayout, type Layout } from './roster/layout.js';
export { guessMapping, headerSignature, headingProblems, missingFields } from './roster/mapping.js';
export { holdsStrays, holdsUtf8, readMixed } from './roster/mixed-text.js';
export type { RosterPlace, ZoneSource } from './roster/place-index.js';
export { LOST_LETTERS, RecordSplitter, splitText, type TextOf } from './roster/record-splitter.js';
export {
  adviceOf,
  PROBLEM_KINDS,
  problemTitle,
  severityOf,
  type ProblemKind,
  type RowProblem,
  type Severity,
} from './roster/roster-problems.js';
export {
  ROSTER_REFUSAL_CODES,
  rosterRefusal,
  type RosterRefusal,
  type RosterRefusalCode,
} from './roster/roster-refusals.js';
export type { QuickRow, Words } from './roster/quick-reader.js';
export { RowReader, type RosterRow, type Terms } from './roster/roster-row.js';
export type { RowSettings } from './roster/row-cells.js';
export type { RosterUnit } from './roster/unit-index.js';
export { EMPLOYMENT_TYPES, type EmploymentType, type WorkStatus } from './roster/work-words.js';
export {
  DEFAULT_MAIL_HOURS,
  MAIL_DELIVERIES,
  dayAt,
  deliveryOf,
  digestMoment,
  isMailMinute,
  isQuietAt,
  isWeekday,
  momentOn,
  nextMailMoment,
  weekdayBefore,
  workingDayFrom,
  type MailDelivery,
  type MailHours,
  type MailTopic,
} from './mail-hours.js';
