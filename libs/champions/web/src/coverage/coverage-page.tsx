import {
  formatCalendarDay,
  formatNumber,
  graphql,
  useDates,
  usePageQuery,
  useUrlState,
} from '@flipside/platform-web';
import {
  Alert,
  Checkbox,
  DateField,
  EmptyState,
  Faces,
  Figure,
  FilterBar,
  Headline,
  LinkButton,
  Page,
  SegmentedControl,
  SkeletonTable,
  Stack,
  Text,
  TextInput,
} from '@flipside/ui';
import { useRef } from 'react';
import '../champions.css';
import { CSV_HEADER, csvRows } from './coverage-csv.js';
import { CoverageView } from './coverage-view.js';
import { CoverageViews } from './coverage-views.js';
import { ExportMenu } from './export-menu.js';
import { LevelTable } from './level-table.js';
import { type Node, type Report } from './coverage-tree-rows.js';
import { SkillFilter } from './skill-filter.js';
import { Recruit } from '../recruiting/recruit.js';

const CoveragePageQuery = graphql(`
  query CoveragePage($asOf: Day, $by: CoverageCut!, $basis: CoverageBasis, $skill: String) {
    coverage(asOf: $asOf, by: $by, basis: $basis, skill: $skill) {
      asOf
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
  text: '',
  lacking: '',
  sort: 'gap',
  dir: 'descending',
  open: [] as string[],
  closed: [] as string[],
  recruit: '',
};

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
            <Words report={coverage} skill={url.skill} />
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
                url.text || url.asOf || url.lacking || url.skill
                  ? () => setUrl({ text: '', asOf: '', basis: '', lacking: '', skill: '' })
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
              <LevelTable day={coverage.asOf} on={on} filters={filtersInWords(url)} />
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

/** The finding first, then people and what is missing, then the rule and how old the figures are. */
function Words({ report, skill }: { report: Report; skill: string }) {
  const dates = useDates();
  const { headline, asOf, basis } = report;
  const imported = headline.lastImportAt
    ? `Staff list of ${dates.day(headline.lastImportAt)}.`
    : 'No staff list was imported yet.';
  const figures = `${unbroken(headline.totalSentence)} ${headline.gapSentence}`;
  return (
    <>
      {headline.isStale && (
        <Alert
          tone="warning"
          title="The staff list is old"
          action={
            <LinkButton size="small" to="/import">
              Import a new one
            </LinkButton>
          }
        >
          {imported} People may have joined, moved or left since.
        </Alert>
      )}
      <Headline
        notes={
          <>
            {headline.spreadSentence && (
              <Text as="span" weight="medium">
                {figures}{' '}
              </Text>
            )}
            {skill && `Only champions good at ${skill} are counted, as their profiles say today. `}
            {formatNumber(headline.peopleCovered)} of {formatNumber(headline.people)} people are in
            groups that meet their target. {headline.effectiveSentence} {headline.rule}{' '}
            {formatCalendarDay(asOf)}
            {isPast(report) &&
              (basis === 'SHOWN' ? ', as it was shown then' : ', from records as known now')}
            . {imported}
          </>
        }
      >
        {headline.spreadSentence || figures}
      </Headline>
    </>
  );
}

const isPast = ({ asOf }: Report): boolean => asOf < new Date().toISOString().slice(0, 10);

/** Keeps "1 per 22.6" on one line. */
function unbroken(sentence: string): string {
  return sentence.replace(/1 per (?=\d)/gu, '1\u00A0per\u00A0');
}
