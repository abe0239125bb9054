import type { BlockingSet } from '../solver/blocking-set.js';
import {
  bindingRule,
  RULE_REMEDIES,
  RULE_WORDS,
  type HardRuleName,
  type RuleCounts,
} from './hard-rules.js';
import type { RoundRules } from './round-rules.js';

/** Why an executive is left without a proposal. */
export type UnmatchedCause =
  | { readonly kind: 'no_champions' }
  /** Rules leave nobody; the named one matters most. */
  | {
      readonly kind: 'rules';
      readonly rule: HardRuleName;
      readonly removed: number;
      readonly considered: number;
    }
  /** These executives can only be given these champions, whose places are all used. */
  | { readonly kind: 'competition'; readonly executives: number; readonly champions: number }
  /** HR said not to suggest the two, or gave the champion to somebody else. */
  | { readonly kind: 'set_aside'; readonly by: 'forbid' | 'swap' }
  /** Somebody could be proposed, but below the points from which that is worth it. */
  | { readonly kind: 'below_worth'; readonly allowed: number };

/** Why one executive has nobody, from what the rules leave and whom the others hold. */
export function causeOf(
  counts: RuleCounts,
  blocking: BlockingSet | null,
  bestPoints: number,
  { worthFrom }: RoundRules,
): UnmatchedCause {
  if (counts.considered === 0) return { kind: 'no_champions' };
  const binding = bindingRule(counts);
  if (counts.allowed === 0) {
    if (!binding) return { kind: 'no_champions' };
    const { rule, alone } = binding;
    return { kind: 'rules', rule, removed: alone, considered: counts.considered };
  }
  if (worthFrom !== null && bestPoints < worthFrom) {
    return { kind: 'below_worth', allowed: counts.allowed };
  }
  return blocking?.kind === 'TOO_FEW_PLACES'
    ? { kind: 'competition', executives: blocking.rows.length, champions: blocking.cols.length }
    : { kind: 'competition', executives: 1, champions: counts.allowed };
}

const people = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** The cause as a sentence for HR. */
export function causeInWords(cause: UnmatchedCause): string {
  switch (cause.kind) {
    case 'no_champions':
      return 'There is no active champion yet.';
    case 'rules':
      return `${RULE_WORDS[cause.rule]} This rule alone leaves out ${cause.removed} of ${people(
        cause.considered,
        'champion',
        'champions',
      )}.`;
    case 'competition':
      return `${people(cause.executives, 'executive', 'executives')} could only be given ${
        cause.champions === 1
          ? 'the same champion, who has no more place'
          : `the same ${cause.champions} champions, who have no more places`
      }.`;
    case 'set_aside':
      return cause.by === 'forbid'
        ? 'You said not to suggest these two. Swap somebody in, or re-propose the rest.'
        : 'The champion was swapped to somebody else. Re-propose the rest.';
    case 'below_worth':
      return `${people(cause.allowed, 'champion is', 'champions are')} possible, but none fits well enough.`;
  }
}

/** What would have to change so that somebody could be proposed. */
export function remedyInWords(cause: UnmatchedCause): string {
  switch (cause.kind) {
    case 'no_champions':
      return 'Name champions first.';
    case 'rules':
      return RULE_REMEDIES[cause.rule];
    case 'competition':
      return `One more place with ${
        cause.champions === 1 ? 'this champion' : `any of these ${cause.champions} champions`
      } would do, or one of the other executives left open.`;
    case 'set_aside':
      return 'Swap somebody in, or re-propose the rest.';
    case 'below_worth':
      return 'Let somebody count as better than nobody from fewer points.';
  }
}
