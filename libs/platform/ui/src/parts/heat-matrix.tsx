import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { classNames } from '../class-names.js';
import type { CoverageStatus } from './coverage.js';

export interface HeatCell {
  /** What stands in the cell: "−4", "ok", "small"; nothing for a cell in which nobody is. */
  text: string;
  /** The same in words: "Sales in Osaka: 0 of 2 champions for 30 people". */
  name: string;
  status: CoverageStatus;
}

export interface HeatMatrixProps {
  caption: string;
  corner: string;
  columns: readonly { key: string; header: ReactNode }[];
  rows: readonly { key: string; header: ReactNode; cells: readonly (HeatCell | null)[] }[];
  onOpen: (row: number, column: number) => void;
}

/**
 * A table whose cells are walked with the arrow keys: one stop for Tab, Home and End to the ends of a row, Enter opens.
 * State is said by the text and by the fill.
 */
export function HeatMatrix({ caption, corner, columns, rows, onOpen }: HeatMatrixProps) {
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState({ row: 0, column: 0 });

  function go(row: number, column: number) {
    const next = {
      row: Math.min(rows.length - 1, Math.max(0, row)),
      column: Math.min(columns.length - 1, Math.max(0, column)),
    };
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-at="${next.row},${next.column}"]`)?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    const { row, column } = at;
    const moves: Record<string, () => void> = {
      ArrowUp: () => go(row - 1, column),
      ArrowDown: () => go(row + 1, column),
      ArrowLeft: () => go(row, column - 1),
      ArrowRight: () => go(row, column + 1),
      Home: () => go(row, 0),
      End: () => go(row, columns.length - 1),
      Enter: () => rows[row]?.cells[column] && onOpen(row, column),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  }

  return (
    <div className="fs-heat-frame">
      <table role="grid" className="fs-heat" ref={table} onKeyDown={onKeyDown}>
        <caption className="fs-hidden">{caption}</caption>
        <thead>
          <tr role="row">
            <th scope="col" role="columnheader">
              {corner}
            </th>
            {columns.map(({ key, header }) => (
              <th key={key} scope="col" role="columnheader">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, header, cells }, row) => (
            <tr key={key} role="row">
              <th scope="row" role="rowheader">
                {header}
              </th>
              {cells.map((cell, column) => (
                <td
                  key={columns[column]?.key}
                  role="gridcell"
                  data-at={`${row},${column}`}
                  tabIndex={at.row === row && at.column === column ? 0 : -1}
                  aria-label={cell ? `${cell.text}, ${cell.name}` : 'Nobody works here'}
                  className={classNames(cell && `fs-heat-${cell.status}`)}
                  onFocus={() => setAt({ row, column })}
                  onClick={() => cell && onOpen(row, column)}
                >
                  {cell?.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
