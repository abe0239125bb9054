import { formatNumber, graphql, useDates, usePageQuery } from '@flipside/platform-web';
import type { NetworkLoadQuery } from '@flipside/platform-web/gql';
import {
  Badge,
  type Column,
  DataTable,
  EmptyState,
  LinkButton,
  Faces,
  Headline,
  Link,
  Section,
  SkeletonTable,
  Stack,
  Text,
} from '@flipside/ui';
import { askedKindInWords, hoursInWords } from './asked-now.js';
import { OverSection } from './over-section.js';

const NetworkLoad = graphql(`
  query NetworkLoad {
    networkLoad {
      asOf
      champions
      askedHours
      agreedHours
      sentence
      loads {
        personId
        name
        unitName
        askedHours
        agreedHours
        isOver
      }
      over {
        personId
        name
        agreedHours
        hoursOver
        since
        isByFewerHours
        beyond {
          kind
          askId
          on
          hours
        }
        reason
      }
      offers {
        personId
        name
        agreedHours
        wantedHours
      }
      overrides {
        id
        championId
        championName
        kind
        hoursOver
        reason
        actorName
        at
      }
    }
  }
`);

type Load = NetworkLoadQuery['networkLoad'];
type Champion = Load['loads'][number];

const columns: Column<Champion>[] = [
  {
    id: 'name',
    header: 'Champion',
    isRowHeader: true,
    cell: ({ personId, name }) => <Link to={`/champions/${personId}`}>{name}</Link>,
  },
  { id: 'unit', header: 'Unit', phone: 'line', cell: ({ unitName }) => unitName ?? '' },
  {
    id: 'asked',
    header: 'Asked of agreed',
    align: 'end',
    phone: 'line',
    cell: ({ askedHours, agreedHours }) =>
      `${formatNumber(askedHours)} of ${hoursInWords(agreedHours)}`,
  },
  {
    id: 'state',
    header: 'State',
    phone: 'aside',
    cell: ({ askedHours, agreedHours, isOver }) =>
      isOver ? (
        <Badge tone="outline">
          {hoursInWords(Math.round((askedHours - agreedHours) * 10) / 10)} over
        </Badge>
      ) : askedHours === agreedHours ? (
        <Badge tone="neutral">Full</Badge>
      ) : (
        'Has room'
      ),
  },
];

/** Load against agreed time over the whole network, and what went beyond it with whose reason. */
export function LoadSection() {
  const page = usePageQuery(NetworkLoad);
  return (
    <Section title="Fair load">
      <Faces
        of={page}
        skeleton={<SkeletonTable rows={6} columns={4} />}
        isEmpty={({ networkLoad }) => networkLoad.champions === 0}
        empty={
          <EmptyState
            level={3}
            title="No active champions yet"
            action={<LinkButton to="/recruiting">See nominations</LinkButton>}
          >
            How much is asked of champions shows here as soon as the first one is at work.
          </EmptyState>
        }
      >
        {({ networkLoad }) => (
          <Stack gap="24">
            <Headline notes="Hours of the fullest four weeks around today, with time to prepare. All asks count: pairings, help requests, office hours, demos, judging. Resting champions are left out. Gini is 0 when all carry the same and near 1 when one carries everything: under 0.3 counts as even, from 0.5 as very uneven.">
              {`${formatNumber(networkLoad.askedHours)} of ${formatNumber(networkLoad.agreedHours)} agreed hours are asked. ${networkLoad.sentence}`}
            </Headline>
            <OverSection over={networkLoad.over} asOf={networkLoad.asOf} />
            <DataTable
              caption="Champions with the least room"
              isCaptionShown
              columns={columns}
              rows={networkLoad.loads.slice(0, SHOWN)}
              rowKey={({ personId }) => personId}
            />
            <Offers offers={networkLoad.offers} />
            <Overrides overrides={networkLoad.overrides} />
          </Stack>
        )}
      </Faces>
    </Section>
  );
}

const SHOWN = 12;

/** Champions who would give more than was approved; answered on their page. */
function Offers({ offers }: { offers: Load['offers'] }) {
  if (offers.length === 0) return null;
  return (
    <DataTable
      caption="Offers of more time, waiting for your answer"
      isCaptionShown
      rows={offers}
      rowKey={({ personId }) => personId}
      columns={[
        {
          id: 'champion',
          header: 'Champion',
          isRowHeader: true,
          cell: ({ personId, name }) => <Link to={`/champions/${personId}`}>{name}</Link>,
        },
        {
          id: 'agreed',
          header: 'Agreed',
          align: 'end',
          phone: 'line',
          cell: ({ agreedHours }) => hoursInWords(agreedHours),
        },
        {
          id: 'offered',
          header: 'Offered',
          align: 'end',
          phone: 'aside',
          cell: ({ wantedHours }) => hoursInWords(wantedHours),
        },
      ]}
    />
  );
}

function Overrides({ overrides }: { overrides: Load['overrides'] }) {
  const dates = useDates();
  if (overrides.length === 0) {
    return (
      <Text tone="muted">
        In the last four weeks nothing was asked beyond what a champion had agreed to by then.
      </Text>
    );
  }
  return (
    <DataTable
      caption="Asked beyond what was agreed, last four weeks"
      isCaptionShown
      rows={overrides}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'champion',
          header: 'Champion',
          isRowHeader: true,
          cell: ({ championId, championName }) => (
            <Link to={`/champions/${championId}`}>{championName}</Link>
          ),
        },
        { id: 'what', header: 'For', phone: 'line', cell: ({ kind }) => askedKindInWords(kind, 1) },
        {
          id: 'over',
          header: 'Beyond',
          align: 'end',
          phone: 'aside',
          cell: ({ hoursOver }) => hoursInWords(hoursOver),
        },
        { id: 'why', header: 'Why', phone: 'line', cell: ({ reason }) => reason },
        {
          id: 'who',
          header: 'Decided by',
          phone: 'line',
          cell: ({ actorName, at }) => [actorName, dates.day(at)].filter(Boolean).join(', '),
        },
      ]}
    />
  );
}
