import {
  formatCalendarDay,
  formatNumber,
  graphql,
  usePageQuery,
  useUrlState,
} from '@flipside/platform-web';
import type { CoverageMatrixPageQuery } from '@flipside/platform-web/gql';
import {
  DateField,
  EmptyState,
  Faces,
  Figure,
  FilterBar,
  Headline,
  LinkButton,
  Page,
  SegmentedControl,
  Select,
  SkeletonTable,
  Stack,
  Text,
} from '@flipside/ui';
import { useRef } from 'react';
import '../champions.css';
import { Recruit } from '../recruiting/recruit.js';
import { CoverageViews } from './coverage-views.js';
import { ExportMenu } from './export-menu.js';
import { MatrixGrid, SiteList } from './matrix-grid.js';
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

/** Which site-and-department cells are empty. On a phone, one site at a time. */
export function MatrixPage() {
  const [url, setUrl] = useUrlState({
    asOf: '',
    under: '',
    show: 'gap',
    site: '',
    skill: '',
    recruit: '',
    at: '',
  });
  const figure = useRef<HTMLDivElement>(null);
  const page = usePageQuery(MatrixQuery, {
    variables: { asOf: url.asOf || null, under: url.under || null, skill: url.skill || null },
  });
  const onRecruit = (recruit: string, at: string) => setUrl({ recruit, at });
  const recruiting = page.data && cellAt(page.data.coverageMatrix, url.recruit, url.at);
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
          figure={figure}
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
              <Text size="sm" tone="muted">
                {url.show === 'ratio'
                  ? '25: people for each champion. none: no champion. Hatched'
                  : '−4: four missing. ok: enough. small'}
                : too few people for a target of their own. Empty: nobody works there.
              </Text>
              <Figure frame={figure}>
                <div className="champions-wide-only">
                  <MatrixGrid
                    matrix={matrix}
                    show={url.show}
                    onOpen={onRecruit}
                    onUnder={(under) => setUrl({ under })}
                  />
                </div>
                <div className="champions-phone-only">
                  <SiteList
                    matrix={matrix}
                    siteId={url.site || (matrix.columns[0]?.id ?? '')}
                    onRecruit={onRecruit}
                  />
                </div>
              </Figure>
              <Text size="sm" tone="muted" className="champions-wide-only">
                Arrow keys walk the cells, Enter starts recruiting.
              </Text>
            </Stack>
          )
        }
      </Faces>
      {recruiting && (
        <Recruit
          unitId={recruiting.unitId}
          locationId={recruiting.locationId ?? null}
          name={recruiting.name}
          onClose={() => setUrl({ recruit: '', at: '' })}
        />
      )}
    </Page>
  );
}

/** The cell that the address names, with its name in words. */
function cellAt(matrix: Matrix, unitId: string, siteId: string) {
  const cell = matrix.cells.find((one) => one.unitId === unitId && one.locationId === siteId);
  const unit = matrix.rows.find(({ id }) => id === unitId)?.name ?? '';
  const site = matrix.columns.find(({ id }) => id === siteId)?.name ?? '';
  return cell && { ...cell, name: `${unit} in ${site}` };
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
