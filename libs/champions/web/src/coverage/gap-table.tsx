import { formatNumber } from '@flipside/platform-web';
import { Button, type Column, DataTable, Link, type SortState } from '@flipside/ui';
import { BarCell, GapCell, HaveNeedCell, StateCell, UnitCell } from './coverage-cells.js';
import { AheadCell, mostMissing, TrendCell, type UnitOutlook } from './outlook.js';
import type { Node, Report } from './coverage-tree-rows.js';
import '../champions.css';

export interface GapTableProps {
  report: Report;
  nodes: Node[];
  caption: string;
  sort: SortState;
  onSort: (sort: SortState) => void;
  /** Address of a unit's page; left out where rows are places, which have none. */
  unitTo?: ((id: string) => string) | undefined;
  /** Address of the tree, opened down to what is wrong below a unit. */
  belowTo?: (node: Node) => string;
  onRecruit?: (id: string) => void;
  /** The past year and what is likely in 90 days, by unit; left out for days that are over. */
  outlook?: ReadonlyMap<string, UnitOutlook> | undefined;
}

/** Where there is room for it; the people stand in their own column. */
const RATIO: Column<Node> = {
  id: 'ratio',
  header: 'Ratio',
  cell: ({ ratioText }) => (
    <span className="champions-one-line">{ratioText.replace(/ for .*/u, '')}</span>
  ),
  phone: 'hidden',
};

/** Units as a flat list with bars and an action. */
export function GapTable(props: GapTableProps) {
  const { report, nodes, caption, sort, onSort, unitTo, belowTo, onRecruit, outlook } = props;
  const names = new Map(report.nodes.map(({ id, name }) => [id, name]));
  const columns: Column<Node>[] = [
    {
      id: 'name',
      header: report.by === 'UNIT' ? 'Unit' : 'Site',
      isRowHeader: true,
      isSortable: true,
      cell: (node) =>
        unitTo ? (
          <UnitCell
            node={node}
            to={unitTo(node.id)}
            above={names.get(node.parentId ?? '') ?? ''}
            {...(belowTo && { belowTo: belowTo(node) })}
          />
        ) : (
          // On a phone the page shows one site, this one; elsewhere all of them beside each other.
          <Link to={`/coverage/matrix?site=${node.id}`}>{node.name}</Link>
        ),
    },
    { id: 'state', header: 'State', cell: (node) => <StateCell node={node} />, phone: 'line' },
    {
      id: 'people',
      header: 'People',
      align: 'end',
      isSortable: true,
      firstDirection: 'descending',
      cell: (node) => formatNumber(node.people),
    },
    { id: 'have', header: 'Have / need', cell: (node) => <HaveNeedCell node={node} /> },
    {
      id: 'bar',
      header: 'Against target',
      cell: (node) => <BarCell node={node} />,
      phone: 'bar',
      width: '18%',
    },
    {
      id: 'gap',
      header: 'Gap',
      align: 'end',
      isSortable: true,
      firstDirection: 'descending',
      cell: (node) => <GapCell node={node} />,
      phone: 'aside',
    },
  ];
  if (outlook) {
    const most = mostMissing(outlook.values());
    columns.push(
      {
        id: 'ahead',
        header: 'In 90 days',
        align: 'end',
        cell: (node) => <AheadCell outlook={outlook.get(node.id)} gap={node.gap} />,
      },
      {
        id: 'trend',
        header: 'Missing, a year',
        cell: (node) => <TrendCell outlook={outlook.get(node.id)} most={most} />,
        phone: 'hidden',
      },
    );
  }
  if (!outlook) columns.push(RATIO);
  if (onRecruit) {
    columns.push({
      id: 'action',
      header: 'Action',
      isHeaderHidden: true,
      align: 'end',
      cell: (node) => (
        <Button
          size="small"
          aria-label={`Recruit in ${node.name}`}
          onClick={() => onRecruit(node.id)}
        >
          Recruit
        </Button>
      ),
    });
  }
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={nodes}
      rowKey={({ id }) => id}
      sort={sort}
      onSort={onSort}
    />
  );
}

const byName = new Intl.Collator('en', { numeric: true });

/** Sorts for display; ties by more people, then name. */
export function sorted(nodes: readonly Node[], { by, direction }: SortState): Node[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const order = (a: Node, b: Node) => {
    if (by === 'name') return byName.compare(a.name, b.name);
    return by === 'people' ? a.people - b.people : a.gap - b.gap;
  };
  return [...nodes].sort(
    (a, b) => sign * order(a, b) || b.people - a.people || byName.compare(a.name, b.name),
  );
}
