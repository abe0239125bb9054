import { describe, expect, it } from '@jest/globals';
import { addDays } from '@flipside/kernel';
import fc from 'fast-check';
import {
  closingLines,
  dueIn,
  ledgerTotals,
  median,
  monthOf,
  type LedgerOutcome,
  type Posting,
} from './outcome-ledger.js';
import { EVIDENCE_GRADES, firstOfNextMonth, OUTCOME_CATEGORIES } from './outcome.js';

const figures = fc.record({
  minutesBefore: fc.integer({ min: 0, max: 500 }),
  minutesAfter: fc.integer({ min: 0, max: 500 }),
  checkingMinutes: fc.integer({ min: 0, max: 60 }),
  timesPerMonth: fc.double({ min: 0.1, max: 60, noNaN: true }),
  people: fc.integer({ min: 1, max: 50 }),
  setupMinutes: fc.integer({ min: 0, max: 600 }),
});
const outcome = fc
  .record({
    id: fc.integer({ min: 1, max: 8 }).map(String),
    pairingId: fc.integer({ min: 1, max: 5 }).map(String),
    unitId: fc.constantFrom('north', 'south', null),
    category: fc.constantFrom(...OUTCOME_CATEGORIES),
    grade: fc.constantFrom(...EVIDENCE_GRADES),
    figures,
    starts: fc.integer({ min: 0, max: 300 }),
    lasts: fc.integer({ min: 1, max: 200 }),
  })
  .map(({ starts, lasts, figures: time, ...rest }): LedgerOutcome => {
    const validFrom = addDays('2026-01-01', starts);
    return {
      ...rest,
      figures: rest.category === 'manual_effort' ? time : null,
      validFrom,
      validTo: addDays(validFrom, lasts),
    };
  });
/** What is known on the day of each closing: outcomes come, change in every way, and are taken away. */
const history = fc.array(fc.uniqueArray(outcome, { selector: ({ id }) => id, maxLength: 8 }), {
  minLength: 1,
  maxLength: 7,
});

/** Closes one month after the other; gives the ledger and the months. */
function run(states: readonly (readonly LedgerOutcome[])[]) {
  let month = '2026-01-01';
  const months: string[] = [];
  let posted: Posting[] = [];
  for (const known of states) {
    posted = [...posted, ...closingLines(known, posted, months, month)];
    months.push(month);
    month = firstOfNextMonth(month);
  }
  return { posted, months };
}

interface Amount {
  outcomes: number;
  hours: number;
}
const NOTHING: Amount = { outcomes: 0, hours: 0 };

function sums(
  amounts: readonly (readonly [{ category: string; grade: string }, Amount])[],
): Map<string, Amount> {
  const all = new Map<string, Amount>();
  for (const [{ category, grade }, { outcomes, hours }] of amounts) {
    const key = `${category} ${grade}`;
    const sum = all.get(key) ?? NOTHING;
    all.set(key, { outcomes: sum.outcomes + outcomes, hours: sum.hours + hours });
  }
  return all;
}

describe('the ledger of outcomes', () => {
  it('equals what is due, on any date, for every category, unit and grade, whatever became known when', () => {
    fc.assert(
      fc.property(history, (states) => {
        const { posted, months } = run(states);
        const wrong: string[] = [];
        // On the date of every closing, and for every month closed by then.
        months.forEach((until, at) => {
          for (const month of months.slice(0, at + 1)) {
            const due = sums((states[at] ?? []).map((each) => [each, dueIn(each, month)]));
            const total = sums(
              posted
                .filter(({ bookedIn, forMonth }) => bookedIn <= until && forMonth === month)
                .map((line) => [line, line]),
            );
            for (const key of new Set([...due.keys(), ...total.keys()])) {
              const [a, b] = [due.get(key) ?? NOTHING, total.get(key) ?? NOTHING];
              if (a.outcomes !== b.outcomes || Math.abs(a.hours - b.hours) > 0.005)
                wrong.push(`${until}, ${month}, ${key}`);
            }
          }
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps units apart: a unit’s total is the sum of its own lines and of no other’s', () => {
    fc.assert(
      fc.property(fc.uniqueArray(outcome, { selector: ({ id }) => id, maxLength: 8 }), (known) => {
        const { posted } = run([known]);
        const totals = ledgerTotals(posted, '2026-01-01', '2026-01-01');
        for (const each of known) {
          const alike = known.filter(
            ({ unitId, category, grade }) =>
              unitId === each.unitId && category === each.category && grade === each.grade,
          );
          const due = alike.reduce((sum, one) => sum + dueIn(one, '2026-01-01').hours, 0);
          const total = totals.get(`${each.category} ${each.unitId ?? '-'} ${each.grade}`);
          expect(total?.hours ?? 0).toBeCloseTo(due, 3);
        }
      }),
    );
  });

  it('never changes what a closed month said: later knowledge is a later line', () => {
    fc.assert(
      fc.property(history, (states) => {
        const whole = run(states);
        const part = run(states.slice(0, -1));
        const before = whole.posted.filter(({ bookedIn }) => part.months.includes(bookedIn));
        expect(before).toEqual(part.posted);
      }),
    );
  });

  it('writes nothing about earlier months when nothing became known', () => {
    fc.assert(
      fc.property(fc.uniqueArray(outcome, { selector: ({ id }) => id, maxLength: 8 }), (known) => {
        const { posted } = run([known, known, known]);
        expect(posted.every(({ bookedIn, forMonth }) => bookedIn === forMonth)).toBe(true);
      }),
    );
  });

  it('moves a claim that was confirmed later out of the claims and into the corroborated', () => {
    const claim: LedgerOutcome = {
      id: '1',
      pairingId: 'p',
      unitId: 'north',
      category: 'manual_effort',
      grade: 'claimed',
      figures: {
        minutesBefore: 60,
        minutesAfter: 20,
        checkingMinutes: 5,
        timesPerMonth: 52 / 12,
        people: 3,
        setupMinutes: 60,
      },
      validFrom: '2026-01-01',
      validTo: '2026-04-01',
    };
    const { posted } = run([[claim], [{ ...claim, grade: 'corroborated', unitId: 'south' }]]);
    const january = ledgerTotals(posted, '2026-01-01', '2026-02-01');
    expect(january.get('manual_effort north claimed')).toEqual({ outcomes: 0, hours: 0 });
    expect(january.get('manual_effort north corroborated')).toEqual({ outcomes: 1, hours: 6.5833 });
    const asItWas = ledgerTotals(posted, '2026-01-01', '2026-01-01');
    expect(asItWas.get('manual_effort north claimed')).toEqual({ outcomes: 1, hours: 6.5833 });
  });

  it('keeps the loss of a change that costs time', () => {
    const loss = { minutesBefore: 20, minutesAfter: 25, checkingMinutes: 5, timesPerMonth: 6 };
    const due = dueIn(
      {
        id: '1',
        pairingId: 'p',
        unitId: null,
        category: 'manual_effort',
        grade: 'measured',
        figures: { ...loss, people: 1, setupMinutes: 30 },
        validFrom: '2026-03-01',
        validTo: '2026-06-01',
      },
      '2026-03-01',
    );
    expect(due).toEqual({ outcomes: 1, hours: -1.5 });
    expect(monthOf('2026-03-17')).toBe('2026-03-01');
  });
});

describe('the middle', () => {
  it('is the middle number, or between the middle two; there is none of nothing', () => {
    expect(median([9, 1, 2])).toBe(2);
    expect(median([3, 1])).toBe(2);
    expect(median([])).toBeNull();
  });
});
