import type { SyntheticEvent } from 'react';
import {
  Button,
  Card,
  FactList,
  Faces,
  Page,
  Row,
  SegmentedControl,
  Select,
  SkeletonCard,
  Stack,
  Text,
} from '@flipside/ui';
import {
  formatNumber,
  graphql,
  usePageQuery,
  useUrlState,
  useViewer,
} from '@flipside/platform-web';
import './sessions.css';

const Previews = graphql(`
  query MailPreviews($isAdministrator: Boolean!) {
    mailSamples {
      id
      kind
      occasion
      toName
      subject
      text
      hasInvitation
    }
    reminderCounts @include(if: $isAdministrator) {
      sent
      tooLate
    }
  }
`);

interface Sample {
  id: string;
  kind: string;
  occasion: string;
  toName: string;
  subject: string;
  text: string;
  hasInvitation: boolean;
}

const LOOKS = [
  { value: 'desk', label: 'Desk' },
  { value: 'phone', label: 'Phone' },
  { value: 'text', label: 'Plain text' },
];

/** What do people get from us? */
export function MailPreviewsPage() {
  const isAdministrator = useViewer().roles.includes('ADMINISTRATOR');
  const page = usePageQuery(Previews, { variables: { isAdministrator } });
  const [url, setUrl] = useUrlState({ mail: '', look: 'desk' });
  return (
    <Page
      title="Mail previews"
      lead="Every mail that people get from here, with invented names and times. Nothing is sent, and no link in them works."
    >
      <Faces of={page} skeleton={<SkeletonCard />}>
        {({ mailSamples, reminderCounts }) => (
          <Stack gap="24">
            <Previewed
              samples={mailSamples}
              shown={url.mail}
              look={url.look}
              onShow={(mail) => setUrl({ mail })}
              onLook={(look) => setUrl({ look })}
            />
            {reminderCounts && <ReminderFigures counts={reminderCounts} />}
          </Stack>
        )}
      </Faces>
    </Page>
  );
}

interface PreviewedProps {
  samples: readonly Sample[];
  shown: string;
  look: string;
  onShow: (id: string) => void;
  onLook: (look: string) => void;
}

/** One mail at a time, to be leafed through. */
function Previewed({ samples, shown, look, onShow, onLook }: PreviewedProps) {
  const place = Math.max(
    0,
    samples.findIndex(({ id }) => id === shown),
  );
  const sample = samples[place];
  if (!sample) return null;
  const [before, after] = [samples[place - 1], samples[place + 1]];
  return (
    <Stack gap="16">
      <div className="sessions-previews-choice">
        <Select
          label={`Mail ${place + 1} of ${samples.length}`}
          searchable
          allowDeselect={false}
          data={samples.map(({ id, occasion }) => ({ value: id, label: occasion }))}
          value={sample.id}
          onChange={(id) => id && onShow(id)}
        />
        <Row gap="8">
          <Button disabled={!before} onClick={() => before && onShow(before.id)}>
            Before
          </Button>
          <Button disabled={!after} onClick={() => after && onShow(after.id)}>
            Next
          </Button>
        </Row>
        <SegmentedControl
          aria-label="How it is shown"
          data={LOOKS}
          value={look}
          onChange={onLook}
        />
      </div>
      <Card as="section" title={sample.subject}>
        <Stack gap="16">
          <Text tone="muted">
            To {sample.toName}.{sample.hasInvitation && ' A calendar entry comes with it.'}
          </Text>
          {look === 'text' ? (
            <pre
              className="sessions-previews-text"
              tabIndex={0}
              aria-label="Plain text of the mail"
            >
              {sample.text}
            </pre>
          ) : (
            <iframe
              key={`${sample.id} ${look}`}
              className="sessions-previews-frame"
              data-look={look}
              title={`Mail: ${sample.subject}`}
              src={`/mail-samples/${sample.id}`}
              onLoad={fitHeight}
            />
          )}
        </Stack>
      </Card>
    </Stack>
  );
}

/** As high as the mail: nothing is scrolled twice. */
function fitHeight({ currentTarget: frame }: SyntheticEvent<HTMLIFrameElement>) {
  const height = frame.contentDocument?.documentElement.scrollHeight;
  if (height) frame.style.height = `${height + 2}px`;
}

interface Counts {
  sent: number;
  tooLate: number;
}

/** How many reminders went, for whoever looks after mail. */
function ReminderFigures({ counts }: { counts: Counts }) {
  return (
    <Card as="section" title="Reminders">
      <FactList
        facts={[
          { label: 'Sent in 30 days', value: formatNumber(counts.sent) },
          { label: 'Too late', value: formatNumber(counts.tooLate) },
        ]}
      />
    </Card>
  );
}
