import { describe, expect, it } from '@jest/globals';
import { CRITERIA, DEFAULT_RULES, rulesInWords } from '../match/round-rules.js';
import { matchingNotice } from './notice.js';

const linesOf = (title: string, rules = DEFAULT_RULES) =>
  matchingNotice(rules).find((section) => section.title === title)?.lines ?? [];

describe('the notice about matching', () => {
  it('names every rule as the rules themselves say it', () => {
    const rules = { ...DEFAULT_RULES, minOverlapMinutes: 480, restDays: 30 };
    expect(linesOf('Rules that always hold', rules)).toEqual(
      rulesInWords(rules).map(({ sentence }) => sentence),
    );
  });

  it('names every criterion with its weight, the heaviest first', () => {
    const weights = linesOf('What counts, and how much').flatMap(
      (line) => /^([\d.]+) of 100/.exec(line)?.[1] ?? [],
    );
    expect(weights.map((weight) => 10 * Number(weight))).toEqual(
      CRITERIA.map((name) => DEFAULT_RULES.weights[name]).sort((a, b) => b - a),
    );
  });

  it('puts a criterion that counts nothing among what is not used', () => {
    const rules = {
      ...DEFAULT_RULES,
      weights: { ...DEFAULT_RULES.weights, place: 0 },
    };
    expect(linesOf('What counts, and how much', rules).join()).not.toContain('site');
    expect(linesOf('What is not used', rules).join()).toContain('site and time zone of both');
  });

  it('says which way the function counts', () => {
    const rules = { ...DEFAULT_RULES, functionPolicy: 'same' as const };
    expect(linesOf('What counts, and how much', rules).join()).toContain('the same one counts');
  });
});
