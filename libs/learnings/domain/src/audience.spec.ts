import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  audienceOf,
  mayRead,
  readersOf,
  TEXT_FIELDS,
  type ChosenAudience,
  type Circle,
  type LearningField,
} from './audience.js';
import { audienceSentence } from './audience-sentence.js';

const circle: Circle = { writerId: 'priya', championId: 'priya', executiveId: 'helen' };
const chosen = fc.constantFrom<ChosenAudience>('only_me', 'two_of_us', 'everyone');
const narrow = fc.constantFrom<ChosenAudience>('only_me', 'two_of_us');
const textField = fc.constantFrom(...TEXT_FIELDS);
const strangerRoles = fc
  .subarray(['EMPLOYEE', 'CHAMPION', 'EXECUTIVE', 'DELEGATE', 'HR_LEAD', 'ADMINISTRATOR'])
  .map((roles) => new Set(roles));

const reads = (
  personId: string,
  field: LearningField,
  audience?: ChosenAudience,
  roles: string[] = [],
) => mayRead({ personId, roles: new Set(roles) }, readersOf(field, circle, audience));

describe('who may read', () => {
  it('opens a log line to the champion and the executive and to nobody else', () => {
    expect(readersOf('log.changeLine', circle)).toEqual({
      people: ['priya', 'helen'],
      programme: false,
      everyone: false,
    });
  });

  it('keeps a private note with its writer, even from the other person of the pairing', () => {
    expect(reads('priya', 'note.body', 'only_me')).toBe(true);
    expect(reads('helen', 'note.body', 'only_me')).toBe(false);
  });

  it('shows HR that people met and which topics they ticked', () => {
    expect(reads('hr', 'log.met', undefined, ['HR_LEAD'])).toBe(true);
    expect(reads('hr', 'log.topics', undefined, ['HR_LEAD'])).toBe(true);
  });

  it('shows programme facts to no administrator, delegate or colleague', () => {
    expect(reads('ada', 'log.met', undefined, ['EMPLOYEE', 'ADMINISTRATOR'])).toBe(false);
    expect(reads('dan', 'log.topics', undefined, ['EMPLOYEE', 'DELEGATE'])).toBe(false);
  });

  it('starts a chosen audience at the narrowest', () => {
    expect(audienceOf('learning.body')).toBe('only_me');
    expect(audienceOf('note.body')).toBe('only_me');
  });

  it('never opens words to a stranger through any mixture of roles', () => {
    fc.assert(
      fc.property(textField, narrow, strangerRoles, (field, audience, roles) => {
        expect(mayRead({ personId: 'stranger', roles }, readersOf(field, circle, audience))).toBe(
          false,
        );
      }),
    );
  });

  it('always lets the writer read their own words', () => {
    fc.assert(
      fc.property(textField, chosen, (field, audience) => {
        expect(reads('priya', field, audience)).toBe(true);
      }),
    );
  });

  it('lets every reader of a narrower audience read the wider one too', () => {
    const widening: ChosenAudience[] = ['only_me', 'two_of_us', 'everyone'];
    const step = fc.integer({ min: 0, max: 1 });
    fc.assert(
      fc.property(step, fc.constantFrom('priya', 'helen', 'hr'), (from, person) => {
        const [narrower, wider] = [widening[from], widening[from + 1]];
        if (reads(person, 'note.body', narrower)) {
          expect(reads(person, 'note.body', wider)).toBe(true);
        }
      }),
    );
  });
});

describe('the sentence under a field', () => {
  it('says for a private note that neither the other person nor HR can read it', () => {
    expect(audienceSentence('note.body', 'Helen', 'only_me')).toBe(
      'Only you can read this. Not Helen, not HR.',
    );
  });

  it('says for a log line what HR sees instead of the text', () => {
    expect(audienceSentence('log.changeLine', 'Helen')).toBe(
      'You and Helen can read this. HR sees that you met, the date and the topics, not this text.',
    );
  });

  it('names HR as a reader exactly where the rule lets HR read', () => {
    const fields: LearningField[] = ['log.met', 'log.topics', ...TEXT_FIELDS];
    fc.assert(
      fc.property(fc.constantFrom(...fields), narrow, (field, audience) => {
        const sentence = audienceSentence(field, 'Helen', audience);
        const hr = reads('hr', field, audience, ['HR_LEAD']);
        expect(sentence.includes('so does HR')).toBe(hr);
        expect(sentence.includes('You and Helen')).toBe(reads('helen', field, audience));
      }),
    );
  });

  it('mentions no partner where there is none', () => {
    expect(audienceSentence('learning.body', null)).toBe('Only you can read this. Not HR.');
  });
});
