import {
  Card,
  DataTable,
  FactList,
  Faces,
  Page,
  SkeletonCard,
  Stack,
  Text,
  type Column,
} from '@flipside/ui';
import { formatNumber, graphql, usePageQuery } from '@flipside/platform-web';
import './sessions.css';

const Previews = graphql(`
  query MailPreviews {
    sessionMailPreviews {
      occasion
      subject
      text
    }
    reminderCounts {
      waiting
      sent
      notNeeded
      tooLate
    }
    mailTopicCounts {
      id
      label
      collected
      silenced
    }
  }
`);

/** What do people get from us? */
export function MailPreviewsPage() {
  const page = usePageQuery(Previews);
  return (
    <Page
      title="Mail previews"
      lead="What people are sent about their sessions, with invented names and times. Nothing is sent from here."
      width="reading"
    >
      <Faces of={page} skeleton={<SkeletonCard />}>
        {({ sessionMailPreviews, reminderCounts, mailTopicCounts }) => (
          <Stack gap="16">
            <ReminderFigures counts={reminderCounts} topics={mailTopicCounts} />
            {sessionMailPreviews.map((mail) => (
              <Card as="section" key={mail.occasion} eyebrow={mail.occasion} title={mail.subject}>
                <Stack gap="8">
                  {mail.text.split('\n\n').map((paragraph) => (
                    <Text key={paragraph}>{paragraph}</Text>
                  ))}
                </Stack>
              </Card>
            ))}
          </Stack>
        )}
      </Faces>
    </Page>
  );
}

interface Counts {
  waiting: number;
  sent: number;
  notNeeded: number;
  tooLate: number;
}

interface TopicCount {
  id: string;
  label: string;
  collected?: number | null | undefined;
  silenced?: number | null | undefined;
}

/** Fewer than five are not counted out: they could be guessed. */
const people = (count: number | null | undefined): string =>
  count === null || count === undefined ? 'fewer than 5' : formatNumber(count);

/** How many reminders there are, and how many people chose otherwise; never who. */
function ReminderFigures({ counts, topics }: { counts: Counts; topics: readonly TopicCount[] }) {
  return (
    <Card as="section" title="Reminders">
      <Stack gap="16">
        <FactList
          facts={[
            { label: 'Waiting for their moment', value: formatNumber(counts.waiting) },
            { label: 'Sent in 30 days', value: formatNumber(counts.sent) },
            { label: 'Not needed any more', value: formatNumber(counts.notNeeded) },
            { label: 'Too late', value: formatNumber(counts.tooLate) },
          ]}
        />
        <DataTable
          caption="What people chose; who chose it stays theirs"
          columns={TOPIC_COLUMNS}
          rows={topics}
          rowKey={({ id }) => id}
        />
      </Stack>
    </Card>
  );
}

const TOPIC_COLUMNS: Column<TopicCount>[] = [
  { id: 'topic', header: 'About', isRowHeader: true, cell: ({ label }) => label },
  { id: 'collected', header: 'Once a day', cell: ({ collected }) => people(collected) },
  { id: 'silenced', header: 'Never', cell: ({ silenced }) => people(silenced) },
];
