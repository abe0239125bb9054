import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkOutcome, mergeStatements, renewedUntil, type OutcomeEntry } from './outcome-entry.js';
import { monthlyHours } from './outcome.js';

const weekly = {
  minutesBefore: 60,
  minutesAfter: 20,
  checkingMinutes: 5,
  timesPerMonth: 52 / 12,
  people: 3,
};

describe('recording an outcome', () => {
  const entry = (change: Partial<OutcomeEntry> = {}): OutcomeEntry => ({
    category: 'manual_effort',
    workflow: 'Monday report',
    figures: { ...weekly, setupMinutes: 0 },
    values: null,
    indicator: '',
    source: '',
    validFrom: '2026-11-01',
    validTo: '2027-01-30',
    ...change,
  });
  const refusalOf = (change: Partial<OutcomeEntry>) => {
    const result = checkOutcome(entry(change));
    return result.ok ? null : `${result.refusal.code} ${result.refusal.field}`;
  };

  it('starts as a claim, and as measured when the source of the figures is named', () => {
    const claimed = checkOutcome(entry());
    const measured = checkOutcome(entry({ source: 'Time sheet, October and November' }));
    expect(claimed.ok && claimed.value.grade).toBe('claimed');
    expect(measured.ok && measured.value.grade).toBe('measured');
  });

  it.each(['workflow', 'source', 'indicator'] as const)(
    'is told to the other one, so its %s carries nothing that opens doors',
    (field) => {
      expect(refusalOf({ [field]: 'postgres://ana:s3cret@db.example.com/crm' })).toBe(
        `SECRET_FOUND ${field}`,
      );
    },
  );

  it('needs figures for manual effort and drops them elsewhere', () => {
    expect(refusalOf({ figures: null })).toBe('FIGURES_MISSING minutesBefore');
    const other = checkOutcome(entry({ category: 'decision_quality' }));
    expect(other.ok && other.value.figures).toBeNull();
  });

  it('refuses half a person, a negative duration and a backward period, naming the field', () => {
    const with_ = (change: object) => ({ figures: { ...weekly, setupMinutes: 0, ...change } });
    expect(refusalOf(with_({ people: 0.5 }))).toBe('FIGURES_OUT_OF_RANGE people');
    expect(refusalOf(with_({ minutesAfter: -1 }))).toBe('FIGURES_OUT_OF_RANGE minutesAfter');
    expect(refusalOf(with_({ minutesBefore: Number.NaN }))).toBe(
      'FIGURES_OUT_OF_RANGE minutesBefore',
    );
    expect(refusalOf(with_({ timesPerMonth: 0 }))).toBe('FIGURES_OUT_OF_RANGE timesPerMonth');
    expect(refusalOf(with_({ setupMinutes: -5 }))).toBe('FIGURES_OUT_OF_RANGE setupMinutes');
    expect(refusalOf({ validTo: '2026-11-01' })).toBe('PERIOD_BACKWARDS validTo');
    expect(refusalOf({ workflow: '  ' })).toBe('EMPTY workflow');
  });
});

describe('figures of the categories that do not count time', () => {
  const entry = (category: OutcomeEntry['category'], values: object, source = 'Ticket system') =>
    checkOutcome({
      category,
      workflow: 'First answer to a complaint',
      figures: null,
      values: { valueBefore: null, valueAfter: null, cases: null, isLowerBetter: true, ...values },
      indicator: 'Complaints a week',
      source,
      validFrom: '2026-11-01',
      validTo: '2027-01-30',
    });
  const said = (result: ReturnType<typeof entry>) =>
    result.ok ? result.value.grade : `${result.refusal.code} ${result.refusal.field}`;

  it('make an outcome measured together with a source, and a claim without one', () => {
    const cycle = { valueBefore: 50, valueAfter: 30, cases: 40 };
    expect(said(entry('cycle_time', cycle))).toBe('measured');
    expect(said(entry('cycle_time', cycle, ''))).toBe('claimed');
    expect(said(entry('cycle_time', {}))).toBe('claimed');
  });

  it('are asked for completely, and cannot contradict each other', () => {
    expect(said(entry('cycle_time', { valueBefore: 50 }))).toBe('FIGURES_MISSING valueAfter');
    expect(said(entry('cycle_time', { valueBefore: 0, valueAfter: 1, cases: 4 }))).toBe(
      'FIGURES_OUT_OF_RANGE valueBefore',
    );
    expect(said(entry('decision_quality', { valueAfter: 5, cases: 4 }))).toBe(
      'FIGURES_OUT_OF_RANGE valueAfter',
    );
    expect(said(entry('decision_quality', { valueAfter: 3, cases: 4 }))).toBe('measured');
    expect(said(entry('new_workflow', { valueAfter: 1.5 }))).toBe(
      'FIGURES_OUT_OF_RANGE valueAfter',
    );
  });
});

describe('one workflow told by two partners', () => {
  const time = fc.record({
    minutesBefore: fc.integer({ min: 0, max: 500 }),
    minutesAfter: fc.integer({ min: 0, max: 500 }),
    checkingMinutes: fc.integer({ min: 0, max: 60 }),
    timesPerMonth: fc.integer({ min: 1, max: 30 }),
    people: fc.integer({ min: 1, max: 30 }),
    setupMinutes: fc.integer({ min: 0, max: 500 }),
  });

  it('is corroborated and never worth more than either of them says, whoever came first', () => {
    fc.assert(
      fc.property(time, time, (a, b) => {
        const first = { figures: a, grade: 'claimed' as const };
        const second = { figures: b, grade: 'claimed' as const };
        const merged = mergeStatements(first, second);
        expect(merged.grade).toBe('corroborated');
        if (merged.figures === null) throw new Error('Two figures make one');
        expect(monthlyHours(merged.figures)).toBe(Math.min(monthlyHours(a), monthlyHours(b)));
        expect(merged.figures.setupMinutes).toBe(Math.max(a.setupMinutes, b.setupMinutes));
        const turned = mergeStatements(second, first).figures;
        expect(turned && monthlyHours(turned)).toBe(monthlyHours(merged.figures));
      }),
    );
  });

  it('keeps measured figures beside an estimate', () => {
    const estimate = { figures: { ...weekly, setupMinutes: 0 }, grade: 'claimed' as const };
    const data = {
      figures: { ...weekly, minutesAfter: 50, setupMinutes: 30 },
      grade: 'measured' as const,
    };
    expect(mergeStatements(estimate, data)).toEqual(data);
    expect(mergeStatements(data, estimate)).toEqual(data);
  });
});

describe('renewing', () => {
  it('adds 90 days to an outcome that is about to end', () => {
    expect(renewedUntil('2026-12-01', '2026-11-24')).toEqual({ ok: true, value: '2027-03-01' });
  });

  it('is refused for what has ended, and long before the end', () => {
    const code = (validTo: string) => {
      const result = renewedUntil(validTo, '2026-11-24');
      return result.ok ? 'OK' : result.refusal.code;
    };
    expect(code('2026-11-24')).toBe('OUTCOME_ENDED');
    expect(code('2026-12-24')).toBe('OK');
    expect(code('2026-12-25')).toBe('RENEW_TOO_EARLY');
  });
});
