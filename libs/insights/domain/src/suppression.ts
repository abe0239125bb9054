/** A figure about a group, with the number of people or pairings behind it. */
export interface SizedGroup {
  key: string;
  size: number;
}

/**
 * Which groups to withhold so that no figure speaks of fewer than `limit` (metrics G.10). Small groups go first; then,
 * because the total is public, so many of the smallest others that the withheld ones together reach the limit and no
 * subtraction gives a small group away. An empty group has nothing to hide.
 *
 * Example with limit 3: Sales 1, Finance 4, Operations 9 → Sales and Finance are withheld.
 */
export function withheld(groups: readonly SizedGroup[], limit: number): ReadonlySet<string> {
  const filled = groups.filter((group) => group.size > 0);
  const bySize = [...filled].sort((a, b) => a.size - b.size || (a.key < b.key ? -1 : 1));
  const hidden = bySize.filter((group) => group.size < limit);
  if (hidden.length === 0) return new Set();
  let together = hidden.reduce((sum, group) => sum + group.size, 0);
  for (const group of bySize.slice(hidden.length)) {
    if (together >= limit) break;
    hidden.push(group);
    together += group.size;
  }
  return new Set(hidden.map((group) => group.key));
}
