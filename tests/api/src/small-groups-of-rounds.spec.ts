import { describe, expect, it } from '@jest/globals';
import { exposedGroup } from '@flipside/insights-domain/specs';
import { impactReport, type ImpactPerson } from '@flipside/pairings-domain';
import fc from 'fast-check';

/**
 * The report of a round by groups of people, attacked like the monthly figures: by one attribute, by another, and by both
 * crossed, while a third one may be asked for as well. Who is in which group is known to whoever loaded the groups; what the round gave to whom is the secret.
 */

const LIMITS = [3, 4, 5];
const label = fc.constantFrom('a', 'a', 'a', 'b', 'b', 'c', null);
const labels = fc.tuple(label, label, label);
const person = fc.record({
  labels,
  pairs: fc.array(
    fc.record({
      points: fc.constantFrom(4000, 6000, 8000),
      level: fc.constantFrom(1, 2, null),
      answer: fc.constantFrom('yes' as const, 'no' as const, null),
    }),
    { maxLength: 2 },
  ),
});
const round = fc.record({
  people: fc.array(person, { minLength: 8, maxLength: 18 }),
  limit: fc.constantFrom(...LIMITS),
});

type Metric = 'matched' | 'aboveMedian' | 'seniority' | 'load' | 'accepted';
/** Whose facts are in a number, and which. */
const factOf: Record<Metric, (who: ImpactPerson) => string | null> = {
  matched: ({ pairs }) => String(pairs.length > 0),
  aboveMedian: ({ pairs }) => (pairs.length > 0 ? pairs.map(({ points }) => points).join() : null),
  load: ({ pairs }) => (pairs.length > 0 ? String(pairs.length) : null),
  seniority: ({ pairs }) => {
    const levels = pairs.flatMap(({ level }) => level ?? []);
    return levels.length > 0 ? levels.join() : null;
  },
  accepted: ({ pairs }) => {
    const answers = pairs.flatMap(({ answer }) => answer ?? []);
    return answers.length > 0 ? answers.join() : null;
  },
};

type Labels = ReadonlyMap<string, string>;
type Report = ReturnType<typeof impactReport>;

/** Whose facts are in the sums that a report tells about a metric. */
function sumsOf(
  { groups, everybody }: Report,
  attributes: readonly Labels[],
  people: readonly ImpactPerson[],
  metric: Metric,
): string[][] {
  const secrets = (inside: readonly ImpactPerson[]) =>
    inside.flatMap((who) => {
      const fact = factOf[metric](who);
      return fact === null ? [] : `p${who.id} ${fact}`;
    });
  const isIn = (group: readonly (string | null)[], { id }: ImpactPerson): boolean =>
    attributes.every((labels, at) => (labels.get(id) ?? null) === group[at]);
  return [
    ...(everybody[metric] === null ? [] : [secrets(people)]),
    ...groups
      .filter((group) => group[metric] !== null)
      .map(({ group }) => secrets(people.filter((who) => isIn(group, who)))),
  ];
}

describe('rounds by groups of people', () => {
  it('let nobody find out about fewer people than the limit from two attributes, alone and crossed', () => {
    let [rounds, sums, crossed] = [0, 0, 0];
    fc.assert(
      fc.property(round, ({ people: drawn, limit }) => {
        rounds += 1;
        const people = drawn.map(({ pairs }, n) => ({ id: String(n), pairs }));
        const among = [0, 1, 2].map(
          (which): Labels =>
            new Map(
              drawn.flatMap(({ labels }, n) => (labels[which] ? [[String(n), labels[which]]] : [])),
            ),
        );
        const ask = (...attributes: readonly Labels[]) => ({
          attributes,
          report: impactReport({ people, attributes, among, limit, seed: 1 }),
        });
        for (const left of among) {
          const [one, other] = among.filter((labels) => labels !== left);
          if (!one || !other) throw new Error('Two of three are left');
          const reports = [ask(one), ask(other), ask(one, other)];
          crossed += reports[2]?.report.groups.length ?? 0;
          for (const metric of Object.keys(factOf) as Metric[]) {
            const told = reports.flatMap(({ attributes, report }) =>
              sumsOf(report, attributes, people, metric),
            );
            sums += told.length;
            expect([metric, exposedGroup(told, limit)]).toEqual([metric, null]);
          }
        }
      }),
      { numRuns: 250 },
    );
    console.log(`${rounds} rounds: ${sums} published sums attacked, 0 groups exposed`);
    expect(sums).toBeGreaterThan(5000);
    expect(crossed).toBeGreaterThan(0);
  }, 120_000);

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
      return impactReport({ people, attributes: [labels], limit: 4, seed: 1 });
    };
    expect(chance(3, 0)).toEqual(chance(0, 3));
    expect(chance(3, 0).chance).toBeGreaterThan(0);
  });
});
