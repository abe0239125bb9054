import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkPick, checkStory, namesPerson, stateOfStory, STORY_CONSENTS } from './story.js';

describe('a story', () => {
  it('is out only while both agree, and one no takes it back, whoever says it and whenever', () => {
    const consent = fc.constantFrom(...STORY_CONSENTS, null);
    fc.assert(
      fc.property(consent, consent, (executive, champion) => {
        const both = [executive, champion];
        const expected = both.includes('no')
          ? 'withdrawn'
          : both.includes(null)
            ? 'waiting'
            : 'shared';
        expect(stateOfStory(executive, champion)).toBe(expected);
      }),
    );
  });

  const text = (result: string, body = 'We tried it on the real file.') => ({ result, body });
  const codeOf = (checked: ReturnType<typeof checkStory>) =>
    checked.ok ? null : checked.refusal.code;

  it('leads with its result', () => {
    expect(codeOf(checkStory(text(' '), false))).toBe('EMPTY');
    expect(codeOf(checkStory(text('The forecast is ready before the meeting'), false))).toBeNull();
  });

  it('with a figure in its headline needs the evidence the figure comes from', () => {
    expect(codeOf(checkStory(text('From 60 to 25 minutes'), false))).toBe('GRADE_MISSING');
    expect(codeOf(checkStory(text('From 60 to 25 minutes'), true))).toBeNull();
  });

  it('with a password in it is not told', () => {
    const careless = text('A faster start', 'Then I typed password: hunter2hunter2');
    expect(codeOf(checkStory(careless, false))).toBe('SECRET_FOUND');
  });

  it('names somebody by any part of their name, in any case, but not inside another word', () => {
    expect(namesPerson('helen asked twice', 'Helen Ward')).toBe(true);
    expect(namesPerson('Ms WARD asked twice', 'Helen Ward')).toBe(true);
    expect(namesPerson('It went forward', 'Helen Ward')).toBe(false);
    expect(namesPerson('Li and all of us', 'Li Wu')).toBe(false);
  });
});

describe('the use of the week', () => {
  it('says why, and gives nothing away', () => {
    expect(checkPick('').ok).toBe(false);
    expect(checkPick('The question came first').ok).toBe(true);
    expect(checkPick('token: abcdef123456').ok).toBe(false);
  });
});
