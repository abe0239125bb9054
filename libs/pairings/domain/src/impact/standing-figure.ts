import type { Facts } from './impact-facts.js';
import { gather, keyOf, withheldGroups, type Asked, type Withheld } from './withheld-groups.js';

/** A figure as it was told about a round. */
export interface ToldFigure {
  /** What was ever told, the last of them standing. */
  readonly pictures: readonly [Facts, ...Facts[]];
  /** Every sum that anybody could read of it so far: the total, groups of each attribute, crossings. */
  readonly shown: readonly string[];
}

export const standingFacts = ({ pictures }: ToldFigure): Facts => pictures.at(-1) ?? pictures[0];

/** By which groups a round is looked at, and how few people a figure may speak of. */
export type LookedAtBy = Pick<Asked, 'limit'> & Required<Pick<Asked, 'among'>>;

export interface StandingFigure {
  readonly told: ToldFigure;
  /** Whether the earlier facts stand although something changed. */
  readonly isKept: boolean;
}

/**
 * Figures as they may be told beside everything that was told of them before. Groups that are withheld of the first are
 * withheld of all.
 */
export function standingFigures(
  before: ReadonlyMap<string, ToldFigure>,
  now: ReadonlyMap<string, Facts>,
  asked: LookedAtBy,
): ReadonlyMap<string, StandingFigure> {
  const standing = new Map<string, StandingFigure>();
  let base: Withheld | undefined;
  for (const [figure, facts] of now) {
    const found = standingFigure(before.get(figure) ?? null, facts, asked, base);
    standing.set(figure, found);
    base ??= withheldGroups(idsOf(standingFacts(found.told)), {
      attributes: asked.among,
      limit: asked.limit,
    });
  }
  return standing;
}

const idsOf = (facts: Facts): { readonly id: string }[] => [...facts.keys()].map((id) => ({ id }));

/**
 * Sums of two days have a difference, so a new picture is told only when that is one of many. People are divided into
 * cells: the crossings of the groups that may be read, those withheld being one. Where something changes in a cell, facts that
 * lie in exactly the same pictures are those of nobody or of `limit` people. Else the earlier picture stands. A group
 * that could be read and would now be too small keeps the earlier picture as well.
 */
function standingFigure(
  before: ToldFigure | null,
  now: Facts,
  asked: LookedAtBy,
  base: Withheld | undefined,
): StandingFigure {
  const fresh = readable(now, asked, base);
  if (!before || before.shown.length === 0)
    return { told: { pictures: [now], shown: fresh.shown }, isKept: false };
  const together = (shown: readonly string[]) => [...new Set([...before.shown, ...shown])];
  const standing = standingFacts(before);
  const isSame =
    standing.size === now.size &&
    [...now].every(([id, fact]) => String(standing.get(id)) === String(fact));
  const shown = new Set(fresh.shown);
  const pictures: ToldFigure['pictures'] = [...before.pictures, now];
  const isSafe =
    before.shown.every((sum) => shown.has(sum)) && areOfMany(pictures, fresh.cellOf, asked.limit);
  return !isSame && isSafe
    ? { told: { pictures, shown: together(fresh.shown) }, isKept: false }
    : {
        told: {
          pictures: before.pictures,
          shown: together(readable(standing, asked, base).shown),
        },
        isKept: !isSame,
      };
}

/** Whether in every cell in which the pictures differ, facts that lie in the same pictures are those of `limit` people. */
function areOfMany(
  pictures: readonly Facts[],
  cellOf: (id: string) => string,
  limit: number,
): boolean {
  const everywhere = pictures.map((_, at) => at).join();
  const cells = new Map<string, Map<string, number>>();
  for (const id of new Set(pictures.flatMap((facts) => [...facts.keys()]))) {
    const cell = cellOf(id);
    const classes = cells.get(cell) ?? new Map<string, number>();
    cells.set(cell, classes);
    const facts = pictures.map((picture) => String(picture.get(id)));
    for (const fact of new Set(facts)) {
      if (fact === 'undefined') continue;
      const told = facts.flatMap((each, at) => (each === fact ? [at] : [])).join();
      classes.set(told, (classes.get(told) ?? 0) + 1);
    }
  }
  return [...cells.values()].every(
    (classes) =>
      (classes.size === 1 && classes.has(everywhere)) ||
      [...classes.values()].every((people) => people >= limit),
  );
}

/** The sums that may be read of a figure, and the cell of each person. */
function readable(facts: Facts, { among, limit }: LookedAtBy, base: Withheld | undefined) {
  const people = idsOf(facts);
  const hidden = withheldGroups(people, { attributes: among, limit }, base);
  const alone = among.flatMap((labels, at) =>
    [...gather(people, [labels]).keys()]
      .filter((key) => !hidden.alone.get(labels)?.has(key))
      .map((key) => `${at} ${key}`),
  );
  const crossed =
    among.length > 1
      ? [...gather(people, among).keys()].filter((key) => !hidden.asked.has(key))
      : [];
  return {
    shown: [...(people.length < limit ? [] : ['']), ...alone, ...crossed],
    cellOf: (id: string): string =>
      among
        .map((labels) => {
          const key = keyOf([labels.get(id) ?? null]);
          return hidden.alone.get(labels)?.has(key) ? '' : key;
        })
        .join(' '),
  };
}
