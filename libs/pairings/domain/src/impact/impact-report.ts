import { fisherExact } from './exact-test.js';
import { IMPACT_FIGURES, type Facts, type ImpactFacts, type ImpactFigure } from './impact-facts.js';
import { permutationTest } from './permutation-test.js';
import { gather, withheldGroups, type Asked } from './withheld-groups.js';

/* How a round treats groups of people. Nothing here is known to matching, and nothing here changes a matching. */

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

interface Sum {
  readonly people: number;
  readonly part: number;
  readonly of: number;
}

const sumOf = (facts: Facts, ids: Iterable<string> = facts.keys()): Sum => {
  let [people, part, of] = [0, 0, 0];
  for (const id of ids) {
    const fact = facts.get(id);
    if (!fact) continue;
    people += 1;
    part += fact[0];
    of += fact[1];
  }
  return { people, part, of };
};

const share = ({ part, of }: Sum): Share | null => (of === 0 ? null : { part, of });
const mean = ({ part, of, people }: Sum): Mean | null =>
  of === 0 ? null : { mean: part / of, of: people };

/** @param sum of a figure, null where it may not be told */
const figuresOf = (
  matched: Sum,
  sum: (figure: Exclude<ImpactFigure, 'matched'>) => Sum | null,
): GroupFigures => {
  const [aboveMedian, seniority] = [sum('aboveMedian'), sum('seniority')];
  const [load, accepted] = [sum('load'), sum('accepted')];
  return {
    people: matched.people,
    matched: matched.part,
    aboveMedian: aboveMedian && share(aboveMedian),
    seniority: seniority && mean(seniority),
    load: load && mean(load),
    accepted: accepted && share(accepted),
  };
};

export interface ImpactQuestion extends Asked {
  readonly facts: ImpactFacts;
  /** Decides the shuffles of the permutation test. */
  readonly seed: number;
}

const who = (facts: Facts): { readonly id: string }[] => [...facts.keys()].map((id) => ({ id }));

/** How a round treated the groups of some people. The same question gives the same report. */
export function impactReport({ facts, seed, ...asked }: ImpactQuestion): ImpactReport {
  const { attributes, limit } = asked;
  const withheld = withheldGroups(who(facts.matched), asked);
  const hidden = withheld.asked;
  const shown = Object.fromEntries(
    IMPACT_FIGURES.map((figure) => [
      figure,
      {
        groups: gather(who(facts[figure]), attributes),
        hidden: withheldGroups(who(facts[figure]), asked, withheld).asked,
      },
    ]),
  );
  const figures = [...gather(who(facts.matched), attributes)].map(([key, { group, people }]) => ({
    key,
    group,
    isKnown: !group.includes(null),
    ...figuresOf(
      sumOf(
        facts.matched,
        people.map(({ id }) => id),
      ),
      (figure) => {
        const own = shown[figure];
        const inside = own?.groups.get(key)?.people ?? [];
        return own?.hidden.has(key)
          ? null
          : sumOf(
              facts[figure],
              inside.map(({ id }) => id),
            );
      },
    ),
  }));
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
  return {
    // A total below the limit would speak of too few people by itself.
    everybody: figuresOf(sumOf(facts.matched), (figure) =>
      facts[figure].size < limit ? null : sumOf(facts[figure]),
    ),
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
