import { smallCut, type Edge } from './small-cut.js';
import { withheldCells } from './suppression.js';

/** Person → group, for one attribute. Whoever is absent counts as not known. */
export type GroupLabels = ReadonlyMap<string, string>;

/** What the report is asked by: one attribute, or two for their intersections. */
export interface Asked {
  readonly attributes: readonly GroupLabels[];
  /** Every attribute that may be asked for, always in the same order; those asked for when left out. */
  readonly among?: readonly GroupLabels[];
  /** Fewest people that a figure may speak of. */
  readonly limit: number;
}

/** Groups that are not shown: in the report of each attribute alone, and in the one asked for. */
export interface Withheld {
  readonly alone: ReadonlyMap<GroupLabels, ReadonlySet<string>>;
  readonly asked: ReadonlySet<string>;
}

interface Gathered<P> {
  readonly group: readonly (string | null)[];
  readonly people: P[];
}

export const keyOf = (group: readonly (string | null)[]): string => JSON.stringify(group);

/** The groups of people: one attribute gives its groups, two give their intersections. */
export function gather<P extends { readonly id: string }>(
  people: readonly P[],
  attributes: readonly GroupLabels[],
): ReadonlyMap<string, Gathered<P>> {
  const groups = new Map<string, Gathered<P>>();
  for (const person of people) {
    const group = attributes.map((labels) => labels.get(person.id) ?? null);
    const key = keyOf(group);
    const gathered = groups.get(key) ?? { group, people: [] };
    gathered.people.push(person);
    groups.set(key, gathered);
  }
  return groups;
}

type Groups = ReturnType<typeof gather>;

const cellsOf = (groups: Groups) =>
  [...groups].map(([key, { people }]) => ({ key, size: people.length }));

/** Everybody, and for intersections each group of each attribute: totals that somebody may also see. */
function linesOf(groups: Groups, attributes: number): string[][] {
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
 * Groups that may not be shown, so that nobody learns about fewer than `limit` people from the reports of any two
 * attributes, each alone and both crossed, whatever is subtracted from whatever.
 *
 * Two attributes are a graph: their groups are the vertices (those withheld are one), the people in both are the edge. Sums of
 * groups can only single out people whose edges cut the graph in two; a crossing that is shown takes its edge away. So
 * groups are withheld, the smallest first, until every cut goes through `limit` people or more.
 *
 * @param base what is withheld already, for a figure behind which fewer people stand
 */
export function withheldGroups(
  people: readonly { readonly id: string }[],
  { attributes, among = attributes, limit }: Asked,
  base?: Withheld,
): Withheld {
  const alone = new Map<GroupLabels, Set<string>>();
  for (const labels of among) {
    const groups = gather(people, [labels]);
    const hidden = new Set(
      withheldCells(cellsOf(groups), linesOf(groups, 1), limit, base?.alone.get(labels)),
    );
    for (const earlier of [...alone])
      hideUntilSafe(groups, hidden, () =>
        smallCut(edgesOf(people, [earlier, [labels, hidden]]), limit),
      );
    alone.set(labels, hidden);
  }
  const [one, other] = attributes;
  if (!one || !other) return { alone, asked: alone.get(one ?? new Map()) ?? new Set() };
  const groups = gather(people, attributes);
  const sides: [Side, Side] = [
    [one, alone.get(one) ?? new Set()],
    [other, alone.get(other) ?? new Set()],
  ];
  const forced = [...groups].filter(([, { group }]) =>
    sides.some(([, hidden], at) => hidden.has(keyOf([group[at] ?? null]))),
  );
  const asked = new Set(
    withheldCells(
      cellsOf(groups),
      linesOf(groups, 2),
      limit,
      new Set([...forced.map(([key]) => key), ...(base?.asked ?? [])]),
    ),
  );
  hideUntilSafe(groups, asked, () => {
    const left = people.filter(({ id }) =>
      asked.has(keyOf(attributes.map((labels) => labels.get(id) ?? null))),
    );
    return smallCut(edgesOf(left, sides), limit);
  });
  return { alone, asked };
}

/** An attribute with its groups that are withheld. */
type Side = readonly [GroupLabels, ReadonlySet<string>];

/** How an attribute's group is called in the graph; those withheld are one. */
const vertexOf = ([labels, hidden]: Side, at: number, id: string): string => {
  const key = keyOf([labels.get(id) ?? null]);
  return `${at} ${hidden.has(key) ? 'withheld' : key}`;
};

function edgesOf(
  people: readonly { readonly id: string }[],
  [one, other]: readonly [Side, Side],
): Edge[] {
  const edges = new Map<string, Edge>();
  for (const { id } of people) {
    const [from, to] = [vertexOf(one, 0, id), vertexOf(other, 1, id)];
    const key = `${from} ${to}`;
    edges.set(key, { from, to, people: (edges.get(key)?.people ?? 0) + 1 });
  }
  return [...edges.values()];
}

/** Withholds the smallest group at a cut, or else the smallest one, until there is no such cut. */
function hideUntilSafe(
  groups: Groups,
  hidden: Set<string>,
  find: () => ReadonlySet<string> | null,
): void {
  for (let cut = find(); cut; cut = find()) {
    const shown = cellsOf(groups)
      .filter(({ key }) => !hidden.has(key))
      .sort((a, b) => a.size - b.size || (a.key < b.key ? -1 : 1));
    const at = cut;
    const touches = ({ key }: { key: string }): boolean => {
      const group = groups.get(key)?.group ?? [];
      const names = group.map((name, side) => `${side} ${keyOf([name])}`);
      return (group.length === 1 ? [`1 ${key}`] : names).some((name) => at.has(name));
    };
    const next = shown.find(touches) ?? shown[0];
    if (!next) return;
    hidden.add(next.key);
  }
}
