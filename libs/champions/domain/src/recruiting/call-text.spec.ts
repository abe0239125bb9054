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

  it('name a level at a site, and of a unit there', () => {
    const spoken = CALL_LANGUAGES.map((language) =>
      [null, 'Legal'].map((unitName) =>
        callPlace(language, { unitName, siteName: 'Pune', level: 4 }),
      ),
    );
    expect(spoken).toEqual([
      ['Level 4 in Pune', 'Level 4 in Legal in Pune'],
      ['Ebene 4 am Standort Pune', 'Ebene 4 in Legal am Standort Pune'],
      ['Le niveau 4 sur le site de Pune', 'Le niveau 4 de Legal sur le site de Pune'],
      ['El nivel 4 en la sede de Pune', 'El nivel 4 de Legal en la sede de Pune'],
    ]);
  });

  it('speak of what a priority lacks and not of the place, in each language and to either', () => {
    const at = { unitName: 'Legal', siteName: null, level: null, people: 26, hours: 4 };
    const spanish = { kind: 'language', codes: ['es', 'pt'] } as const;
    const sap = { kind: 'product', name: 'SAP' } as const;
    const subjects = CALL_LANGUAGES.flatMap((language) => [
      callText(language, 'people', { ...at, wanted: 3, fit: spanish }).subject,
      callText(language, 'managers', { ...at, wanted: 1, fit: sap }).subject,
    ]);
    expect(subjects).toEqual([
      'Looking for 3 AI champions who speak Spanish or Portuguese',
      'Looking for an AI champion who works with SAP',
      'Gesucht: 3 AI Champions, die Spanisch oder Portugiesisch sprechen',
      'Gesucht: ein AI Champion, der mit SAP arbeitet',
      'Nous cherchons 3 champions IA qui parlent espagnol ou portugais',
      'Nous cherchons un champion IA qui travaille avec SAP',
      'Buscamos 3 referentes de IA que hablen español o portugués',
      'Buscamos un referente de IA que trabaje con SAP',
    ]);
    const asked = CALL_LANGUAGES.map(
      (language) => callText(language, 'people', { ...at, wanted: 1, fit: sap }).body,
    );
    for (const [n, words] of [
      'Do you work with SAP, and',
      'Arbeiten Sie mit SAP, und',
      'Travaillez-vous avec SAP, et',
      '¿Trabaja con SAP y',
    ].entries())
      expect(asked[n]).toContain(words);
    const team = CALL_LANGUAGES.map(
      (language) => callText(language, 'managers', { ...at, wanted: 2, fit: spanish }).body,
    );
    for (const [n, words] of [
      'somebody in your team who speaks Spanish or Portuguese',
      'in Ihrem Team jemanden, der Spanisch oder Portugiesisch spricht',
      'quelqu’un qui parle espagnol ou portugais',
      'alguien que hable español o portugués',
    ].entries())
      expect(team[n]).toContain(words);
    for (const body of [...asked, ...team]) {
      expect(body).toContain('4');
      expect(body).not.toContain('Legal');
    }
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
