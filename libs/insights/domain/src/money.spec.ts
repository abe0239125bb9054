import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  checkRates,
  costOfAllowance,
  costOfSessions,
  ratesOn,
  worthOfHours,
  type HourlyRates,
} from './money.js';

const TODAY = '2026-11-24';
const rates = (change: Partial<HourlyRates> = {}): HourlyRates => ({
  executive: 150,
  champion: 70,
  staff: 50,
  currency: 'EUR',
  approvedBy: 'Petra Finance',
  holdsFrom: '2026-01-01',
  ...change,
});
const codeOf = (change: Partial<HourlyRates>, before: string | null = null) => {
  const result = checkRates(rates(change), before, TODAY);
  return result.ok ? null : `${result.refusal.code} ${result.refusal.field ?? ''}`;
};

describe('what hours cost and are worth', () => {
  it('is a range with every hour and rate in sight', () => {
    // 24 session hours of both are 12 of each; with 6 around it the champions gave 18.
    expect(costOfSessions([24, 24, 6], rates())).toEqual({
      low: 2200,
      high: 4400,
      text: 'EUR 2,200 to 4,400',
      formula:
        '10 to 20 hours of executives × 150 + 10 to 20 hours of champions, preparing and logging with it, × 70',
    });
    expect(costOfAllowance([12, 48], rates()).text).toBe('EUR 2,800 to 3,500');
    expect(worthOfHours([3, 90, 31], rates()).text).toBe('EUR 1,500 to 2,000');
  });

  it('says losses as losses', () => {
    expect(worthOfHours([3, -12, -12], rates()).text).toBe('EUR -1,000 to -500');
  });

  it('holds the exact amount between its ends, whatever hours and rates', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000, max: 10_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        (tenths, cents) => {
          const [hours, staff] = [tenths / 10, cents / 100];
          const { low, high } = worthOfHours([0, 0, hours], rates({ staff }));
          expect(low <= hours * staff && hours * staff <= high).toBe(true);
          expect(low % 10 === 0 && high % 10 === 0).toBe(true);
        },
      ),
    );
  });
});

describe('rates', () => {
  it('are refused without amount, currency or who approved them', () => {
    expect(codeOf({ executive: 0 })).toBe('RATE_OUT_OF_RANGE executive');
    expect(codeOf({ champion: Number.NaN })).toBe('RATE_OUT_OF_RANGE champion');
    expect(codeOf({ staff: 10_001 })).toBe('RATE_OUT_OF_RANGE staff');
    expect(codeOf({ currency: 'Euro' })).toBe('CURRENCY_MISSING currency');
    expect(codeOf({ approvedBy: ' ' })).toBe('APPROVER_MISSING approvedBy');
    expect(codeOf({ currency: ' eur ' })).toBeNull();
  });

  it('follow each other by day and are never ahead, so that closed months keep theirs', () => {
    expect(codeOf({ holdsFrom: '2026-11-25' })).toBe('RATES_AHEAD holdsFrom');
    expect(codeOf({ holdsFrom: '2026-05-01' }, '2026-05-01')).toBe('RATES_NOT_LATER holdsFrom');
    expect(codeOf({ holdsFrom: '2026-05-02' }, '2026-05-01')).toBeNull();
    const all = [rates({ holdsFrom: '2026-06-15', staff: 60 }), rates()];
    expect(ratesOn(all, '2026-05-31')?.staff).toBe(50);
    expect(ratesOn(all, '2026-06-30')?.staff).toBe(60);
    expect(ratesOn(all, '2025-12-31')).toBeNull();
  });
});
