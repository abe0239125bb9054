import { rulesInWords, type RoundRules, type RuleCounts } from '@flipside/pairings-domain';
import type { RuleCountType } from './proposal.type.js';

/** What each hard rule takes away, with its sentence under these rules. */
export function ruleCounts({ rules: counts }: RuleCounts, rules: RoundRules): RuleCountType[] {
  const sentences = new Map(rulesInWords(rules).map(({ rule, sentence }) => [rule, sentence]));
  return counts.map(({ rule, alone, inOrder }) => ({
    rule,
    alone,
    inOrder,
    sentence: sentences.get(rule) ?? '',
  }));
}
