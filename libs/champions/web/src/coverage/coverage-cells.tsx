import { type Column, CoverageBar, Link, Seats, StatusMark, Text } from '@flipside/ui';
import { formatNumber } from '@flipside/platform-web';
import { statusOf } from '../champion-words.js';
import type { Node } from './coverage-tree-rows.js';
import '../champions.css';

const MOST_SEATS = 8;

/** What every cut of the same people counts. */
type Counted = Pick<Node, 'state' | 'people' | 'champions' | 'required' | 'gap'>;

/** Shape and word of a unit's state; a pooled unit names the state it shares. */
export function StateCell({ node }: { node: Pick<Node, 'state' | 'shownState'> }) {
  if (node.state !== 'POOLED') return <StatusMark status={statusOf(node.state)} />;
  return <StatusMark status="pooled" label={`Pooled, ${node.shownState.toLowerCase()}`} />;
}

/** "3 of 5", with seats where they can be counted at a glance. */
export function HaveNeedCell({ node }: { node: Counted }) {
  if (node.state === 'POOLED') return <>{formatNumber(node.champions)}</>;
  if (node.people === 0 && node.champions === 0) return <>–</>;
  return (
    <span className="champions-have">
      <span>
        {formatNumber(node.champions)} of {formatNumber(node.required)}
      </span>
      {node.required > 0 && node.required <= MOST_SEATS && node.champions <= node.required && (
        <Seats need={node.required} active={node.champions} />
      )}
    </span>
  );
}

/** The bar whose target tick stands at the same place in every row. */
export function BarCell({ node }: { node: Counted }) {
  if (node.required === 0) return null;
  return <CoverageBar have={node.champions} need={node.required} />;
}

/** Missing champions as people, never as a share. */
export function GapCell({ node }: { node: Counted }) {
  if (node.state === 'POOLED' || node.people === 0) return <>–</>;
  if (node.gap === 0) return <span className="champions-ok">ok</span>;
  return <strong>−{formatNumber(node.gap)}</strong>;
}

/** People, champions and what is missing, in the columns of any cut. */
export const countColumns: Column<Counted>[] = [
  { id: 'people', header: 'People', align: 'end', cell: ({ people }) => formatNumber(people) },
  { id: 'have', header: 'Have / need', cell: (node) => <HaveNeedCell node={node} /> },
  {
    id: 'bar',
    header: 'Against target',
    phone: 'bar',
    width: '18%',
    cell: (node) => <BarCell node={node} />,
  },
  {
    id: 'gap',
    header: 'Gap',
    align: 'end',
    phone: 'aside',
    cell: (node) => <GapCell node={node} />,
  },
];

/** Name as a link to the unit's page, and what is wrong below it. */
export function UnitCell({
  node,
  above,
  to,
  belowTo,
}: {
  node: Node;
  above?: string;
  to: string;
  belowTo?: string;
}) {
  return (
    <span className="champions-unit">
      <Link to={to}>{node.name}</Link>
      {above && (
        <Text as="span" size="sm" tone="muted">
          in {above}
        </Text>
      )}
      {node.belowText && belowTo && (
        <Link to={belowTo} className="champions-below">
          {node.belowText}
        </Link>
      )}
    </span>
  );
}
