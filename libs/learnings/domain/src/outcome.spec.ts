import { describe, expect, it } from '@jest/globals';
import { addDays } from '@flipside/kernel';
import fc from 'fast-check';
import { corroborated, monthlyHours, netHours, type ValidFigures } from './outcome.js';

const WEEKLY = 52 / 12;
const weekly = {
  minutesBefore: 60,
  minutesAfter: 20,
  checkingMinutes: 5,
  timesPerMonth: WEEKLY,
  people: 3,
};
const valid = (change: Partial<ValidFigures> = {}): ValidFigures => ({
  ...weekly,
  setupMinutes: 0,
  validFrom: '2026-01-01',
  validTo: '2026-04-01',
  ...change,
});

const figures = fc.record({
  minutesBefore: fc.integer({ min: 0, max: 5000 }),
  minutesAfter: fc.integer({ min: 0, max: 5000 }),
  checkingMinutes: fc.constant(0),
  timesPerMonth: fc.double({ min: 0.1, max: 100, noNaN: true }),
  people: fc.integer({ min: 1, max: 500 }),
  setupMinutes: fc.integer({ min: 0, max: 5000 }),
});
const day = fc.integer({ min: 0, max: 1000 }).map((offset) => addDays('2025-01-01', offset));
const threeDays = fc.tuple(day, day, day).map((days) => days.sort() as [string, string, string]);

describe('monthly hours', () => {
  it('are 7.58 for 60 → 25 minutes, checking included, weekly, 3 people', () => {
    expect(monthlyHours(weekly)).toBeCloseTo(7.5833, 4);
    expect(((60 - 25) * 3 * 52) / 52).toBe(105);
  });

  it('stay negative when a change costs time', () => {
    expect(monthlyHours({ ...weekly, minutesBefore: 20, minutesAfter: 25, people: 1 })).toBeCloseTo(
      -0.7222,
      4,
    );
  });

  it('change sign when before and after change places', () => {
    fc.assert(
      fc.property(figures, (f) => {
        const turned = { ...f, minutesBefore: f.minutesAfter, minutesAfter: f.minutesBefore };
        expect(monthlyHours(turned) + monthlyHours(f)).toBeCloseTo(0, 6);
      }),
    );
  });

  it('grow in proportion to people', () => {
    fc.assert(
      fc.property(figures, (f) => {
        expect(monthlyHours({ ...f, people: f.people * 2 })).toBeCloseTo(2 * monthlyHours(f), 6);
      }),
    );
  });
});

describe('net hours in a period', () => {
  it('are the monthly hours for one whole calendar month, whatever its length', () => {
    for (const [from, to] of [
      ['2026-01-01', '2026-02-01'],
      ['2026-02-01', '2026-03-01'],
      ['2028-02-01', '2028-03-01'],
    ] as const) {
      const outcome = valid({ validFrom: '2026-01-01', validTo: '2029-01-01' });
      expect(netHours(outcome, from, to)).toBeCloseTo(7.5833, 4);
    }
  });

  it('count half of April for 15 valid days of it', () => {
    const outcome = valid({ validFrom: '2026-04-16', validTo: '2026-07-15' });
    expect(netHours(outcome, '2026-04-01', '2026-05-01')).toBeCloseTo(7.5833 / 2, 4);
  });

  it('take off the set-up once, in the period where it was spent', () => {
    const outcome = valid({ setupMinutes: 120 });
    expect(netHours(outcome, '2026-01-01', '2026-02-01')).toBeCloseTo(7.5833 - 2, 4);
    expect(netHours(outcome, '2026-02-01', '2026-03-01')).toBeCloseTo(7.5833, 4);
  });

  it('are nothing before the first and from the last day on', () => {
    expect(netHours(valid(), '2025-11-01', '2026-01-01')).toBe(0);
    expect(netHours(valid(), '2026-04-01', '2026-06-01')).toBe(0);
  });

  it('add up over adjacent periods', () => {
    fc.assert(
      fc.property(figures, threeDays, threeDays, (f, [a, b, c], [validFrom, , validTo]) => {
        const outcome = { ...f, validFrom, validTo };
        const whole = netHours(outcome, a, c);
        expect(netHours(outcome, a, b) + netHours(outcome, b, c)).toBeCloseTo(whole, 5);
      }),
    );
  });
});

describe('the evidence grade', () => {
  it('rises to corroborated when a second person confirms a claim, and data stays data', () => {
    expect(corroborated('claimed')).toBe('corroborated');
    expect(corroborated('measured')).toBe('measured');
  });
});
