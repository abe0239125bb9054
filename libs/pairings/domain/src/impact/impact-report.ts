import { fisherExact } from './exact-test.js';
import { permutationTest } from './permutation-test.js';
import { gather, withheldGroups, type Asked } from './withheld-groups.js';

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
  /** Permutation test over all known groups that are shown; null with fewer than two. */
  readonly chance: number | null;
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

/** People behind a metric: fewer than there are, so it may have to be withheld by itself. */
const behind = (people: readonly ImpactPerson[], metric: Metric): ImpactPerson[] =>
  people.filter(({ pairs }) => pairs.some(COUNTS[metric]));

export interface ImpactQuestion extends Asked {
  readonly people: readonly ImpactPerson[];
  /** Decides the shuffles of the permutation test. */
  readonly seed: number;
}

/** How a round treated the groups of some people. The same question gives the same report. */
export function impactReport({ people, seed, ...asked }: ImpactQuestion): ImpactReport {
  const { attributes, limit } = asked;
  const groups = gather(people, attributes);
  const withheld = withheldGroups(people, asked);
  const hidden = withheld.asked;
  const median = medianPoints(people.flatMap(({ pairs }) => pairs.map(({ points }) => points)));
  const hiddenIn = new Map(
    METRICS.map((metric) => [
      metric,
      withheldGroups(behind(people, metric), asked, withheld).asked,
    ]),
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
    behind(people, metric).length < limit ? null : figure;
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
    // Of what is shown alone: with the groups withheld in it, the number would tell how these differ.
    chance: permutationTest(known, seed),
  };
}
