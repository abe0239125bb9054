import { daysBetween } from '@flipside/kernel';
import { hasRoom } from '../pairing.js';
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
  'reporting_line',
  'language',
  'hours',
  'forbidden',
  'recently_ended',
] as const;
export type HardRuleName = (typeof HARD_RULE_NAMES)[number];

export type HardRule = (
  executive: PreparedExecutive,
  champion: PreparedChampion,
  facts: Facts,
) => boolean;

/**
 * Each rule says whether it forbids the two, whatever their score. They are applied in the order of
 * `HARD_RULE_NAMES`. Unknown languages forbid nobody (the proposal is flagged instead): an HR export
 * without that column must not leave every executive alone.
 */
export const HARD_RULES: Readonly<Record<HardRuleName, HardRule>> = {
  same_person: (e, c) => e.profile.id === c.profile.id,
  opt_out: (e, c) => e.profile.isOptedOut || c.profile.isOptedOut,
  available: (_, c) => !c.profile.takesPairings,
  capacity: (_, c) => !hasRoom(c.profile.capacity, c.profile.livePairings),
  reporting_line: (e, c) => e.managers.has(c.profile.id) || c.managers.has(e.profile.id),
  language: (e, c) => areLanguagesKnown(e, c) && sharedLanguages(e, c).length === 0,
  hours: (e, c, facts) => overlapOf(e, c, facts) < facts.rules.minOverlapMinutes,
  forbidden: (e, c) => e.forbidden.has(c.profile.id),
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

export function countRules(masks: Iterable<number>): RuleCounts {
  const counts = HARD_RULE_NAMES.map((rule) => ({ rule, alone: 0, inOrder: 0, only: 0 }));
  let [considered, allowed] = [0, 0];
  for (const mask of masks) {
    considered++;
    if (mask === 0) allowed++;
    let isFirst = true;
    for (let index = 0; mask >> index !== 0; index++) {
      const count = counts[index];
      if (!count || (mask & (1 << index)) === 0) continue;
      count.alone++;
      if (isFirst) count.inOrder++;
      if (mask === 1 << index) count.only++;
      isFirst = false;
    }
  }
  return { considered, allowed, rules: counts };
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

/** What each rule says about two people whom it forbids. */
export const RULE_WORDS: Readonly<Record<HardRuleName, string>> = {
  same_person: 'They are the same person.',
  opt_out: 'Not available.',
  available: 'The champion takes no new pairings.',
  capacity: 'The champion has no free place.',
  reporting_line: 'They are in the same reporting line.',
  language: 'They have no language in common.',
  hours: 'Their working hours overlap too little.',
  forbidden: 'You said not to suggest these two again.',
  recently_ended: 'A pairing of these two ended recently.',
};
