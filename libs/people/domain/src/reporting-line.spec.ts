import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { areInOneReportingLine, managersAbove, peopleBelow } from './reporting-line.js';

const company = new Map([
  ['chief', null],
  ['head', 'chief'],
  ['lead', 'head'],
  ['engineer', 'lead'],
  ['other-lead', 'head'],
]);

const anyManagers = fc
  .array(fc.option(fc.nat({ max: 14 })), { minLength: 15, maxLength: 15 })
  .map(
    (managers) =>
      new Map(managers.map((manager, n) => [`p${n}`, manager === null ? null : `p${manager}`])),
  );
const anyone = fc.nat({ max: 14 }).map((n) => `p${n}`);

describe('the reporting line', () => {
  it('names the managers above, nearest first', () => {
    expect(managersAbove(company, 'engineer')).toEqual(['lead', 'head', 'chief']);
  });

  it('holds in both directions over any distance', () => {
    expect(areInOneReportingLine(company, 'engineer', 'chief')).toBe(true);
    expect(areInOneReportingLine(company, 'chief', 'engineer')).toBe(true);
  });

  it('does not hold between branches that share a manager', () => {
    expect(areInOneReportingLine(company, 'engineer', 'other-lead')).toBe(false);
  });

  it('holds between a person and themselves', () => {
    expect(areInOneReportingLine(company, 'lead', 'lead')).toBe(true);
  });

  it('ends in a ring of managers', () => {
    const ring = new Map([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
    ]);
    expect(managersAbove(ring, 'a')).toEqual(['b', 'c']);
    expect(peopleBelow(ring, 'a')).toEqual(['c', 'b']);
  });

  it('knows nobody above or below a stranger', () => {
    expect(managersAbove(company, 'nobody')).toEqual([]);
    expect(peopleBelow(company, 'nobody')).toEqual([]);
  });

  it('is the same from both ends, whatever the data looks like', () => {
    fc.assert(
      fc.property(anyManagers, anyone, anyone, (managers, a, b) => {
        expect(areInOneReportingLine(managers, a, b)).toBe(areInOneReportingLine(managers, b, a));
        expect(peopleBelow(managers, a).includes(b)).toBe(managersAbove(managers, b).includes(a));
      }),
    );
  });
});
