import { ok, refuse, type Result } from '@flipside/kernel';
import { type ChampionRefusal, championRefusal } from '../champion-refusals.js';

/** What a champion offers. Languages stand with the person, in the roster. */
export interface ChampionProfile {
  readonly about: string;
  /** Good at, in the champion's own words: "forecasting", "month-end close". */
  readonly skills: readonly string[];
  /** Problems of colleagues they like to help with. */
  readonly problems: readonly string[];
  readonly tools: readonly string[];
  /** Most pairings at a time; 0 = none for now. */
  readonly capacity: number;
  /** Hours a month agreed with the manager. */
  readonly agreedHours: number;
  readonly takesNewPairings: boolean;
}

const MOST_WORDS = 20;
const LONGEST_WORD = 60;
const LONGEST_ABOUT = 1000;

/** Trims, drops empty and repeated entries (whatever their capitals), keeps the order. */
export function tidyWords(words: readonly string[]): string[] {
  const seen = new Set<string>();
  return words.flatMap((word) => {
    const tidy = word.trim().replace(/\s+/g, ' ');
    const key = tidy.toLocaleLowerCase('en');
    if (tidy === '' || seen.has(key)) return [];
    seen.add(key);
    return [tidy];
  });
}

/** The profile as it is stored, or the first field that cannot be so. */
export function checkProfile(profile: ChampionProfile): Result<ChampionProfile, ChampionRefusal> {
  const tidy: ChampionProfile = {
    ...profile,
    about: profile.about.trim(),
    skills: tidyWords(profile.skills),
    problems: tidyWords(profile.problems),
    tools: tidyWords(profile.tools),
  };
  if ([...tidy.about].length > LONGEST_ABOUT) {
    return refuse(championRefusal('ABOUT_TOO_LONG', 'about'));
  }
  for (const field of ['skills', 'problems', 'tools'] as const) {
    const words = tidy[field];
    if (words.length > MOST_WORDS || words.some((word) => [...word].length > LONGEST_WORD)) {
      return refuse(championRefusal('TOO_MANY_WORDS', field));
    }
  }
  if (!Number.isInteger(tidy.capacity) || tidy.capacity < 0 || tidy.capacity > 20) {
    return refuse(championRefusal('CAPACITY_OUT_OF_RANGE', 'capacity'));
  }
  if (!(tidy.agreedHours >= 0 && tidy.agreedHours <= 40)) {
    return refuse(championRefusal('HOURS_OUT_OF_RANGE', 'agreedHours'));
  }
  // The database keeps quarters of an hour exactly; finer shares of an hour mean nothing here.
  return ok({ ...tidy, agreedHours: Math.round(tidy.agreedHours * 4) / 4 });
}
