import { Button, EmptyState, LinkButton, type SortState, Text } from '@flipside/ui';
import {
  branchesWithGap,
  type Node,
  pathTo,
  type Report,
  type TreeRow,
  treeRows,
} from './coverage-tree-rows.js';
import { GapTable, type GapTableProps, sorted } from './gap-table.js';
import { useOutlook } from './outlook.js';
import { UnitTree } from './unit-tree.js';

export interface CoverageUrl {
  view: string;
  asOf: string;
  skill: string;
  text: string;
  lacking: string;
  sort: string;
  dir: string;
  open: readonly string[];
  closed: readonly string[];
}

interface CoverageViewProps {
  report: Report;
  /** What the filters leave. */
  nodes: Node[];
  url: CoverageUrl;
  setUrl: (change: Partial<CoverageUrl & { recruit: string }>) => void;
}

/** The table of the chosen view. */
export function CoverageView({ report, nodes, url, setUrl }: CoverageViewProps) {
  const query = url.asOf ? `?asOf=${url.asOf}` : '';
  const unitTo = (id: string) => `/coverage/${id}${query}`;
  const sort: SortState = {
    by: url.sort,
    direction: url.dir === 'ascending' ? 'ascending' : 'descending',
  };
  const onSort = ({ by, direction }: SortState) => setUrl({ sort: by, dir: direction });
  const onRecruit = (recruit: string) => setUrl({ recruit });
  const onClear = url.text === '' ? null : () => setUrl({ text: '' });

  if (url.view === 'all' && url.text === '') {
    const tree = url.lacking === 'yes' ? branchesWithGap(report) : report;
    const rows = treeRows(tree, { opened: new Set(url.open), closed: new Set(url.closed) });
    return (
      <>
        <div>
          <Button
            size="small"
            onClick={() =>
              setUrl({
                open: tree.nodes.filter((n) => n.childCount > 0).map((n) => n.code),
                closed: [],
              })
            }
          >
            Unfold everything
          </Button>
        </div>
        <UnitTree
          rows={rows}
          onFold={(row, isOpen) => setUrl(folded(url, row, isOpen))}
          unitTo={unitTo}
          onRecruit={onRecruit}
        />
      </>
    );
  }
  if (url.view === 'gaps' && url.asOf === '' && url.skill === '') {
    return (
      <GapsAhead
        report={report}
        nodes={sorted(nodes, sort)}
        table={{ sort, onSort, unitTo, onRecruit }}
        onClear={onClear}
      />
    );
  }
  if (nodes.length === 0) return <Nothing report={report} onClear={onClear} />;
  const isByPlace = report.by === 'LOCATION';
  return (
    <>
      <GapTable
        report={report}
        nodes={sorted(nodes, sort)}
        caption={
          isByPlace
            ? 'Coverage by site'
            : url.view === 'gaps'
              ? 'Units short of champions'
              : 'Units found'
        }
        sort={sort}
        onSort={onSort}
        onRecruit={onRecruit}
        {...(!isByPlace && {
          unitTo,
          belowTo: (node: Node) => belowTo(report, node, url.asOf),
        })}
      />
      {url.view === 'gaps' && <Once />}
    </>
  );
}

/** Today's gaps, with where they come from and what they are likely to be. */
function GapsAhead({
  report,
  nodes,
  table,
  onClear,
}: {
  report: Report;
  nodes: Node[];
  table: Pick<GapTableProps, 'sort' | 'onSort' | 'unitTo' | 'onRecruit'>;
  onClear: (() => void) | null;
}) {
  const outlook = useOutlook(report.gapIds);
  if (nodes.length === 0) return <Nothing report={report} onClear={onClear} />;
  return (
    <>
      <GapTable
        report={report}
        nodes={nodes}
        caption="Units short of champions"
        belowTo={(node) => belowTo(report, node, '')}
        outlook={outlook}
        {...table}
      />
      <Once />
    </>
  );
}

function Once() {
  return (
    <Text size="sm" tone="muted">
      Each gap is listed once: a branch without any champion as a whole, otherwise the smallest
      units that explain it.
    </Text>
  );
}

/** Folds change the address only where they differ from the usual: the top open, all else closed. */
function folded({ open, closed }: CoverageUrl, { key, depth, kind }: TreeRow, isOpen: boolean) {
  const list = (values: readonly string[], isIn: boolean) => [
    ...values.filter((value) => value !== key),
    ...(isIn ? [key] : []),
  ];
  if (depth === 0 && kind === 'unit') return { closed: list(closed, !isOpen) };
  return { open: list(open, isOpen) };
}

/** The tree, opened down to the worst unit below. */
function belowTo(report: Report, node: Node, asOf: string): string {
  const params = new URLSearchParams({ view: 'all' });
  if (asOf) params.set('asOf', asOf);
  const codes = new Set([...pathTo(report, node.worstBelowId ?? node.id), node.code]);
  for (const code of codes) params.append('open', code);
  return `/coverage?${params.toString()}`;
}

/** @param onClear takes the word away that is looked for; null when none is */
function Nothing({ report, onClear }: { report: Report; onClear: (() => void) | null }) {
  if (onClear)
    return (
      <EmptyState
        title="Nothing by that name"
        action={<Button onClick={onClear}>Clear the word</Button>}
      >
        Try another word, or a part of it.
      </EmptyState>
    );
  if (report.by === 'LOCATION') {
    return (
      <EmptyState
        title="No sites yet"
        action={<LinkButton to="/import">Import the staff list</LinkButton>}
      >
        Sites come with the staff list: add a column with the place where people work.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Every unit has its champions"
      action={<LinkButton to="/coverage/forecast">See what is likely next</LinkButton>}
    >
      {report.headline.gapSentence}
    </EmptyState>
  );
}
