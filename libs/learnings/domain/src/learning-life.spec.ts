import { describe, expect, it } from '@jest/globals';
import { lifeOf, matchOf, rankOf, searchTerms, similarity } from './learning-life.js';
import { checkDueOn } from './persistence.js';

describe('the life of a learning', () => {
  it('goes from draft to shared, tried by others, refined and retired', () => {
    const state = (change: object) =>
      lifeOf({ isShared: true, isRetired: false, triedBy: 0, versions: 1, ...change });
    expect(state({ isShared: false })).toBe('draft');
    expect(state({})).toBe('shared');
    expect(state({ triedBy: 2 })).toBe('tried_by_others');
    expect(state({ triedBy: 2, versions: 2 })).toBe('refined');
    expect(state({ triedBy: 2, versions: 2, isRetired: true })).toBe('retired');
  });
});

describe('finding by words', () => {
  it('takes the words of a question as they are meant', () => {
    expect(searchTerms('  Month-end  CLOSE, month ')).toEqual(['month', 'end', 'close']);
    expect(searchTerms('…')).toEqual([]);
  });

  it('finds a word that was begun or misspelt, and wants every one', () => {
    const text = 'I check two numbers of the forecast by hand.';
    expect(matchOf(text, ['forec'])).toEqual({ isExact: true });
    expect(matchOf(text, ['forcast', 'numbers'])).toEqual({ isExact: false });
    expect(matchOf(text, ['forecast', 'budget'])).toBeNull();
    expect(matchOf(text, [])).toBeNull();
  });

  it('counts trigrams as PostgreSQL does', () => {
    expect(similarity('forecast', 'forecast')).toBe(1);
    // select similarity('word', 'two words') for single words: "word" and "words" share 4 of 7.
    expect(similarity('word', 'words')).toBeCloseTo(4 / 7, 6);
  });

  it('ranks words as written first, then function, freshness and evidence', () => {
    const base = { isExact: true, isOwnFunction: false, ageDays: 200, worksFor: 0 };
    expect(rankOf(base)).toBeGreaterThan(
      rankOf({ ...base, isExact: false, ageDays: 10, worksFor: 2 }) - 0.7,
    );
    for (const better of [{ isOwnFunction: true }, { ageDays: 5 }, { worksFor: 3 }])
      expect(rankOf({ ...base, ...better })).toBeGreaterThan(rankOf(base));
  });
});

describe('whether it lasts', () => {
  it('is asked on the thirtieth, sixtieth and ninetieth day, and not much later', () => {
    expect(checkDueOn('2026-10-25', '2026-11-23')).toBeNull();
    expect(checkDueOn('2026-10-25', '2026-11-24')).toBe(30);
    expect(checkDueOn('2026-10-25', '2026-11-30')).toBe(30);
    expect(checkDueOn('2026-10-25', '2026-12-01')).toBeNull();
    expect(checkDueOn('2026-08-26', '2026-11-24')).toBe(90);
  });
});
