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

export interface HoursAgreement {
  readonly agreed: number;
  /** Most hours that the programme said yes to. */
  readonly approved: number;
  /** More than that, waiting for a yes; null when nothing waits. */
  readonly wanted: number | null;
}

/**
 * A champion changes their own hours. Up to what was approved they need nobody: less is their protection, and back again
 * was agreed once. More is part of approval (capabilities B-28, B-29), so it waits as a wish, and nothing is asked of them
 * for it until the programme says yes.
 */
export const askForHours = ({ agreed, approved }: HoursAgreement, hours: number): HoursAgreement =>
  hours > approved
    ? { agreed, approved, wanted: hours }
    : { agreed: hours, approved, wanted: null };

/** The programme answers the wish: as asked, or as it was. */
export const answerHours = (hours: HoursAgreement, isAgreed: boolean): HoursAgreement =>
  isAgreed && hours.wanted !== null
    ? { agreed: hours.wanted, approved: hours.wanted, wanted: null }
    : { ...hours, wanted: null };
