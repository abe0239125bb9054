import { describe, expect, it, jest } from '@jest/globals';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { DataTable, type Column, type SortState } from './data-table.js';

interface Unit {
  id: string;
  name: string;
  gap: number;
}

const columns: Column<Unit>[] = [
  { id: 'name', header: 'Unit', isRowHeader: true, isSortable: true, cell: (unit) => unit.name },
  {
    id: 'gap',
    header: 'Gap',
    isSortable: true,
    firstDirection: 'descending',
    cell: (unit) => unit.gap,
  },
  { id: 'act', header: 'Action', isHeaderHidden: true, cell: () => <button>Recruit</button> },
];

const rows: Unit[] = [
  { id: '1', name: 'Logistics', gap: 5 },
  { id: '2', name: 'Finance', gap: 2 },
];

function show(sort?: SortState, onSort: (sort: SortState) => void = () => undefined) {
  render(
    <DataTable
      caption="Units by gap"
      columns={columns}
      rows={rows}
      rowKey={(unit) => unit.id}
      sort={sort}
      onSort={onSort}
    />,
  );
}

describe('DataTable', () => {
  it('has a caption, column headers and a row header in each row', () => {
    show();
    const table = screen.getByRole('table', { name: 'Units by gap' });
    expect(within(table).getAllByRole('columnheader')).toHaveLength(3);
    const rowHeaders = within(table).getAllByRole('rowheader');
    expect(rowHeaders.map((cell) => [cell.textContent, cell.getAttribute('scope')])).toEqual([
      ['Logistics', 'row'],
      ['Finance', 'row'],
    ]);
  });

  it('marks the sorted column alone with aria-sort', () => {
    show({ by: 'gap', direction: 'descending' });
    const marked = screen
      .getAllByRole('columnheader')
      .filter((cell) => cell.hasAttribute('aria-sort'));
    expect(marked.map((cell) => [cell.textContent, cell.getAttribute('aria-sort')])).toEqual([
      ['Gap', 'descending'],
    ]);
  });

  it('sorts numbers from the largest first and turns round on the next press', () => {
    const onSort = jest.fn();
    show({ by: 'name', direction: 'ascending' }, onSort);
    fireEvent.click(screen.getByRole('button', { name: 'Gap' }));
    expect(onSort).toHaveBeenLastCalledWith({ by: 'gap', direction: 'descending' });
    fireEvent.click(screen.getByRole('button', { name: 'Unit' }));
    expect(onSort).toHaveBeenLastCalledWith({ by: 'name', direction: 'descending' });
  });

  it('offers the sorting as a list where the headers are not drawn', () => {
    const onSort = jest.fn();
    show({ by: 'name', direction: 'ascending' }, onSort);
    fireEvent.change(screen.getByLabelText('Sort by'), { target: { value: 'gap' } });
    expect(onSort).toHaveBeenCalledWith({ by: 'gap', direction: 'descending' });
  });
});
