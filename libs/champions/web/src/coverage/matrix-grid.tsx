import { formatNumber } from '@flipside/platform-web';
import type { CoverageMatrixPageQuery } from '@flipside/platform-web/gql';
import { Button, type Column, DataTable, type HeatCell, HeatMatrix, Link } from '@flipside/ui';
import { statusOf } from '../champion-words.js';

type Matrix = CoverageMatrixPageQuery['coverageMatrix'];
type Cell = Matrix['cells'][number];
type OpenCell = (unitId: string, siteId: string) => void;

const [MOST_ROWS, MOST_COLUMNS] = [20, 12];

interface MatrixGridProps {
  matrix: Matrix;
  /** `gap` or `ratio`. */
  show: string;
  onOpen: OpenCell;
  onUnder: (unitId: string) => void;
}

/** Departments down, sites across; a cell says what is missing there. */
export function MatrixGrid({ matrix, show, onOpen, onUnder }: MatrixGridProps) {
  const rows = matrix.rows.slice(0, MOST_ROWS);
  const columns = matrix.columns.slice(0, MOST_COLUMNS);
  const cells = new Map(
    matrix.cells.map((cell) => [`${cell.unitId} ${cell.locationId ?? ''}`, cell]),
  );
  return (
    <HeatMatrix
      caption="Champions missing by site and department"
      corner="Department"
      columns={columns.map(({ id, name, gap }) => ({ key: id, header: margin(name, gap) }))}
      rows={rows.map((row) => ({
        key: row.id,
        header:
          row.childCount > 0 ? (
            <button type="button" className="fs-link-button" onClick={() => onUnder(row.id)}>
              {margin(row.name, row.gap)}
            </button>
          ) : (
            margin(row.name, row.gap)
          ),
        cells: columns.map((column): HeatCell | null => {
          const cell = cells.get(`${row.id} ${column.id}`);
          return cell
            ? {
                text:
                  show === 'ratio'
                    ? cell.ratioText.replace('1 per ', '').replace(/ for .*/u, '')
                    : cellText(cell),
                name: `${row.name} in ${column.name}: ${cellWords(cell)}`,
                status: statusOf(cell.state),
              }
            : null;
        }),
      }))}
      onOpen={(row, column) => onOpen(rows[row]?.id ?? '', columns[column]?.id ?? '')}
    />
  );
}

const siteColumns = (onRecruit: OpenCell): Column<{ cell: Cell; name: string }>[] => [
  {
    id: 'name',
    header: 'Department',
    isRowHeader: true,
    cell: ({ cell, name }) => <Link to={`/coverage/${cell.unitId}`}>{name}</Link>,
  },
  { id: 'words', header: 'Champions', cell: ({ cell }) => cellWords(cell), phone: 'line' },
  { id: 'gap', header: 'Gap', align: 'end', cell: ({ cell }) => cellText(cell), phone: 'aside' },
  {
    id: 'action',
    header: 'Action',
    isHeaderHidden: true,
    cell: ({ cell: { unitId, locationId, gap }, name }) =>
      gap > 0 && (
        <Button
          size="small"
          aria-label={`Recruit in ${name} here`}
          onClick={() => onRecruit(unitId, locationId ?? '')}
        >
          Recruit
        </Button>
      ),
  },
];

interface SiteListProps {
  matrix: Matrix;
  siteId: string;
  onRecruit: OpenCell;
}

/** On a phone: one site, its departments below each other. */
export function SiteList({ matrix, siteId, onRecruit }: SiteListProps) {
  const names = new Map(matrix.rows.map(({ id, name }) => [id, name]));
  const rows = matrix.cells
    .filter(({ locationId }) => locationId === siteId)
    .map((cell) => ({ cell, name: names.get(cell.unitId) ?? '' }))
    .sort((a, b) => b.cell.gap - a.cell.gap || b.cell.people - a.cell.people);
  return (
    <DataTable
      caption="Departments at this site"
      columns={siteColumns(onRecruit)}
      rows={rows}
      rowKey={({ cell }) => cell.unitId}
    />
  );
}

const margin = (name: string, gap: number): string =>
  gap > 0 ? `${name} (−${formatNumber(gap)})` : name;

function cellText({ state, gap }: Pick<Cell, 'state' | 'gap'>): string {
  if (state === 'POOLED') return 'small';
  return gap > 0 ? `−${formatNumber(gap)}` : 'ok';
}

function cellWords({ state, champions, required, people }: Cell): string {
  const who = `${formatNumber(people)} ${people === 1 ? 'person' : 'people'}`;
  return state === 'POOLED'
    ? `${who}, counted with the unit above`
    : `${formatNumber(champions)} of ${formatNumber(required)} for ${who}`;
}
