import { describe, expect, it } from '@jest/globals';
import { champion, executive, input } from './match-cases.builder.js';
import { proposeMatches, type MatchingInput } from './match.js';
import { DEFAULT_RULES } from './round-rules.js';
import { causeInWords, remedyInWords } from './unmatched.js';

function unmatchedOf(given: MatchingInput) {
  const matched = proposeMatches(given);
  if (!matched.ok) throw new Error('It was refused');
  return matched.value.unmatched;
}
const two = ['a', 'b'].map((id) => executive({ id }));

describe('what would have to change for somebody who is left without a champion', () => {
  it('is one more place, or one executive less, where others have the only champions', () => {
    const given = input({ executives: two, champions: [champion({ id: 'x', capacity: 1 })] });
    const [left] = unmatchedOf(given);
    expect(left && remedyInWords(left.cause)).toBe(
      'One more place with this champion would do, or one of the other executives left open.',
    );
    expect(unmatchedOf({ ...given, champions: [champion({ id: 'x', capacity: 2 })] })).toEqual([]);
    expect(unmatchedOf({ ...given, executives: two.slice(0, 1) })).toEqual([]);
  });

  it('is the rule that binds', () => {
    const given = input({
      executives: [executive({ id: 'helen' })],
      champions: [champion({ id: 'x', takesPairings: false })],
    });
    const [left] = unmatchedOf(given);
    expect(left && causeInWords(left.cause)).toContain('leaves out 1 of 1 champion.');
    expect(left && remedyInWords(left.cause)).not.toBe('');
    expect(unmatchedOf({ ...given, champions: [champion({ id: 'x' })] })).toEqual([]);
  });

  it('is a lower bound of what is worth it', () => {
    const given = input({
      executives: [executive({ id: 'a', topics: ['Law'] })],
      champions: [champion({ id: 'x' })],
      rules: { ...DEFAULT_RULES, worthFrom: 9000 },
    });
    const [left] = unmatchedOf(given);
    expect(left && remedyInWords(left.cause)).toBe(
      'Let somebody count as better than nobody from fewer points.',
    );
    expect(unmatchedOf({ ...given, rules: { ...given.rules, worthFrom: 100 } })).toEqual([]);
  });

  it('is a champion where there is none', () => {
    const given = input({ executives: two, champions: [] });
    const [left] = unmatchedOf(given);
    expect(left && remedyInWords(left.cause)).toBe('Name champions first.');
  });
});
