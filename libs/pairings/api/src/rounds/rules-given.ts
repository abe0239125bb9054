import type { RoundRules } from '@flipside/pairings-domain';
import type { RoundRulesInput } from './round-payloads.type.js';

/** Rules of which null is a setting of its own. */
const OPTIONAL: ReadonlySet<string> = new Set([
  'lineBelow',
  'lineAbove',
  'lineExemptLevel',
  'minLevelGap',
  'worthFrom',
]);

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only the rules that were written in the request. */
export const rulesGiven = (rules: RoundRulesInput): Partial<RoundRules> =>
  Object.fromEntries(
    Object.entries(rules)
      .filter(([name, value]) => value !== undefined && (value !== null || OPTIONAL.has(name)))
      .map(([name, value]) => [name, isPlain(value) ? { ...value } : value]),
  ) as Partial<RoundRules>;
