import type { Day } from '@flipside/kernel';
import {
  MOST_WISHES,
  OfferedWords,
  topicKey,
  type ChampionProfile,
  type EndedPair,
  type ExecutiveProfile,
  type Pair,
} from './profile.js';
import type { RoundRules } from './round-rules.js';
import { mondayOf, WeekOverlaps } from './working-week.js';

/* Profiles with the sets and indexes that rules and criteria ask millions of times. */

export interface PreparedExecutive {
  readonly profile: ExecutiveProfile;
  /** Steps up to each manager, 1 = the direct one. */
  readonly managers: ReadonlyMap<string, number>;
  readonly languages: readonly string[];
  readonly topics: ReadonlyMap<string, string>;
  readonly week: number;
  readonly wishes: ReadonlySet<string>;
  readonly refuses: ReadonlySet<string>;
  readonly forbidden: ReadonlySet<string>;
  /** Champions kept apart by a conflict between one of the two and the unit of the other. */
  readonly conflicts: ReadonlySet<string>;
  /** Latest end of a pairing with each champion. */
  readonly endedOn: ReadonlyMap<string, Day>;
}

export interface PreparedChampion {
  readonly profile: ChampionProfile;
  /** Steps up to each manager, 1 = the direct one. */
  readonly managers: ReadonlyMap<string, number>;
  readonly languages: ReadonlySet<string>;
  readonly offers: ReadonlySet<string>;
  readonly offeredWords: ReadonlySet<string>;
  readonly week: number;
  readonly wishes: ReadonlySet<string>;
  readonly refuses: ReadonlySet<string>;
}

/** What rules and criteria know besides the two people. */
export interface Facts {
  readonly rules: RoundRules;
  readonly today: Day;
  readonly overlaps: WeekOverlaps;
}

export interface Prepared {
  readonly executives: readonly PreparedExecutive[];
  readonly champions: readonly PreparedChampion[];
  readonly facts: Facts;
}

export interface People {
  readonly executives: readonly ExecutiveProfile[];
  readonly champions: readonly ChampionProfile[];
  readonly rules: RoundRules;
  readonly today: Day;
  readonly forbidden: readonly Pair[];
  /** Pairs of which one is kept out of the unit that the other works in, see `conflictPairs`. */
  readonly conflicts: readonly Pair[];
  readonly ended: readonly EndedPair[];
}

const languageKeys = (languages: readonly string[]): string[] => [
  ...new Set(languages.map((language) => language.trim().toLowerCase()).filter(Boolean)),
];

/** More than three names would make the wish of the most insistent count most. */
const wishesOf = ({ wishes, refuses }: ExecutiveProfile | ChampionProfile) => ({
  wishes: new Set(wishes.slice(0, MOST_WISHES)),
  refuses: new Set(refuses.slice(0, MOST_WISHES)),
});

function championsByExecutive(pairs: readonly Pair[]): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map<string, Set<string>>();
  for (const { executiveId, championId } of pairs) {
    const set = all.get(executiveId) ?? new Set();
    all.set(executiveId, set.add(championId));
  }
  return all;
}

export function prepare({
  executives,
  champions,
  rules,
  today,
  forbidden,
  conflicts,
  ended,
}: People): Prepared {
  const overlaps = new WeekOverlaps(mondayOf(today));
  const forbiddenOf = championsByExecutive(forbidden);
  const conflictsOf = championsByExecutive(conflicts);
  const endedOf = new Map<string, Map<string, Day>>();
  for (const { executiveId, championId, endedOn } of ended) {
    const map = endedOf.get(executiveId) ?? new Map<string, Day>();
    const before = map.get(championId);
    if (before === undefined || before < endedOn) map.set(championId, endedOn);
    endedOf.set(executiveId, map);
  }
  const words = new OfferedWords();
  return {
    facts: { rules, today, overlaps },
    executives: executives.map((profile) => ({
      profile,
      managers: new Map(profile.managerIds.map((id, n) => [id, n + 1])),
      languages: languageKeys(profile.languages),
      topics: new Map(profile.topics.map((topic) => [topicKey(topic), topic.trim()])),
      week: overlaps.pattern(profile.hours, profile.zone),
      ...wishesOf(profile),
      forbidden: forbiddenOf.get(profile.id) ?? new Set<string>(),
      conflicts: conflictsOf.get(profile.id) ?? new Set<string>(),
      endedOn: endedOf.get(profile.id) ?? new Map<string, Day>(),
    })),
    champions: champions.map((profile) => {
      const offered = [...profile.skills, ...profile.problems];
      return {
        profile,
        managers: new Map(profile.managerIds.map((id, n) => [id, n + 1])),
        languages: new Set(languageKeys(profile.languages)),
        offers: new Set(offered.map(topicKey)),
        offeredWords: new Set(offered.flatMap(words.of)),
        week: overlaps.pattern(profile.hours, profile.zone),
        ...wishesOf(profile),
      };
    }),
  };
}

/** Minutes a week in which both work. */
export const overlapOf = (
  executive: PreparedExecutive,
  champion: PreparedChampion,
  { overlaps }: Facts,
): number => overlaps.minutes(executive.week, champion.week);

/** Languages both speak, in the executive's order; empty also when either side's are not known. */
export const sharedLanguages = (
  executive: PreparedExecutive,
  champion: PreparedChampion,
): string[] => executive.languages.filter((language) => champion.languages.has(language));

export const areLanguagesKnown = (
  executive: PreparedExecutive,
  champion: PreparedChampion,
): boolean => executive.languages.length > 0 && champion.languages.size > 0;
