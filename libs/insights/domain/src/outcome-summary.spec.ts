import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countOutcomes, hoursRange, outcomeTable } from './outcome-summary.js';

describe('outcomes by category and grade', () => {
  const table = outcomeTable(
    [
      { category: 'manual_effort', grade: 'claimed', outcomes: 9, pairings: 7, monthlyHours: 43.2 },
      { category: 'manual_effort', grade: 'measured', outcomes: 6, pairings: 4, monthlyHours: 20 },
      { category: 'new_workflow', grade: 'claimed', outcomes: 5, pairings: 5, monthlyHours: null },
    ],
    5,
  );
  const row = (category: string) => table.find((each) => each.category === category);

  it('has five rows and three grades and no sum anywhere', () => {
    expect(table).toHaveLength(5);
    for (const { grades } of table) {
      expect(Object.keys(grades)).toEqual(['claimed', 'corroborated', 'measured']);
    }
  });

  it('shows counts and a range of hours where enough pairings stand behind them', () => {
    expect(row('manual_effort')?.grades.claimed).toEqual({
      outcomes: 9,
      isWithheld: false,
      hours: { low: 40, high: 50 },
    });
  });

  it('withholds a cell of four pairings completely', () => {
    expect(row('manual_effort')?.grades.measured).toEqual({
      outcomes: 0,
      isWithheld: true,
      hours: null,
    });
  });

  it('writes nothing recorded as zero, which is not withheld', () => {
    expect(row('cycle_time')?.grades.claimed).toEqual({
      outcomes: 0,
      isWithheld: false,
      hours: null,
    });
  });

  it('gives hours as a range of ten around them, also below zero', () => {
    expect(hoursRange(-3)).toEqual({ low: -10, high: 0 });
    fc.assert(
      fc.property(fc.integer({ min: -1e8, max: 1e8 }), (hundredths) => {
        const hours = hundredths / 100;
        const { low, high } = hoursRange(hours);
        expect(low <= hours && hours < high && high - low === 10).toBe(true);
      }),
    );
  });
});

describe('counting outcomes', () => {
  const figures = {
    minutesBefore: 60,
    minutesAfter: 20,
    checkingMinutes: 5,
    timesPerMonth: 52 / 12,
    people: 3,
    setupMinutes: 0,
  };

  it('counts pairings once, adds hours within one grade and never over two', () => {
    const counted = countOutcomes([
      { pairingId: 'a', category: 'manual_effort', grade: 'claimed', figures },
      { pairingId: 'a', category: 'manual_effort', grade: 'claimed', figures },
      { pairingId: 'b', category: 'manual_effort', grade: 'measured', figures },
      { pairingId: 'b', category: 'new_workflow', grade: 'claimed', figures: null },
    ]);
    const cell = (category: string, grade: string) =>
      counted.find((each) => each.category === category && each.grade === grade);
    expect(cell('manual_effort', 'claimed')).toMatchObject({ outcomes: 2, pairings: 1 });
    expect(cell('manual_effort', 'claimed')?.monthlyHours).toBeCloseTo(15.1667, 4);
    expect(cell('manual_effort', 'measured')?.monthlyHours).toBeCloseTo(7.5833, 4);
    expect(cell('new_workflow', 'claimed')?.monthlyHours).toBeNull();
  });
});
