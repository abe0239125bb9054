import { formatNumber, graphql, useDates, usePageQuery, useUrlState } from '@flipside/platform-web';
import {
  Alert,
  Badge,
  Button,
  DataTable,
  EmptyState,
  Faces,
  FilterBar,
  LoadingFace,
  LoadMore,
  Page,
  PersonName,
  Select,
  SkeletonCard,
  SkeletonTable,
  Stack,
  Text,
  type Column,
} from '@flipside/ui';

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
  const total = page.data?.inboundMails.totalCount;
  const columns: Column<Mail>[] = [
    { id: 'at', header: 'Came', isRowHeader: true, cell: (mail) => dates.moment(mail.receivedAt) },
    {
      id: 'what',
      header: 'What it was',
      cell: ({ what, from }) => <PersonName name={what} note={from ?? 'no single sender'} />,
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
      lead="What calendars and people sent to the mailbox that invitations come from. Subjects and words are never kept."
    >
      <Stack gap="16">
        {!way && page.status === 'loading' && (
          <LoadingFace>
            <SkeletonCard height={4} />
          </LoadingFace>
        )}
        {way && <Way way={way} />}
        <FilterBar
          label="Find mails"
          result={
            total === undefined
              ? undefined
              : `${formatNumber(total)} ${total === 1 ? 'mail' : 'mails'}`
          }
          onReset={isChanged ? reset : undefined}
        >
          <Select
            label="Show"
            data={[
              { value: '', label: 'All mails' },
              { value: 'refused', label: 'Only those with which nothing was done' },
            ]}
            value={filter.show}
            onChange={(show) => setFilter({ show: show ?? '' })}
          />
        </FilterBar>
        <Faces
          of={page}
          skeleton={<SkeletonTable rows={6} columns={4} />}
          isEmpty={(data) => data.inboundMails.totalCount === 0}
          empty={
            isChanged ? (
              <EmptyState
                title="Nothing was refused"
                action={<Button onClick={reset}>Show all mails</Button>}
              >
                Every mail that came was understood.
              </EmptyState>
            ) : (
              <EmptyState title="Nothing came yet">
                Answers of calendar programs show up here once somebody accepts an invitation.
              </EmptyState>
            )
          }
        >
          {({ inboundMails: { edges, pageInfo, totalCount } }) => (
            <DataTable
              caption="Incoming mails"
              columns={columns}
              rows={edges.map((edge) => edge.node)}
              rowKey={(mail) => mail.id}
              footer={
                pageInfo.hasNextPage && (
                  <LoadMore
                    isBusy={page.isLoadingMore}
                    onLoad={() => void page.loadMore('inboundMails')}
                    rest={`${formatNumber(edges.length)} of ${formatNumber(totalCount)}`}
                  />
                )
              }
            />
          )}
        </Faces>
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
