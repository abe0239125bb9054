import { Card, FactList, Faces, Page, SkeletonCard, Stack, Text } from '@flipside/ui';
import { formatNumber, graphql, usePageQuery, useViewer } from '@flipside/platform-web';
import './sessions.css';

const Previews = graphql(`
  query MailPreviews($isAdministrator: Boolean!) {
    sessionMailPreviews {
      occasion
      subject
      text
    }
    reminderCounts @include(if: $isAdministrator) {
      waiting
      sent
      notNeeded
      tooLate
    }
  }
`);

/** What do people get from us? */
export function MailPreviewsPage() {
  const isAdministrator = useViewer().roles.includes('ADMINISTRATOR');
  const page = usePageQuery(Previews, { variables: { isAdministrator } });
  return (
    <Page
      title="Mail previews"
      lead="What people are sent about their sessions, with invented names and times. Nothing is sent from here."
      width="reading"
    >
      <Faces of={page} skeleton={<SkeletonCard />}>
        {({ sessionMailPreviews, reminderCounts }) => (
          <Stack gap="16">
            {reminderCounts && <ReminderFigures counts={reminderCounts} />}
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

/** How many reminders there are, for whoever looks after mail. */
function ReminderFigures({ counts }: { counts: Counts }) {
  return (
    <Card as="section" title="Reminders">
      <FactList
        facts={[
          { label: 'Waiting for their moment', value: formatNumber(counts.waiting) },
          { label: 'Sent in 30 days', value: formatNumber(counts.sent) },
          { label: 'Not needed any more', value: formatNumber(counts.notNeeded) },
          { label: 'Too late', value: formatNumber(counts.tooLate) },
        ]}
      />
    </Card>
  );
}
