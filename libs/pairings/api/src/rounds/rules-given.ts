import type { RoundRules } from '@flipside/pairings-domain';
import type { RoundRulesInput } from './round-payloads.type.js';

/** Only the rules that were written in the request. */
export const rulesGiven = (rules: RoundRulesInput): Partial<RoundRules> =>
  Object.fromEntries(
    Object.entries(rules)
      .filter(([, value]) => value != null)
      .map(([name, value]) => [name, typeof value === 'object' ? { ...value } : value]),
  ) as Partial<RoundRules>;
