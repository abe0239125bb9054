import { describe, expect, it } from '@jest/globals';
import { scopesInWords, tidyScopes } from './delegation.js';

describe('what a delegate may do', () => {
  it('is told in words, in one order', () => {
    expect(scopesInWords(['cancel', 'book', 'move'])).toBe('book, move and skip');
    expect(scopesInWords(['move', 'book'])).toBe('book and move');
    expect(scopesInWords(['move'])).toBe('move');
    expect(scopesInWords([])).toBeNull();
  });

  it('is a set', () => {
    expect(tidyScopes(['move', 'book', 'move'])).toEqual(['book', 'move']);
  });
});
