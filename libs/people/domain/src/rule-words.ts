import type { ProgrammeRule, ProgrammeRules } from './programme.js';
import { weekInWords } from './weekly-hours.js';

type Words = {
  [Rule in ProgrammeRule]: { label: string; say: (value: ProgrammeRules[Rule]) => string };
};

const count = (value: number, one: string, many: string): string =>
  `${value.toLocaleString('en')} ${value === 1 ? one : many}`;

const WORDS: Words = {
  name: { label: 'Programme name', say: (name) => name },
  targetRatio: {
    label: 'Target',
    say: (people) => `1 champion per ${count(people, 'person', 'people')}`,
  },
  smallUnitLimit: {
    label: 'Small units',
    say: (limit) => `units under ${count(limit, 'person', 'people')} count with their parent`,
  },
  rounding: {
    label: 'Rounding',
    say: (rounding) =>
      rounding === 'up' ? 'always up' : 'to the nearest whole number, at least 1',
  },
  eligibleTypes: { label: 'Who counts', say: (types) => types.join(', ') },
  countsLeave: {
    label: 'People on leave',
    say: (doCount) => (doCount ? 'count' : 'do not count'),
  },
  executiveLevel: {
    label: 'Executives',
    say: (level) =>
      level === null ? 'only those marked by hand' : `everybody down to level ${level}`,
  },
  defaultTimeZone: { label: 'Default time zone', say: (zone) => zone },
  defaultHours: { label: 'Default working hours', say: weekInWords },
  cadenceDays: { label: 'Rhythm', say: (days) => `a session every ${count(days, 'day', 'days')}` },
  sessionMinutes: {
    label: 'Session length',
    say: (minutes) => count(minutes, 'minute', 'minutes'),
  },
  championCapacity: {
    label: 'Pairings per champion',
    say: (capacity) => `up to ${count(capacity, 'pairing', 'pairings')}`,
  },
  championHours: {
    label: 'Hours per champion',
    say: (hours) => `${count(hours, 'hour', 'hours')} a month`,
  },
  minNoticeHours: {
    label: 'Notice',
    say: (hours) => `${count(hours, 'hour', 'hours')} before a session`,
  },
  smallGroupLimit: {
    label: 'Smallest group in figures',
    say: (people) => count(people, 'person', 'people'),
  },
};

/** What a rule is called in the interface. */
export const ruleLabel = (rule: ProgrammeRule): string => WORDS[rule].label;

/** A rule's value in words: 'Target' 25 → '1 champion per 25 people'. */
export const ruleInWords = <Rule extends ProgrammeRule>(
  rule: Rule,
  value: ProgrammeRules[Rule],
): string => WORDS[rule].say(value);
