import { graphql, useDates, usePageQuery, useUrlState } from '@flipside/platform-web';
import {
  Alert,
  Badge,
  Button,
  LoadingFace,
  Page,
  PersonName,
  Select,
  SkeletonCard,
  Stack,
  TextInput,
  type Column,
} from '@flipside/ui';
import { MailList } from '@flipside/sessions-web/mail-list';
import { MailSheet } from './mail-sheet.js';
import { mailStateInWords, MAIL_STATES, type MailState } from './mail-words.js';

const Outbox = graphql(`
  query Outbox($filter: MailFilter, $after: String) {
    mailDelivery {
      isConfigured
      server
      from
      advice
      counts {
        state
        count
      }
    }
    mailMessages(filter: $filter, first: 50, after: $after) {
      totalCount
      edges {
        node {
          id
          kind
          state
          toName
          toEmail
          subject
          createdAt
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
  kind: string;
  state: MailState;
  toName: string;
  toEmail: string;
  subject: string;
  createdAt: string;
}

/** Mails as they were decided: kept where no mail server is set, to be read and tried again. */
export function OutboxPage() {
  const dates = useDates();
  const [filter, setFilter, { isChanged, reset }] = useUrlState({ text: '', state: '', mail: '' });
  const page = usePageQuery(Outbox, {
    variables: {
      filter: { text: filter.text || null, state: (filter.state || null) as MailState | null },
    },
  });
  const columns: Column<Mail>[] = [
    {
      id: 'subject',
      header: 'Subject',
      isRowHeader: true,
      cell: ({ id, subject }) => (
        <Button variant="quiet" size="small" onClick={() => setFilter({ mail: id })}>
          {subject}
        </Button>
      ),
    },
    {
      id: 'to',
      header: 'To',
      cell: ({ toName, toEmail }) => <PersonName name={toName} note={toEmail} />,
    },
    {
      id: 'at',
      header: 'Written',
      isUnbroken: true,
      cell: ({ createdAt }) => dates.moment(createdAt),
    },
    {
      id: 'state',
      header: 'State',
      phone: 'aside',
      cell: ({ state }) => (
        <Badge tone={state === 'FAILED' ? 'short' : 'neutral'}>{mailStateInWords(state)}</Badge>
      ),
    },
  ];
  return (
    <Page title="Outbox" width="wide" lead="Every mail of this installation, latest first.">
      <Stack gap="16">
        {!page.data && page.status === 'loading' && (
          <LoadingFace>
            <SkeletonCard height={4} />
          </LoadingFace>
        )}
        {page.data && !page.data.mailDelivery.isConfigured && (
          <Alert tone="warning" title="Mails reach nobody yet">
            {page.data.mailDelivery.advice}
          </Alert>
        )}
        <MailList
          page={page}
          mails={({ mailMessages }) => mailMessages}
          onLoadMore={() => page.loadMore('mailMessages')}
          caption="Mails"
          columns={columns}
          filters={
            <>
              <TextInput
                label="Recipient or subject"
                type="search"
                value={filter.text}
                onChange={(event) => setFilter({ text: event.currentTarget.value })}
              />
              <Select
                label="State"
                data={[{ value: '', label: 'Any state' }, ...MAIL_STATES]}
                value={filter.state}
                onChange={(state) => setFilter({ state: state ?? '' })}
              />
            </>
          }
          isFiltered={isChanged}
          onReset={reset}
          resetLabel="Clear filters"
          noMatch={{
            title: 'No mail matches',
            text: 'Try part of a name, an address or a subject.',
          }}
          nothing={{
            title: 'No mail yet',
            text: 'Invitations and sign-in links show up here.',
          }}
        />
      </Stack>
      {filter.mail && (
        <MailSheet key={filter.mail} id={filter.mail} onClose={() => setFilter({ mail: '' })} />
      )}
    </Page>
  );
}
