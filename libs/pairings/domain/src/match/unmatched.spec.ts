import { describe, expect, it } from '@jest/globals';
import { champion, executive, input } from './match-cases.builder.js';
import { HARD_RULE_NAMES, type HardRuleName } from './hard-rules.js';
import { proposeMatches, type MatchingInput } from './match.js';
import { DEFAULT_RULES } from './round-rules.js';
import { causeInWords, remedyInWords } from './unmatched.js';

function unmatchedOf(given: MatchingInput) {
  const matched = proposeMatches(given);
  if (!matched.ok) throw new Error('It was refused');
  return matched.value.unmatched;
}
const two = ['a', 'b'].map((id) => executive({ id }));

const helen = executive({ id: 'helen', level: 2 });
const pair = { executiveId: 'helen', championId: 'x' };
const own = (champions: Parameters<typeof champion>[0][], rest: Partial<MatchingInput> = {}) =>
  input({ executives: [helen], champions: champions.map((each) => champion(each)), ...rest });
/** One executive and one champion, whom this rule alone keeps apart. */
const KEPT_APART: Readonly<Record<HardRuleName, MatchingInput>> = {
  same_person: own([{ id: 'helen' }]),
  opt_out: own([{ id: 'x', isOptedOut: true }]),
  available: own([{ id: 'x', takesPairings: false }]),
  capacity: own([{ id: 'x', capacity: 1, livePairings: 1 }]),
  certified: own([{ id: 'x' }], { rules: { ...DEFAULT_RULES, needsCertification: true } }),
  reporting_line: own([{ id: 'x', managerIds: ['somebody', 'helen'] }]),
  level: own([{ id: 'x', level: 2 }], { rules: { ...DEFAULT_RULES, minLevelGap: 1 } }),
  language: own([{ id: 'x', languages: ['de'] }]),
  hours: own([{ id: 'x', zone: 'Pacific/Auckland' }]),
  forbidden: own([{ id: 'x' }], { forbidden: [pair] }),
  conflict: own([{ id: 'x' }], { conflicts: [pair] }),
  recently_ended: own([{ id: 'x' }], { ended: [{ ...pair, endedOn: '2026-11-01' }] }),
};

describe('why somebody is left without a champion', () => {
  it.each(HARD_RULE_NAMES)('is told by the one rule that keeps the two apart: %s', (rule) => {
    const given = KEPT_APART[rule];
    const matched = proposeMatches(given);
    if (!matched.ok) throw new Error('It was refused');
    expect(matched.value.proposals).toEqual([]);
    expect(matched.value.unmatched.map(({ cause }) => cause)).toEqual([
      { kind: 'rules', rule, removed: 1, considered: 1 },
    ]);
  });

  it('is told by the line in the other direction, too', () => {
    const boss = executive({ id: 'helen', managerIds: ['x'] });
    const [left] = unmatchedOf({ ...own([{ id: 'x' }]), executives: [boss] });
    expect(left?.cause).toMatchObject({ kind: 'rules', rule: 'reporting_line' });
  });

  it('is nothing where no rule keeps them apart', () => {
    expect(unmatchedOf(own([{ id: 'x' }]))).toEqual([]);
  });
});

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
