import type { CsvCell } from '@flipside/platform-web';
import type { Node, Report } from './coverage-tree-rows.js';

export const CSV_HEADER = [
  'Code',
  'Name',
  'Above',
  'People',
  'Champions',
  'Needed',
  'Missing',
  'To spare',
  'State',
  'People per champion aimed at',
  'Ratio',
  'Coverage ratio',
  'People covered',
  'People uncovered',
  'Champions with an act in 60 days',
  'As of',
];

/** One line per unit, in the order of the table; figures as numbers, the day as ISO. */
export function csvRows(report: Report, nodes: readonly Node[]): CsvCell[][] {
  const names = new Map(report.nodes.map(({ id, name }) => [id, name]));
  return nodes.map((node) => [
    node.code,
    node.name,
    names.get(node.parentId ?? '') ?? '',
    node.people,
    node.champions,
    node.state === 'POOLED' ? '' : node.required,
    node.state === 'POOLED' ? '' : node.gap,
    node.state === 'POOLED' ? '' : node.surplus,
    node.state.toLowerCase(),
    node.targetRatio,
    node.ratioText,
    node.coverageRatio == null ? '' : Math.round(node.coverageRatio * 10_000) / 10_000,
    node.peopleCovered,
    node.uncoveredPeople,
    node.effectiveChampions ?? '',
    report.asOf,
  ]);
}

export const UNIT_CSV_HEADER = [
  'Unit',
  'People',
  'Champions',
  'Needed',
  'Missing',
  'State',
  'Ratio',
];

/** A unit and units right below it, as its page shows them. */
export function unitCsvRows(
  units: readonly Pick<
    Node,
    'name' | 'people' | 'champions' | 'required' | 'gap' | 'state' | 'ratioText'
  >[],
): CsvCell[][] {
  return units.map(({ name, people, champions, required, gap, state, ratioText }) => [
    name,
    people,
    champions,
    state === 'POOLED' ? '' : required,
    state === 'POOLED' ? '' : gap,
    state.toLowerCase(),
    ratioText,
  ]);
}
