import { useId, type ReactNode } from 'react';
import { classNames } from '../class-names.js';
import { IconChevronDown, IconChevronUp, IconSelector } from '../icons.js';

export interface SortState {
  by: string;
  direction: 'ascending' | 'descending';
}

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: 'start' | 'end';
  isSortable?: boolean;
  /** Which direction the first press gives; numbers usually want descending. */
  firstDirection?: SortState['direction'];
  /** The cell that names the row; exactly one column. */
  isRowHeader?: boolean;
  isHeaderHidden?: boolean;
  width?: string;
  /** Moments and other short values that are hard to read on two lines. */
  isUnbroken?: boolean;
  /** On phones a row becomes two lines: `title` is the row header, `aside` stands beside it, `line` below, `action` ends the last line, `hidden` goes. */
  phone?: 'aside' | 'line' | 'bar' | 'action' | 'hidden';
}

export interface DataTableProps<Row> {
  /** Says what the rows are; read out, and drawn only with `isCaptionShown`. */
  caption: string;
  isCaptionShown?: boolean;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: SortState | undefined;
  onSort?: (sort: SortState) => void;
  isCompact?: boolean;
  /** Marks the row that a panel beside the table shows. */
  selectedKey?: string | undefined;
  footer?: ReactNode;
}

function nextSort<Row>(column: Column<Row>, sort: SortState | undefined): SortState {
  const first = column.firstDirection ?? 'ascending';
  if (sort?.by !== column.id) return { by: column.id, direction: first };
  return { by: column.id, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' };
}

function HeaderCell<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>;
  sort?: SortState | undefined;
  onSort?: ((sort: SortState) => void) | undefined;
}) {
  const isSorted = sort?.by === column.id;
  const Icon = !isSorted
    ? IconSelector
    : sort.direction === 'ascending'
      ? IconChevronUp
      : IconChevronDown;
  return (
    <th
      role="columnheader"
      scope="col"
      data-align={column.align}
      style={column.width ? { width: column.width } : undefined}
      {...(isSorted ? { 'aria-sort': sort.direction } : {})}
    >
      {column.isSortable && onSort ? (
        <button
          type="button"
          className="fs-sort"
          data-sorted={isSorted || undefined}
          onClick={() => onSort(nextSort(column, sort))}
        >
          {column.header}
          <Icon size={14} aria-hidden />
        </button>
      ) : (
        <span className={column.isHeaderHidden ? 'fs-hidden' : undefined}>{column.header}</span>
      )}
    </th>
  );
}

/** Headers are not drawn on phones, so sorting gets a list of its own there. */
function PhoneSort<Row>({
  columns,
  sort,
  onSort,
}: Pick<DataTableProps<Row>, 'columns' | 'sort' | 'onSort'>) {
  const id = useId();
  const sortable = columns.filter((column) => column.isSortable);
  if (!onSort || sortable.length === 0) return null;
  return (
    <div className="fs-table-phone-sort">
      <label htmlFor={id}>Sort by</label>
      <select
        id={id}
        value={sort?.by ?? ''}
        onChange={(event) => {
          const column = sortable.find((candidate) => candidate.id === event.currentTarget.value);
          if (column) onSort({ by: column.id, direction: column.firstDirection ?? 'ascending' });
        }}
      >
        {!sort && <option value="">–</option>}
        {sortable.map((column) => (
          <option key={column.id} value={column.id}>
            {column.header}
          </option>
        ))}
      </select>
    </div>
  );
}

/**
 * A native table. Roles are written out because the phone layout turns rows into blocks, and browsers drop the table
 * from the accessibility tree when its display changes.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    caption,
    isCaptionShown,
    columns,
    rows,
    rowKey,
    sort,
    onSort,
    isCompact,
    selectedKey,
    footer,
  } = props;
  return (
    <div className="fs-table-frame">
      <PhoneSort columns={columns} sort={sort} {...(onSort && { onSort })} />
      <table role="table" className={classNames('fs-table', isCompact && 'fs-table-compact')}>
        <caption className={isCaptionShown ? 'fs-table-caption' : 'fs-hidden'}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => {
            const key = rowKey(row);
            return (
              <tr role="row" key={key} data-selected={key === selectedKey || undefined}>
                {columns.map((column) => (
                  <BodyCell key={column.id} column={column} row={row} />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {footer && <div className="fs-table-footer">{footer}</div>}
    </div>
  );
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.isRowHeader) {
    return (
      <th
        role="rowheader"
        scope="row"
        data-align={column.align}
        data-phone="title"
        data-unbroken={column.isUnbroken || undefined}
      >
        {column.cell(row)}
      </th>
    );
  }
  const phone = column.phone ?? (column.isHeaderHidden ? 'action' : 'line');
  return (
    <td
      role="cell"
      data-align={column.align ?? (column.isHeaderHidden ? 'end' : undefined)}
      data-phone={phone}
      data-unbroken={column.isUnbroken || undefined}
    >
      {phone === 'line' && !column.isHeaderHidden && (
        <span className="fs-cell-label">{column.header} </span>
      )}
      {column.cell(row)}
    </td>
  );
}
