import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { brokenRules, namesIn, publicRules } from '../match/hard-rules.js';
import { anyInput, champion, executive, input } from '../match/match-cases.builder.js';
import { prepare } from '../match/prepared.js';
import { IMPACT_RULES, ruleFacts, ruleImpact, tallyRules } from './rule-impact.js';

describe('what each rule takes from whom', () => {
  it('is the same as asking every rule about every pair', () => {
    fc.assert(
      fc.property(anyInput, (people) => {
        const { executives, champions, facts } = prepare(people);
        const tallies = tallyRules(people);
        const count = (
          pairs: readonly { e: (typeof executives)[number]; c: (typeof champions)[number] }[],
        ) =>
          IMPACT_RULES.map(
            (name) =>
              pairs.filter(({ e, c }) =>
                publicRules(namesIn(brokenRules(e, c, facts))).includes(name),
              ).length,
          );
        for (const e of executives) {
          expect(tallies.executives.get(e.profile.id)).toEqual(
            count(champions.map((c) => ({ e, c }))),
          );
        }
        for (const c of champions) {
          expect(tallies.champions.get(c.profile.id)).toEqual(
            count(executives.map((e) => ({ e, c }))),
          );
        }
      }),
    );
  });

  it('finds the cause: a rule that takes more from one group than from another', () => {
    const halfDay = [{ weekday: 1, fromMinute: 540, toMinute: 700 }];
    const people = input({
      executives: [executive({ id: 'e1' }), executive({ id: 'e2' })],
      champions: Array.from({ length: 12 }, (_, n) =>
        champion({ id: `c${n}`, ...(n < 6 && n > 0 && { hours: halfDay }) }),
      ),
    });
    const labels = new Map(
      people.champions.map(({ id }, n) => [id, n < 6 ? 'part-time' : 'full-time']),
    );
    const found = ruleImpact(ruleFacts(tallyRules(people).champions, 2), {
      attributes: [labels],
      limit: 5,
    });
    const hours = found.map(({ group, rules }) => [
      group[0],
      rules.find(({ rule }) => rule === 'hours'),
    ]);
    expect(hours).toEqual([
      ['full-time', { rule: 'hours', removed: 0, of: 12 }],
      ['part-time', { rule: 'hours', removed: 10, of: 12 }],
    ]);
  });

  it('says nothing about groups that are too small', () => {
    const people = input({
      executives: [executive({ id: 'e' })],
      champions: [champion({ id: 'a' }), champion({ id: 'b' })],
    });
    const labels = new Map([['a', 'x']]);
    expect(
      ruleImpact(ruleFacts(tallyRules(people).champions, 1), { attributes: [labels], limit: 5 }),
    ).toEqual([]);
  });
});
