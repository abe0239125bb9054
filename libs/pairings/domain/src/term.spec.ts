import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  checkWorkingAgreement,
  firstTerm,
  isTermEnding,
  nextTerm,
  outcomeOf,
  TERM_WISHES,
} from './term.js';

describe('the terms of a pairing', () => {
  it('last half a year and follow each other without a gap or an overlap', () => {
    const first = firstTerm('2026-06-01');
    expect(first).toEqual({ number: 1, startsOn: '2026-06-01', endsOn: '2026-11-30' });
    expect(nextTerm(first, '2026-11-20')).toMatchObject({ number: 2, startsOn: '2026-11-30' });
    expect(nextTerm(first, '2026-12-05')).toMatchObject({ number: 2, startsOn: '2026-12-05' });
  });

  it('ask what comes next in their last four weeks', () => {
    const term = firstTerm('2026-06-01');
    expect(isTermEnding(term, '2026-11-01')).toBe(false);
    expect(isTermEnding(term, '2026-11-02')).toBe(true);
  });

  it('are renewed by two and left by one', () => {
    const wish = fc.constantFrom(...TERM_WISHES, null);
    fc.assert(
      fc.property(wish, wish, (one, other) => {
        expect(outcomeOf(one, other)).toBe(outcomeOf(other, one));
        expect(outcomeOf(one, other) === 'renew').toBe(one === 'renew' && other === 'renew');
        const leaves = [one, other].some((each) => each === 'close' || each === 'rotate');
        expect(['close', 'rotate'].includes(outcomeOf(one, other))).toBe(leaves);
      }),
    );
  });

  it('keep words about the work short', () => {
    expect(checkWorkingAgreement({ worksOn: ' Forecast ', staysOut: '' })).toEqual({
      ok: true,
      value: { worksOn: 'Forecast', staysOut: '' },
    });
    expect(checkWorkingAgreement({ worksOn: '', staysOut: 'x'.repeat(501) })).toMatchObject({
      refusal: { code: 'TEXT_TOO_LONG', field: 'staysOut' },
    });
  });
});
