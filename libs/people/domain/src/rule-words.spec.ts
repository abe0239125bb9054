import { describe, expect, it } from '@jest/globals';
import { ruleInWords, ruleLabel } from './rule-words.js';

describe('rules in words', () => {
  it.each([
    [ruleInWords('targetRatio', 25), '1 champion per 25 people'],
    [ruleInWords('targetRatio', 1), '1 champion per 1 person'],
    [ruleInWords('executiveLevel', null), 'only those marked by hand'],
    [ruleInWords('executiveLevel', 7), 'everybody down to level 7'],
    [ruleInWords('countsLeave', false), 'do not count'],
    [ruleInWords('rounding', 'nearest'), 'to the nearest whole number, at least 1'],
    [ruleInWords('championHours', 4.5), '4.5 hours a month'],
    [ruleInWords('smallUnitLimit', 10), 'units under 10 people count with their parent'],
    [ruleInWords('eligibleTypes', ['employee', 'intern']), 'employee, intern'],
    [
      ruleInWords('defaultHours', [{ weekday: 1, fromMinute: 540, toMinute: 1020 }]),
      'Mon 9:00–17:00',
    ],
  ])('says %s', (said, expected) => {
    expect(said).toBe(expected);
  });

  it('names each rule as the settings page does', () => {
    expect(ruleLabel('cadenceDays')).toBe('Rhythm');
  });
});
