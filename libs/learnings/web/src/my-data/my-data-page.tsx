import {
  formatCalendarDay,
  graphql,
  useAction,
  useApolloClient,
  useDates,
  usePageQuery,
} from '@flipside/platform-web';
import {
  ActionNotice,
  Button,
  DataTable,
  Faces,
  Modal,
  Page,
  Row,
  Section,
  SkeletonTable,
  Stack,
  Text,
  useToast,
  type Column,
} from '@flipside/ui';
import { useState } from 'react';

const MyDataQuery = graphql(`
  query MyData {
    myData {
      kind
      name
      readers
      kept
      nextGoesOn
      count
    }
    looksAtMe {
      viewerName
      what
      at
    }
  }
`);

const DownloadQuery = graphql(`
  query MyDataDownload {
    myDataDownload
  }
`);

const DeleteMyNotesMutation = graphql(`
  mutation DeleteMyNotes {
    deleteMyNotes {
      count
    }
  }
`);

interface Kind {
  kind: string;
  name: string;
  readers: string;
  kept: string;
  nextGoesOn: string | null;
  count: number;
}

const COLUMNS: Column<Kind>[] = [
  { id: 'name', header: 'What', isRowHeader: true, cell: ({ name }) => name },
  { id: 'count', header: 'How many', phone: 'bar', cell: ({ count }) => count },
  { id: 'readers', header: 'Who can read it', cell: ({ readers }) => readers },
  {
    id: 'kept',
    header: 'How long it is kept',
    cell: ({ kept, nextGoesOn }) =>
      nextGoesOn ? `${kept}. The next one goes on ${formatCalendarDay(nextGoesOn)}` : kept,
  },
];

const WHAT: Readonly<Record<string, string>> = {
  pairing: 'your pairing’s record',
  session: 'the facts of your sessions',
  person: 'your record',
  nomination: 'your nomination',
};

const LISTS: Readonly<Record<string, string>> = {
  pairing_list: 'worked with lists in which your pairing stands, last on',
  people_list: 'worked with lists in which your record stands, last on',
};

/** Who opened a record is rarer and says more than who had it in a list; each newest first, as they come. */
const openedFirst = (one: { what: string }, other: { what: string }): number =>
  Number(one.what in LISTS) - Number(other.what in LISTS);

/** What do you hold about me, and who looked? */
export function MyDataPage() {
  const page = usePageQuery(MyDataQuery);
  const dates = useDates();
  return (
    <Page
      title="My data"
      lead="What Flipside holds of you about coaching, who can read it, and who looked."
      breadcrumb={[{ label: 'You', to: '/me' }]}
      actions={<Download />}
    >
      <Faces of={page} skeleton={<SkeletonTable rows={8} columns={4} />}>
        {({ myData, looksAtMe }) => (
          <Stack gap="32">
            <Section title="What is held">
              <DataTable
                caption="Kinds of records"
                columns={COLUMNS}
                rows={myData}
                rowKey={({ kind }) => kind}
              />
            </Section>
            <Section
              title="Who looked"
              lead="Opening one of your records is written down day by day. Lists that say how somebody does by name are written down once a month, with the last day."
            >
              {looksAtMe.length === 0 ? (
                <Text tone="muted">Nobody of the programme has looked at a record of yours.</Text>
              ) : (
                <Stack as="ul" gap="4">
                  {[...looksAtMe].sort(openedFirst).map(({ viewerName, what, at }) => (
                    <li key={`${viewerName}${what}${at}`}>
                      {viewerName} {LISTS[what] ?? `opened ${WHAT[what] ?? what} on`}{' '}
                      {dates.day(at)}.
                    </li>
                  ))}
                </Stack>
              )}
            </Section>
            <DeleteNotes />
          </Stack>
        )}
      </Faces>
    </Page>
  );
}

function Download() {
  const client = useApolloClient();
  const toast = useToast();
  async function download() {
    try {
      const { data } = await client.query({ query: DownloadQuery, fetchPolicy: 'no-cache' });
      const file = new Blob([data?.myDataDownload ?? ''], { type: 'application/json' });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = 'my-flipside-data.json';
      link.click();
      URL.revokeObjectURL(link.href);
    } catch {
      toast({ text: 'The download did not work. Try again.', tone: 'problem' });
    }
  }
  return (
    <Button variant="primary" onClick={() => void download()}>
      Download my data
    </Button>
  );
}

function DeleteNotes() {
  const [isOpen, setOpen] = useState(false);
  const remove = useAction(DeleteMyNotesMutation, {
    said: ({ count }) => `${count} ${count === 1 ? 'note' : 'notes'} removed.`,
    onDone: () => setOpen(false),
  });
  return (
    <Section title="Delete my notes">
      <Stack gap="12">
        <Text>
          Removes every note you wrote beside a session and what you kept of mirror recipes, for
          good. Logs stay, because they belong to both of you.
        </Text>
        <div>
          <Button onClick={() => setOpen(true)}>Delete my notes</Button>
        </div>
      </Stack>
      <Modal isOpen={isOpen} onClose={() => setOpen(false)} title="Delete all my notes?">
        <Stack gap="16">
          <Text>This cannot be undone. Download your data first if you want to keep a copy.</Text>
          <ActionNotice of={remove} />
          <Row gap="8">
            <Button variant="danger" isBusy={remove.isRunning} onClick={() => void remove.run({})}>
              Delete them
            </Button>
            <Button variant="quiet" onClick={() => setOpen(false)}>
              Keep them
            </Button>
          </Row>
        </Stack>
      </Modal>
    </Section>
  );
}
