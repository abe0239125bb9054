import { ok, refuse, type Result } from '@flipside/kernel';
import { peopleRefusal, type PeopleRefusal, type PeopleRefusalCode } from './people-refusals.js';
import { isTimeZone } from './time-zone.js';
import { checkWeeklyHours } from './weekly-hours.js';
import type { WeeklyHours } from './working-hours.js';

/** `up`: any rest asks for one more champion. `nearest`: whole numbers nearest, at least one. */
export type Rounding = 'up' | 'nearest';

/** The rules under which the network runs. */
export interface ProgrammeRules {
  readonly name: string;
  /** One champion for this many people. */
  readonly targetRatio: number;
  /** Units with fewer people than this count with their parent. */
  readonly smallUnitLimit: number;
  readonly rounding: Rounding;
  /** Kinds of employment that count as people. */
  readonly eligibleTypes: readonly string[];
  /** Whether people on leave count. */
  readonly countsLeave: boolean;
  /** People down to this level (1 = the head of the company) take part as executives; null = only those marked by hand. */
  readonly executiveLevel: number | null;
  readonly defaultTimeZone: string;
  readonly defaultHours: WeeklyHours;
  readonly cadenceDays: number;
  readonly sessionMinutes: number;
  /** Most pairings a new champion accepts. */
  readonly championCapacity: number;
  /** Hours a month a new champion agrees to. */
  readonly championHours: number;
  readonly minNoticeHours: number;
  /** Fewest people behind a published number about experience. */
  readonly smallGroupLimit: number;
}

export type ProgrammeRule = keyof ProgrammeRules;

const isWhole = (value: number, low: number, high: number): boolean =>
  Number.isInteger(value) && value >= low && value <= high;

type Check = (rules: ProgrammeRules) => PeopleRefusalCode | null;

const unless = (holds: boolean, code: PeopleRefusalCode): PeopleRefusalCode | null =>
  holds ? null : code;

const CHECKS: Record<ProgrammeRule, Check> = {
  name: ({ name }) => unless(name.trim() !== '' && name.length <= 60, 'NAME_OUT_OF_RANGE'),
  targetRatio: ({ targetRatio }) => unless(isWhole(targetRatio, 1, 1000), 'TARGET_OUT_OF_RANGE'),
  smallUnitLimit: ({ smallUnitLimit }) =>
    unless(isWhole(smallUnitLimit, 1, 1000), 'SMALL_UNIT_LIMIT_OUT_OF_RANGE'),
  rounding: () => null,
  eligibleTypes: ({ eligibleTypes }) =>
    unless(
      eligibleTypes.some((type) => type.trim() !== ''),
      'NO_ELIGIBLE_TYPE',
    ),
  countsLeave: () => null,
  executiveLevel: ({ executiveLevel }) =>
    unless(
      executiveLevel === null || isWhole(executiveLevel, 1, 99),
      'EXECUTIVE_LEVEL_OUT_OF_RANGE',
    ),
  defaultTimeZone: ({ defaultTimeZone }) =>
    unless(isNamedZone(defaultTimeZone), 'UNKNOWN_TIME_ZONE'),
  defaultHours: ({ defaultHours }) => {
    const checked = checkWeeklyHours(defaultHours);
    return checked.ok ? null : checked.refusal.code;
  },
  cadenceDays: ({ cadenceDays }) => unless(isWhole(cadenceDays, 7, 42), 'CADENCE_OUT_OF_RANGE'),
  sessionMinutes: ({ sessionMinutes }) =>
    unless([15, 30, 45, 60].includes(sessionMinutes), 'SESSION_LENGTH_OUT_OF_RANGE'),
  championCapacity: ({ championCapacity }) =>
    unless(isWhole(championCapacity, 1, 20), 'CAPACITY_OUT_OF_RANGE'),
  championHours: ({ championHours }) =>
    unless(championHours >= 1 && championHours <= 40, 'HOURS_OUT_OF_RANGE'),
  minNoticeHours: ({ minNoticeHours }) =>
    unless(isWhole(minNoticeHours, 0, 336), 'NOTICE_OUT_OF_RANGE'),
  smallGroupLimit: ({ smallGroupLimit }) =>
    unless(isWhole(smallGroupLimit, 3, 100), 'SMALL_GROUP_OUT_OF_RANGE'),
};

/** A name that the runtime knows. Forms ask this, so that no page carries the zone data; `withChange` asks the data. */
function isNamedZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

export const PROGRAMME_RULES = Object.keys(CHECKS) as readonly ProgrammeRule[];

/** Everything that is wrong with a set of rules, in the order of the form; empty when all is well. */
export function problemsOf(rules: ProgrammeRules): PeopleRefusal[] {
  return PROGRAMME_RULES.flatMap((rule) => {
    const code = CHECKS[rule](rules);
    return code ? [peopleRefusal(code, rule)] : [];
  });
}

/** The rules that differ, as they were and as they become. */
export interface RuleDifference {
  readonly before: Partial<ProgrammeRules>;
  readonly after: Partial<ProgrammeRules>;
}

/** Values come back from the database with their keys in another order: that is no difference. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

const isSame = (a: unknown, b: unknown): boolean => written(a) === written(b);

const pick = (rules: ProgrammeRules, names: readonly ProgrammeRule[]): Partial<ProgrammeRules> =>
  Object.fromEntries(names.map((name) => [name, rules[name]]));

/** What turns `before` into `after`. */
export function differenceOf(before: ProgrammeRules, after: ProgrammeRules): RuleDifference {
  const names = PROGRAMME_RULES.filter((name) => !isSame(before[name], after[name]));
  return { before: pick(before, names), after: pick(after, names) };
}

/** Applies a change; refuses with the first rule that cannot be so. */
export function withChange(
  rules: ProgrammeRules,
  change: Partial<ProgrammeRules>,
): Result<ProgrammeRules, PeopleRefusal> {
  const wished = { ...rules, ...change };
  if (!isTimeZone(wished.defaultTimeZone))
    return refuse(peopleRefusal('UNKNOWN_TIME_ZONE', 'defaultTimeZone'));
  const week = checkWeeklyHours(wished.defaultHours, 'defaultHours');
  const changed: ProgrammeRules = {
    ...wished,
    name: wished.name.trim(),
    eligibleTypes: [...new Set(wished.eligibleTypes.map((type) => type.trim()))]
      .filter((type) => type !== '')
      .sort(),
    defaultHours: week.ok ? week.value : wished.defaultHours,
  };
  const [problem] = problemsOf(changed);
  return problem ? refuse(problem) : ok(changed);
}

/**
 * Takes one earlier change back. Refuses when a rule it touched has been changed again since: undoing
 * out of order would silently overwrite somebody's later decision.
 */
export function withoutChange(
  rules: ProgrammeRules,
  change: RuleDifference,
): Result<ProgrammeRules, PeopleRefusal> {
  const names = PROGRAMME_RULES.filter((name) => name in change.after);
  if (names.length === 0) return refuse(peopleRefusal('NOTHING_TO_UNDO'));
  if (names.some((name) => !isSame(rules[name], change.after[name]))) {
    return refuse(peopleRefusal('LATER_CHANGE'));
  }
  return withChange(rules, change.before);
}

/** Champions that so many people in one unit need under the rules; small units are not asked here. */
export function championsNeeded(
  people: number,
  { targetRatio, rounding }: Pick<ProgrammeRules, 'targetRatio' | 'rounding'>,
): number {
  if (people <= 0) return 0;
  return rounding === 'up'
    ? Math.ceil(people / targetRatio)
    : Math.max(1, Math.round(people / targetRatio));
}

/** The rounding rule with a worked example, as the settings and coverage pages say it. */
export function roundingInWords({
  targetRatio,
  rounding,
}: Pick<ProgrammeRules, 'targetRatio' | 'rounding'>): string {
  const people = targetRatio + 1;
  const needed = championsNeeded(people, { targetRatio, rounding });
  const example = `a unit of ${people} people needs ${needed} ${needed === 1 ? 'champion' : 'champions'}`;
  return rounding === 'up'
    ? `Always up: ${example}.`
    : `To the nearest whole number, at least 1: ${example}.`;
}
