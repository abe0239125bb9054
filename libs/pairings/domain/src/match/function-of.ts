import { unitsAbove, type OrgTree } from '@flipside/people-domain';

/**
 * The large unit whose work a unit does: the one right below the company when the tree has a single
 * root, otherwise the root itself. People placed directly in the single root belong to it.
 */
export function functionOf(tree: OrgTree, unitId: string | null): string | null {
  if (unitId === null) return null;
  const path = [unitId, ...unitsAbove(tree, unitId)];
  return (tree.roots.length === 1 ? path.at(-2) : undefined) ?? path.at(-1) ?? null;
}
