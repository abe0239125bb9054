import { describe, expect, it } from '@jest/globals';
import { csvCell, isFormula, saysNothing, unwrapText, cleanCell } from './cells.js';
import { readName } from './person-name.js';
import { guessZone } from './place-zone.js';
import { splitCode } from './unit-index.js';
import { readEmploymentType, readFte, readLanguages, readStatus } from './work-words.js';

describe('names', () => {
  it.each([
    ['Walters, Rob', 'Rob Walters', null, null],
    ['Walters, Rob M', 'Rob M Walters', null, null],
    ['Smith Jr., John', 'John Smith Jr.', null, null],
    ['Ann Lee, PhD', 'Ann Lee', null, null],
    ['Rob Walters (000004) (On Leave)', 'Rob Walters', '000004', 'leave'],
    ['Jae Pak (000289) (Terminated)', 'Jae Pak', '000289', 'left'],
    ['Ann (Annie) Lee', 'Ann (Annie) Lee', null, null],
    ['Ann Lee (Annie)', 'Ann Lee (Annie)', null, null],
    ['Varkey Chudukatil, Ranjit', 'Ranjit Varkey Chudukatil', null, null],
    ['王 小明', '王 小明', null, null],
  ])('%s is %s', (text, name, id, status) => {
    expect(readName(text)).toEqual({ name, id, status });
  });
});

describe('words about work', () => {
  it.each([
    ['', 'active'],
    ['Active', 'active'],
    ['Aktiv', 'active'],
    ['Yes', 'active'],
    ['1', 'active'],
    ['A', 'active'],
    ['Current', 'active'],
    ['L', 'leave'],
    ['In Abwesenheit', 'leave'],
    ['Leave - Parental', 'leave'],
    ['T', 'left'],
    ['Inaktiv', 'left'],
    ['0', 'left'],
    ['No', 'left'],
    ['Banana', null],
  ])('status %s means %s', (text, status) => {
    expect(readStatus(text)).toBe(status);
  });

  it.each([
    ['Employee', 'employee', null],
    ['Full-Time', 'employee', null],
    ['Interner Mitarbeiter', 'employee', null],
    ['Externer Mitarbeiter', 'contractor', null],
    ['Contingent Worker', 'contractor', null],
    ['T', 'temporary', null],
    ['Temporary', 'temporary', null],
    ['Intern', 'intern', null],
    ['Praktikant', 'intern', null],
    ['Werkstudentin', 'intern', null],
    ['Auszubildender', 'apprentice', null],
    ['Terminated', null, 'left'],
    ['Leave of absence', null, 'leave'],
  ])('kind of employment %s', (text, type, status) => {
    expect(readEmploymentType(text)).toEqual({ type, status });
  });

  it('knows shares of full time as a factor or in percent', () => {
    expect(['0.8', '0,8', '80%', '80', '1', '100 %'].map(readFte)).toEqual([
      0.8, 0.8, 0.8, 0.8, 1, 1,
    ]);
    expect(['', 'full', '-1', '900'].map(readFte)).toEqual([null, null, null, null]);
  });

  it('turns languages into codes', () => {
    expect(readLanguages('English; German (fluent), Klingon')).toEqual(['en', 'de', 'klingon']);
    expect(readLanguages('de-DE / fr')).toEqual(['de', 'fr']);
  });
});

describe('cells', () => {
  it('cleans odd spaces, control characters and decomposed letters', () => {
    expect(cleanCell('\u00a0 Ana\u200b  Ru\u0301iz\t\u0000\u009d')).toBe('Ana Rúiz');
  });

  it('knows formulas from numbers and telephone numbers', () => {
    expect(['=1+1', '+SUM(A1)', '-cmd', '@x'].map(isFormula)).toEqual([true, true, true, true]);
    expect(['+49 30 123', '-5', '-', '', 'a=b'].map(isFormula)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('takes the text out of ="00123" and \'00123', () => {
    expect([unwrapText('="00123"'), unwrapText("'00123"), unwrapText('=A1')]).toEqual([
      '00123',
      '00123',
      '=A1',
    ]);
  });

  it('knows words that say nothing', () => {
    expect(['', 'N/A', '-', '–', 'NULL', '#REF!'].every(saysNothing)).toBe(true);
    expect(['Nadia', 'Nil Sen', '0'].some(saysNothing)).toBe(false);
  });

  it('writes cells that no spreadsheet runs', () => {
    expect(['=1+1', '+x', '-x', '@x', 'a"b', 'a;b', 'plain'].map(csvCell)).toEqual([
      '"\'=1+1"',
      '"\'+x"',
      '"\'-x"',
      '"\'@x"',
      '"a""b"',
      '"a;b"',
      'plain',
    ]);
  });
});

describe('units and places', () => {
  it.each([
    ['100 - Admin', '100', 'Admin'],
    ['CC102 Executive', 'CC102', 'Executive'],
    ['4711: Logistics', '4711', 'Logistics'],
    ['100-Admin', '100', 'Admin'],
    ['3rd Party Risk', null, '3rd Party Risk'],
    ['R&D', null, 'R&D'],
    ['Team 7', null, 'Team 7'],
    ['2nd line', null, '2nd line'],
  ])('%s has the code %s', (text, code, name) => {
    expect(splitCode(text)).toEqual({ code, name });
  });

  it.each([
    ['Renton, Washington, US', '', 'US', 'America/Los_Angeles'],
    ['Renton', 'Washington', 'US', 'America/Los_Angeles'],
    ['Cambridge, England, GB', '', 'GB', 'Europe/London'],
    ['Cambridge, Massachusetts, US', '', 'US', 'America/New_York'],
    ['Cambridge', '', '', null],
    ['München', '', '', 'Europe/Berlin'],
    ['DE-Berlin-HQ', '', '', 'Europe/Berlin'],
    ['Melbourne, Victoria, AU', '', 'AU', 'Australia/Melbourne'],
    ['Ottawa', '', '', 'America/Toronto'],
    ['London', 'Ontario', 'CA', 'America/Toronto'],
    ['Germany', '', '', 'Europe/Berlin'],
    ['Site 12', '', 'Deutschland', 'Europe/Berlin'],
    ['Somewhere', '', 'US', null],
    ['Remote', '', '', null],
    ['São Paulo', '', 'Brazil', 'America/Sao_Paulo'],
  ])('%s %s %s lives by %s', (location, region, country, zone) => {
    expect(guessZone(location, region, country)).toBe(zone);
  });
});
