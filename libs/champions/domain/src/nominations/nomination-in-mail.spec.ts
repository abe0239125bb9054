import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isMyself, nominationInMail } from './nomination-in-mail.js';

const read = (subject: string, text: string, isToNominations = false) =>
  nominationInMail({ subject, text, isToNominations });

describe('a nomination in a mail', () => {
  it('has the name in its subject and the reason in its first lines', () => {
    expect(
      read('Nominate: Ana Sousa', 'Everybody asks her about\nspreadsheets.\n\nBest,\nTom'),
    ).toEqual({ whom: 'Ana Sousa', reason: 'Everybody asks her about spreadsheets.' });
    for (const subject of ['nominate ana@example.com', 'NOMINATE:ana@example.com'])
      expect(read(subject, 'Why not')?.whom).toBe('ana@example.com');
  });

  it('takes a name as address books write it', () => {
    expect(read('Nominate: Sousa, Ana', 'x')?.whom).toBe('Ana Sousa');
    expect(read('Nominate: Ana Sousa <ana@example.com>', 'x')?.whom).toBe('ana@example.com');
  });

  it('understands the word in the languages of the product, with its colon', () => {
    for (const subject of [
      'Nomination: Ana Sousa',
      'Vorschlag: Ana Sousa',
      'Nominieren – Ana Sousa',
      'Proposer : Ana Sousa',
      'Propuesta: Ana Sousa',
    ])
      expect(read(subject, 'x')?.whom).toBe('Ana Sousa');
    for (const subject of [
      'Proposition de rendez-vous',
      'Vorschlag für Freitag',
      'Propuesta final',
    ])
      expect(read(subject, 'x')).toBeNull();
    expect(
      read('Vorschlag: Ana', 'Hallo zusammen,\n\nSie hilft allen.\nAm 3. Mai schrieb Bo:\nx'),
    ).toEqual({
      whom: 'Ana',
      reason: 'Sie hilft allen.',
    });
  });

  it('needs no word in the subject where the address says what is meant', () => {
    expect(read('Ana Sousa', 'She helps.', true)?.whom).toBe('Ana Sousa');
    expect(read('Nominate: Ana Sousa', 'She helps.', true)?.whom).toBe('Ana Sousa');
    expect(read('Ana Sousa', 'She helps.')).toBeNull();
  });

  it('is not made of an answer, a forwarded mail or a word that only begins alike', () => {
    for (const subject of ['Re: Nominate: Ana', 'Fwd: Nominate: Ana', 'Nominated for a prize', ''])
      expect(read(subject, 'She helps.')).toBeNull();
  });

  it('passes over a greeting, what others wrote and the signature', () => {
    expect(read('Nominate: A', 'Dear all,\n\nShe helps everybody, always.')?.reason).toBe(
      'She helps everybody, always.',
    );
    expect(read('Nominate: A', 'She helps.\n-- \nTom\nHead of Sales')?.reason).toBe('She helps.');
    expect(read('Nominate: A', 'She helps.\nOn Tue, Bo wrote:\n> No way')?.reason).toBe(
      'She helps.',
    );
    // A short reason that stands alone is the reason.
    expect(read('Nominate: A', 'Great teacher')?.reason).toBe('Great teacher');
    expect(read('Nominate: A', '-- \nTom')?.reason).toBe('');
  });

  it('stays one line whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (whom, text) => {
        const found = read(`Nominate: ${whom}`, text);
        expect(found?.reason).not.toMatch(/[\r\n]/);
        expect(found?.whom).toBe(found?.whom.trim());
      }),
    );
  });

  it('may be of oneself', () => {
    expect(['me', 'Myself', 'mich', 'moi', 'Mel'].map(isMyself)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
  });
});
