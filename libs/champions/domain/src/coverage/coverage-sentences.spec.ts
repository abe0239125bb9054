import { describe, expect, it } from '@jest/globals';
import type { Group } from './coverage-figure.js';
import { coverageOf } from './coverage.js';
import { fixtureInput } from './coverage.fixture.js';
import {
  belowSentence,
  gapSentence,
  pooledSentence,
  ruleSentence,
  spreadSentence,
  totalSentence,
  unitSentence,
} from './coverage-sentences.js';

const coverage = coverageOf(fixtureInput());

function sentenceOf(code: string): string {
  const unit = coverage.units.find((u) => u.code === code);
  return unit ? unitSentence(unit, 'ORG') : '';
}

function flat(...groups: Group[]) {
  return coverageOf({
    units: groups.map((_, i) => ({
      id: `${i}`,
      code: `${i}`,
      name: `${i}`,
      parentId: null,
      targetRatio: null,
    })),
    direct: new Map(groups.map((group, i) => [`${i}`, group])),
    unplaced: { people: 0, champions: 0 },
    rules: { targetRatio: 25, smallUnitLimit: 10, rounding: 'up' },
  });
}

describe('coverage in words', () => {
  it('leads with people and champions, then says where they are missing', () => {
    expect(totalSentence(coverage)).toBe(
      '66 champions for 1,684 people: 1 per 25.6, target 1 per 25.',
    );
    expect(gapSentence(coverage)).toBe('13 units are short by 19 champions; 4 have none.');
  });

  it('speaks of one in the singular', () => {
    const one = flat({ people: 11, champions: 0 });
    expect(totalSentence(one)).toBe('No champions yet for 11 people, target 1 per 25.');
    expect(gapSentence(one)).toBe('1 unit is short by 1 champion; 1 has none.');
  });

  it('says what to watch when nothing is missing, and what the whole lacks when no unit does', () => {
    const full = flat({ people: 50, champions: 2 }, { people: 50, champions: 3 });
    expect(gapSentence(full)).toBe(
      'Every unit has its champions. 1 is one leaver away from a gap.',
    );
    expect(gapSentence(flat({ people: 9, champions: 0 }, { people: 9, champions: 0 }))).toBe(
      'The company as a whole needs 1 more champion.',
    );
    expect(gapSentence(flat())).toBe('');
    expect(totalSentence(flat())).toBe('0 champions, and no employees to cover.');
  });

  it('tells the story of a unit in one or two sentences', () => {
    expect(sentenceOf('FOUR')).toBe('FOUR has no champion. It needs 5 for 104 people.');
    expect(sentenceOf('U126')).toBe('U126 has 5 of 6 champions for 126 people. It needs 1 more.');
    expect(sentenceOf('U60')).toBe('U60 has 4 of 3 champions for 60 people, 1 to spare.');
    expect(sentenceOf('U25')).toBe('U25 has 1 of 1 champions for 25 people.');
    expect(sentenceOf('P9')).toBe(
      'P9 has 9 people, too few for a target of its own. It is counted with ORG.',
    );
    expect(sentenceOf('EMPTY')).toBe('EMPTY has no employees.');
  });

  it('counts small units together', () => {
    expect(coverage.pooledGroups.map(pooledSentence)).toContain(
      '18 people in 2 small units would need 1 champion if counted together; 1 is shared among them.',
    );
    expect(coverage.pooledGroups.map(pooledSentence)).toContain(
      '10 people in 2 small units would need 1 champion if counted together; none of them has a champion.',
    );
  });

  it('never hides an empty team behind a good average', () => {
    const org = coverage.units.find((u) => u.code === 'ORG');
    expect(org && belowSentence(org)).toBe('8 units below have none, 10 units below are short');
  });

  it('says first why a company above its target still has an empty department, and which one', () => {
    const spread = flat({ people: 50, champions: 10 }, { people: 40, champions: 0 });
    expect(spread.company.gap).toBe(0);
    expect(spreadSentence(spread)).toBe(
      'The company has the 4 champions it needs, yet 1 has none for 40 people: what one unit has to spare does not cover another.',
    );
    const several = flat(
      { people: 50, champions: 10 },
      { people: 40, champions: 0 },
      { people: 60, champions: 0 },
      { people: 70, champions: 0 },
    );
    expect(spreadSentence(several, 'location')).toBe(
      'The company has the 9 champions it needs, yet 3 and 2 other sites have none: what one site has to spare does not cover another.',
    );
    const short = flat({ people: 50, champions: 10 }, { people: 40, champions: 1 });
    expect(spreadSentence(short)).toContain('yet 1 lacks 1: what one unit');
    expect(spreadSentence(coverage)).toBe('');
    expect(spreadSentence(flat({ people: 50, champions: 2 }))).toBe('');
    expect(spreadSentence(flat())).toBe('');
  });

  it('speaks of sites where the cut is by location', () => {
    expect(gapSentence(coverage, 'location')).toBe(
      '13 sites are short by 19 champions; 4 have none.',
    );
    expect(gapSentence(flat({ people: 50, champions: 3 }), 'location')).toBe(
      'Every site has its champions.',
    );
    expect(
      ruleSentence({ targetRatio: 25, smallUnitLimit: 10, rounding: 'up' }, 'location'),
    ).toContain('Sites under 10 people are counted with the company.');
  });

  it('states the rule', () => {
    expect(ruleSentence({ targetRatio: 25, smallUnitLimit: 10, rounding: 'up' })).toBe(
      'One champion for every 25 people, rounded up. Units under 10 people are counted with the unit above. Champions count among the people.',
    );
    expect(ruleSentence({ targetRatio: 1, smallUnitLimit: 1, rounding: 'nearest' })).toBe(
      'One champion for each person, rounded to the nearest whole number, at least one. Champions count among the people.',
    );
  });
});
