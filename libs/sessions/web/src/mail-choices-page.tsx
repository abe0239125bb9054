import { useState, type FormEvent } from 'react';
import {
  ActionNotice,
  Button,
  Card,
  Columns,
  EmptyState,
  Faces,
  FactList,
  FormActions,
  Page,
  Section,
  Select,
  SkeletonTable,
  Stack,
  Text,
} from '@flipside/ui';
import { graphql, useAction, usePageQuery, zoneCity } from '@flipside/platform-web';

const Choices = graphql(`
  query MyMailChoices {
    myMailChoices {
      ...MailChoicesFields
    }
    myComingReminders {
      id
      label
      about
      dueInWords
    }
  }
`);

graphql(`
  fragment MailChoicesFields on MailChoices {
    topics {
      id
      label
      note
      delivery
      allowed
    }
    quietFromMinute
    quietToMinute
    digestAtMinute
    weekOn
    timeZone
  }
`);

const ChooseMails = graphql(`
  mutation ChooseMails($input: ChooseMailsInput!) {
    chooseMails(input: $input) {
      ... on MailChoicesPayload {
        choices {
          ...MailChoicesFields
        }
      }
      ... on PeopleRefusal {
        message
        field
        code
      }
    }
  }
`);

type Arrival = 'NOW' | 'DIGEST' | 'NEVER';

const IN_WORDS: Readonly<Record<Arrival, string>> = {
  NOW: 'At once',
  DIGEST: 'Once a day, together',
  NEVER: 'Never',
};
const isArrival = (value: string | null): value is Arrival => value !== null && value in IN_WORDS;

interface Choices {
  topics: readonly {
    id: string;
    label: string;
    note: string;
    delivery: Arrival;
    allowed: readonly Arrival[];
  }[];
  quietFromMinute: number;
  quietToMinute: number;
  digestAtMinute: number;
  weekOn?: number | null;
  timeZone: string;
}

/** Which mails reach me, and when? */
export function MailChoicesPage() {
  const page = usePageQuery(Choices);
  return (
    <Page
      title="Mails"
      breadcrumb={[{ label: 'You', to: '/me' }]}
      lead="Invitations, changes of your sessions and times you are asked to choose always come at once: they are your calendar. Everything else is up to you."
      width="reading"
    >
      <Faces of={page} skeleton={<SkeletonTable rows={5} columns={2} />}>
        {({ myMailChoices, myComingReminders }) => (
          <Stack gap="32">
            <MailChoicesForm choices={myMailChoices} />
            <Section title="What comes next">
              {myComingReminders.length === 0 ? (
                <EmptyState level={3} title="Nothing waits">
                  Reminders of your sessions show up here before they come.
                </EmptyState>
              ) : (
                <Card>
                  <FactList
                    facts={myComingReminders.map(({ label, about, dueInWords }) => ({
                      label: dueInWords,
                      value: `${label}: ${about}`,
                    }))}
                  />
                </Card>
              )}
            </Section>
          </Stack>
        )}
      </Faces>
    </Page>
  );
}

function MailChoicesForm({ choices }: { choices: Choices }) {
  const [topics, setTopics] = useState<Readonly<Record<string, Arrival>>>({});
  const [hours, setHours] = useState<HoursChosen>({});
  const choose = useAction(ChooseMails, { said: () => 'Saved. It holds at once.' });
  function submit(event: FormEvent) {
    event.preventDefault();
    void choose.run({
      input: {
        topics: Object.entries(topics).map(([id, delivery]) => ({ id, delivery })),
        quietFromMinute: hours.quietFromMinute ?? choices.quietFromMinute,
        quietToMinute: hours.quietToMinute ?? choices.quietToMinute,
        digestAtMinute: hours.digestAtMinute ?? choices.digestAtMinute,
        weekOn: hours.weekOn ?? choices.weekOn ?? null,
      },
    });
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="32">
        <Section title="What comes">
          <Columns gap="16" min="17rem">
            {choices.topics.map(({ id, label, note, delivery, allowed }) => (
              <Select
                key={id}
                label={label}
                description={note}
                data={allowed.map((each) => ({ value: each, label: IN_WORDS[each] }))}
                value={topics[id] ?? delivery}
                onChange={(value) => isArrival(value) && setTopics({ ...topics, [id]: value })}
              />
            ))}
          </Columns>
        </Section>
        <Section title="When mails may come">
          <Stack gap="16">
            <Text size="sm" tone="muted">
              On days on which you work, on the clock of {zoneCity(choices.timeZone)}, and of the
              place you travel to.
            </Text>
            <Columns gap="16" min="13rem">
              {HOURS.map(({ name, label }) => (
                <Select
                  key={name}
                  label={label}
                  data={HALF_HOURS}
                  value={String(hours[name] ?? choices[name])}
                  onChange={(value) => setHours({ ...hours, [name]: Number(value) })}
                />
              ))}
              {choices.weekOn != null && (
                <Select
                  label="The week ahead comes on"
                  data={WEEKDAYS}
                  value={String(hours.weekOn ?? choices.weekOn)}
                  onChange={(value) => setHours({ ...hours, weekOn: Number(value) })}
                />
              )}
            </Columns>
          </Stack>
        </Section>
        <ActionNotice of={choose} />
        <FormActions>
          <Button type="submit" variant="primary" isBusy={choose.isRunning}>
            Save
          </Button>
        </FormActions>
      </Stack>
    </form>
  );
}

type HourName = 'quietFromMinute' | 'quietToMinute' | 'digestAtMinute';
type HoursChosen = Readonly<Partial<Record<HourName | 'weekOn', number>>>;

const HOURS: readonly { name: HourName; label: string }[] = [
  { name: 'quietFromMinute', label: 'Quiet from' },
  { name: 'quietToMinute', label: 'Quiet until' },
  { name: 'digestAtMinute', label: 'The mail of the day comes at' },
];

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
  (label, index) => ({ value: String(index + 1), label }),
);

const HALF_HOURS = Array.from({ length: 48 }, (_, half) => ({
  value: String(half * 30),
  label: `${Math.floor(half / 2)}:${half % 2 ? '30' : '00'}`,
}));
