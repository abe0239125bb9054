import { fisherExact } from './exact-test.js';
import { permutationTest } from './permutation-test.js';
import { withheldCells } from './suppression.js';

/* How a round treats groups of people. Nothing here is known to matching, and nothing here changes a matching. */

/** One pairing of a person, as far as the report looks at it. */
export interface ImpactPair {
  /** 0–10,000. */
  readonly points: number;
  /** Level of the executive, 1 = top; null when not known. */
  readonly level: number | null;
  /** This person's own answer; null before anybody was asked. */
  readonly answer: 'yes' | 'no' | null;
}

/** Somebody whom the round looked at, with what it gave them. */
export interface ImpactPerson {
  readonly id: string;
  readonly pairs: readonly ImpactPair[];
}

/** Person → group, for one attribute. Whoever is absent counts as not known. */
export type GroupLabels = ReadonlyMap<string, string>;

/** Numerator and denominator; what is divided by nobody is null. */
export interface Share {
  readonly part: number;
  readonly of: number;
}
export interface Mean {
  readonly mean: number;
  /** People behind it. */
  readonly of: number;
}

export interface GroupFigures {
  readonly people: number;
  readonly matched: number;
  /** Pairs whose points are above the median of all pairs of the round. */
  readonly aboveMedian: Share | null;
  /** Mean level of the executives reached, 1 = top. */
  readonly seniority: Mean | null;
  /** Executives given to each matched person. */
  readonly load: Mean | null;
  /** Of those who answered, how many said yes. */
  readonly accepted: Share | null;
}

export interface GroupImpact extends GroupFigures {
  /** One group for each attribute; null = not known. */
  readonly group: readonly (string | null)[];
  /** Matched rate ÷ that of the best-off group; null for people whose group is not known. */
  readonly ratio: number | null;
  /** Fisher's exact test against the best-off group; null for that group itself and for unknowns. */
  readonly chance: number | null;
}

export interface ImpactReport {
  readonly everybody: GroupFigures;
  /** People without a group in at least one of the attributes. */
  readonly unknown: number;
  /** Groups that may be shown: the known ones from the least to the most matched, then those not known. */
  readonly groups: readonly GroupImpact[];
  /** Groups not shown because they, or others by subtraction, would speak of too few people. */
  readonly withheld: { readonly groups: number; readonly people: number };
  /** Permutation test over all known groups together; null with fewer than two. */
  readonly chance: number | null;
}

interface Gathered {
  readonly group: readonly (string | null)[];
  readonly people: ImpactPerson[];
}

/** Below this ratio US practice takes a difference as a sign of adverse impact (29 CFR 1607.4). */
export const FOUR_FIFTHS = 0.8;

/** The middle of the points of all pairs; of an even number the upper one's lower neighbour counts half. */
export function medianPoints(points: readonly number[]): number | null {
  const sorted = [...points].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}

const keyOf = (group: readonly (string | null)[]): string => JSON.stringify(group);

/** The groups of people: one attribute gives its groups, two give their intersections. */
export function gather(
  people: readonly ImpactPerson[],
  attributes: readonly GroupLabels[],
): ReadonlyMap<string, Gathered> {
  const groups = new Map<string, Gathered>();
  for (const person of people) {
    const group = attributes.map((labels) => labels.get(person.id) ?? null);
    const key = keyOf(group);
    const gathered = groups.get(key) ?? { group, people: [] };
    gathered.people.push(person);
    groups.set(key, gathered);
  }
  return groups;
}

/** Everybody, and for intersections each group of each attribute: totals that somebody may also see. */
function linesOf(groups: ReadonlyMap<string, Gathered>, attributes: number): string[][] {
  const lines = new Map<string, string[]>([['', [...groups.keys()]]]);
  if (attributes > 1) {
    for (const [key, { group }] of groups) {
      group.forEach((name, attribute) => {
        const line = JSON.stringify([attribute, name]);
        lines.set(line, [...(lines.get(line) ?? []), key]);
      });
    }
  }
  return [...lines.values()];
}

/**
 * Groups that may not be shown. An intersection also keeps to what the report of each attribute alone withholds:
 * otherwise its rows would add up to a group withheld there.
 */
export function withheldGroups(
  people: readonly ImpactPerson[],
  attributes: readonly GroupLabels[],
  limit: number,
): ReadonlySet<string> {
  const groups = gather(people, attributes);
  const forced = new Set<string>();
  if (attributes.length > 1) {
    attributes.forEach((labels, attribute) => {
      const alone = withheldGroups(people, [labels], limit);
      for (const [key, { group }] of groups) {
        if (alone.has(keyOf([group[attribute] ?? null]))) forced.add(key);
      }
    });
  }
  const cells = [...groups].map(([key, gathered]) => ({ key, size: gathered.people.length }));
  return withheldCells(cells, linesOf(groups, attributes.length), limit, forced);
}

type Metric = 'aboveMedian' | 'seniority' | 'load' | 'accepted';
const METRICS: readonly Metric[] = ['aboveMedian', 'seniority', 'load', 'accepted'];

/** The pairs that a metric can speak about. */
const COUNTS: Readonly<Record<Metric, (pair: ImpactPair) => boolean>> = {
  aboveMedian: () => true,
  load: () => true,
  seniority: ({ level }) => level !== null,
  accepted: ({ answer }) => answer !== null,
};

function figuresOf(people: readonly ImpactPerson[], median: number | null): GroupFigures {
  const share = (metric: Metric, has: (pair: ImpactPair) => boolean): Share | null => {
    const pairs = people.flatMap((person) => person.pairs.filter(COUNTS[metric]));
    return pairs.length === 0 ? null : { part: pairs.filter(has).length, of: pairs.length };
  };
  const matched = people.filter(({ pairs }) => pairs.length > 0);
  const reached = people.map(({ pairs }) => pairs.flatMap(({ level }) => level ?? []));
  const levels = reached.flat();
  const pairs = matched.reduce((sum, person) => sum + person.pairs.length, 0);
  return {
    people: people.length,
    matched: matched.length,
    aboveMedian: share('aboveMedian', ({ points }) => median !== null && points > median),
    accepted: share('accepted', ({ answer }) => answer === 'yes'),
    seniority:
      levels.length === 0
        ? null
        : {
            mean: levels.reduce((sum, level) => sum + level, 0) / levels.length,
            of: reached.filter((own) => own.length > 0).length,
          },
    load: matched.length === 0 ? null : { mean: pairs / matched.length, of: matched.length },
  };
}

/** People behind a metric of a group: fewer than the group has, so it may have to be withheld by itself. */
const behind = ({ people }: Gathered, metric: Metric): number =>
  people.filter(({ pairs }) => pairs.some(COUNTS[metric])).length;

export interface ImpactQuestion {
  readonly people: readonly ImpactPerson[];
  /** One attribute, or two for their intersections. */
  readonly attributes: readonly GroupLabels[];
  /** Fewest people that a figure may speak of. */
  readonly limit: number;
  /** Decides the shuffles of the permutation test. */
  readonly seed: number;
}

/** How a round treated the groups of some people. The same question gives the same report. */
export function impactReport({ people, attributes, limit, seed }: ImpactQuestion): ImpactReport {
  const groups = gather(people, attributes);
  const hidden = withheldGroups(people, attributes, limit);
  const median = medianPoints(people.flatMap(({ pairs }) => pairs.map(({ points }) => points)));
  const lines = linesOf(groups, attributes.length);
  const hiddenIn = new Map(
    METRICS.map((metric) => {
      const cells = [...groups].map(([key, group]) => ({ key, size: behind(group, metric) }));
      return [metric, withheldCells(cells, lines, limit, hidden)];
    }),
  );
  const figures = [...groups].map(([key, gathered]) => {
    const all = figuresOf(gathered.people, median);
    const shown = <T>(metric: Metric, figure: T | null): T | null =>
      hiddenIn.get(metric)?.has(key) ? null : figure;
    return {
      key,
      group: gathered.group,
      isKnown: !gathered.group.includes(null),
      ...all,
      aboveMedian: shown('aboveMedian', all.aboveMedian),
      seniority: shown('seniority', all.seniority),
      load: shown('load', all.load),
      accepted: shown('accepted', all.accepted),
    };
  });
  const visible = figures.filter(({ key }) => !hidden.has(key));
  const rate = (each: GroupFigures): number => each.matched / each.people;
  const known = visible.filter(({ isKnown }) => isKnown);
  known.sort((a, b) => rate(a) - rate(b) || (a.key < b.key ? -1 : 1));
  const unknown = visible.filter(({ isKnown }) => !isKnown);
  const best = known.at(-1);
  const impactOf = ({ key, isKnown, ...group }: (typeof figures)[number]): GroupImpact => {
    const isCompared = isKnown && best !== undefined && known.length > 1 && best.matched > 0;
    return {
      ...group,
      ratio: isCompared ? rate(group) / rate(best) : null,
      chance:
        isCompared && key !== best.key
          ? fisherExact(
              group.matched,
              group.people - group.matched,
              best.matched,
              best.people - best.matched,
            )
          : null,
    };
  };
  const all = figuresOf(people, median);
  // A total below the limit would speak of too few people by itself.
  const total = <T>(metric: Metric, figure: T | null): T | null =>
    behind({ group: [], people: [...people] }, metric) < limit ? null : figure;
  return {
    everybody: {
      ...all,
      aboveMedian: total('aboveMedian', all.aboveMedian),
      seniority: total('seniority', all.seniority),
      load: total('load', all.load),
      accepted: total('accepted', all.accepted),
    },
    unknown: figures
      .filter(({ isKnown }) => !isKnown)
      .reduce((sum, group) => sum + group.people, 0),
    groups: [...known, ...unknown].map(impactOf),
    withheld: {
      groups: hidden.size,
      people: figures.reduce((sum, each) => sum + (hidden.has(each.key) ? each.people : 0), 0),
    },
    chance: permutationTest(
      figures.filter(({ isKnown }) => isKnown),
      seed,
    ),
  };
}
