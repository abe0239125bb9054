import {
  formatCalendarDay,
  formatNumber,
  graphql,
  useNavigate,
  usePageQuery,
  useUrlState,
} from '@flipside/platform-web';
import type { CoverageMatrixPageQuery } from '@flipside/platform-web/gql';
import {
  type Column,
  DataTable,
  DateField,
  EmptyState,
  Faces,
  FilterBar,
  type HeatCell,
  HeatMatrix,
  Headline,
  Link,
  LinkButton,
  Page,
  SegmentedControl,
  Select,
  SkeletonTable,
  Stack,
  Text,
} from '@flipside/ui';
import '../champions.css';
import { statusOf } from '../champion-words.js';
import { CoverageViews } from './coverage-views.js';
import { ExportMenu } from './export-menu.js';
import { SkillFilter } from './skill-filter.js';

const MatrixQuery = graphql(`
  query CoverageMatrixPage($asOf: Day, $under: ID, $skill: String) {
    coverageMatrix(asOf: $asOf, under: $under, skill: $skill) {
      asOf
      rule
      sentence
      rows {
        id
        name
        childCount
        people
        gap
        state
        ratioText
      }
      columns {
        id
        name
        people
        gap
      }
      cells {
        unitId
        locationId
        people
        champions
        required
        gap
        state
        ratioText
      }
    }
  }
`);

type Matrix = CoverageMatrixPageQuery['coverageMatrix'];
type Cell = Matrix['cells'][number];

const [MOST_ROWS, MOST_COLUMNS] = [20, 12];

/** Which site-and-department cells are empty. On a phone, one site at a time. */
export function MatrixPage() {
  const [url, setUrl] = useUrlState({ asOf: '', under: '', show: 'gap', site: '', skill: '' });
  const navigate = useNavigate();
  const page = usePageQuery(MatrixQuery, {
    variables: { asOf: url.asOf || null, under: url.under || null, skill: url.skill || null },
  });
  const query = url.asOf ? `?asOf=${url.asOf}` : '';
  return (
    <Page
      title="Sites and departments"
      width="wide"
      breadcrumb={[{ label: 'Coverage', to: `/coverage${query}` }]}
      actions={
        <ExportMenu
          name="coverage-matrix"
          title="Coverage by site and department"
          asOf={page.data?.coverageMatrix.asOf ?? ''}
          filters={`${url.under ? 'Inside one department' : 'All departments'}${url.skill ? `; only champions good at ${url.skill}` : ''}`}
          header={[
            'Department',
            'Site',
            'People',
            'Champions',
            'Needed',
            'Missing',
            'State',
            'Ratio',
          ]}
          rows={() => (page.data ? csvCells(page.data.coverageMatrix) : [])}
        />
      }
    >
      <CoverageViews />
      <Faces of={page} skeleton={<SkeletonTable rows={10} columns={6} />}>
        {({ coverageMatrix: matrix }) =>
          matrix.columns.length < 2 ? (
            <EmptyState
              title={matrix.columns.length === 1 ? 'You have one site' : 'No sites yet'}
              action={<LinkButton to="/coverage">Use the list</LinkButton>}
            >
              With two sites or more, this page shows where a department is well covered at one and
              empty at another.
            </EmptyState>
          ) : (
            <Stack gap="24">
              <Headline
                notes={`${url.skill ? `Only champions good at ${url.skill} are counted. ` : ''}${matrix.rule} Each cell by its own arithmetic: cells do not add up. ${formatCalendarDay(matrix.asOf)}.`}
              >
                {matrix.sentence}
              </Headline>
              <FilterBar label="Matrix" result={`${formatNumber(matrix.rows.length)} departments`}>
                <DateField
                  label="As of"
                  value={url.asOf || matrix.asOf}
                  onChange={(event) => setUrl({ asOf: event.currentTarget.value })}
                />
                <SkillFilter value={url.skill} onChange={(skill) => setUrl({ skill })} />
                <div className="champions-wide-only">
                  <SegmentedControl
                    aria-label="In each cell"
                    data={[
                      { value: 'gap', label: 'Missing' },
                      { value: 'ratio', label: 'People per champion' },
                    ]}
                    value={url.show}
                    onChange={(show) => setUrl({ show })}
                  />
                </div>
                <div className="champions-phone-only">
                  <Select
                    label="Site"
                    data={matrix.columns.map(({ id, name }) => ({ value: id, label: name }))}
                    value={url.site || (matrix.columns[0]?.id ?? '')}
                    onChange={(site) => setUrl({ site: site ?? '' })}
                  />
                </div>
              </FilterBar>
              <div className="champions-wide-only">
                <Grid
                  matrix={matrix}
                  show={url.show}
                  onOpen={(unitId) =>
                    void navigate(
                      `/coverage/${unitId}?recruit=1${url.asOf ? `&asOf=${url.asOf}` : ''}`,
                    )
                  }
                  onUnder={(under) => setUrl({ under })}
                />
              </div>
              <div className="champions-phone-only">
                <SiteList matrix={matrix} siteId={url.site || (matrix.columns[0]?.id ?? '')} />
              </div>
              <Text size="sm" tone="muted">
                −4: four missing. ok: enough. sh: too few people for a target of their own. Empty:
                nobody works there. Arrow keys walk the cells, Enter starts recruiting.
              </Text>
            </Stack>
          )
        }
      </Faces>
    </Page>
  );
}

function Grid({
  matrix,
  show,
  onOpen,
  onUnder,
}: {
  matrix: Matrix;
  show: string;
  onOpen: (unitId: string) => void;
  onUnder: (unitId: string) => void;
}) {
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
      onOpen={(row) => onOpen(rows[row]?.id ?? '')}
    />
  );
}

const siteColumns: Column<{ cell: Cell; name: string }>[] = [
  {
    id: 'name',
    header: 'Department',
    isRowHeader: true,
    cell: ({ cell, name }) => <Link to={`/coverage/${cell.unitId}`}>{name}</Link>,
  },
  { id: 'words', header: 'Champions', cell: ({ cell }) => cellWords(cell), phone: 'line' },
  { id: 'gap', header: 'Gap', align: 'end', cell: ({ cell }) => cellText(cell), phone: 'aside' },
];

function SiteList({ matrix, siteId }: { matrix: Matrix; siteId: string }) {
  const names = new Map(matrix.rows.map(({ id, name }) => [id, name]));
  const rows = matrix.cells
    .filter(({ locationId }) => locationId === siteId)
    .map((cell) => ({ cell, name: names.get(cell.unitId) ?? '' }))
    .sort((a, b) => b.cell.gap - a.cell.gap || b.cell.people - a.cell.people);
  return (
    <DataTable
      caption="Departments at this site"
      columns={siteColumns}
      rows={rows}
      rowKey={({ cell }) => cell.unitId}
    />
  );
}

const margin = (name: string, gap: number): string =>
  gap > 0 ? `${name} (−${formatNumber(gap)})` : name;

function cellText({ state, gap }: Pick<Cell, 'state' | 'gap'>): string {
  if (state === 'POOLED') return 'sh';
  return gap > 0 ? `−${formatNumber(gap)}` : 'ok';
}

function cellWords({ state, champions, required, people }: Cell): string {
  const who = `${formatNumber(people)} ${people === 1 ? 'person' : 'people'}`;
  return state === 'POOLED'
    ? `${who}, counted with the unit above`
    : `${formatNumber(champions)} of ${formatNumber(required)} for ${who}`;
}

function csvCells({ rows, columns, cells }: Matrix) {
  const [units, sites] = [rows, columns].map(
    (list) => new Map(list.map(({ id, name }) => [id, name])),
  );
  return cells.map((cell) => [
    units?.get(cell.unitId) ?? '',
    sites?.get(cell.locationId ?? '') ?? '',
    cell.people,
    cell.champions,
    cell.required,
    cell.gap,
    cell.state.toLowerCase(),
    cell.ratioText,
  ]);
}
