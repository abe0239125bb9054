import { describe, expect, it } from '@jest/globals';
import { fluencyMarks, type Observation } from './fluency-figures.js';

const seen = (
  personId: string,
  day: number,
  level: number | null,
  trust: Observation['trust'] = null,
): Observation => ({
  personId,
  at: new Date(Date.UTC(2026, 0, day)),
  levels: level === null ? [] : [{ dimension: 'data', level }],
  trust,
});
const marks = (...args: Parameters<typeof fluencyMarks>) => [...fluencyMarks(...args)];

describe('what a person adds to a figure about fluency', () => {
  it('is the latest level that somebody observed in that dimension', () => {
    const list = [
      seen('a', 1, 1),
      seen('b', 2, 4),
      seen('a', 3, 3),
      seen('a', 4, null, 'calibrated'),
    ];
    expect(marks('data', list)).toEqual([
      ['a', 3],
      ['b', 4],
    ]);
    expect(marks('discernment', list)).toEqual([]);
  });

  it('is a rise only after two looks at the same dimension', () => {
    const list = [
      seen('a', 1, 1),
      seen('b', 1, 3),
      seen('c', 1, 2),
      seen('a', 9, 2),
      seen('b', 9, 2),
    ];
    expect(marks('improved', list)).toEqual([
      ['a', 1],
      ['b', 0],
    ]);
  });

  it('is whether trust fits, of those of whom it was said', () => {
    const list = [seen('a', 1, 1, 'too_trusting'), seen('b', 1, 1), seen('a', 5, 1, 'calibrated')];
    expect(marks('calibrated', list)).toEqual([['a', 1]]);
  });
});
