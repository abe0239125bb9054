/** People who stand between two groups of different tables: they are in both. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly people: number;
}

/**
 * A part of a connected graph that hangs on the rest by fewer than `limit` people: the vertices where it hangs. Looks for the
 * minimum cut of each component (Stoer and Wagner 1997) and stops at the first one that is small enough.
 * @returns null when every cut of every component goes through `limit` people or more
 */
export function smallCut(edges: readonly Edge[], limit: number): ReadonlySet<string> | null {
  const near = new Map<string, Map<string, number>>();
  const join = (a: string, b: string, people: number): void => {
    const own = near.get(a) ?? new Map<string, number>();
    near.set(a, own.set(b, (own.get(b) ?? 0) + people));
  };
  for (const { from, to, people } of edges) {
    join(from, to, people);
    join(to, from, people);
  }
  const inside = new Map([...near.keys()].map((vertex) => [vertex, [vertex]]));
  for (let [start] = near.keys(); start !== undefined; [start] = near.keys()) {
    const { last, before, people } = tightestOrder(near, start);
    if (before === null) {
      near.delete(last);
      continue;
    }
    if (people < limit) {
      const part = new Set(inside.get(last));
      const crossing = edges.filter(({ from, to }) => part.has(from) !== part.has(to));
      return new Set(crossing.flatMap(({ from, to }) => [from, to]));
    }
    inside.set(before, [...(inside.get(before) ?? []), ...(inside.get(last) ?? [])]);
    for (const [other, each] of near.get(last) ?? []) {
      near.get(other)?.delete(last);
      if (other === before) continue;
      join(before, other, each);
      join(other, before, each);
    }
    near.delete(last);
  }
  return null;
}

/** Takes the vertex that hangs tightest on those taken, again and again: the last one, the one before, and how it hangs. */
function tightestOrder(near: ReadonlyMap<string, ReadonlyMap<string, number>>, start: string) {
  const hanging = new Map([[start, 0]]);
  const taken = new Set<string>();
  let last = { last: start, before: null as string | null, people: 0 };
  while (hanging.size > 0) {
    const [next, people] = [...hanging].reduce((best, each) => (each[1] > best[1] ? each : best));
    hanging.delete(next);
    taken.add(next);
    last = { last: next, before: taken.size > 1 ? last.last : null, people };
    for (const [other, each] of near.get(next) ?? [])
      if (!taken.has(other)) hanging.set(other, (hanging.get(other) ?? 0) + each);
  }
  return last;
}
