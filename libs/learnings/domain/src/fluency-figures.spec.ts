import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FLUENCY_DIMENSIONS, TRUSTS } from './fluency.js';
import { changedPeople, fluencyFigures, publishable, type Observation } from './fluency-figures.js';

const quarter = (n: number): Date => new Date(Date.UTC(2026, n * 3, 1));
const QUARTERS = [1, 2, 3, 4, 5, 6].map(quarter);

/** 20 to 60 observations of up to 9 people over six quarters, oldest first. */
const observations = fc
  .array(
    fc.record({
      person: fc.nat({ max: 8 }),
      day: fc.nat({ max: 540 }),
      levels: fc
        .subarray([...FLUENCY_DIMENSIONS])
        .chain((dimensions) =>
          fc.tuple(
            ...dimensions.map((dimension) =>
              fc.integer({ min: 0, max: 4 }).map((level) => ({ dimension, level })),
            ),
          ),
        ),
      trust: fc.constantFrom(...TRUSTS, null),
    }),
    { minLength: 20, maxLength: 60 },
  )
  .map((list) =>
    list
      .toSorted((one, other) => one.day - other.day)
      .map(({ person, day, levels, trust }, at): Observation => ({
        personId: `p${person}`,
        ratingId: `r${at}`,
        at: new Date(Date.UTC(2026, 0, 1 + day)),
        levels,
        trust,
      })),
  );

/** Whose observation a figure may rest on at a date: the latest that says something about it, by person. */
function behind(kind: string, list: readonly Observation[], asOf: Date): Map<string, string> {
  const found = new Map<string, string>();
  const seen = new Set<string>();
  for (const { personId, ratingId, levels, trust } of list.filter(({ at }) => at < asOf)) {
    const says = levels.map(({ dimension }) => `${personId} ${dimension}`);
    const speaks =
      kind === 'calibrated'
        ? trust !== null
        : kind === 'improved'
          ? says.some((each) => seen.has(each))
          : says.includes(`${personId} ${kind}`);
    if (speaks) found.set(personId, ratingId);
    says.forEach((each) => seen.add(each));
  }
  return found;
}

describe('figures about fluency', () => {
  it('never speak of fewer than five people, and neither does the difference of two publications', () => {
    let published = 0;
    fc.assert(
      fc.property(observations, (list) => {
        const last = new Map<string, Date>();
        for (let n = 1; n <= QUARTERS.length; n++) {
          for (const figure of fluencyFigures(list, QUARTERS.slice(0, n))) {
            published += 1;
            const now = behind(figure.kind, list, figure.asOf);
            expect(now.size).toBe(figure.people);
            expect(figure.people).toBeGreaterThanOrEqual(5);
            expect(figure.count).toBeLessThanOrEqual(figure.people);
            const earlier = last.get(figure.kind);
            if (earlier && earlier.getTime() !== figure.asOf.getTime()) {
              const before = behind(figure.kind, list, earlier);
              const people = new Set([...before.keys(), ...now.keys()]);
              const differing = [...people].filter((id) => before.get(id) !== now.get(id));
              expect(differing.length).toBeGreaterThanOrEqual(5);
            }
            last.set(figure.kind, figure.asOf);
          }
        }
      }),
      { numRuns: 300 },
    );
    console.log(`${published} published figures attacked by subtraction, none under five people`);
    expect(published).toBeGreaterThan(500);
  });

  it('stay as they were while one newcomer is the only difference', () => {
    const mark = (n: number, ratingId = 'r') => ({ personId: `p${n}`, ratingId, value: 2 });
    const five = { asOf: quarter(1), marks: [1, 2, 3, 4, 5].map((n) => mark(n)) };
    const six = { asOf: quarter(2), marks: [...five.marks, mark(6)] };
    const anew = { asOf: quarter(3), marks: six.marks.map((_, n) => mark(n + 1, 'r2')) };
    expect(publishable([five, six])).toBe(five);
    expect(publishable([six])).toBe(six);
    expect(changedPeople(five.marks, six.marks)).toBe(1);
    expect(publishable([five, six, anew])).toBe(anew);
    expect(publishable([{ asOf: quarter(1), marks: five.marks.slice(1) }])).toBeNull();
  });

  it('give median and shares as counted by hand', () => {
    const at = (day: number) => new Date(Date.UTC(2026, 0, day));
    const list = [0, 1, 2, 3, 4].flatMap((n): Observation[] => [
      {
        personId: `p${n}`,
        ratingId: `a${n}`,
        at: at(1),
        levels: [{ dimension: 'data', level: 1 }],
        trust: null,
      },
      {
        personId: `p${n}`,
        ratingId: `b${n}`,
        at: at(60),
        levels: [{ dimension: 'data', level: n }],
        trust: n > 2 ? 'calibrated' : 'too_trusting',
      },
    ]);
    expect(
      fluencyFigures(
        list.toSorted((one, other) => one.at.getTime() - other.at.getTime()),
        [quarter(1)],
      ),
    ).toEqual([
      { kind: 'data', asOf: quarter(1), people: 5, median: 2, count: 3 },
      { kind: 'calibrated', asOf: quarter(1), people: 5, median: null, count: 2 },
      { kind: 'improved', asOf: quarter(1), people: 5, median: null, count: 3 },
    ]);
  });
});
