import { bindingRule, RULE_WORDS, type HardRuleName, type RuleCounts } from './hard-rules.js';

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

interface Situation {
  readonly masks: Uint16Array;
  readonly columns: number;
  /** Champion of each executive, −1 for none. */
  readonly chosen: Int32Array;
  readonly isPinned: (row: number) => boolean;
  readonly counts: RuleCounts;
  /** Does the best allowed champion reach the points from which somebody is better than nobody? */
  readonly isWorthIt: boolean;
}

export function causeOf(row: number, situation: Situation): UnmatchedCause {
  const { counts } = situation;
  if (counts.considered === 0) return { kind: 'no_champions' };
  if (counts.allowed === 0) {
    const binding = bindingRule(counts);
    if (!binding) return { kind: 'no_champions' };
    const { rule, alone } = binding;
    return { kind: 'rules', rule, removed: alone, considered: counts.considered };
  }
  if (!situation.isWorthIt) return { kind: 'below_worth', allowed: counts.allowed };
  return { kind: 'competition', ...rivals(row, situation) };
}

/**
 * Follows "could have" and "is given to" from one executive: all champions reached serve only
 * executives reached, so these executives share these champions (Hall's condition turned into words).
 */
function rivals(start: number, { masks, columns, chosen, isPinned }: Situation) {
  const holders = new Map<number, number[]>();
  chosen.forEach((column, row) => {
    if (column >= 0) holders.set(column, [...(holders.get(column) ?? []), row]);
  });
  const rows = new Set([start]);
  const reached = new Set<number>();
  for (const row of rows) {
    for (let column = 0; column < columns; column++) {
      if (masks[row * columns + column] !== 0 || reached.has(column)) continue;
      reached.add(column);
      for (const holder of holders.get(column) ?? []) if (!isPinned(holder)) rows.add(holder);
    }
  }
  return { executives: rows.size, champions: reached.size };
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
      return `${people(cause.executives, 'executive', 'executives')} could only be given the same ${people(
        cause.champions,
        'champion',
        'champions',
      )}, who have no more places.`;
    case 'set_aside':
      return cause.by === 'forbid'
        ? 'You said not to suggest these two. Swap somebody in, or re-propose the rest.'
        : 'The champion was swapped to somebody else. Re-propose the rest.';
    case 'below_worth':
      return `${people(cause.allowed, 'champion is', 'champions are')} possible, but none fits well enough.`;
  }
}
