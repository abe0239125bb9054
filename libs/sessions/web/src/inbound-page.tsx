import { graphql, useDates, usePageQuery, useUrlState } from '@flipside/platform-web';
import {
  Alert,
  Badge,
  LoadingFace,
  Page,
  Select,
  SkeletonCard,
  Stack,
  Text,
  type Column,
} from '@flipside/ui';
import { MailList } from './mail-list.js';

const Inbound = graphql(`
  query Inbound($isRefusedOnly: Boolean, $after: String) {
    inboundWay {
      mailbox
      how
      readAt
      problem
    }
    inboundMails(isRefusedOnly: $isRefusedOnly, first: 50, after: $after) {
      totalCount
      edges {
        node {
          id
          from
          receivedAt
          what
          label
          why
          isRefused
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

interface Mail {
  id: string;
  from?: string | null | undefined;
  receivedAt: string | Date;
  what: string;
  label: string;
  why: string;
  isRefused: boolean;
}

/** What came to our mailbox, and what was made of it? */
export function InboundPage() {
  const dates = useDates();
  const [filter, setFilter, { isChanged, reset }] = useUrlState({ show: '' });
  const page = usePageQuery(Inbound, { variables: { isRefusedOnly: filter.show === 'refused' } });
  const way = page.data?.inboundWay;
  const columns: Column<Mail>[] = [
    {
      id: 'at',
      header: 'Came',
      isRowHeader: true,
      isUnbroken: true,
      cell: (mail) => dates.moment(mail.receivedAt),
    },
    {
      id: 'what',
      header: 'What it was',
      cell: ({ what, from }) => (
        <Text size="sm">
          {what} · {from ?? 'no single sender'}
        </Text>
      ),
    },
    {
      id: 'outcome',
      header: 'What came of it',
      phone: 'aside',
      cell: ({ label, isRefused }) => <Badge tone={isRefused ? 'short' : 'neutral'}>{label}</Badge>,
    },
    { id: 'why', header: 'Why', cell: ({ why }) => <Text size="sm">{why}</Text> },
  ];
  return (
    <Page
      title="Incoming mail"
      width="wide"
      lead="What calendars and people sent to the mailbox that invitations come from. Subjects and words are never kept; of a nomination its reason is, with the nomination."
    >
      <Stack gap="16">
        {!way && page.status === 'loading' && (
          <LoadingFace>
            <SkeletonCard height={4} />
          </LoadingFace>
        )}
        {way && <Way way={way} />}
        <MailList
          page={page}
          mails={({ inboundMails }) => inboundMails}
          onLoadMore={() => page.loadMore('inboundMails')}
          caption="Incoming mails"
          columns={columns}
          filters={
            <Select
              label="Show"
              data={[
                { value: '', label: 'All mails' },
                { value: 'refused', label: 'Only those with which nothing was done' },
              ]}
              value={filter.show}
              onChange={(show) => setFilter({ show: show ?? '' })}
            />
          }
          isFiltered={isChanged}
          onReset={reset}
          resetLabel="Show all mails"
          noMatch={{ title: 'Nothing was refused', text: 'Every mail that came was understood.' }}
          nothing={{
            title: 'Nothing came yet',
            text: 'Answers of calendar programs show up here once somebody accepts an invitation.',
          }}
        />
      </Stack>
    </Page>
  );
}

interface WayFacts {
  mailbox: string;
  how: string;
  readAt?: string | Date | null | undefined;
  problem?: string | null | undefined;
}

function Way({ way }: { way: WayFacts }) {
  const dates = useDates();
  if (way.problem)
    return (
      <Alert tone="warning" title="The mailbox cannot be read">
        {way.problem}. {way.readAt && `It was read last ${dates.moment(way.readAt)}. `}Check
        FLIPSIDE_INBOUND.
      </Alert>
    );
  return (
    <Alert tone="info" title={way.mailbox}>
      {way.how} {way.readAt && `Last read ${dates.moment(way.readAt)}.`}
    </Alert>
  );
}
