import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  answerHours,
  askForHours,
  checkProfile,
  type ChampionProfile,
} from './champion-profile.js';

const profile: ChampionProfile = {
  about: '',
  skills: [],
  problems: [],
  tools: [],
  capacity: 2,
  agreedHours: 4,
  takesNewPairings: true,
};

describe('a champion’s profile', () => {
  it('is stored tidy: trimmed, without empty or repeated entries', () => {
    const wish = {
      ...profile,
      about: '  Hello ',
      skills: [' Month-end  close', '', 'MONTH-END close', 'SQL'],
    };
    expect(checkProfile(wish)).toMatchObject({
      ok: true,
      value: { about: 'Hello', skills: ['Month-end close', 'SQL'] },
    });
  });

  it('keeps hours in quarters', () => {
    expect(checkProfile({ ...profile, agreedHours: 3.3 })).toMatchObject({
      value: { agreedHours: 3.25 },
    });
  });

  it.each([
    ['capacity', { capacity: 21 }, 'CAPACITY_OUT_OF_RANGE'],
    ['capacity', { capacity: -1 }, 'CAPACITY_OUT_OF_RANGE'],
    ['capacity', { capacity: 1.5 }, 'CAPACITY_OUT_OF_RANGE'],
    ['agreedHours', { agreedHours: 41 }, 'HOURS_OUT_OF_RANGE'],
    ['agreedHours', { agreedHours: Number.NaN }, 'HOURS_OUT_OF_RANGE'],
    ['about', { about: 'a'.repeat(1001) }, 'ABOUT_TOO_LONG'],
    ['skills', { skills: Array.from({ length: 21 }, (_, i) => `s${i}`) }, 'TOO_MANY_WORDS'],
    ['tools', { tools: ['t'.repeat(61)] }, 'TOO_MANY_WORDS'],
  ])('names the field %s when it is out of range: %j', (field, wish, code) => {
    expect(checkProfile({ ...profile, ...wish })).toMatchObject({ refusal: { code, field } });
  });
});

describe('hours that were agreed', () => {
  const hours = fc.double({ min: 0, max: 40, noNaN: true });
  const agreement = fc
    .tuple(hours, hours, fc.option(hours))
    .map(([a, b, wanted]) => ({ agreed: Math.min(a, b), approved: Math.max(a, b), wanted }));

  it('go down at once, and back up to what was approved', () => {
    const start = { agreed: 6, approved: 6, wanted: null };
    const less = askForHours(start, 2);
    expect(less).toEqual({ agreed: 2, approved: 6, wanted: null });
    expect(askForHours(less, 6)).toEqual(start);
  });

  it('never pass what was approved without the programme’s yes, whatever is asked', () => {
    fc.assert(
      fc.property(agreement, fc.array(hours), (start, asked) => {
        const end = asked.reduce(askForHours, start);
        expect(end.agreed).toBeLessThanOrEqual(start.approved);
        expect(end.approved).toBe(start.approved);
        // A no changes nothing, a yes gives what was asked.
        expect(answerHours(end, false)).toEqual({ ...end, wanted: null });
        const yes = answerHours(end, true);
        expect(yes.agreed).toBe(end.wanted ?? end.agreed);
        expect(yes.agreed).toBeLessThanOrEqual(yes.approved);
      }),
    );
  });
});
