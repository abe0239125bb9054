import { describe, expect, it } from '@jest/globals';
import { monthlyHours } from './load.js';

describe('the load of a champion', () => {
  it('counts sessions with the time to prepare and log them', () => {
    expect(monthlyHours([{ cadenceDays: 14, sessionMinutes: 30 }])).toBe(2.2);
    expect(monthlyHours([])).toBe(0);
  });

  it('adds pairings before it rounds', () => {
    const three = Array.from({ length: 3 }, () => ({ cadenceDays: 14, sessionMinutes: 30 }));
    expect(monthlyHours(three)).toBe(6.5);
  });
});
