import { describe, expect, it } from '@jest/globals';
import {
  compositionOf,
  conflictsOf,
  fits,
  type Priority,
  type Profile,
  rankCandidates,
  standingOf,
} from './strategy.js';

const who = (name: string, wish: Partial<Profile> = {}): Profile => ({
  personId: name,
  name,
  unitId: 'sales',
  unitName: 'Sales',
  unitCodes: ['SAL-N', 'SAL', 'ORG'],
  country: 'DE',
  languages: ['de', 'en'],
  words: [],
  ...wish,
});
const priority = (wish: Partial<Priority>): Priority => ({
  id: wish.name ?? 'p',
  kind: 'market',
  name: 'Asia',
  match: ['JP', 'IN'],
  target: 2,
  weight: 2,
  ...wish,
});
const unit = (name: string, gap: number) => ({
  name,
  gap,
  required: 5,
  people: 100,
  champions: 5 - gap,
});
const units = new Map([
  ['sales', unit('Sales', 0)],
  ['log', unit('Logistics', 4)],
]);
const unitOf = (id: string) => units.get(id);

describe('who counts for a priority', () => {
  it('a market by country, a function by any unit above, a language by code, whatever the letters', () => {
    expect(fits(priority({}), who('a', { country: 'jp' }))).toBe(true);
    expect(fits(priority({ kind: 'function', match: ['sal'] }), who('a'))).toBe(true);
    expect(fits(priority({ kind: 'language', match: ['JA'] }), who('a'))).toBe(false);
  });

  it('a product as a whole word', () => {
    const sap = priority({ kind: 'product', match: ['SAP'] });
    expect(fits(sap, who('a', { words: ['Reports from SAP, checked'] }))).toBe(true);
    for (const words of ['They disappear', 'A chatsap of ours', 'Saplings in spring'])
      expect([words, fits(sap, who('a', { words: [words] }))]).toEqual([words, false]);
  });
});

describe('priorities', () => {
  it('"Asia: 12" shows the present count and the gap, and raises matching candidates', () => {
    const champions = [who('x', { country: 'JP' })];
    const candidates = [who('Anna'), who('Jun', { country: 'JP' })];
    const without = rankCandidates(candidates, [], unitOf);
    expect(without.map(({ candidate }) => candidate.name)).toEqual(['Anna', 'Jun']);
    const standings = standingOf([priority({ target: 12 })], champions, candidates);
    expect(standings[0]).toMatchObject({ present: 1, gap: 11, candidates: 1 });
    const ranked = rankCandidates(candidates, standings, unitOf);
    expect(ranked.map(({ candidate }) => candidate.name)).toEqual(['Jun', 'Anna']);
    expect(ranked[0]?.reasons).toContain('Asia has 1 of 12.');
  });

  it('a missing seat counts too, and every place in the list says why', () => {
    const ranked = rankCandidates([who('Anna'), who('Ben', { unitId: 'log' })], [], unitOf);
    expect(ranked.map(({ candidate, reasons }) => [candidate.name, reasons])).toEqual([
      ['Ben', ['Fills one of 4 missing in Logistics.']],
      ['Anna', ['Sales has its champions already.']],
    ]);
  });

  it('a priority that has what it wants raises nobody', () => {
    const standings = standingOf([priority({ target: 1 })], [who('x', { country: 'IN' })], []);
    expect(rankCandidates([who('Jun', { country: 'JP' })], standings, unitOf)[0]).toMatchObject({
      points: 0,
    });
  });

  it('shows where coverage and aims pull apart', () => {
    const candidates = [who('Jun', { country: 'JP' })];
    const standings = standingOf(
      [priority({}), priority({ name: 'Spanish', kind: 'language', match: ['es'], target: 1 })],
      [],
      candidates,
    );
    const ranked = rankCandidates(candidates, standings, unitOf);
    expect(conflictsOf(standings, ranked, { gap: 4, unitNames: ['Logistics'] }, unitOf)).toEqual([
      'Asia lacks 2, but everybody on the way who fits it works where champions are not missing.',
      'Spanish lacks 1, and nobody on the way fits it.',
      'Units lack 4 champions and priorities 3, and nobody on the way helps with both; the largest gap is in Logistics.',
    ]);
    expect(conflictsOf([], ranked, { gap: 4, unitNames: [] }, unitOf)).toEqual([]);
  });
});

describe('composition', () => {
  it('adds up to the champions, and withholds small parts where asked', () => {
    const parts = compositionOf(['DE', 'JP', 'DE', null], 2);
    expect(parts.reduce((sum, { champions }) => sum + champions, 0)).toBe(4);
    expect(parts).toEqual([
      { value: 'DE', champions: 2, isWithheld: false },
      { value: null, champions: 1, isWithheld: true },
      { value: 'JP', champions: 1, isWithheld: true },
    ]);
  });
});
