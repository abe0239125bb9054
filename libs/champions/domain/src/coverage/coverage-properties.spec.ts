import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CoverageRules, type Group, ratioText } from './coverage-figure.js';
import { type CoverageInput, coverageOf } from './coverage.js';
import type { CoverageUnit } from './coverage-tree.js';

interface Node extends Group {
  /** The parent is one of the units before; 0 = the top. */
  under: number;
  own: number | null;
}

const nodes = fc.array(
  fc.record<Node>({
    under: fc.nat(40),
    people: fc.oneof(fc.nat(12), fc.integer({ min: 20, max: 30 }), fc.nat(700)),
    champions: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(40)),
    own: fc.option(fc.integer({ min: 1, max: 60 }), { freq: 4, nil: null }),
  }),
  { maxLength: 40 },
);
const anyRules = fc.record<CoverageRules>({
  targetRatio: fc.integer({ min: 1, max: 60 }),
  smallUnitLimit: fc.integer({ min: 1, max: 30 }),
  rounding: fc.constantFrom('up', 'nearest'),
});
const unplaced = fc.record({ people: fc.nat(30), champions: fc.nat(2) });

function inputOf(list: Node[], rules: CoverageRules, home: Group): CoverageInput {
  const id = (i: number) => `u${i}`;
  return {
    units: list.map(({ under, own }, i): CoverageUnit => ({
      id: id(i),
      code: id(i),
      name: id(i),
      parentId: i === 0 || under % (i + 1) === i ? null : id(under % (i + 1)),
      targetRatio: own,
    })),
    direct: new Map(list.map(({ people, champions }, i) => [id(i), { people, champions }])),
    unplaced: home,
    rules,
  };
}
const company = fc
  .tuple(nodes, anyRules, unplaced)
  .map(([list, rules, home]) => inputOf(list, rules, home));

/** Straight from the definitions, by walking up from every unit. */
function bruteForce({ units, direct, rules, unplaced: home }: CoverageInput) {
  const unitById = new Map(units.map((u) => [u.id, u]));
  const chain = (id: string): string[] => {
    const parent = unitById.get(id)?.parentId ?? null;
    return parent === null ? [id] : [id, ...chain(parent)];
  };
  const group = (id: string) => direct.get(id) ?? { people: 0, champions: 0 };
  const inside = (id: string) => units.filter((u) => chain(u.id).includes(id));
  const H = (id: string) => inside(id).reduce((sum, u) => sum + group(u.id).people, 0);
  const C = (id: string) => inside(id).reduce((sum, u) => sum + group(u.id).champions, 0);
  const r = (id: string) =>
    chain(id)
      .map((u) => unitById.get(u)?.targetRatio)
      .find((own) => own != null) ?? rules.targetRatio;
  const small = (people: number) => people > 0 && people < rules.smallUnitLimit;
  const all = {
    people: units.reduce((sum, u) => sum + group(u.id).people, home.people),
    champions: units.reduce((sum, u) => sum + group(u.id).champions, home.champions),
  };
  const companyMeets = all.champions * rules.targetRatio >= all.people;
  const host = (id: string) => chain(id).find((u) => !small(H(u)));
  const leaves = [
    ...units.map((u) => ({ ...group(u.id), host: host(u.id) })),
    { ...home, host: undefined },
  ];
  const meets = (at: string | undefined) =>
    at === undefined ? companyMeets : C(at) * r(at) >= H(at);
  const ratioAt = (at: string | undefined) => (at === undefined ? rules.targetRatio : r(at));
  const isMet = (leaf: (typeof leaves)[number]) =>
    leaf.people < rules.smallUnitLimit
      ? meets(leaf.host)
      : leaf.champions * ratioAt(leaf.host) >= leaf.people;
  return {
    units: units.map((u) => {
      const required =
        H(u.id) === 0 || small(H(u.id))
          ? 0
          : rules.rounding === 'up'
            ? Math.ceil(H(u.id) / r(u.id))
            : Math.max(1, Math.round(H(u.id) / r(u.id)));
      const asked = !small(H(u.id));
      return {
        id: u.id,
        people: H(u.id),
        champions: C(u.id),
        required,
        gap: asked ? Math.max(0, required - C(u.id)) : 0,
        surplus: asked ? Math.max(0, C(u.id) - required) : 0,
      };
    }),
    peopleCovered: leaves.filter(isMet).reduce((sum, leaf) => sum + leaf.people, 0),
  };
}

describe('coverage of any company', () => {
  it('agrees with a recomputation straight from the definitions', () => {
    fc.assert(
      fc.property(company, (input) => {
        const [actual, expected] = [coverageOf(input), bruteForce(input)];
        const byId = new Map(actual.units.map((u) => [u.id, u]));
        for (const unit of expected.units) expect(byId.get(unit.id)).toMatchObject(unit);
        expect(actual.company.peopleCovered).toBe(expected.peopleCovered);
      }),
      { numRuns: 1000 },
    );
  });

  it('rolls up to the sum of what is counted directly', () => {
    fc.assert(
      fc.property(company, (input) => {
        const { company: all, units } = coverageOf(input);
        const people = units.reduce((sum, u) => sum + u.direct.people, input.unplaced.people);
        const champions = units.reduce(
          (sum, u) => sum + u.direct.champions,
          input.unplaced.champions,
        );
        expect([all.people, all.champions]).toEqual([people, champions]);
        for (const unit of units) {
          const children = units.filter((u) => u.parentId === unit.id);
          expect(unit.people).toBe(children.reduce((sum, u) => sum + u.people, unit.direct.people));
        }
      }),
    );
  });

  it('never has a gap and a surplus at once', () => {
    fc.assert(
      fc.property(company, (input) => {
        for (const unit of coverageOf(input).units) expect(unit.gap * unit.surplus).toBe(0);
      }),
    );
  });

  it('has no gap exactly where C·r ≥ H, when needs are rounded up', () => {
    fc.assert(
      fc.property(nodes, anyRules, unplaced, (list, rules, home) => {
        const { company: all, units } = coverageOf(
          inputOf(list, { ...rules, rounding: 'up' }, home),
        );
        for (const unit of [all, ...units]) {
          if (unit.state === 'pooled') continue;
          expect(unit.gap === 0).toBe(unit.champions * unit.targetRatio >= unit.people);
          expect(unit.state === 'covered').toBe(unit.gap === 0);
        }
      }),
    );
  });

  it('never shows a ratio that looks met where it is not, nor one that looks unmet where it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400_000 }),
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 1, max: 1000 }),
        (people, champions, target) => {
          const shown = Number(
            ratioText({ people, champions }).replace('1 per ', '').replaceAll(',', ''),
          );
          expect(shown <= target).toBe(champions * target >= people);
          expect(shown - people / champions).toBeLessThan(0.1 + 1e-9);
        },
      ),
    );
  });

  it('gets no worse anywhere when a champion joins, and asks no less when people join', () => {
    fc.assert(
      fc.property(
        nodes,
        anyRules,
        unplaced,
        fc.nat(),
        fc.integer({ min: 1, max: 30 }),
        (list, rules, home, at, more) => {
          fc.pre(list.length > 0);
          const i = at % list.length;
          const change = (by: Partial<Group>) =>
            inputOf(
              list.map((node, j) => (j === i ? { ...node, ...by } : node)),
              rules,
              home,
            );
          const node = list[i] ?? { people: 0, champions: 0 };
          const before = coverageOf(change({}));
          const joined = coverageOf(change({ champions: node.champions + 1 }));
          expect(joined.company.peopleCovered).toBeGreaterThanOrEqual(before.company.peopleCovered);
          expect(joined.company.uncovered).toBeLessThanOrEqual(before.company.uncovered);
          before.units.forEach((unit, k) =>
            expect(joined.units[k]?.gap).toBeLessThanOrEqual(unit.gap),
          );
          const grown = coverageOf(change({ people: node.people + more }));
          before.units.forEach((unit, k) => {
            expect(grown.units[k]?.required).toBeGreaterThanOrEqual(unit.required);
          });
        },
      ),
    );
  });

  it('does not depend on the order in which units arrive', () => {
    const shuffled = fc.tuple(company, fc.infiniteStream(fc.nat())).map(([input, chance]) => ({
      input,
      other: {
        ...input,
        units: input.units
          .map((unit) => ({ unit, at: chance.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ unit }) => unit),
        direct: new Map([...input.direct].reverse()),
      },
    }));
    fc.assert(
      fc.property(shuffled, ({ input, other }) => {
        expect(coverageOf(other)).toEqual(coverageOf(input));
      }),
    );
  });

  it('lists gaps that do not contain one another and reports at least what is truly missing', () => {
    fc.assert(
      fc.property(company, (input) => {
        const { units, gaps, company: all } = coverageOf(input);
        const byId = new Map(units.map((u) => [u.id, u]));
        const listed = new Set(gaps.unitIds);
        for (const id of listed) {
          expect(byId.get(id)?.gap).toBeGreaterThan(0);
          for (
            let up = byId.get(id)?.parentId ?? null;
            up !== null;
            up = byId.get(up)?.parentId ?? null
          ) {
            expect(listed.has(up)).toBe(false);
          }
        }
        expect(listed.size > 0).toBe(units.some((u) => u.gap > 0));
        expect(all.peopleCovered).toBeLessThanOrEqual(all.people);
        if (input.units.every((u) => u.targetRatio === null)) {
          expect(all.uncovered).toBeGreaterThanOrEqual(
            all.people - all.champions * all.targetRatio,
          );
        }
      }),
    );
  });

  it('counts every unit below in exactly one state', () => {
    fc.assert(
      fc.property(company, (input) => {
        const { company: all, units } = coverageOf(input);
        expect(Object.values(all.below).reduce((sum, n) => sum + n, 0)).toBe(units.length);
      }),
    );
  });
});
