import {
  areLanguagesKnown,
  overlapOf,
  sharedLanguages,
  type Facts,
  type PreparedChampion,
  type PreparedExecutive,
} from './prepared.js';
import type { CriterionName } from './round-rules.js';

/** What one criterion sees in two people. */
interface Criterion {
  /** 0 (against) to 100 (for), whole; null when the data is missing. */
  readonly value: (
    executive: PreparedExecutive,
    champion: PreparedChampion,
    facts: Facts,
  ) => number | null;
  /** The evidence as a sentence, without names. */
  readonly words: (
    executive: PreparedExecutive,
    champion: PreparedChampion,
    facts: Facts,
  ) => string;
  /** What stands there instead when the data is missing. */
  readonly missing: string;
}

/** Four shared hours on five days; more adds nothing. */
export const FULL_OVERLAP_MINUTES = 1_200;

/** Another place in the same zone is worth this much of the same site. */
const SAME_ZONE = 60;
/** What no, one, and two or more words of the goal found among what the champion offers are worth. */
export const GOAL_VALUES = [0, 60, 100] as const;

const percent = (part: number, whole: number): number =>
  Math.max(0, Math.min(100, Math.floor((100 * part) / whole)));

/** What so many shared topics are worth to an executive. */
export const topicValue = (shared: number, { topics }: PreparedExecutive): number =>
  topics.size === 0 ? 0 : percent(shared, topics.size);

const sharedTopics = (e: PreparedExecutive, c: PreparedChampion): string[] =>
  [...e.topics].filter(([key]) => c.offers.has(key)).map(([, topic]) => topic);

const sharedGoalWords = (e: PreparedExecutive, c: PreparedChampion): string[] =>
  e.profile.goalWords.filter((word) => c.offeredWords.has(word));

const list = (items: readonly string[]): string => {
  const last = items.at(-1) ?? '';
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${last}` : last;
};

const hoursAWeek = (minutes: number): string => {
  const hours = Math.floor(minutes / 6) / 10;
  return `${hours} ${hours === 1 ? 'hour' : 'hours'} a week in which both work`;
};

const isSameFunction = (e: PreparedExecutive, c: PreparedChampion): boolean =>
  e.profile.functionId === c.profile.functionId;

export const isSameSite = (e: PreparedExecutive, c: PreparedChampion): boolean =>
  e.profile.locationId !== null && e.profile.locationId === c.profile.locationId;

export const CRITERION: Readonly<Record<CriterionName, Criterion>> = {
  topics: {
    value: (e, c) =>
      e.topics.size === 0 || c.offers.size === 0 ? null : topicValue(sharedTopics(e, c).length, e),
    words: (e, c) => {
      const shared = sharedTopics(e, c);
      if (shared.length === 0) return 'No shared topic.';
      return `Helps with ${shared.length} of ${e.topics.size} topics: ${list(shared)}.`;
    },
    missing: 'Topics are not known yet.',
  },
  goal: {
    value: (e, c) => {
      // Whoever offers only short words ("Law") is known all the same: they share nothing with the goal.
      if (e.profile.goalWords.length === 0 || c.offers.size === 0) return null;
      return GOAL_VALUES[Math.min(sharedGoalWords(e, c).length, 2)] ?? 0;
    },
    words: (e, c) => {
      const shared = sharedGoalWords(e, c);
      return shared.length === 0
        ? 'The stated goal names nothing the champion offers.'
        : `The stated goal fits what the champion offers: ${list(shared.slice(0, 4))}.`;
    },
    missing: 'No goal is stated yet.',
  },
  function: {
    value: (e, c, { rules }) => {
      if (e.profile.functionId === null || c.profile.functionId === null) return null;
      return isSameFunction(e, c) === (rules.functionPolicy === 'same') ? 100 : 0;
    },
    words: (e, c) =>
      isSameFunction(e, c) ? 'Works in the same function.' : 'Works in a different function.',
    missing: 'The function of one of the two is not known.',
  },
  hours: {
    value: (e, c, facts) => percent(overlapOf(e, c, facts), FULL_OVERLAP_MINUTES),
    words: (e, c, facts) => {
      const both = hoursAWeek(overlapOf(e, c, facts));
      const isAssumed = !e.profile.areHoursKnown || !c.profile.areHoursKnown;
      return isAssumed ? `${both}, by the company's usual hours.` : `${both}.`;
    },
    missing: 'Working hours are not known.',
  },
  place: {
    value: (e, c) => {
      if (e.profile.locationId === null || c.profile.locationId === null) return null;
      if (isSameSite(e, c)) return 100;
      return e.profile.zone === c.profile.zone ? SAME_ZONE : 0;
    },
    words: (e, c) => {
      if (isSameSite(e, c)) return 'Same site.';
      return e.profile.zone === c.profile.zone
        ? 'Another site in the same time zone.'
        : 'Another site in another time zone.';
    },
    missing: 'The site of one of the two is not known.',
  },
  load: {
    value: (_, c) =>
      percent(c.profile.capacity - c.profile.livePairings, Math.max(1, c.profile.capacity)),
    words: (_, { profile: { capacity, livePairings } }) =>
      livePairings === 0
        ? 'Has no pairing yet.'
        : `Has ${livePairings} of at most ${capacity} ${capacity === 1 ? 'pairing' : 'pairings'}.`,
    missing: 'The load of the champion is not known.',
  },
  languages: {
    value: (e, c) => {
      if (!areLanguagesKnown(e, c)) return null;
      return sharedLanguages(e, c).length > 1 ? 100 : 0;
    },
    words: (e, c) => {
      const shared = sharedLanguages(e, c).map(languageName);
      return shared.length > 1
        ? `Both speak ${list(shared)}.`
        : `One shared language: ${list(shared)}.`;
    },
    missing: 'Languages of one of the two are not known.',
  },
  turn: {
    value: (_, c) => (c.profile.hadTurn ? 0 : 100),
    words: (_, c) =>
      c.profile.hadTurn ? 'Had a pairing since the last cycle.' : 'Had no pairing last cycle.',
    missing: 'Whether the champion had a turn is not known.',
  },
};

const LANGUAGE_NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** The English name of a language code; other text stays, with a capital letter. */
export function languageName(language: string): string {
  try {
    const name = LANGUAGE_NAMES.of(language);
    if (name !== undefined) return name;
  } catch {
    // Not the form of a language code: a name from the roster.
  }
  return language.charAt(0).toUpperCase() + language.slice(1);
}
