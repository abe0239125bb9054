import { describe, expect, it } from '@jest/globals';
import { fourWeekMinutes } from './load.js';

describe('what a pairing asks of its champion', () => {
  it('is its sessions in four weeks with the time to prepare and write them up', () => {
    expect(fourWeekMinutes({ cadenceDays: 14, sessionMinutes: 30 })).toBe(120);
    expect(fourWeekMinutes({ cadenceDays: 7, sessionMinutes: 45 })).toBe(360);
  });

  it('is rounded up', () => {
    expect(fourWeekMinutes({ cadenceDays: 10, sessionMinutes: 30 })).toBe(168);
    expect(fourWeekMinutes({ cadenceDays: 11, sessionMinutes: 30 })).toBe(153);
  });
});
