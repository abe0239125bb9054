import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  championsNeeded,
  differenceOf,
  problemsOf,
  roundingInWords,
  withChange,
  withoutChange,
  type ProgrammeRules,
} from './programme.js';

const rules: ProgrammeRules = {
  name: 'AI champions',
  targetRatio: 25,
  smallUnitLimit: 10,
  rounding: 'up',
  eligibleTypes: ['employee'],
  countsLeave: false,
  executiveLevel: 7,
  defaultTimeZone: 'Europe/London',
  defaultHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1020 })),
  cadenceDays: 14,
  sessionMinutes: 30,
  championCapacity: 2,
  championHours: 4,
  minNoticeHours: 24,
  smallGroupLimit: 5,
};

describe('changing the programme’s rules', () => {
  it('keeps what is not mentioned and tidies what is', () => {
    const changed = withChange(rules, {
      targetRatio: 20,
      eligibleTypes: [' intern', 'employee', 'intern', ''],
    });
    expect(changed).toEqual({
      ok: true,
      value: { ...rules, targetRatio: 20, eligibleTypes: ['employee', 'intern'] },
    });
  });

  it.each<[keyof ProgrammeRules, unknown, string]>([
    ['name', '  ', 'NAME_OUT_OF_RANGE'],
    ['targetRatio', 0, 'TARGET_OUT_OF_RANGE'],
    ['targetRatio', 24.5, 'TARGET_OUT_OF_RANGE'],
    ['smallUnitLimit', 0, 'SMALL_UNIT_LIMIT_OUT_OF_RANGE'],
    ['eligibleTypes', ['  '], 'NO_ELIGIBLE_TYPE'],
    ['executiveLevel', 0, 'EXECUTIVE_LEVEL_OUT_OF_RANGE'],
    ['defaultTimeZone', 'Middle/Earth', 'UNKNOWN_TIME_ZONE'],
    ['defaultHours', [], 'NO_WORKING_HOURS'],
    ['cadenceDays', 6, 'CADENCE_OUT_OF_RANGE'],
    ['sessionMinutes', 20, 'SESSION_LENGTH_OUT_OF_RANGE'],
    ['championCapacity', 0, 'CAPACITY_OUT_OF_RANGE'],
    ['championHours', 0.5, 'HOURS_OUT_OF_RANGE'],
    ['minNoticeHours', 337, 'NOTICE_OUT_OF_RANGE'],
    ['smallGroupLimit', 2, 'SMALL_GROUP_OUT_OF_RANGE'],
  ])('refuses %s = %j, naming the field', (field, value, code) => {
    expect(withChange(rules, { [field]: value })).toMatchObject({
      ok: false,
      refusal: { code, field },
    });
  });

  it('lists every problem in the order of the form', () => {
    const problems = problemsOf({ ...rules, cadenceDays: 1, targetRatio: 0 });
    expect(problems.map(({ field }) => field)).toEqual(['targetRatio', 'cadenceDays']);
  });

  it('notes only what differs, and nothing when a value is written in another key order', () => {
    const sameHours = rules.defaultHours.map(({ weekday, fromMinute, toMinute }) => ({
      toMinute,
      fromMinute,
      weekday,
    }));
    expect(differenceOf(rules, { ...rules, targetRatio: 30, defaultHours: sameHours })).toEqual({
      before: { targetRatio: 25 },
      after: { targetRatio: 30 },
    });
  });
});

describe('undoing a change', () => {
  it('brings the earlier values back', () => {
    const change = { before: { targetRatio: 25 }, after: { targetRatio: 20 } };
    expect(withoutChange({ ...rules, targetRatio: 20 }, change)).toEqual({
      ok: true,
      value: rules,
    });
  });

  it('is refused when a later change touched the same rule', () => {
    const change = { before: { targetRatio: 25 }, after: { targetRatio: 20 } };
    expect(withoutChange({ ...rules, targetRatio: 22 }, change)).toMatchObject({
      ok: false,
      refusal: { code: 'LATER_CHANGE' },
    });
  });

  it('is refused when nothing was changed', () => {
    expect(withoutChange(rules, { before: {}, after: {} })).toMatchObject({
      ok: false,
      refusal: { code: 'NOTHING_TO_UNDO' },
    });
  });
});

describe('how many champions people need', () => {
  it('rounds in the safe direction', () => {
    expect([0, 1, 25, 26, 50, 51].map((people) => championsNeeded(people, rules))).toEqual([
      0, 1, 1, 2, 2, 3,
    ]);
  });

  it('rounds to the nearest whole number, at least one, where the programme says so', () => {
    const nearest = { targetRatio: 25, rounding: 'nearest' } as const;
    expect([0, 1, 37, 38].map((people) => championsNeeded(people, nearest))).toEqual([0, 1, 1, 2]);
  });

  it('always meets the target when rounded up, and by less than one champion', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 1, max: 1000 }),
        (people, targetRatio) => {
          const needed = championsNeeded(people, { targetRatio, rounding: 'up' });
          expect(needed * targetRatio).toBeGreaterThanOrEqual(people);
          expect((needed - 1) * targetRatio).toBeLessThan(people);
        },
      ),
    );
  });

  it('says the rule with an example that is true', () => {
    expect(roundingInWords(rules)).toBe('Always up: a unit of 26 people needs 2 champions.');
    expect(roundingInWords({ targetRatio: 25, rounding: 'nearest' })).toBe(
      'To the nearest whole number, at least 1: a unit of 26 people needs 1 champion.',
    );
  });
});
