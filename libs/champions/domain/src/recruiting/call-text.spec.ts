import { describe, expect, it } from '@jest/globals';
import { CALL_LANGUAGES, callPlace, callText, languageFor } from './call-text.js';

describe('the words of a call for champions', () => {
  it('name the unit, its people, what is missing and the hours, in each language and to either', () => {
    for (const language of CALL_LANGUAGES) {
      for (const audience of ['managers', 'people'] as const) {
        const { subject, body } = callText(language, audience, {
          unitName: 'Logistics',
          siteName: null,
          level: null,
          people: 104,
          wanted: 5,
          hours: 4,
        });
        expect(subject).toContain('Logistics');
        for (const figure of ['104', '5', '4']) expect(body).toContain(figure);
      }
    }
  });

  it('speak of one champion as one', () => {
    const one = { unitName: 'Legal', siteName: null, level: null, people: 26, wanted: 1, hours: 4 };
    expect(callText('en', 'people', one).subject).toBe('Legal is looking for an AI champion');
    expect(callText('de', 'people', one).subject).toBe('Legal sucht einen AI Champion');
    expect(callText('es', 'managers', one).body).toContain('le falta un referente');
  });

  it('name the site as each language does', () => {
    const at = { unitName: 'Legal', siteName: 'Pune', level: null };
    const alone = { ...at, unitName: null };
    const spoken = CALL_LANGUAGES.map((language) => [
      callPlace(language, at),
      callPlace(language, alone),
    ]);
    expect(spoken).toEqual([
      ['Legal in Pune', 'Pune'],
      ['Legal am Standort Pune', 'Der Standort Pune'],
      ['Legal sur le site de Pune', 'Le site de Pune'],
      ['Legal en la sede de Pune', 'La sede de Pune'],
    ]);
    const facts = { people: 26, wanted: 2, hours: 4 };
    expect(callText('de', 'people', { ...alone, ...facts }).subject).toBe(
      'Der Standort Pune sucht 2 AI Champions',
    );
  });

  it('name a level as each language does, of everybody or of a unit', () => {
    const spoken = CALL_LANGUAGES.map((language) =>
      [null, 'Legal'].map((unitName) =>
        callPlace(language, { unitName, siteName: null, level: 4 }),
      ),
    );
    expect(spoken).toEqual([
      ['Level 4', 'Level 4 in Legal'],
      ['Ebene 4', 'Ebene 4 in Legal'],
      ['Le niveau 4', 'Le niveau 4 de Legal'],
      ['El nivel 4', 'El nivel 4 de Legal'],
    ]);
  });

  it('ask for one where none is missing', () => {
    expect(
      callText('en', 'people', {
        unitName: 'Legal',
        siteName: null,
        level: null,
        people: 26,
        wanted: 0,
        hours: 4,
      }).subject,
    ).toContain('an AI champion');
  });

  it('are in the language most of the people speak first, among those we write', () => {
    expect(languageFor([['de-DE', 'en'], ['de'], ['fr']])).toBe('de');
    expect(languageFor([['ja', 'en'], ['ja']])).toBe('en');
    expect(languageFor([])).toBe('en');
  });
});
