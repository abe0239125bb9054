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
export {
  edgeMs,
  isTimeZone,
  localOf,
  offsetAt,
  resolveLocal,
  timeZones,
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
  overlapMinutes,
  workingIntervals,
  type Interval,
  type WeeklyHours,
  type WorkingInterval,
} from './working-hours.js';
