import { describe, expect, it } from '@jest/globals';
import { concernsBoth, countPractices } from './learning.js';
import { checkOptionalText, checkText } from './text-limits.js';

describe('counters of what somebody learned', () => {
  it('contain each other: passed on counts as kept, kept counts as tried', () => {
    expect(countPractices(['tried', 'kept', 'kept', 'passed_on'])).toEqual({
      tried: 4,
      kept: 3,
      passedOn: 1,
    });
  });

  it('are all zero for an empty list', () => {
    expect(countPractices([])).toEqual({ tried: 0, kept: 0, passedOn: 0 });
  });
});

describe('a line concerns both people of a pairing', () => {
  const line = { isFromSession: false, body: 'I begin with the reader', otherName: 'Priya Nair' };

  it.each([
    ['it came out of their session', { ...line, isFromSession: true }, true],
    ['it names the other one', { ...line, body: 'As Priya does, I begin with the reader' }, true],
    ['one found it out alone', line, false],
  ])('when %s', (_, each, concerns) => {
    expect(concernsBoth(each)).toBe(concerns);
  });
});

describe('text', () => {
  it('loses the space around it', () => {
    expect(checkText('thanks', '  Your patience.  ')).toEqual({
      ok: true,
      value: 'Your patience.',
    });
  });

  it('is refused when only space was typed where words are needed', () => {
    const result = checkText('thanks', ' \n ', 'body');
    expect(!result.ok && result.refusal).toEqual({
      code: 'EMPTY',
      message: 'Write at least one word',
      field: 'body',
    });
  });

  it('says how long it is and how long it may be', () => {
    const result = checkOptionalText('nextStep', 'x'.repeat(141));
    expect(!result.ok && result.refusal.message).toBe(
      'This is 141 characters long. Shorten it to 140 or fewer',
    );
  });
});
