import { describe, expect, it } from '@jest/globals';
import {
  canApproveWith,
  checkInterview,
  declineDrafts,
  INTERVIEW_GUIDE,
  type Interview,
  signalsInWords,
} from './interview.js';

const interview: Interview = {
  heldOn: '2026-03-10',
  experience: ' Writes month-end texts with it. ',
  interests: 'New colleagues',
  expertise: 'Spreadsheets',
  outcome: 'go',
};

describe('the record of an interview', () => {
  it('is stored tidy and complete', () => {
    expect(checkInterview(interview, '2026-03-10')).toMatchObject({
      value: { experience: 'Writes month-end texts with it.' },
    });
    for (const field of ['experience', 'interests', 'expertise'] as const) {
      expect(checkInterview({ ...interview, [field]: ' ' }, '2026-03-10')).toMatchObject({
        refusal: { code: 'INTERVIEW_FIELD_MISSING', field },
      });
    }
    expect(checkInterview(interview, '2026-03-09')).toMatchObject({
      refusal: { code: 'INTERVIEW_AHEAD', field: 'heldOn' },
    });
  });

  it('has a question of the guide for each of its fields', () => {
    const fields = INTERVIEW_GUIDE.map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(['experience', 'interests', 'expertise']));
  });
});

describe('drafts for somebody who is declined', () => {
  it('name the person, the unit and what was written about them', () => {
    const drafts = declineDrafts({
      nomineeName: 'Ana Sousa',
      unitName: 'Finance',
      praise: 'Helps everybody.',
    });
    for (const { text } of drafts) {
      expect(text).toContain('Dear Ana,');
      expect(text).toContain('“Helps everybody.”');
    }
    expect(drafts.find(({ cause }) => cause === 'seats')?.text).toContain(
      'Finance has the champions',
    );
  });

  it('quote nobody to people who put themselves forward', () => {
    const [draft] = declineDrafts({ nomineeName: 'Ana', unitName: null, praise: null });
    expect(draft?.text).toContain('putting yourself forward');
    expect(draft?.text).not.toContain('“');
  });
});

it('approves without a manager’s yes only where none is asked for', () => {
  expect((['not_told', 'informed', 'asked', 'yes', 'no'] as const).filter(canApproveWith)).toEqual([
    'not_told',
    'informed',
    'yes',
  ]);
});

it('says why somebody is suggested', () => {
  expect(signalsInWords({ sharedLearnings: 3, officeHours: 1 })).toBe(
    'Shared 3 learnings and came to 1 office hour in half a year.',
  );
  expect(signalsInWords({ sharedLearnings: 0, officeHours: 4 })).toBe(
    'Came to 4 office hours in half a year.',
  );
});
