import { describe, expect, it } from '@jest/globals';
import { isFresh, setUpSteps } from './set-up.js';

const nothing = {
  people: 1,
  units: 0,
  hasChosenTarget: false,
  nominations: 0,
  champions: 0,
  rounds: 0,
};

describe('the set-up list', () => {
  it('has nothing done when only the first administrator is there', () => {
    expect(setUpSteps(nothing).map(({ isDone }) => isDone)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('ticks each step by what is really there', () => {
    const done = setUpSteps({ ...nothing, people: 2235, units: 21, champions: 3 })
      .filter(({ isDone }) => isDone)
      .map(({ key }) => key);
    expect(done).toEqual(['people', 'units', 'nominators']);
  });

  it('stays until there are people and a first round', () => {
    expect(isFresh(nothing)).toBe(true);
    expect(isFresh({ ...nothing, people: 2235 })).toBe(true);
    expect(isFresh({ ...nothing, people: 2235, rounds: 1 })).toBe(false);
  });
});
