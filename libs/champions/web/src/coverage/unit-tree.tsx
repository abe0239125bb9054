import { formatNumber } from '@flipside/platform-web';
import {
  Button,
  type Column,
  DataTable,
  IconChevronDown,
  IconChevronRight,
  Text,
} from '@flipside/ui';
import type { KeyboardEvent } from 'react';
import { BarCell, GapCell, HaveNeedCell, StateCell, UnitCell } from './coverage-cells.js';
import type { TreeRow } from './coverage-tree-rows.js';
import '../champions.css';

export interface UnitTreeProps {
  rows: TreeRow[];
  onFold: (row: TreeRow, isOpen: boolean) => void;
  unitTo: (id: string) => string;
  onRecruit: (id: string) => void;
}

/** Every unit by its own arithmetic, in the order of the tree. ← and → fold like in a file list. */
export function UnitTree({ rows, onFold, unitTo, onRecruit }: UnitTreeProps) {
  const columns: Column<TreeRow>[] = [
    {
      id: 'name',
      header: 'Unit',
      isRowHeader: true,
      cell: (row) => <TreeCell row={row} onFold={onFold} unitTo={unitTo} />,
    },
    {
      id: 'state',
      header: 'State',
      cell: (row) => row.kind === 'unit' && <StateCell node={row.node} />,
    },
    {
      id: 'people',
      header: 'People',
      align: 'end',
      cell: (row) => formatNumber(row.kind === 'unit' ? row.node.people : row.group.people),
    },
    {
      id: 'have',
      header: 'Have / need',
      cell: (row) =>
        row.kind === 'unit' ? <HaveNeedCell node={row.node} /> : formatNumber(row.group.champions),
    },
    {
      id: 'bar',
      header: 'Against target',
      phone: 'bar',
      width: '18%',
      cell: (row) => row.kind === 'unit' && <BarCell node={row.node} />,
    },
    {
      id: 'gap',
      header: 'Gap',
      align: 'end',
      phone: 'aside',
      cell: (row) => row.kind === 'unit' && <GapCell node={row.node} />,
    },
    {
      id: 'action',
      header: 'Action',
      isHeaderHidden: true,
      align: 'end',
      cell: (row) =>
        row.kind === 'unit' &&
        row.node.gap > 0 && (
          <Button
            size="small"
            aria-label={`Recruit in ${row.node.name}`}
            onClick={() => onRecruit(row.node.id)}
          >
            Recruit
          </Button>
        ),
    },
  ];
  return (
    <DataTable
      caption="Coverage of all units"
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
    />
  );
}

type TreeCellProps = Pick<UnitTreeProps, 'onFold' | 'unitTo'> & { row: TreeRow };

function TreeCell({ row, onFold, unitTo }: TreeCellProps) {
  return (
    <span className="champions-tree-cell" style={{ paddingInlineStart: `${row.depth * 1.25}rem` }}>
      {row.hasInside ? <Fold row={row} onFold={onFold} /> : <span className="champions-no-fold" />}
      {row.kind === 'unit' ? (
        <span className="champions-unit">
          <UnitCell node={row.node} to={unitTo(row.node.id)} />
          {!row.isOpen && row.node.belowText && (
            <button type="button" className="fs-link-button" onClick={() => onFold(row, true)}>
              {row.node.belowText}
            </button>
          )}
        </span>
      ) : (
        <span className="champions-unit">
          <span>
            Small units ({formatNumber(row.group.unitIds.length)}, {formatNumber(row.group.people)}{' '}
            people)
          </span>
          <Text as="span" size="sm" tone="muted">
            {row.group.sentence}
          </Text>
        </span>
      )}
    </span>
  );
}

function Fold({ row, onFold }: { row: TreeRow; onFold: UnitTreeProps['onFold'] }) {
  const name = row.kind === 'unit' ? row.node.name : 'small units';
  function onKeyDown(event: KeyboardEvent) {
    const isForward = event.key === 'ArrowRight';
    if (!isForward && event.key !== 'ArrowLeft') return;
    event.preventDefault();
    if (row.isOpen !== isForward) onFold(row, isForward);
  }
  return (
    <button
      type="button"
      className="champions-fold"
      aria-expanded={row.isOpen}
      aria-label={`Units in ${name}`}
      onClick={() => onFold(row, !row.isOpen)}
      onKeyDown={onKeyDown}
    >
      {row.isOpen ? (
        <IconChevronDown size={16} aria-hidden />
      ) : (
        <IconChevronRight size={16} aria-hidden className="fs-mirrored" />
      )}
    </button>
  );
}
