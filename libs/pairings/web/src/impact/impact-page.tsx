import { dayOfInstant } from '@flipside/kernel';
import { downloadCsv, graphql, usePageQuery, useUrlState, useViewer } from '@flipside/platform-web';
import type { ImpactPageOverviewQuery, ImpactReportPageQuery } from '@flipside/platform-web/gql';
import {
  Button,
  Columns,
  EmptyState,
  Faces,
  IconDownload,
  IconPrinter,
  Page,
  Select,
  SkeletonTable,
  Stack,
  Text,
} from '@flipside/ui';
import '../pairings.css';
import { GroupsSection, LoadGroups } from './groups-section.js';
import { impactTable } from './impact-figures.js';
import { RulesSection } from './rules-section.js';
import { SideSection } from './side-section.js';
import { TryRules } from './try-rules.js';

const ImpactPageOverview = graphql(`
  query ImpactPageOverview {
    impactOverview {
      ...ImpactGroups
      rounds {
        id
        name
        state
        groupedBy
        ...TryRulesRound
      }
    }
  }
`);

const ImpactReportPage = graphql(`
  query ImpactReportPage($roundId: ID!, $attributeIds: [ID!]!) {
    impactReport(roundId: $roundId, attributeIds: $attributeIds) {
      champions {
        ...ImpactSideSection
        ...ImpactRulesSection
      }
      executives {
        ...ImpactSideSection
      }
    }
  }
`);

/** How does matching treat groups of people? */
export function ImpactPage() {
  const page = usePageQuery(ImpactPageOverview);
  const report = useReport(page.data?.impactOverview);
  const refresh = () => void page.refresh();
  return (
    <Page
      title="Impact"
      lead="How rounds treat groups of people: champions first, then executives. Groups are kept apart from matching, which cannot read them; nothing is corrected by group."
      breadcrumb={[{ label: 'Matching', to: '/matching' }]}
      width="wide"
      actions={<TakeAlong report={report} />}
    >
      <Faces
        of={page}
        skeleton={<SkeletonTable rows={5} columns={6} />}
        isEmpty={({ impactOverview }) => impactOverview.attributes.length === 0}
        empty={
          <EmptyState title="No groups loaded yet" action={<LoadGroups onLoaded={refresh} />}>
            Load a file with one row for each person and one column for each kind of group, such as
            working time or site. Choose groups that your company may lawfully look at. Figures
            about few people are never shown, and every reading is noted.
          </EmptyState>
        }
      >
        {({ impactOverview }) => (
          <Stack gap="32">
            <Report overview={impactOverview} report={report} />
            <GroupsSection overview={impactOverview} onChanged={refresh} />
          </Stack>
        )}
      </Faces>
    </Page>
  );
}

/** As many as the server lets a round be looked at by. */
const MOST_KINDS = 2;

type Overview = ImpactPageOverviewQuery['impactOverview'];

/** What the address asks for, as far as the server allows it: a round, and one or two kinds of groups. */
function useReport(overview: Overview | undefined) {
  const { attributes = [], rounds = [] } = overview ?? {};
  const [url, setUrl] = useUrlState({ round: '', by: '', and: '' });
  const round = rounds.find(({ id }) => id === url.round) ?? rounds[0];
  // Two kinds at most: those it was read by, and as many others as there is room for.
  const taken = round?.groupedBy ?? [];
  const offered =
    taken.length < MOST_KINDS ? attributes : attributes.filter(({ name }) => taken.includes(name));
  const first =
    offered.find(({ name }) => taken.includes(name)) ??
    (offered.length > MOST_KINDS ? undefined : offered[0]);
  const by = offered.find(({ id }) => id === url.by) ?? first;
  const crossed = offered.find(({ id }) => id === url.and && id !== by?.id);
  const attributeIds = [by, crossed].flatMap((attribute) => (attribute ? [attribute.id] : []));
  const page = usePageQuery(ImpactReportPage, {
    variables: { roundId: round?.id ?? '', attributeIds },
    isPaused: !round || !by,
  });
  return { round, taken, offered, by, crossed, attributeIds, page, setUrl };
}

type ReportAsked = ReturnType<typeof useReport>;

/** Both sides as a file or on paper, once they are here. */
function TakeAlong({ report: { round, by, page } }: { report: ReportAsked }) {
  const { timeZone } = useViewer();
  const sides = page.data?.impactReport;
  if (!round || !by || !sides) return null;
  return (
    <>
      <Button
        icon={<IconDownload size={16} aria-hidden />}
        onClick={() => download(round, sides, timeZone)}
      >
        CSV
      </Button>
      <Button icon={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
        Print
      </Button>
    </>
  );
}

interface ReportProps {
  overview: Overview;
  report: ReportAsked;
}

function Report({ overview: { attributes, rounds }, report }: ReportProps) {
  const { round, taken, offered, by, crossed, attributeIds, page, setUrl } = report;
  const options = offered.map(({ id, name }) => ({ value: id, label: name }));
  if (!round) return <Text>There is no round with proposals yet.</Text>;
  const isPublished = round.state === 'PUBLISHED';
  return (
    <Stack gap="24">
      <Columns min="14rem" gap="16">
        <Select
          label="Round"
          data={rounds.map(({ id, name }) => ({ value: id, label: name }))}
          value={round.id}
          onChange={(value) => setUrl({ round: value ?? '' })}
        />
        <Select
          label="Grouped by"
          data={by ? options : [{ value: '', label: 'Choose' }, ...options]}
          value={by?.id ?? ''}
          onChange={(value) => setUrl({ by: value ?? '' })}
        />
        {by && offered.length > 1 && (
          <Select
            label="Crossed with"
            data={[
              { value: '', label: 'Nothing' },
              ...options.filter(({ value }) => value !== by?.id),
            ]}
            value={crossed?.id ?? ''}
            onChange={(value) => setUrl({ and: value ?? '' })}
          />
        )}
      </Columns>
      {attributes.length > MOST_KINDS && (
        <Text size="sm" tone="muted">
          {taken.length < MOST_KINDS
            ? 'A round is looked at by two kinds of groups at most, and stays with those it was first read by: a third could single somebody out.'
            : `This round is looked at by ${taken.join(' and ')}: a third kind could single somebody out.`}
        </Text>
      )}
      {by && (
        <Faces of={page} skeleton={<SkeletonTable rows={4} columns={6} />}>
          {({ impactReport: { champions, executives } }) => (
            <Stack gap="32">
              <SideSection
                title="Champions"
                side={champions}
                isChampions
                isPublished={isPublished}
              />
              <SideSection
                title="Executives"
                side={executives}
                isChampions={false}
                isPublished={isPublished}
              />
              {champions.rules && champions.rules.length > 0 && (
                <RulesSection groups={champions.rules} />
              )}
              {round.state === 'REVIEW' && (
                <TryRules key={round.id} round={round} attributeIds={attributeIds} />
              )}
            </Stack>
          )}
        </Faces>
      )}
    </Stack>
  );
}

type Sides = Pick<ImpactReportPageQuery['impactReport'], 'champions' | 'executives'>;

function download(
  { name, state }: { name: string; state: string },
  sides: Sides,
  timeZone: string,
): void {
  const { headers, rows } = impactTable(name, sides, state === 'PUBLISHED');
  downloadCsv(`impact-${dayOfInstant(new Date(), timeZone)}.csv`, headers, rows);
}
