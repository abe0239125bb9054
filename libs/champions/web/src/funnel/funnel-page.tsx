import { formatNumber, graphql, usePageQuery } from '@flipside/platform-web';
import type { FunnelPageQuery } from '@flipside/platform-web/gql';
import {
  type Column,
  DataTable,
  EmptyState,
  Faces,
  Headline,
  LinkButton,
  Page,
  Section,
  SkeletonTable,
  Stack,
} from '@flipside/ui';
import '../champions.css';
import { daysInWords, SOURCE_WORDS, STAGE_WORDS } from '../champion-words.js';
import { ExportMenu } from '../coverage/export-menu.js';

const FunnelDocument = graphql(`
  query FunnelPage {
    nominationFunnel {
      asOf
      stages {
        stage
        entered
        movedOn
        stopped
        waiting
        medianDays
        ninetiethDays
        stoppedMedianDays
        longestDays
        cohorts {
          month
          entered
          movedOn
          stopped
          waiting
        }
      }
      sources {
        source
        nominated
        decided
        accepted
      }
      decisions {
        targetDays
        decided
        inTime
        overdue
      }
    }
  }
`);

type Funnel = FunnelPageQuery['nominationFunnel'];
type Stage = Funnel['stages'][number];
type Source = Funnel['sources'][number];
type Cohort = Stage['cohorts'][number];

/** How nominations went: what became of those who entered a stage, how long it took, and who proposed them. */
export function FunnelPage() {
  const page = usePageQuery(FunnelDocument);
  const funnel = page.data?.nominationFunnel;
  return (
    <Page
      title="How recruiting goes"
      width="wide"
      breadcrumb={[{ label: 'Recruiting', to: '/recruiting' }]}
      actions={
        <ExportMenu
          name="nomination-funnel"
          title="How nominations of the last two years went"
          asOf={funnel?.asOf ?? ''}
          filters="Nominations of the last two years, by month of entering a stage"
          header={['Stage', 'Month', 'Entered', 'Moved on', 'Stopped', 'Waiting']}
          rows={() =>
            (funnel?.stages ?? []).flatMap(({ stage, cohorts }) =>
              cohorts.map(({ month, entered, movedOn, stopped, waiting }) => [
                STAGE_WORDS[stage],
                month,
                entered,
                movedOn,
                stopped,
                waiting,
              ]),
            )
          }
        />
      }
    >
      <Faces
        of={page}
        skeleton={<SkeletonTable rows={6} columns={6} />}
        isEmpty={({ nominationFunnel }) => nominationFunnel.sources.length === 0}
        empty={
          <EmptyState
            title="No nominations yet"
            action={<LinkButton to="/coverage">Find a gap to recruit for</LinkButton>}
          >
            Once people are nominated, this page shows how many become champions and how long it
            takes.
          </EmptyState>
        }
      >
        {({ nominationFunnel }) => (
          <Stack gap="32">
            <Headline notes={NOTES}>{finding(nominationFunnel)}</Headline>
            <Section title="Stage by stage">
              <DataTable
                caption="Stages"
                columns={stageColumns}
                rows={nominationFunnel.stages.filter(({ entered }) => entered > 0)}
                rowKey={({ stage }) => stage}
              />
            </Section>
            <Section title="Who proposed" lead="Self-nominations go the same way as all others.">
              <DataTable
                caption="Sources"
                columns={sourceColumns}
                rows={nominationFunnel.sources}
                rowKey={({ source }) => source}
              />
            </Section>
            <Cohorts stages={nominationFunnel.stages} />
          </Stack>
        )}
      </Faces>
    </Page>
  );
}

const NOTES =
  'Nominations of the last two years. Whoever entered a stage is followed, whatever the month in which they went on. Days count those still waiting as unfinished; who declined or withdrew is shown apart, because fast answers would make a stage look quick.';

/** "12 of 30 nominations are decided, 9 of them within 28 days; 2 wait for longer." */
function finding({ sources, decisions }: Funnel): string {
  const nominated = sources.reduce((sum, source) => sum + source.nominated, 0);
  const accepted = sources.reduce((sum, source) => sum + source.accepted, 0);
  const { decided, inTime, overdue, targetDays } = decisions;
  const waiting = overdue > 0 ? ` ${formatNumber(overdue)} wait for longer.` : '';
  return `${formatNumber(accepted)} of ${formatNumber(nominated)} nominations became champions. ${formatNumber(inTime)} of ${formatNumber(decided)} decisions came within ${targetDays} days.${waiting}`;
}

const days = (count: number | null | undefined): string =>
  count == null ? '–' : daysInWords(count);

const stageColumns: Column<Stage>[] = [
  { id: 'stage', header: 'Stage', isRowHeader: true, cell: ({ stage }) => STAGE_WORDS[stage] },
  {
    id: 'moved',
    header: 'Moved on',
    align: 'end',
    phone: 'aside',
    cell: ({ movedOn, entered }) => `${formatNumber(movedOn)} of ${formatNumber(entered)}`,
  },
  {
    id: 'median',
    header: 'Half within',
    align: 'end',
    cell: ({ medianDays }) => days(medianDays),
  },
  {
    id: 'ninetieth',
    header: 'Nine in ten within',
    align: 'end',
    cell: ({ ninetiethDays }) => days(ninetiethDays),
  },
  {
    id: 'waiting',
    header: 'Waiting',
    align: 'end',
    cell: ({ waiting, longestDays }) =>
      waiting === 0 ? '0' : `${formatNumber(waiting)}, longest ${daysInWords(longestDays)}`,
  },
  {
    id: 'stopped',
    header: 'Declined or withdrew',
    align: 'end',
    cell: ({ stopped, stoppedMedianDays }) =>
      stopped === 0 ? '0' : `${formatNumber(stopped)}, half within ${days(stoppedMedianDays)}`,
  },
];

const sourceColumns: Column<Source>[] = [
  { id: 'source', header: 'Source', isRowHeader: true, cell: ({ source }) => SOURCE_WORDS[source] },
  {
    id: 'nominated',
    header: 'Nominated',
    align: 'end',
    cell: ({ nominated }) => formatNumber(nominated),
  },
  {
    id: 'accepted',
    header: 'Became champions',
    align: 'end',
    phone: 'aside',
    cell: ({ accepted, decided }) =>
      `${formatNumber(accepted)} of ${formatNumber(decided)} whose way is over`,
  },
];

const cohortColumns: Column<Cohort>[] = [
  { id: 'month', header: 'Nominated in', isRowHeader: true, cell: ({ month }) => monthOf(month) },
  { id: 'entered', header: 'People', align: 'end', cell: ({ entered }) => formatNumber(entered) },
  {
    id: 'moved',
    header: 'Moved on',
    align: 'end',
    phone: 'aside',
    cell: ({ movedOn }) => formatNumber(movedOn),
  },
  {
    id: 'stopped',
    header: 'Declined or withdrew',
    align: 'end',
    cell: ({ stopped }) => formatNumber(stopped),
  },
  { id: 'waiting', header: 'Waiting', align: 'end', cell: ({ waiting }) => formatNumber(waiting) },
];

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const monthOf = (month: string): string => MONTH.format(new Date(`${month}-01T00:00:00Z`));

/** The first stage by month: later months are still under way and must not be read as worse. */
function Cohorts({ stages }: { stages: Stage[] }) {
  const cohorts = stages.find(({ stage }) => stage === 'NOMINATED')?.cohorts ?? [];
  if (cohorts.length === 0) return null;
  return (
    <Section
      title="Month by month"
      lead="Recent months are still under way: compare them once nobody waits."
    >
      <DataTable
        caption="Nominations by month"
        columns={cohortColumns}
        rows={[...cohorts].reverse()}
        rowKey={({ month }) => month}
      />
    </Section>
  );
}
