import {
  downloadCsv,
  downloadWorkbook,
  formatCalendarDay,
  graphql,
  usePageQuery,
  useViewer,
  type CsvCell,
} from '@flipside/platform-web';
import {
  Badge,
  Button,
  DataTable,
  EmptyState,
  Faces,
  IconDownload,
  Link,
  LinkButton,
  Menu,
  Page,
  SkeletonTable,
  Stack,
  Text,
  type Column,
} from '@flipside/ui';
import { STATES } from './health-words.js';

const PairingHealthQuery = graphql(`
  query PairingHealth {
    pairingHealth {
      foundOn
      weightsVersion
      pairings {
        pairingId
        executiveName
        championName
        state
        reasons
        sinceOn
      }
    }
  }
`);

interface Row {
  pairingId: string;
  executiveName: string;
  championName: string;
  state: keyof typeof STATES;
  reasons: readonly string[];
  sinceOn: string;
}

const DEFINITION =
  'At risk by rule: two sessions in a row called off by the executive, none in two fortnights, or one of the two said that they do not fit. Otherwise a score of rhythm (35), reliability (20), usefulness (20), next steps done within 45 days (15) and hands-on time (10); what is missing is left out and the others count for the whole. Usefulness and hands-on time are the two people’s own and count without being named; usefulness only once both have answered twice, in as many pairings as the small-group limit. A state changes when the score is five points past its border. Never for an appraisal.';

const COLUMNS: Column<Row>[] = [
  {
    id: 'pairing',
    header: 'Pairing',
    isRowHeader: true,
    cell: ({ executiveName, championName }) => `${executiveName} with ${championName}`,
  },
  {
    id: 'state',
    header: 'State',
    cell: ({ state }) => <Badge tone={STATES[state].tone}>{STATES[state].word}</Badge>,
  },
  {
    id: 'reasons',
    header: 'Why',
    cell: ({ reasons }) => (
      <Stack gap="2">
        {reasons.map((reason) => (
          <span key={reason}>{reason}</span>
        ))}
      </Stack>
    ),
  },
  { id: 'since', header: 'Since', cell: ({ sinceOn }) => formatCalendarDay(sinceOn) },
];

/** How is each pairing doing, and why? */
export function HealthPage() {
  const page = usePageQuery(PairingHealthQuery);
  const report = page.data?.pairingHealth;
  return (
    <Page
      title="Pairing health"
      lead="Those that need a look first. States and reasons, no words that anybody wrote, and no score."
      width="wide"
      actions={report && report.pairings.length > 0 && <ExportHealth {...report} />}
    >
      <Faces
        of={page}
        skeleton={<SkeletonTable rows={6} columns={4} />}
        isEmpty={(data) => data.pairingHealth.pairings.length === 0}
        empty={
          <EmptyState
            title="No pairing has been looked at yet"
            action={<LinkButton to="/rhythm">See who meets</LinkButton>}
          >
            Every night each pairing with a rhythm is looked at once, from the day its first session
            is booked.
          </EmptyState>
        }
      >
        {({ pairingHealth: { pairings, foundOn } }) => (
          <Stack gap="16">
            <DataTable
              caption="Pairings by health"
              columns={COLUMNS}
              rows={pairings}
              rowKey={(row) => row.pairingId}
            />
            <Text size="sm" tone="muted">
              {DEFINITION} n = {pairings.length} pairings, data up to{' '}
              {foundOn && formatCalendarDay(foundOn)}.{' '}
              <Link to="/rhythm">Offer help on Rhythm</Link>
            </Text>
          </Stack>
        )}
      </Faces>
    </Page>
  );
}

interface ExportHealthProps {
  foundOn?: string | null;
  weightsVersion: number;
  pairings: readonly Row[];
}

function ExportHealth({ foundOn, weightsVersion, pairings }: ExportHealthProps) {
  const viewer = useViewer();
  const header = ['Executive', 'Champion', 'State', 'First reason', 'Second reason', 'Since'];
  const rows = (): CsvCell[][] =>
    pairings.map(({ executiveName, championName, state, reasons, sinceOn }) => [
      executiveName,
      championName,
      STATES[state].word,
      reasons[0] ?? '',
      reasons[1] ?? '',
      sinceOn,
    ]);
  const about: [string, string][] = [
    ['What', 'Pairing health'],
    ['Definition', DEFINITION],
    ['Data date', foundOn ?? ''],
    ['Weights', `version ${weightsVersion}`],
    ['Contains names', 'yes'],
    ['Exported by', viewer.name],
  ];
  const file = `pairing-health-${foundOn ?? ''}`;
  const icon = <IconDownload size={16} aria-hidden />;
  return (
    <Menu
      trigger={<Button>Export</Button>}
      entries={[
        {
          label: 'Excel',
          icon,
          onSelect: () => void downloadWorkbook(`${file}.xlsx`, header, rows(), about),
        },
        {
          label: 'CSV, semicolons, with notes',
          icon,
          onSelect: () => downloadCsv(`${file}.csv`, header, rows(), { separator: ';', about }),
        },
      ]}
    />
  );
}
