import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { impactFacts, medianPoints, type ImpactPerson } from './impact-facts.js';
import { impactReport } from './impact-report.js';

const pair = (points: number, level: number | null = null, answer: 'yes' | 'no' | null = null) => ({
  points,
  level,
  answer,
});

/** `count` people called `name`0, `name`1 …; the first `matched` of them have one pairing. */
const group = (name: string, count: number, matched: number, points = 5000): ImpactPerson[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `${name}${n}`,
    pairs: n < matched ? [pair(points, 2, 'yes')] : [],
  }));

const labelled = (people: readonly ImpactPerson[], label: string): [string, string][] =>
  people.map(({ id }) => [id, label]);

/*
 * Worked by hand, limit 5. Full-time 16 people, 8 matched; part-time 8, 2 matched; fixed-term 3, 1 matched; not known
 * 4, 1 matched. Fixed-term and not known are too few, 7 together, so nobody else has to be withheld.
 */
const full = group('full', 16, 8, 7000);
const part = group('part', 8, 2, 4000);
const term = group('term', 3, 1, 4000);
const none = group('none', 4, 1, 4000);
const everybody = [...full, ...part, ...term, ...none];
const contract = new Map([
  ...labelled(full, 'full-time'),
  ...labelled(part, 'part-time'),
  ...labelled(term, 'fixed-term'),
]);

const report = (attributes = [contract], people = everybody, limit = 5) =>
  impactReport({ facts: impactFacts(people), attributes, limit, seed: 1 });

describe('the impact report', () => {
  it('gives rates, ratios to the best-off group and the exact test, as worked by hand [53]', () => {
    const { everybody: all, groups, unknown, withheld } = report();
    expect(all).toMatchObject({ people: 31, matched: 12 });
    expect(unknown).toBe(4);
    expect(withheld).toEqual({ groups: 2, people: 7 });
    expect(groups).toMatchObject([
      { group: ['part-time'], people: 8, matched: 2, ratio: 0.5 },
      { group: ['full-time'], people: 16, matched: 8, ratio: 1, chance: null },
    ]);
    // Tables with 10 of 24 matched that are no more probable than 2 of 8: 0, 1, 2 and 5, 6, 7, 8 of 8.
    const ways = (n: number, of: number): number =>
      n === 0 ? 1 : (ways(n - 1, of) * (of - n + 1)) / n;
    const tables = Array.from({ length: 9 }, (_, n) => ways(n, 8) * ways(10 - n, 16));
    const seen = tables[2] ?? 0;
    const p = tables.filter((t) => t <= seen).reduce((a, b) => a + b, 0) / ways(10, 24);
    expect(groups[0]?.chance).toBeCloseTo(p, 9);
  });

  it('counts pairs above the median, levels reached, load and answers, with how many people stand behind', () => {
    const people = [
      ...Array.from({ length: 6 }, (_, n) => ({
        id: `a${n}`,
        pairs: [pair(8000, 1, 'yes'), pair(6000, 2, n < 3 ? 'yes' : 'no')],
      })),
      ...Array.from({ length: 5 }, (_, n) => ({ id: `b${n}`, pairs: [pair(4000, 4, null)] })),
    ];
    const labels = new Map(people.map(({ id }) => [id, id.charAt(0)]));
    const { groups } = report([labels], people);
    // Median of six times 8000, six times 6000, five times 4000: the ninth of seventeen, 6000.
    expect(groups).toMatchObject([
      {
        group: ['a'],
        aboveMedian: { part: 6, of: 12 },
        seniority: { mean: 1.5, of: 6 },
        load: { mean: 2, of: 6 },
        accepted: { part: 9, of: 12 },
        ratio: 1,
      },
      {
        group: ['b'],
        aboveMedian: { part: 0, of: 5 },
        seniority: { mean: 4, of: 5 },
        load: { mean: 1, of: 5 },
        accepted: null,
      },
    ]);
  });

  it('withholds a figure by itself where too few people of a large group stand behind it', () => {
    const people = [...group('a', 20, 3), ...group('b', 20, 18), ...group('c', 20, 9)];
    const labels = new Map(people.map(({ id }) => [id, id.charAt(0)]));
    const { groups, everybody: all } = report([labels], people);
    // Three of a have a pairing: their levels stay away, and those of c with them, since the total is shown.
    expect(groups.map((each) => [each.group[0], each.people, each.seniority !== null])).toEqual([
      ['a', 20, false],
      ['c', 20, false],
      ['b', 20, true],
    ]);
    expect(all.seniority).toEqual({ mean: 2, of: 30 });
  });

  it('shows intersections, and withholds those whose rows or columns would give a small one away [53]', () => {
    // Sites: all full-time people in Leeds but six in London; part-time three in London, five in Leeds.
    const site = new Map(
      [...full, ...part].map(({ id }, n) => [
        id,
        n < 6 || (n >= 16 && n < 19) ? 'London' : 'Leeds',
      ]),
    );
    const { groups, withheld } = report([contract, site], [...full, ...part]);
    // part-time × London (3) is too small. With both totals of each attribute, any one of the four cells would give it:
    // London 9 − (full-time 16 − full-time × Leeds 10) = 3.
    expect(groups).toEqual([]);
    expect(withheld).toEqual({ groups: 4, people: 24 });
  });

  it('shows the intersections that give nothing away', () => {
    // Three people each in four cells: whoever adds and subtracts comes to six of them.
    const cells = ['a1', 'a2', 'b1', 'b2'].flatMap((name) => group(name, 3, 1));
    const rest = [
      ...group('a3', 9, 4),
      ...group('b3', 8, 4),
      ...group('c1', 7, 3),
      ...group('c3', 9, 2),
    ];
    const people = [...cells, ...rest];
    const by = (at: number) => new Map(people.map(({ id }) => [id, id.charAt(at)]));
    const { groups } = report([by(0), by(1)], people);
    expect(groups.map(({ group: [one, other] }) => `${one}${other}`).sort()).toEqual([
      'a3',
      'b3',
      'c1',
      'c3',
    ]);
  });

  it('withholds of a second attribute what would give a group of the first away', () => {
    // x is too few alone, and y goes with it. "All but y" less z would be x.
    const people = [...group('x', 3, 1), ...group('y', 8, 2), ...group('z', 20, 9)];
    const first = new Map(people.map(({ id }) => [id, id.charAt(0)]));
    const second = new Map(people.map(({ id }) => [id, id.startsWith('y') ? 'y' : 'others']));
    const among = [first, second];
    const shown = (attribute: typeof first, all: readonly (typeof first)[]) =>
      impactReport({
        facts: impactFacts(people),
        attributes: [attribute],
        among: all,
        limit: 5,
        seed: 1,
      }).groups.map(({ group: [name] }) => name);
    expect(shown(second, [second])).toEqual(['y', 'others']);
    expect(shown(first, among)).toEqual(['z']);
    expect(shown(second, among)).toEqual([]);
  });

  it('withholds in intersections whatever the report of one attribute withholds', () => {
    const people = [...group('x', 3, 1), ...group('y', 8, 2), ...group('z', 20, 9)];
    const labels = new Map(people.map(({ id }) => [id, id.charAt(0)]));
    const same = new Map(people.map(({ id }) => [id, 'everywhere']));
    expect(report([labels], people).groups.map(({ group: [name] }) => name)).toEqual(['z']);
    expect(report([labels, same], people).groups.map(({ group: [name] }) => name)).toEqual(['z']);
  });

  it('follows the labels when they are permuted, group by group [52]', () => {
    const swapped = new Map(
      [...contract].map(([id, name]) => [
        id,
        name === 'full-time' ? 'part-time' : name === 'part-time' ? 'full-time' : name,
      ]),
    );
    const [before, after] = [report(), report([swapped])];
    const rename = (name: string | null | undefined) =>
      name === 'full-time' ? 'part-time' : 'full-time';
    expect(after.groups.map(({ group: _, ...figures }) => figures)).toEqual(
      before.groups.map(({ group: _, ...figures }) => figures),
    );
    expect(after.groups.map(({ group: [name] }) => name)).toEqual(
      before.groups.map(({ group: [name] }) => rename(name)),
    );
    expect(after.everybody).toEqual(before.everybody);
  });

  it('never speaks of fewer people than the limit, whatever the labels', () => {
    const labels = fc.array(fc.constantFrom('a', 'b', 'c', null), { minLength: 1, maxLength: 40 });
    const asked = fc.record({
      first: labels,
      second: labels,
      matched: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
      limit: fc.integer({ min: 3, max: 6 }),
    });
    fc.assert(
      fc.property(asked, ({ first, second, matched, limit }) => {
        const people = first.map((_, n) => ({
          id: String(n),
          pairs: matched[n] ? [pair(n, n, 'no')] : [],
        }));
        const mapOf = (names: readonly (string | null | undefined)[]) =>
          new Map(names.flatMap((name, n) => (name == null ? [] : [[String(n), name] as const])));
        for (const attributes of [[mapOf(first)], [mapOf(first), mapOf(second)]]) {
          const { groups, withheld, everybody: all } = report(attributes, people, limit);
          for (const each of [...groups, all]) {
            for (const { of } of [each.seniority, each.load].filter((figure) => figure !== null)) {
              expect(of).toBeGreaterThanOrEqual(limit);
            }
          }
          for (const { people: size } of groups) expect(size).toBeGreaterThanOrEqual(limit);
          if (groups.length > 0 && withheld.groups > 0)
            expect(withheld.people).toBeGreaterThanOrEqual(limit);
        }
      }),
    );
  });

  it('has a middle for odd and even numbers of pairs, and none for none', () => {
    expect(medianPoints([3, 1, 2])).toBe(2);
    expect(medianPoints([4, 1, 2, 3])).toBe(2.5);
    expect(medianPoints([])).toBeNull();
  });
});
