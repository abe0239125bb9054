import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { overlapMinutes, type WeeklyHours } from '@flipside/people-domain';
import { goalWords } from './profile.js';
import { checkRules, DEFAULT_RULES, readRules, rulesInWords } from './round-rules.js';
import { sharedMinutes, workingWeek } from './working-week.js';

describe('the rules of a round', () => {
  it('fit together by default and say themselves in sentences', () => {
    expect(checkRules(DEFAULT_RULES)).toEqual({ ok: true, value: DEFAULT_RULES });
    expect(
      rulesInWords({ ...DEFAULT_RULES, minOverlapMinutes: 60 }).map((r) => r.sentence),
    ).toContain('At least 1 hour a week in which both work.');
  });

  it('are refused with the field to put right', () => {
    const cases = [
      ['weights', { weights: { ...DEFAULT_RULES.weights, topics: 350 } }],
      ['weights', { weights: { ...DEFAULT_RULES.weights, topics: 34.5 } }],
      ['minOverlapMinutes', { minOverlapMinutes: -1 }],
      ['restDays', { restDays: Number.NaN }],
      ['weakFitPoints', { weakFitPoints: 10_001 }],
      ['placePoints', { placePoints: [0, 300, 200] }],
      ['placePoints', { placePoints: [] }],
      ['seed', { seed: 0.5 }],
      ['lineBelow', { lineBelow: 0 }],
      ['minLevelGap', { minLevelGap: -1 }],
      ['wishes', { wishes: 201 }],
      ['worthFrom', { worthFrom: -1 }],
      ['continuity', { continuity: 1.5 }],
      ['age', { age: 30 }],
      ['gender', { weights: { ...DEFAULT_RULES.weights, gender: 10 } }],
    ] as const;
    for (const [field, wrong] of cases) {
      expect(checkRules({ ...DEFAULT_RULES, ...wrong })).toMatchObject({
        refusal: { code: 'RULES_UNREADABLE', field },
      });
    }
  });
});

describe('rules that an earlier release stored', () => {
  it('keep meaning what they meant, with weights in per mille', () => {
    const weights = {
      topics: 35,
      goal: 10,
      function: 15,
      hours: 15,
      place: 10,
      load: 10,
      languages: 5,
    };
    const stored = { minOverlapMinutes: 60, weights } as never;
    const rules = readRules(stored);
    expect(checkRules(rules)).toMatchObject({ ok: true });
    expect(rules).toMatchObject({
      minOverlapMinutes: 60,
      lineBelow: null,
      wishes: 0,
      weights: { topics: 350, turn: 0 },
    });
    expect(readRules(rules)).toEqual(rules);
  });
});

describe('shared working hours', () => {
  const stretch = fc
    .tuple(fc.integer({ min: 1, max: 7 }), fc.nat(1439), fc.nat(1439))
    .map(([weekday, a, b]) => ({
      weekday,
      fromMinute: Math.min(a, b),
      toMinute: Math.max(a, b) + 1,
    }));
  const hours: fc.Arbitrary<WeeklyHours> = fc.array(stretch, { maxLength: 6 });
  const zone = fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia');
  // Mondays of ordinary weeks and of weeks in which clocks change in Europe and America.
  const monday = fc.constantFrom(
    '2026-11-16',
    '2026-03-23',
    '2026-03-02',
    '2026-10-19',
    '2026-10-26',
  );

  it('are those of the scheduling rules, in every zone and across clock changes', () => {
    fc.assert(
      fc.property(hours, zone, hours, zone, monday, (hoursA, zoneA, hoursB, zoneB, week) => {
        const shared = sharedMinutes(
          workingWeek(hoursA, zoneA, week),
          workingWeek(hoursB, zoneB, week),
        );
        expect(shared).toBe(overlapMinutes(hoursA, zoneA, hoursB, zoneB, week));
      }),
      { numRuns: 200 },
    );
  });
});

describe('words of a goal', () => {
  it('leave out short and empty words and repeat none', () => {
    expect(goalWords('I want to write better board papers with AI, and papers faster')).toEqual([
      'write',
      'board',
      'papers',
      'faster',
    ]);
  });
});
