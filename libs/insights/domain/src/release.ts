import { withheld } from './suppression.js';

/** One person's or pairing's part in a figure: who, in which unit, and the numbers that go into the sums. */
export interface Part {
  who: string;
  unit: string;
  numbers: readonly (number | null)[];
  /**
   * What the numbers would give away, as `sum:fact`: one fact for each sum that is published of them. A number that follows
   * from an earlier one, such as the same hours in a shorter month, is the same fact.
   */
  facts: readonly string[];
}

/** A sum that was published: of which cut, and whose numbers are in it, as {@link membersOf} names them. */
export interface Released {
  /** Empty for the whole company. */
  cut: string;
  members: readonly string[];
  /** The small-group limit that held when it was published. */
  limit: number;
}

/** Names the facts of one person. The same fact of the same person is the same secret, whenever it is published. */
export const membersOf = ({ who, facts }: Part): string[] => facts.map((fact) => `${who} ${fact}`);

const whoOf = (member: string): string => member.slice(0, member.indexOf(' '));
const sumOf = (member: string): string =>
  member.slice(member.indexOf(' ') + 1, member.indexOf(':'));

/**
 * Whether nobody can find out about fewer than `limit` people by adding and subtracting these sums, in any combination.
 *
 * Facts that lie in exactly the same sums form a cell; every combination gives all of a cell the same weight, so
 * what it isolates is always whole cells. If each cell speaks of `limit` people or more, so does every combination.
 * The rule is stricter than needed, never laxer.
 */
export function isSafeTogether(sums: readonly Released[], limit: number): boolean {
  const marks = new Map<string, string>();
  sums.forEach(({ members }, at) => {
    for (const member of members) marks.set(member, `${marks.get(member) ?? sumOf(member)} ${at}`);
  });
  const cells = new Map<string, Set<string>>();
  for (const [member, mark] of marks) {
    const cell = cells.get(mark) ?? new Set();
    cells.set(mark, cell.add(whoOf(member)));
  }
  return [...cells.values()].every((people) => people.size >= limit);
}

/**
 * The limit may be changed. What was published under it keeps its promise: sums that were published under at least some limit
 * are safe together under that limit. So a raised limit protects from then on, and what was published before stays as
 * safe as it was.
 */
function isSafeUnderEach(sums: readonly Released[]): boolean {
  return [...new Set(sums.map(({ limit }) => limit))].every((limit) =>
    isSafeTogether(
      sums.filter((sum) => sum.limit >= limit),
      limit,
    ),
  );
}

export type Release =
  | { state: 'published'; cuts: readonly (Released & { parts: readonly Part[] })[] }
  /** Fewer people than the limit ever stood behind it. */
  | { state: 'too_few' }
  /** It would give away, beside what was published before, the numbers of a few. */
  | { state: 'held' };

/**
 * What may be published of a figure: the whole company and the units that are large enough, after complementary
 * suppression; if the units would give somebody away, the company alone; if that would too, nothing new.
 * @param before every sum of this figure that was ever published, in whatever month
 */
export function releaseOf(
  parts: readonly Part[],
  before: readonly Released[],
  limit: number,
): Release {
  // That a published figure falls below the limit would tell of the few who left it: the earlier one stands.
  if (new Set(parts.map(({ who }) => who)).size < limit)
    return { state: before.length > 0 ? 'held' : 'too_few' };
  const cut = (name: string, inside: readonly Part[]) => ({
    cut: name,
    members: inside.flatMap(membersOf),
    limit,
    parts: inside,
  });
  const company = cut('', parts);
  const units = [...new Set(parts.map(({ unit }) => unit))].map((unit) => ({
    key: unit,
    size: parts.filter((part) => part.unit === unit).length,
  }));
  const hidden = withheld(units, limit);
  const shown = units
    .filter(({ key }) => key !== '' && !hidden.has(key))
    .map(({ key }) =>
      cut(
        key,
        parts.filter((part) => part.unit === key),
      ),
    );
  for (const cuts of [[company, ...shown], [company]])
    if (isSafeUnderEach([...before, ...cuts])) return { state: 'published', cuts };
  return { state: 'held' };
}
