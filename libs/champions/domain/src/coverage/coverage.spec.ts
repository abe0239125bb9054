import { describe, expect, it } from '@jest/globals';
import { type CoverageRules, ownFigure, ratioText, requiredChampions } from './coverage-figure.js';
import { coverageOf } from './coverage.js';
import { fixtureInput, fixtureUnits } from './coverage.fixture.js';
import type { CoverageUnit } from './coverage-tree.js';

const rules: CoverageRules = { targetRatio: 25, smallUnitLimit: 10, rounding: 'up' };

function unit(id: string, parentId: string | null = null, targetRatio: number | null = null) {
  return { id, code: id, name: id, parentId, targetRatio } satisfies CoverageUnit;
}

function companyOf(
  units: CoverageUnit[],
  direct: Record<string, [number, number]>,
  more: Partial<CoverageRules> = {},
  unplaced = { people: 0, champions: 0 },
) {
  const counts = Object.entries(direct).map(
    ([id, [people, champions]]) => [id, { people, champions }] as const,
  );
  const result = coverageOf({
    units,
    direct: new Map(counts),
    unplaced,
    rules: { ...rules, ...more },
  });
  return { ...result, byId: new Map(result.units.map((u) => [u.id, u])) };
}

describe('coverage of the hand-computed company', () => {
  const coverage = coverageOf(fixtureInput());
  const byCode = new Map(coverage.units.map((u) => [u.code, u]));

  it.each(fixtureUnits.map((expected) => [expected.code, expected] as const))(
    'gives %s the figures computed by hand',
    (code, expected) => {
      const actual = byCode.get(code);
      expect({
        people: actual?.people,
        champions: actual?.champions,
        required: actual?.required,
        gap: actual?.gap,
        surplus: actual?.surplus,
        state: actual?.state,
        shown: actual?.shownState,
        text: actual?.ratioText,
      }).toEqual({
        people: expected.people,
        champions: expected.champions,
        required: expected.required,
        gap: expected.gap,
        surplus: expected.surplus,
        state: expected.state,
        shown: expected.shown ?? expected.state,
        text: expected.text,
      });
    },
  );

  it('counts everybody in the company, also people without a unit', () => {
    // 1681 + 3 = 1684; ⌈67.36⌉ = 68; 1684 ÷ 66 = 25.515 → 25.6.
    expect(coverage.company).toMatchObject({
      people: 1684,
      champions: 66,
      required: 68,
      gap: 2,
      state: 'close',
      ratioText: '1 per 25.6',
    });
  });

  it('adds up the people in leaves that meet their target, and those beyond reach in the others', () => {
    // Met: 10 + 24 + 25 + 49 + 50 + 120 + 60, LAB-A 20, LAB-C 21, MIX-T 26, and 8 + 9 + 9 pooled in MIX = 431.
    expect(coverage.company.peopleCovered).toBe(431);
    // U10 10, U26 1, U49-1 24, U51 1, U33 8, U34 9, U100 25, U126 1, U626 1, U40 40, LAB-B 1, FOUR 104,
    // PAIR 10, pooled in ORG max(0, 20 − 25) = 0: 235. Without a unit: 3, and the company is not covered.
    expect(byCode.get('ORG')?.uncovered).toBe(235);
    expect(coverage.company.uncovered).toBe(238);
    // 8 + 2 + 4 + 3 + 9 pooled, and the team of 26.
    expect(byCode.get('MIX')?.peopleCovered).toBe(52);
  });

  it('says what is below by state, without summing children into the parent', () => {
    expect(byCode.get('ORG')?.below).toEqual({
      covered: 13,
      close: 8,
      short: 2,
      none: 8,
      pooled: 9,
    });
    expect(byCode.get('ORG')?.worstBelow).toBe('FOUR');
    expect(byCode.get('FOUR')).toMatchObject({ gap: 5, childGap: 8, distributionShortfall: 3 });
    expect(byCode.get('LAB')).toMatchObject({ gap: 2, childGap: 1, distributionShortfall: 0 });
  });

  it('lists each gap once, the largest first', () => {
    expect(coverage.gaps).toEqual({
      unitIds: [
        'FOUR',
        'LAB',
        'U40',
        'U626',
        'U126',
        'U100',
        'U51',
        'U49-1',
        'U34',
        'U33',
        'U26',
        'PAIR',
        'U10',
      ],
      champions: 19,
      unitsWithNone: 4,
    });
    expect(coverage.onTheEdge).toBe(9);
  });

  it('groups the small units under what they count in', () => {
    expect(coverage.pooledGroups).toEqual(
      [
        {
          sharedWith: 'MIX',
          unitIds: ['MIX-A', 'MIX-B'],
          people: 18,
          champions: 1,
          requiredTogether: 1,
        },
        {
          sharedWith: 'ORG',
          unitIds: ['P1', 'P9', 'P9-1'],
          people: 19,
          champions: 1,
          requiredTogether: 1,
        },
        {
          sharedWith: 'PAIR',
          unitIds: ['PAIR-A', 'PAIR-B'],
          people: 10,
          champions: 0,
          requiredTogether: 1,
        },
      ].sort((a, b) => firstSeen(a.sharedWith) - firstSeen(b.sharedWith)),
    );
    expect(byCode.get('MIX-A2')?.sharedWith).toBe('MIX');
  });

  it('knows where each target comes from', () => {
    expect(byCode.get('LAB')).toMatchObject({ targetRatio: 10, ratioFrom: 'unit' });
    expect(byCode.get('LAB-A')).toMatchObject({ targetRatio: 10, ratioFrom: 'inherited' });
    expect(byCode.get('U25')).toMatchObject({ targetRatio: 25, ratioFrom: 'programme' });
  });

  // Groups come in the order in which their first small unit is read.
  function firstSeen(host: string): number {
    return coverage.units.findIndex((u) => u.state === 'pooled' && u.sharedWith === host);
  }
});

describe('the worked cases of the metrics handbook, r = 25 and m = 10', () => {
  const cases: [people: number, champions: number, state: string, gap: number, text: string][] = [
    [25, 1, 'covered', 0, '1 per 25'],
    [26, 1, 'close', 1, '1 per 26'],
    [120, 5, 'covered', 0, '1 per 24'],
    [126, 5, 'close', 1, '1 per 25.2'],
    [9, 0, 'pooled', 0, 'none for 9 people'],
    [40, 0, 'none', 2, 'none for 40 people'],
  ];

  it.each(cases)('H %i, C %i: %s, gap %i, "%s"', (people, champions, state, gap, text) => {
    const { byId } = companyOf([unit('u'), unit('rest')], {
      u: [people, champions],
      rest: [50, 2],
    });
    expect(byId.get('u')).toMatchObject({ state, gap, ratioText: text });
  });

  it('H 0, C 1: surplus 1', () => {
    expect(companyOf([unit('u')], { u: [0, 1] }).byId.get('u')).toMatchObject({
      surplus: 1,
      gap: 0,
    });
  });
});

describe('the figure of one unit', () => {
  it('covers a bank of 17,500 with 700 champions, and asks 2,400 of one with 60,000', () => {
    expect(ownFigure({ people: 17_500, champions: 700 }, 25, 'up').state).toBe('covered');
    expect(requiredChampions(60_000, 25, 'up')).toBe(2400);
  });

  it('rounds to the nearest whole number where the programme says so, and never below one', () => {
    expect(
      [1, 12, 13, 37, 38, 62, 63].map((people) => requiredChampions(people, 25, 'nearest')),
    ).toEqual([1, 1, 1, 1, 2, 2, 3]);
    expect(requiredChampions(0, 25, 'nearest')).toBe(0);
  });

  it('rounds the shown ratio up, so that an unmet target never looks met', () => {
    expect(ratioText({ people: 2501, champions: 100 })).toBe('1 per 25.1');
    expect(ratioText({ people: 2500, champions: 100 })).toBe('1 per 25');
    expect(ratioText({ people: 30_000, champions: 1 })).toBe('1 per 30,000');
  });
});

describe('a company of odd shapes', () => {
  it('has no figures but zeros when it is empty', () => {
    const { company, units, gaps } = companyOf([], {});
    expect(company).toMatchObject({
      people: 0,
      required: 0,
      gap: 0,
      state: 'covered',
      ratio: null,
    });
    expect(company.ratioText).toBe('no employees');
    expect([units, gaps.unitIds]).toEqual([[], []]);
  });

  it('counts a small unit at the top with the company', () => {
    const { company, byId } = companyOf([unit('a')], { a: [9, 0] });
    expect(byId.get('a')).toMatchObject({ state: 'pooled', sharedWith: null, shownState: 'none' });
    expect(company).toMatchObject({ required: 1, gap: 1, state: 'none', uncovered: 9 });
  });

  it('lets a unit cover the few people directly in it with its teams, but judges many by themselves', () => {
    const teams = [unit('top'), unit('team', 'top')];
    expect(companyOf(teams, { top: [2, 0], team: [40, 2] }).byId.get('top')?.peopleCovered).toBe(
      42,
    );
    expect(companyOf(teams, { top: [10, 0], team: [40, 2] }).byId.get('top')?.peopleCovered).toBe(
      40,
    );
  });

  it('shows no champion of a pooled leaf as missing when the unit it counts in meets its target', () => {
    const units = [unit('top'), unit('team', 'top'), unit('few', 'top')];
    const met = companyOf(units, { team: [40, 2], few: [8, 0] });
    expect(met.byId.get('top')).toMatchObject({ peopleCovered: 48, uncovered: 0 });
    const unmet = companyOf(units, { team: [40, 1], few: [8, 0] });
    expect(unmet.byId.get('top')).toMatchObject({ peopleCovered: 0, uncovered: 23 });
  });

  it('keeps a whole branch without champions as one gap', () => {
    const units = [
      unit('org'),
      unit('log', 'org'),
      unit('l1', 'log'),
      unit('l2', 'log'),
      unit('ops', 'org'),
    ];
    const { gaps } = companyOf(units, { l1: [52, 0], l2: [52, 0], ops: [100, 6] });
    expect(gaps).toEqual({ unitIds: ['log'], champions: 5, unitsWithNone: 1 });
  });

  it('opens a short unit whose units inside explain its gap, and a company that has nobody yet', () => {
    const units = [
      unit('org'),
      unit('ops', 'org'),
      unit('o1', 'ops'),
      unit('o2', 'ops'),
      unit('hr', 'org'),
    ];
    const { gaps } = companyOf(units, { o1: [50, 0], o2: [50, 2], hr: [30, 2] });
    expect(gaps).toEqual({ unitIds: ['o1'], champions: 2, unitsWithNone: 1 });
    const nobody = companyOf(units, { o1: [50, 0], o2: [50, 0], hr: [30, 0] });
    expect(nobody.gaps).toEqual({ unitIds: ['ops', 'hr'], champions: 6, unitsWithNone: 2 });
  });

  it('lists the unit itself when the units inside it do not explain its gap', () => {
    const units = [unit('org'), unit('ops', 'org'), unit('o1', 'ops'), unit('hr', 'org')];
    const { gaps } = companyOf(units, { ops: [70, 1], o1: [26, 1], hr: [30, 2] });
    expect(gaps).toEqual({ unitIds: ['ops'], champions: 2, unitsWithNone: 0 });
  });

  it('loses nobody when a parent is unknown or parents form a ring', () => {
    const { company, byId } = companyOf(
      [unit('a', 'b'), unit('b', 'a'), unit('c', 'nowhere'), unit('d', 'c')],
      { a: [10, 1], b: [20, 1], c: [30, 1], d: [40, 1] },
    );
    expect(company).toMatchObject({ people: 100, champions: 4 });
    expect(byId.get('a')).toMatchObject({ parentId: null, people: 30 });
    expect(byId.get('b')).toMatchObject({ parentId: 'a', depth: 1, people: 20 });
    expect(byId.get('c')).toMatchObject({ parentId: null, people: 70 });
  });

  it('stands every parent before its children, siblings by name', () => {
    const units = [unit('b2', 'b'), unit('a10', 'a'), unit('a2', 'a'), unit('b'), unit('a')];
    expect(companyOf(units, {}).units.map((u) => u.id)).toEqual(['a', 'a2', 'a10', 'b', 'b2']);
  });
});
