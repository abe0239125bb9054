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

/** The middle of the points of all pairs; of an even number the upper one's lower neighbour counts half. */
export function medianPoints(points: readonly number[]): number | null {
  const sorted = [...points].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}

/** What the report counts about each person. */
export const IMPACT_FIGURES = ['matched', 'aboveMedian', 'seniority', 'load', 'accepted'] as const;
export type ImpactFigure = (typeof IMPACT_FIGURES)[number];

/** What somebody adds to a figure: a part, and what it is a part of. */
export type Fact = readonly [part: number, of: number];
/** Person → what they add to one figure; whoever it does not speak about is absent. */
export type Facts = ReadonlyMap<string, Fact>;
export type ImpactFacts = Readonly<Record<ImpactFigure, Facts>>;

/** What each person of a round adds to each figure. */
export function impactFacts(people: readonly ImpactPerson[]): ImpactFacts {
  const median = medianPoints(people.flatMap(({ pairs }) => pairs.map(({ points }) => points)));
  const facts = (factOf: (pairs: readonly ImpactPair[]) => Fact): Facts =>
    new Map(
      people.flatMap(({ id, pairs }) => {
        const fact = factOf(pairs);
        return fact[1] === 0 ? [] : [[id, fact] as const];
      }),
    );
  const count = (pairs: readonly ImpactPair[], has: (pair: ImpactPair) => boolean): number =>
    pairs.filter(has).length;
  return {
    matched: facts((pairs) => [pairs.length > 0 ? 1 : 0, 1]),
    aboveMedian: facts((pairs) => [
      count(pairs, ({ points }) => median !== null && points > median),
      pairs.length,
    ]),
    seniority: facts((pairs) => {
      const levels = pairs.flatMap(({ level }) => level ?? []);
      return [levels.reduce((sum, level) => sum + level, 0), levels.length];
    }),
    load: facts((pairs) => [pairs.length, pairs.length > 0 ? 1 : 0]),
    accepted: facts((pairs) => [
      count(pairs, ({ answer }) => answer === 'yes'),
      count(pairs, ({ answer }) => answer !== null),
    ]),
  };
}
