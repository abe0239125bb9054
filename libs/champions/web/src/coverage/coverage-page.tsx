import { formatNumber, graphql, usePageQuery, useUrlState } from '@flipside/platform-web';
import {
  Checkbox,
  DateField,
  EmptyState,
  Faces,
  Figure,
  FilterBar,
  LinkButton,
  Page,
  SegmentedControl,
  SkeletonTable,
  Stack,
  TextInput,
} from '@flipside/ui';
import { useRef } from 'react';
import '../champions.css';
import { CSV_HEADER, csvRows } from './coverage-csv.js';
import { CoverageView } from './coverage-view.js';
import { CoverageViews } from './coverage-views.js';
import { ExportMenu } from './export-menu.js';
import { CoverageWords } from './coverage-words.js';
import { LevelPlace } from './level-place.js';
import { LevelTable } from './level-table.js';
import { type Node, type Report } from './coverage-tree-rows.js';
import { SkillFilter } from './skill-filter.js';
import { Recruit } from '../recruiting/recruit.js';

const CoveragePageQuery = graphql(`
  query CoveragePage($asOf: Day, $by: CoverageCut!, $basis: CoverageBasis, $skill: String) {
    coverage(asOf: $asOf, by: $by, basis: $basis, skill: $skill) {
      asOf
      isPast
      by
      basis
      headline {
        totalSentence
        gapSentence
        spreadSentence
        rule
        people
        shortUnits
        peopleCovered
        effectiveSentence
        lastImportAt
        isStale
      }
      gapIds
      nodes {
        id
        code
        name
        parentId
        depth
        childCount
        people
        champions
        targetRatio
        required
        gap
        surplus
        state
        shownState
        ratioText
        coverageRatio
        belowText
        worstBelowId
        peopleCovered
        uncoveredPeople
        effectiveChampions
      }
      pooled {
        sharedWithId
        unitIds
        people
        champions
        sentence
      }
    }
  }
`);

const VIEWS = [
  { value: 'gaps', label: 'Gaps' },
  { value: 'all', label: 'All units' },
  { value: 'site', label: 'By site' },
  { value: 'level', label: 'By level' },
];

/** Everything that chooses what is shown; it stands in the address. */
export const COVERAGE_URL = {
  view: 'gaps',
  asOf: '',
  basis: '',
  skill: '',
  unit: '',
  site: '',
  text: '',
  lacking: '',
  sort: 'gap',
  dir: 'descending',
  open: [] as string[],
  closed: [] as string[],
  recruit: '',
};

/** Of these, what leaves something out. */
const FILTERS = ['text', 'asOf', 'basis', 'lacking', 'skill', 'unit', 'site'] as const;

export function CoveragePage() {
  const [url, setUrl] = useUrlState(COVERAGE_URL);
  const by = url.view === 'site' ? 'LOCATION' : 'UNIT';
  const on = {
    asOf: url.asOf || null,
    basis: url.basis === 'records' ? ('RECORDS' as const) : ('SHOWN' as const),
    skill: url.skill || null,
  };
  const isByLevel = url.view === 'level';
  const figure = useRef<HTMLDivElement>(null);
  const page = usePageQuery(CoveragePageQuery, {
    variables: { ...on, by },
  });
  const report = page.data?.coverage;
  const shown = report ? shownNodes(report, url) : [];
  const recruiting = report?.nodes.find(({ id }) => id === url.recruit);

  return (
    <Page
      title="Coverage"
      width="wide"
      actions={
        <>
          {!isByLevel && (
            <ExportMenu
              name="coverage"
              title={by === 'UNIT' ? 'Coverage by unit' : 'Coverage by site'}
              asOf={report?.asOf ?? ''}
              filters={filtersInWords(url)}
              header={CSV_HEADER}
              rows={() => (report ? csvRows(report, shown) : [])}
              figure={figure}
            />
          )}
          <LinkButton to="/champions?name=1">Name a champion</LinkButton>
        </>
      }
    >
      <CoverageViews />
      <Faces
        of={page}
        skeleton={<SkeletonTable rows={10} columns={6} />}
        isEmpty={({ coverage }) => coverage.nodes.length === 0 && coverage.headline.people === 0}
        empty={
          <EmptyState
            title="No staff list yet"
            action={
              <LinkButton to="/import" variant="primary">
                Import your people
              </LinkButton>
            }
          >
            Coverage counts champions against people, unit by unit. It starts with your staff list.
          </EmptyState>
        }
      >
        {({ coverage }) => (
          <Stack gap="24">
            <CoverageWords report={coverage} skill={url.skill} />
            <div>
              <SegmentedControl
                aria-label="View"
                data={VIEWS}
                value={url.view}
                onChange={(view) => setUrl({ view, recruit: '' })}
              />
            </div>
            <FilterBar
              label="Coverage"
              result={isByLevel ? undefined : shownInWords(shown.length, url.view)}
              onReset={
                FILTERS.some((name) => url[name] !== '')
                  ? () => setUrl(Object.fromEntries(FILTERS.map((name) => [name, ''])))
                  : undefined
              }
            >
              {!isByLevel && (
                <TextInput
                  label="Find"
                  value={url.text}
                  onChange={(event) => setUrl({ text: event.currentTarget.value })}
                />
              )}
              <DateField
                label="As of"
                value={url.asOf || coverage.asOf}
                onChange={(event) => setUrl({ asOf: event.currentTarget.value })}
              />
              <SkillFilter value={url.skill} onChange={(skill) => setUrl({ skill })} />
              {isByLevel && <LevelPlace units={coverage.nodes} url={url} onChange={setUrl} />}
              {url.asOf && (
                <div className="champions-filter-check">
                  <Checkbox
                    label="With later corrections"
                    checked={url.basis === 'records'}
                    onChange={(event) =>
                      setUrl({ basis: event.currentTarget.checked ? 'records' : '' })
                    }
                  />
                </div>
              )}
              {url.view === 'all' && (
                <div className="champions-filter-check">
                  <Checkbox
                    label="Only branches with a gap"
                    checked={url.lacking === 'yes'}
                    onChange={(event) =>
                      setUrl({ lacking: event.currentTarget.checked ? 'yes' : '' })
                    }
                  />
                </div>
              )}
            </FilterBar>
            {isByLevel ? (
              <LevelTable
                day={coverage.asOf}
                on={{ ...on, unitId: url.unit || null, locationId: url.site || null }}
                filters={filtersInWords(url)}
              />
            ) : (
              <Figure frame={figure}>
                <CoverageView report={coverage} nodes={shown} url={url} setUrl={setUrl} />
              </Figure>
            )}
          </Stack>
        )}
      </Faces>
      {recruiting && (
        <Recruit
          {...(report?.by === 'LOCATION'
            ? { locationId: recruiting.id }
            : { unitId: recruiting.id })}
          name={recruiting.name}
          onClose={() => setUrl({ recruit: '' })}
        />
      )}
    </Page>
  );
}

function filtersInWords({ text, view, skill }: { text: string; view: string; skill: string }) {
  const filters = [
    ...(text ? [`Name contains "${text}"`] : []),
    ...(skill ? [`Only champions good at ${skill}`] : []),
    ...(view === 'gaps' ? ['Units with a gap'] : []),
  ];
  return filters.length > 0 ? filters.join('; ') : 'None';
}

function shownNodes(report: Report, { view, text }: { view: string; text: string }): Node[] {
  const byId = new Map(report.nodes.map((node) => [node.id, node]));
  const all = view === 'gaps' ? report.gapIds.flatMap((id) => byId.get(id) ?? []) : report.nodes;
  const wanted = text.trim().toLocaleLowerCase();
  return all.filter(({ name, code }) => `${name} ${code}`.toLocaleLowerCase().includes(wanted));
}

function shownInWords(count: number, view: string): string {
  const noun = view === 'site' ? ['site', 'sites'] : ['unit', 'units'];
  return `${formatNumber(count)} ${count === 1 ? noun[0] : noun[1]}`;
}
