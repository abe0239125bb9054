import type { CoveragePageQuery } from '@flipside/platform-web/gql';

export type Report = CoveragePageQuery['coverage'];
export type Node = Report['nodes'][number];
export type Pooled = Report['pooled'][number];

/** A line of the tree: a unit, or the fold that holds the small units of one. */
export type TreeRow =
  | { kind: 'unit'; key: string; node: Node; depth: number; hasInside: boolean; isOpen: boolean }
  | { kind: 'small'; key: string; group: Pooled; depth: number; hasInside: true; isOpen: boolean };

/** Name under which the fold of small units is kept in the address. */
export const smallKey = (hostCode: string): string => `~${hostCode}`;

/** Units at the top are open unless said otherwise; all others are closed. */
export interface Folds {
  readonly opened: ReadonlySet<string>;
  readonly closed: ReadonlySet<string>;
}

const isOpenIn = ({ opened, closed }: Folds, code: string, depth: number): boolean =>
  depth === 0 ? !closed.has(code) : opened.has(code);

/**
 * The lines to draw, parents before what is inside them. Small units stand together at the end of the
 * unit they are counted with, behind one line; those at the top of the tree come last.
 */
export function treeRows(report: Report, folds: Folds): TreeRow[] {
  const below = new Map<string | null, Node[]>();
  for (const node of report.nodes) {
    below.set(node.parentId ?? null, [...(below.get(node.parentId ?? null) ?? []), node]);
  }
  const groups = new Map(report.pooled.map((group) => [group.sharedWithId ?? null, group]));
  const rows: TreeRow[] = [];

  const addUnit = (node: Node, depth: number): void => {
    const isOpen = isOpenIn(folds, node.code, depth);
    const hasInside = node.childCount > 0;
    rows.push({
      kind: 'unit',
      key: node.code,
      node,
      depth,
      hasInside,
      isOpen: hasInside && isOpen,
    });
    if (hasInside && isOpen) addInside(node.id, node.code, depth + 1);
  };
  const addInside = (hostId: string | null, hostCode: string, depth: number): void => {
    const children = below.get(hostId) ?? [];
    const group = groups.get(hostId);
    for (const child of children) if (!group || child.state !== 'POOLED') addUnit(child, depth);
    if (!group) return;
    const key = smallKey(hostCode);
    const isOpen = folds.opened.has(key);
    rows.push({ kind: 'small', key, group, depth, hasInside: true, isOpen });
    if (!isOpen) return;
    const small = new Set(group.unitIds);
    for (const child of children) if (small.has(child.id)) addUnit(child, depth + 1);
  };
  addInside(null, '', 0);
  return rows;
}

/** Codes to open so that a unit comes into view: every unit above it, and the fold it may be in. */
export function pathTo(report: Report, id: string): string[] {
  const byId = new Map(report.nodes.map((node) => [node.id, node]));
  const codes: string[] = [];
  for (let at = byId.get(id); at; at = byId.get(at.parentId ?? '')) {
    const parent = byId.get(at.parentId ?? '');
    if (parent) codes.unshift(parent.code);
    if (at.state === 'POOLED' && parent?.state !== 'POOLED')
      codes.push(smallKey(parent?.code ?? ''));
  }
  return codes;
}

/** Units that lack champions or have something lacking below, with everything above them. */
export function branchesWithGap(report: Report): Report {
  const isLacking = ({ gap, belowText }: Node) => gap > 0 || belowText !== '';
  const nodes = report.nodes.filter(isLacking);
  const ids = new Set(nodes.map(({ id }) => id));
  return {
    ...report,
    nodes: nodes.map((node) => ({
      ...node,
      childCount: nodes.filter(({ parentId }) => parentId === node.id).length,
    })),
    pooled: report.pooled.filter(({ unitIds }) => unitIds.some((id) => ids.has(id))),
  };
}
