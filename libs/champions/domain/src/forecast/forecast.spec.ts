/** The forecast of metrics G.2 with its traps, worked by hand. */
import { describe, expect, it } from '@jest/globals';
import { addDays } from '@flipside/kernel';
import fc from 'fast-check';
import {
  expectedChampions,
  type Forecast,
  type ForecastInput,
  forecastOf,
  withWhatIf,
} from './forecast.js';
import { gapWalk } from './gap-walk.js';
import { recruitmentPlan } from './recruitment-plan.js';
import { conversionOf, exitRate, type StageCase, withinDays } from './rates.js';

const today = '2026-11-21';

function input(wish: Partial<ForecastInput> = {}): ForecastInput {
  return {
    today,
    people: 100,
    champions: 4,
    targetRatio: 25,
    rounding: 'up',
    ends: [],
    starts: [],
    onTheWay: [],
    cases: [],
    exits: { exits: 0, championMonths: 1e6 },
    peopleChanges: [],
    monthlyNet: [],
    monthsOfHistory: 24,
    seed: 1,
    ...wish,
  };
}
const person = (n: number) => ({ personId: `p${n}`, name: `Person ${n}` });
const at = (forecast: Forecast, days: number) => {
  const point = forecast.points.find((each) => each.days === days);
  if (!point) throw new Error(`No point at ${days} days`);
  return point;
};
/** `yes` of `all` past nominations from a stage became active, each after `days`. */
const pastCases = (
  yes: number,
  all: number,
  days = 40,
  wish: Partial<StageCase> = {},
): StageCase[] =>
  Array.from({ length: all }, (_, i) => ({
    stage: 'nominated',
    source: 'peer',
    daysToActive: i < yes ? days : null,
    ...wish,
  }));

describe('the forecast formula', () => {
  it('gives Ĉ = C + Σ n·p·F(h) − E_known − (C − E_known)(1 − e^(−λh)), with known starts', () => {
    const asked = input({
      champions: 20,
      ends: [{ ...person(1), on: addDays(today, 10), why: 'term' }],
      starts: [{ ...person(2), on: addDays(today, 20), why: 'approved' }],
      // 18 of 38: p = 19/40; all active after 40 days.
      cases: pastCases(18, 38),
      onTheWay: [3, 4].map((n) => ({
        ...person(n),
        stage: 'nominated',
        source: 'peer',
        waitedDays: 0,
      })),
      // λ = (19.5) / (963 + 12) = 0.02 a month.
      exits: { exits: 19, championMonths: 963 },
    });
    const lost = (days: number) => 19 * (1 - Math.exp((-0.02 * days) / (365.25 / 12)));
    expect(expectedChampions(asked, 5)).toBeCloseTo(
      20 - 20 * (1 - Math.exp((-0.02 * 5) / 30.4375)),
      6,
    );
    expect(expectedChampions(asked, 30)).toBeCloseTo(19 - lost(30) + 1, 6);
    expect(expectedChampions(asked, 90)).toBeCloseTo(19 - lost(90) + 1 + 2 * (19 / 40), 6);
  });

  it('asks for ⌈gap ÷ p⌉ nominations to start now', () => {
    // Missing 2, one in two becomes a champion (19 + 1) ÷ (38 + 2).
    const forecast = forecastOf(input({ people: 150, cases: pastCases(19, 38) }));
    expect(at(forecast, 90)).toMatchObject({ gap: { likely: 2 }, nominationsToStart: 4 });
    // Three in ten, (11 + 1) ÷ (38 + 2): 2 ÷ 0.3 = 6.7, and six would not do.
    const harder = forecastOf(input({ people: 150, cases: pastCases(11, 38) }));
    expect(at(harder, 90)).toMatchObject({ gap: { likely: 2 }, nominationsToStart: 7 });
  });

  it('never shows one number without a range that holds it', () => {
    const forecast = forecastOf(
      input({ champions: 40, people: 1000, exits: { exits: 60, championMonths: 1500 } }),
    );
    for (const { champions, required, gap } of forecast.points) {
      for (const range of [champions, required, gap]) {
        expect(range.low).toBeLessThanOrEqual(range.likely);
        expect(range.likely).toBeLessThanOrEqual(range.high);
      }
    }
    const year = at(forecast, 365).champions;
    expect(year.high - year.low).toBeGreaterThan(
      at(forecast, 30).champions.high - at(forecast, 30).champions.low,
    );
  });

  it('counts whole champions: 3.77 of 4 expected are 3, and the fourth is missing', () => {
    const asked = input({ exits: { exits: 19, championMonths: 963 } });
    expect(expectedChampions(asked, 90)).toBeCloseTo(3.77, 2);
    expect(at(forecastOf(asked), 90)).toMatchObject({
      champions: { likely: 3 },
      required: { likely: 4 },
      gap: { likely: 1 },
    });
  });

  it('reaches from the 10th to the 90th percentile: of 100 who stay with 0.787, 73 to 84', () => {
    const asked = input({ champions: 100, exits: { exits: 20_000, championMonths: 1e6 } });
    const { low, likely, high } = at(forecastOf(asked), 365).champions;
    expect(likely).toBe(78);
    expect(low).toBeGreaterThanOrEqual(72);
    expect(low).toBeLessThanOrEqual(75);
    expect(high).toBeGreaterThanOrEqual(82);
    expect(high).toBeLessThanOrEqual(85);
  });

  it('gives the same answer for the same seed', () => {
    const asked = input({ champions: 12, exits: { exits: 8, championMonths: 200 } });
    expect(forecastOf(asked)).toEqual(forecastOf(asked));
  });

  it('agrees with the mean of its own simulation', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 30, max: 300 }),
        fc.integer({ min: 5, max: 60 }),
        (champions, exits) => {
          const asked = input({
            champions,
            people: champions * 25,
            exits: { exits, championMonths: 1200 },
          });
          for (const { days, champions: range } of forecastOf(asked).points) {
            const expected = expectedChampions(asked, days);
            expect(range.low - 1).toBeLessThanOrEqual(expected);
            expect(expected).toBeLessThanOrEqual(range.high + 1);
          }
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('the traps of a forecast', () => {
  it('uses the programme-wide rate under 20 past cases of a stage, and says so', () => {
    const cases = [...pastCases(10, 19, 10, { stage: 'screened' }), ...pastCases(5, 30)];
    expect(conversionOf(cases, 'screened', 'peer')).toMatchObject({ from: 'programme', cases: 49 });
    expect(conversionOf(cases, 'nominated', 'peer')).toMatchObject({ from: 'source', cases: 30 });
    const way = [
      { ...person(1), stage: 'screened' as const, source: 'peer' as const, waitedDays: 2 },
    ];
    expect(forecastOf(input({ cases, onTheWay: way })).basis).toContain(
      'Stages with fewer than 20 past cases use the programme-wide rate.',
    );
  });

  it('says when there is no past to speak of and it assumes', () => {
    expect(conversionOf(pastCases(3, 19), 'nominated', 'peer').from).toBe('assumed');
    expect(forecastOf(input()).basis).toContain('an assumed one in two');
  });

  it('keeps self-nominations apart from those by others where each has cases enough', () => {
    const cases = [
      ...pastCases(18, 20, 30, { source: 'self' }),
      ...pastCases(2, 20, 60, { source: 'manager' }),
    ];
    expect(conversionOf(cases, 'nominated', 'self')).toMatchObject({
      successes: 18,
      cases: 20,
      from: 'source',
    });
    expect(conversionOf(cases, 'nominated', 'peer')).toMatchObject({
      successes: 2,
      cases: 20,
      from: 'source',
    });
    const fewSelf = [...pastCases(18, 19, 30, { source: 'self' }), ...pastCases(2, 20)];
    expect(conversionOf(fewSelf, 'nominated', 'self')).toMatchObject({ cases: 39, from: 'stage' });
  });

  it('does not count people still open as cases, so that fast decliners do not make a stage look quick', () => {
    const cases = [...pastCases(10, 25), ...pastCases(0, 500, 0, { daysToActive: undefined })];
    expect(conversionOf(cases, 'nominated', 'peer')).toMatchObject({ cases: 25, successes: 10 });
  });

  it('shows terms that end on the same day as a cliff, and drops by all of them on that day', () => {
    const on = addDays(today, 60);
    const ends = [1, 2, 3].map((n) => ({ ...person(n), on, why: 'term' as const }));
    const forecast = forecastOf(input({ champions: 10, people: 250, ends }));
    expect(forecast.cliffs).toEqual([{ on, champions: 3 }]);
    expect(at(forecast, 30).champions.likely - at(forecast, 90).champions.likely).toBe(3);
  });

  it('does not extrapolate the head count over a re-organisation: such months are not among the trend', () => {
    const steady = forecastOf(input({ people: 1000, champions: 40, monthlyNet: [0, 0, 0, 0] }));
    expect(at(steady, 365).required).toEqual({ low: 40, likely: 40, high: 40 });
    const growing = forecastOf(
      input({ people: 1000, champions: 40, monthlyNet: [10, 10, 10, 10] }),
    );
    expect(at(growing, 365).required.likely).toBe(45);
    expect(forecastOf(input({ monthlyNet: [10, 10] })).peopleFrom).toBe('present');
  });

  it('takes future hires and last days with a date into Ĥ, not into H', () => {
    const asked = input({ people: 100, peopleChanges: [{ on: addDays(today, 40), change: 26 }] });
    const forecast = forecastOf(asked);
    expect(at(forecast, 30).required.likely).toBe(4);
    expect(at(forecast, 90)).toMatchObject({ required: { likely: 6 }, gap: { likely: 2 } });
    expect(forecast.peopleFrom).toBe('known');
  });

  it('draws no line under three months of history', () => {
    expect(forecastOf(input({ monthsOfHistory: 2 })).isDrawn).toBe(false);
    expect(forecastOf(input({ monthsOfHistory: 3 })).isDrawn).toBe(true);
  });

  it('is never certain after three of three', () => {
    expect(exitRate({ exits: 0, championMonths: 100 })).toBeGreaterThan(0);
    expect(withinDays({ days: [10, 20, 30] }, 20)).toBeCloseTo(2 / 3);
  });

  it('works with nobody: no champions, no people', () => {
    const forecast = forecastOf(input({ people: 0, champions: 0 }));
    expect(at(forecast, 365)).toMatchObject({
      gap: { low: 0, likely: 0, high: 0 },
      nominationsToStart: 0,
    });
  });
});

describe('what if', () => {
  it('one champion leaves: one fewer from tomorrow on', () => {
    const now = forecastOf(input());
    const then = forecastOf(withWhatIf(input(), { losing: ['p9'] }));
    expect(at(then, 90).gap.likely).toBe(at(now, 90).gap.likely + 1);
  });

  it('somebody who is lost now does not end a second time at the end of their term', () => {
    const asked = input({ ends: [{ ...person(1), on: addDays(today, 50), why: 'term' }] });
    expect(expectedChampions(withWhatIf(asked, { losing: ['p1'] }), 90)).toBeCloseTo(
      expectedChampions(asked, 90),
      3,
    );
  });

  it('more champions, other people and another ratio each change what they should', () => {
    expect(at(forecastOf(withWhatIf(input(), { add: 2 })), 30).champions.likely).toBe(6);
    expect(at(forecastOf(withWhatIf(input(), { peopleChange: 50 })), 30).required.likely).toBe(6);
    expect(at(forecastOf(withWhatIf(input(), { targetRatio: 10 })), 30).required.likely).toBe(10);
    expect(withWhatIf(input(), { lose: 99, peopleChange: -999 })).toMatchObject({
      champions: 0,
      people: 0,
    });
  });
});

describe('the gap walk', () => {
  const asked = input({
    champions: 20,
    people: 560,
    ends: [
      { ...person(1), on: addDays(today, 10), why: 'term' },
      { ...person(2), on: addDays(today, 30), why: 'leaver' },
      { ...person(9), on: addDays(today, 200), why: 'leaver' },
    ],
    starts: [{ ...person(3), on: addDays(today, 20), why: 'returns' }],
    cases: pastCases(18, 38),
    onTheWay: [4, 5, 6].map((n) => ({
      ...person(n),
      stage: 'nominated',
      source: 'peer',
      waitedDays: 0,
    })),
    exits: { exits: 19, championMonths: 963 },
    peopleChanges: [{ on: addDays(today, 15), change: 30 }],
  });

  it('leads from today’s gap to the likely one, each step with its people', () => {
    const walk = gapWalk(asked, 90);
    expect(walk.from).toBe(20 - 23);
    expect(walk.from + walk.steps.reduce((sum, { change }) => sum + change, 0)).toBe(walk.to);
    expect(-walk.to).toBe(at(forecastOf(asked), 90).gap.likely);
    const byKind = new Map(walk.steps.map((step) => [step.kind, step]));
    expect(byKind.get('leavers')).toMatchObject({
      change: -1,
      certainty: 'known',
      persons: [{ name: 'Person 2' }],
    });
    expect(byKind.get('starts')).toMatchObject({ change: 1, persons: [{ name: 'Person 3' }] });
    expect(byKind.get('pipeline')?.persons).toHaveLength(3);
    expect(byKind.get('people')?.change).toBe(-1);
  });

  it('always adds up', () => {
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.nat(2000),
        fc.nat(30),
        fc.nat(20),
        fc.constantFrom(30, 90, 180, 365),
        (champions, people, leaving, coming, days) => {
          const any = input({
            champions,
            people,
            ends: Array.from({ length: Math.min(leaving, champions) }, (_, n) => ({
              ...person(n),
              on: addDays(today, 1 + n * 11),
              why: n % 2 === 0 ? ('term' as const) : ('mover' as const),
            })),
            onTheWay: Array.from({ length: coming }, (_, n) => ({
              ...person(100 + n),
              stage: 'screened' as const,
              source: 'self' as const,
              waitedDays: n,
            })),
            exits: { exits: 5, championMonths: 300 },
          });
          const walk = gapWalk(any, days);
          expect(walk.from + walk.steps.reduce((sum, { change }) => sum + change, 0)).toBe(walk.to);
          expect(Math.max(0, -walk.to)).toBe(at(forecastOf(any, [days]), days).gap.likely);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('the recruitment plan', () => {
  it('says how many nominations to start by when to hold the target in the month that would be short', () => {
    // One term ends on 10 March; one in two nominations succeeds, three of four within 40 days.
    const asked = input({
      ends: [{ ...person(1), on: '2027-03-10', why: 'term' }],
      cases: pastCases(19, 38),
    });
    expect(recruitmentPlan(asked)).toEqual([
      { nominations: 2, by: '2027-02-20', month: '2027-04', gap: 1 },
    ]);
    // Three in ten: 1 ÷ 0.3 = 3.3.
    expect(recruitmentPlan({ ...asked, cases: pastCases(11, 38) })).toMatchObject([
      { nominations: 4, gap: 1 },
    ]);
  });

  it('starts today where the time is gone, and counts what was planned before', () => {
    const asked = input({
      people: 126,
      ends: [{ ...person(1), on: '2027-03-10', why: 'term' }],
      cases: pastCases(19, 38),
    });
    const plan = recruitmentPlan(asked);
    expect(plan[0]).toEqual({ nominations: 4, by: today, month: '2026-12', gap: 2 });
    expect(plan[1]).toMatchObject({ nominations: 2, month: '2027-04', gap: 3 });
  });

  it('is empty where nothing will be missing', () => {
    expect(recruitmentPlan(input({ champions: 5 }))).toEqual([]);
  });
});
