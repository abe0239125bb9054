/** Other cuts of the same people, and the past: traps 9 to 12 of metrics G.1. */
import { describe, expect, it } from '@jest/globals';
import { byLevel, levelsSentence } from './coverage-levels.js';
import { matrixOf } from './coverage-matrix.js';
import { coverageAfter, isReorganised, type PastDay, trendOf } from './coverage-trend.js';
import { coverageOf } from './coverage.js';

const rules = { targetRatio: 25, smallUnitLimit: 10, rounding: 'up' as const };
const unit = (id: string, parentId: string | null = null) => ({
  id,
  code: id,
  name: id,
  parentId,
  targetRatio: null,
});
const group = (people: number, champions: number) => ({ people, champions });
const day = (on: string, units: PastDay['units'], direct: [string, number, number][]): PastDay => ({
  on,
  units,
  direct: new Map(direct.map(([id, people, champions]) => [id, group(people, champions)])),
  unplaced: group(0, 0),
  rules,
  isReconstructed: false,
});

describe('site × department', () => {
  const units = [unit('ORG'), unit('SALES', 'ORG'), unit('NORTH', 'SALES'), unit('LOG', 'ORG')];
  const coverage = coverageOf({
    units,
    direct: new Map([
      ['SALES', group(20, 3)],
      ['NORTH', group(40, 1)],
      ['LOG', group(60, 2)],
    ]),
    unplaced: group(0, 0),
    rules,
  });
  const cells = [
    { unitId: 'SALES', locationId: 'ham', people: 20, champions: 3 },
    { unitId: 'NORTH', locationId: 'ham', people: 10, champions: 1 },
    { unitId: 'NORTH', locationId: 'osa', people: 30, champions: 0 },
    { unitId: 'LOG', locationId: 'ham', people: 56, champions: 2 },
    { unitId: 'LOG', locationId: null, people: 4, champions: 0 },
  ];
  const matrix = matrixOf(coverage, cells, rules);
  const cell = (unitId: string, locationId: string | null) =>
    matrix.cells.find((each) => each.unitId === unitId && each.locationId === locationId);

  it('shows an empty cell in a department that meets its target', () => {
    expect(coverage.units.find(({ id }) => id === 'SALES')?.state).toBe('covered');
    expect(cell('SALES', 'osa')).toMatchObject({
      people: 30,
      champions: 0,
      required: 2,
      gap: 2,
      state: 'none',
    });
  });

  it('rolls people of teams up into their department and pools what is too small', () => {
    expect(cell('SALES', 'ham')).toMatchObject({ people: 30, champions: 4, gap: 0 });
    expect(cell('LOG', null)).toMatchObject({ people: 4, state: 'pooled', gap: 0 });
  });

  it('never adds cells up: the margin has its own figure', () => {
    const sales = matrix.rows.find(({ id }) => id === 'SALES');
    expect(sales?.gap).toBe(0);
    const sum = matrix.cells
      .filter(({ unitId }) => unitId === 'SALES')
      .reduce((all, { gap }) => all + gap, 0);
    expect(sum).toBe(2);
  });

  it('leaves out cells in which nobody works and orders sites by people', () => {
    expect(cell('LOG', 'osa')).toBeUndefined();
    expect(matrix.columns).toEqual(['ham', 'osa', null]);
  });

  it('opens one department on request, down to a unit without children', () => {
    expect(matrixOf(coverage, cells, rules, 'SALES').rows.map(({ id }) => id)).toEqual(['NORTH']);
    expect(matrixOf(coverage, cells, rules, 'LOG').rows.map(({ id }) => id)).toEqual(['LOG']);
  });
});

describe('coverage by level', () => {
  const counts = [
    { level: 4, ...group(100, 4) },
    { level: 1, ...group(2, 0) },
    { level: null, ...group(30, 0) },
    { level: 2, ...group(26, 1) },
  ];
  const withExecutives = { ...rules, executiveLevel: 2 };

  it('uses the same formulas, and its sums match the company', () => {
    const levels = byLevel(counts, withExecutives);
    expect(levels.map(({ level, state, isExecutive }) => [level, state, isExecutive])).toEqual([
      [1, 'pooled', true],
      [2, 'close', true],
      [4, 'covered', false],
      [null, 'none', false],
    ]);
    expect(levels.reduce((sum, { people }) => sum + people, 0)).toBe(158);
  });

  it('of a unit adds up its teams level by level, with the target of the unit', () => {
    const ofTeams = [
      { level: 4, ...group(6, 0) },
      { level: 4, ...group(9, 1) },
      { level: 5, ...group(20, 1) },
    ];
    expect(
      byLevel(ofTeams, withExecutives, 10).map(({ level, people, required, gap, state }) => [
        level,
        people,
        required,
        gap,
        state,
      ]),
    ).toEqual([
      [4, 15, 2, 1, 'short'],
      [5, 20, 2, 1, 'short'],
    ]);
  });

  it('says its finding, and of which place', () => {
    const levels = byLevel(counts, withExecutives);
    expect(levelsSentence(levels, null)).toBe(
      '2 levels lack champions; most are missing among people without a level: 0 of 2.',
    );
    expect(levelsSentence(levels.slice(2), 'Logistics')).toBe(
      'Only people of Logistics without a level lack champions: 0 of 2.',
    );
    const known = levels.filter(({ level }) => level !== null);
    expect(levelsSentence(known, 'Logistics')).toBe(
      'One level of Logistics lacks champions, level 2, executives: 1 of 2.',
    );
    expect(levelsSentence(known.slice(2), 'Logistics')).toBe(
      'Every level of Logistics has its champions.',
    );
    expect(levelsSentence(known.slice(0, 1), 'Logistics')).toBe(
      'No level of Logistics has people enough for a target of its own.',
    );
  });
});

describe('the past', () => {
  const before = [unit('ORG'), unit('A', 'ORG'), unit('B', 'ORG'), unit('TEAM', 'A')];
  const after = [unit('ORG'), unit('A', 'ORG'), unit('B', 'ORG'), unit('TEAM', 'B')];
  const october = day('2026-10-31', before, [
    ['A', 20, 1],
    ['B', 30, 2],
    ['TEAM', 40, 1],
  ]);
  const november = day('2026-11-30', after, [
    ['A', 20, 1],
    ['B', 30, 2],
    ['TEAM', 40, 1],
  ]);
  const peopleOf = (structure: 'today' | 'then', id: string) =>
    trendOf([october, november], id, structure, after).map(({ people }) => people);

  it('compares a re-organised unit on today’s structure, where nothing grew', () => {
    expect(peopleOf('today', 'B')).toEqual([70, 70]);
    expect(peopleOf('today', 'A')).toEqual([20, 20]);
  });

  it('and on the structure of the time, where it did', () => {
    expect(peopleOf('then', 'B')).toEqual([30, 70]);
    expect(peopleOf('then', 'A')).toEqual([60, 20]);
  });

  it('counts people of a dissolved unit with the nearest unit above that is still there', () => {
    const now = [unit('ORG'), unit('A', 'ORG')];
    const gone = day(
      '2026-10-31',
      [...now, unit('X', 'A'), unit('Y', 'X')],
      [
        ['Y', 12, 1],
        ['A', 5, 0],
      ],
    );
    expect(trendOf([gone], 'A', 'today', now)[0]).toMatchObject({ people: 17, champions: 1 });
  });

  it('leaves out days on which the unit was not there: missing, not zero', () => {
    expect(trendOf([october, november], 'NEW', 'then', [...after, unit('NEW', 'ORG')])).toEqual([]);
  });

  it('keeps the company’s total on either structure', () => {
    for (const structure of ['today', 'then'] as const) {
      expect(trendOf([october], null, structure, after)[0]).toMatchObject({
        people: 90,
        champions: 4,
      });
    }
  });

  it('keeps the rules of each day', () => {
    const strict = { ...october, rules: { ...rules, targetRatio: 10 } };
    expect(trendOf([strict], null, 'then', after)[0]?.required).toBe(9);
  });

  it('notices a re-organisation of a unit, never of the company', () => {
    expect(isReorganised(october, november, 'B')).toBe(true);
    expect(isReorganised(october, november, 'ORG')).toBe(false);
    expect(isReorganised(october, november, null)).toBe(false);
  });
});

describe('coverage after acceptance', () => {
  it('shows the unit and everything above with the champions who would come', () => {
    const asked = {
      units: [unit('ORG'), unit('LOG', 'ORG')],
      direct: new Map([['LOG', group(104, 0)]]),
      unplaced: group(0, 0),
      rules,
    };
    const after = coverageAfter(asked, 'LOG', 5);
    expect(after.units.map(({ gap, state }) => [gap, state])).toEqual([
      [0, 'covered'],
      [0, 'covered'],
    ]);
    expect(coverageOf(asked).company.gap).toBe(5);
  });
});
