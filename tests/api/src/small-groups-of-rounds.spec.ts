import { describe, expect, it } from '@jest/globals';
import { exposedGroup } from '@flipside/insights-domain/specs';
import {
  IMPACT_FIGURES,
  impactFacts,
  impactReport,
  standingFacts,
  standingFigures,
  type Facts,
  type GroupLabels,
  type ImpactFacts,
  type ImpactFigure,
  type ToldFigure,
} from '@flipside/pairings-domain';
import fc from 'fast-check';

/**
 * A round is looked at on several days, by one kind of groups, by another, and by both crossed. Between the days decisions
 * are made, people join and leave, answers come in. Who is in which group is known to whoever loaded the groups, also where they
 * were made for it; what the round gave to whom is the secret. All answers ever given are attacked together.
 */

const LIMITS = [3, 4];
const label = fc.constantFrom('a', 'a', 'a', 'b', 'b', 'c', null);
const pairs = fc.array(
  fc.record({
    points: fc.constantFrom(4000, 6000, 8000),
    level: fc.constantFrom(1, 2, null),
    answer: fc.constantFrom('yes' as const, 'no' as const, null),
  }),
  { maxLength: 2 },
);
const DAYS = 4;
const person = fc.record({
  labels: fc.tuple(label, label),
  /** What the round would give them on each day, if it changed by then; null when they are not there. */
  pairs: fc.array(fc.option(pairs, { freq: 9 }), { minLength: DAYS, maxLength: DAYS }),
  /** Drawn beside how much a day changes: whether it changes for them. */
  luck: fc.array(fc.nat(9), { minLength: DAYS, maxLength: DAYS }),
});
const round = fc.record({
  people: fc.array(person, { minLength: 10, maxLength: 20 }),
  /** Of ten people, for how many something changes. */
  turmoil: fc.array(fc.constantFrom(0, 1, 2, 10, 10), { minLength: DAYS, maxLength: DAYS }),
  /** From which day on it is looked at by the second kind of groups as well. */
  secondFrom: fc.nat(DAYS - 1),
  limit: fc.constantFrom(...LIMITS),
});
type Round = Parameters<Parameters<typeof round.map>[0]>[0];

/** What the round gives to everybody who is there on a day. */
function peopleOn({ people, turmoil }: Round, day: number) {
  return people.flatMap(({ pairs: drawn, luck }, n) => {
    let own = drawn[0] ?? null;
    for (let at = 1; at <= day; at += 1)
      if ((luck[at] ?? 0) < (turmoil[at] ?? 0)) own = drawn[at] ?? null;
    return own ? [{ id: String(n), pairs: own }] : [];
  });
}

/** Whose facts are in the sums that a report tells about a figure. */
function sumsOf(
  { groups, everybody }: ReturnType<typeof impactReport>,
  attributes: readonly GroupLabels[],
  facts: Facts,
  figure: ImpactFigure,
): string[][] {
  const secrets = (ids: readonly string[]) => ids.map((id) => `p${id} ${String(facts.get(id))}`);
  const all = [...facts.keys()];
  const isIn = (group: readonly (string | null)[], id: string): boolean =>
    attributes.every((labels, at) => (labels.get(id) ?? null) === group[at]);
  return [
    ...(everybody[figure] === null ? [] : [secrets(all)]),
    ...groups
      .filter((group) => group[figure] !== null)
      .map(({ group }) => secrets(all.filter((id) => isIn(group, id)))),
  ].filter((sum) => sum.length > 0);
}

describe('rounds by groups of people', () => {
  it('let nobody find out about fewer people than the limit, on no day and between no two', () => {
    let [rounds, sums, crossed, renewed, kept] = [0, 0, 0, 0, 0];
    fc.assert(
      fc.property(round, (drawn) => {
        rounds += 1;
        const { limit, secondFrom } = drawn;
        const [one, other] = [0, 1].map(
          (which): GroupLabels =>
            new Map(
              drawn.people.flatMap(({ labels }, n) =>
                labels[which] ? [[String(n), labels[which]]] : [],
              ),
            ),
        );
        if (!one || !other) throw new Error('Two kinds of groups');
        let memory: ReadonlyMap<string, ToldFigure> = new Map();
        const told = new Map<ImpactFigure, string[][]>(IMPACT_FIGURES.map((each) => [each, []]));
        for (let day = 0; day < DAYS; day += 1) {
          const among = day < secondFrom ? [one] : [one, other];
          const now = impactFacts(peopleOn(drawn, day));
          const standing = standingFigures(memory, new Map(Object.entries(now)), { among, limit });
          for (const [figure, { isKept, told: own }] of standing) {
            kept += Number(isKept);
            renewed += own.pictures.length - (memory.get(figure)?.pictures.length ?? 1);
          }
          memory = new Map([...standing].map(([figure, each]) => [figure, each.told]));
          const facts = Object.fromEntries(
            [...memory].map(([figure, each]) => [figure, standingFacts(each)]),
          ) as ImpactFacts;
          for (const attributes of day < secondFrom ? [[one]] : [[one], [other], [one, other]]) {
            const report = impactReport({ facts, attributes, among, limit, seed: 1 });
            if (attributes.length === 2) crossed += report.groups.length;
            for (const figure of IMPACT_FIGURES)
              told.get(figure)?.push(...sumsOf(report, attributes, facts[figure], figure));
          }
        }
        for (const [figure, own] of told) {
          const distinct = [...new Map(own.map((sum) => [sum.join(), sum])).values()];
          sums += distinct.length;
          expect([figure, exposedGroup(distinct, limit)]).toEqual([figure, null]);
        }
      }),
      { numRuns: 400 },
    );
    console.log(
      `${rounds} rounds over ${DAYS} days: ${sums} different sums attacked, ${renewed} figures renewed, ` +
        `${kept} times the earlier stood; 0 groups exposed`,
    );
    expect(sums).toBeGreaterThan(4000);
    for (const each of [crossed, renewed, kept]) expect(each).toBeGreaterThan(20);
  }, 1_200_000);

  it('say how likely chance is from what they show alone', () => {
    // Two of the smallest groups are withheld: whether theirs are matched changes no number of the others.
    const group = (name: string, count: number, matched: number) =>
      Array.from({ length: count }, (_, n) => ({
        id: `${name}${n}`,
        pairs: n < matched ? [{ points: 5000, level: 2, answer: null }] : [],
      }));
    const chance = (x: number, y: number) => {
      const people = [
        ...group('x', 3, x),
        ...group('y', 3, y),
        ...group('a', 8, 2),
        ...group('b', 8, 7),
      ];
      const labels = new Map(people.map(({ id }) => [id, id.charAt(0)]));
      return impactReport({ facts: impactFacts(people), attributes: [labels], limit: 4, seed: 1 });
    };
    expect(chance(3, 0)).toEqual(chance(0, 3));
    expect(chance(3, 0).chance).toBeGreaterThan(0);
  });
});
