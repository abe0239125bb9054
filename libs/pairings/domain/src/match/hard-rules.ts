import { daysBetween } from '@flipside/kernel';
import { hasRoom } from '../pairing.js';
import type { RoundRules } from './round-rules.js';
import {
  areLanguagesKnown,
  overlapOf,
  sharedLanguages,
  type Facts,
  type PreparedChampion,
  type PreparedExecutive,
} from './prepared.js';

export const HARD_RULE_NAMES = [
  'same_person',
  'opt_out',
  'available',
  'capacity',
  'certified',
  'reporting_line',
  'level',
  'language',
  'hours',
  'forbidden',
  'conflict',
  'recently_ended',
] as const;
export type HardRuleName = (typeof HARD_RULE_NAMES)[number];

export type HardRule = (
  executive: PreparedExecutive,
  champion: PreparedChampion,
  facts: Facts,
) => boolean;

/** Whether somebody so many steps away counts as the same line. */
export const isWithin = (distance: number | undefined, limit: number | null): boolean =>
  distance !== undefined && (limit === null || distance <= limit);

/** Taken literally, the head of a company is above everybody: exempt levels are kept from direct reports only. */
export const lineBelowOf = (
  level: number | null,
  { lineBelow, lineExemptLevel }: RoundRules,
): number | null =>
  level !== null && lineExemptLevel !== null && level <= lineExemptLevel ? 1 : lineBelow;

/** Levels count downwards from 1, so a champion of a higher number stands lower. Unknown levels forbid nobody. */
export const breaksLevel = (
  executive: number | null,
  champion: number | null,
  { minLevelGap }: RoundRules,
): boolean =>
  minLevelGap !== null &&
  executive !== null &&
  champion !== null &&
  champion - executive < minLevelGap;

/**
 * Each rule says whether it forbids the two, whatever their score. They are applied in the order of
 * `HARD_RULE_NAMES`. Unknown languages forbid nobody (the proposal is flagged instead): an HR export
 * without that column must not leave every executive alone.
 */
export const HARD_RULES: Readonly<Record<HardRuleName, HardRule>> = {
  same_person: (e, c) => e.profile.id === c.profile.id,
  opt_out: (e, c) =>
    e.profile.isOptedOut ||
    c.profile.isOptedOut ||
    e.refuses.has(c.profile.id) ||
    c.refuses.has(e.profile.id),
  available: (_, c) => !c.profile.takesPairings,
  capacity: (_, c) => !hasRoom(c.profile.capacity, c.profile.livePairings),
  certified: (_, { profile: { certifiedUntil } }, { rules, today }) =>
    rules.needsCertification && (certifiedUntil === null || certifiedUntil <= today),
  reporting_line: (e, c, { rules }) =>
    isWithin(c.managers.get(e.profile.id), lineBelowOf(e.profile.level, rules)) ||
    isWithin(e.managers.get(c.profile.id), rules.lineAbove),
  level: (e, c, { rules }) => breaksLevel(e.profile.level, c.profile.level, rules),
  language: (e, c) => areLanguagesKnown(e, c) && sharedLanguages(e, c).length === 0,
  hours: (e, c, facts) => overlapOf(e, c, facts) < facts.rules.minOverlapMinutes,
  forbidden: (e, c) => e.forbidden.has(c.profile.id),
  conflict: (e, c) => e.conflicts.has(c.profile.id),
  recently_ended: (e, c, { rules, today }) => {
    const endedOn = e.endedOn.get(c.profile.id);
    return endedOn !== undefined && daysBetween(endedOn, today) < rules.restDays;
  },
};

const ENTRIES = HARD_RULE_NAMES.map((name, index) => ({ rule: HARD_RULES[name], bit: 1 << index }));

/** The rules that forbid the two, one bit each in the order of `HARD_RULE_NAMES`; 0 = allowed. */
export function brokenRules(
  executive: PreparedExecutive,
  champion: PreparedChampion,
  facts: Facts,
): number {
  let mask = 0;
  for (const { rule, bit } of ENTRIES) if (rule(executive, champion, facts)) mask |= bit;
  return mask;
}

export const namesIn = (mask: number): HardRuleName[] =>
  HARD_RULE_NAMES.filter((_, index) => (mask & (1 << index)) !== 0);

/** How many champions one rule takes away. */
export interface RuleCount {
  readonly rule: HardRuleName;
  /** If it were the only rule. */
  readonly alone: number;
  /** Of those that the rules before it left; these add up with the allowed ones to everybody. */
  readonly inOrder: number;
  /** Those that no other rule takes away: how many would come back without this rule. */
  readonly only: number;
}

export interface RuleCounts {
  readonly considered: number;
  readonly allowed: number;
  readonly rules: readonly RuleCount[];
}

/** Counts pairs by the rules they break. */
export class RuleTally {
  readonly #byMask = new Int32Array(1 << HARD_RULE_NAMES.length);

  /** `count` pairs that break these rules; a negative count takes them out again. */
  add(mask: number, count: number): void {
    this.#byMask[mask] = (this.#byMask[mask] as number) + count;
  }

  read(): RuleCounts {
    const counts = HARD_RULE_NAMES.map((rule) => ({ rule, alone: 0, inOrder: 0, only: 0 }));
    let considered = 0;
    this.#byMask.forEach((pairs, mask) => {
      if (pairs === 0) return;
      considered += pairs;
      let isFirst = true;
      counts.forEach((count, index) => {
        if ((mask & (1 << index)) === 0) return;
        count.alone += pairs;
        if (isFirst) count.inOrder += pairs;
        if (mask === 1 << index) count.only += pairs;
        isFirst = false;
      });
    });
    return { considered, allowed: this.#byMask[0] as number, rules: counts };
  }
}

/**
 * The rule to look at when nobody is left: the one whose absence would bring most champions back,
 * otherwise (two rules overlap) the one that takes most away.
 */
export function bindingRule({ rules }: RuleCounts): RuleCount | null {
  const [worst] = [...rules]
    .filter(({ alone }) => alone > 0)
    .sort((a, b) => b.only - a.only || b.alone - a.alone);
  return worst ?? null;
}

/** Rules about one person's own choice: others only ever read that somebody is not available. */
const PRIVATE_RULES: ReadonlySet<HardRuleName> = new Set(['opt_out', 'available']);

/** The rules as they may be named to others: what somebody chose for themselves has one common name. */
export const publicRules = (rules: readonly HardRuleName[]): HardRuleName[] => [
  ...new Set(rules.map((rule) => (PRIVATE_RULES.has(rule) ? 'available' : rule))),
];

/** What to change so that a rule leaves out fewer. */
export const RULE_REMEDIES: Readonly<Record<HardRuleName, string>> = {
  same_person: 'Name another champion.',
  opt_out: 'Nothing: both decide for themselves.',
  available: 'Ask champions who rest, or name another one.',
  capacity: 'Give a champion another place, or name another one.',
  certified: 'Certify more champions, or do not ask for certification.',
  reporting_line: 'Let the reporting line end after fewer steps.',
  level: 'Allow a smaller level gap.',
  language: 'Name a champion who speaks a language of theirs, or complete the languages.',
  hours: 'Ask for fewer shared hours, or name a champion in a nearby time zone.',
  forbidden: 'Allow one of the two people again.',
  conflict: 'Name a champion of another unit, or end the conflict when it is over.',
  recently_ended: 'Let the same two be proposed again earlier.',
};

/** What each rule says about two people whom it forbids. */
export const RULE_WORDS: Readonly<Record<HardRuleName, string>> = {
  same_person: 'They are the same person.',
  opt_out: 'Not available.',
  available: 'Not available.',
  capacity: 'The champion has no free place.',
  certified: 'The champion’s certification is not valid.',
  reporting_line: 'They are in the same reporting line.',
  level: 'The champion is too senior for this executive.',
  language: 'They have no language in common.',
  hours: 'Their working hours overlap too little.',
  forbidden: 'You said not to suggest these two again.',
  conflict: 'One of them is kept out of the other’s unit.',
  recently_ended: 'A pairing of these two ended recently.',
};
