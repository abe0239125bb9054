import { useState, type FormEvent } from 'react';
import {
  ActionNotice,
  Button,
  EmptyState,
  Faces,
  FormActions,
  Page,
  PersonName,
  Row,
  Section,
  SkeletonTable,
  Stack,
  Text,
  TextInput,
} from '@flipside/ui';
import {
  formatCalendarDay,
  graphql,
  holdsAny,
  useAction,
  usePageQuery,
  useViewer,
} from '@flipside/platform-web';
import './sessions.css';

const Delegates = graphql(`
  query Delegates {
    myDelegates {
      since
      person {
        id
        name
      }
    }
    lookedAfterPeople {
      since
      person {
        id
        name
      }
    }
  }
`);

const AddDelegate = graphql(`
  mutation AddDelegate($input: AddDelegateInput!) {
    addDelegate(input: $input) {
      ... on DelegatesPayload {
        delegates {
          since
        }
      }
      ... on SessionRefusal {
        message
        field
        code
      }
    }
  }
`);

const RemoveDelegate = graphql(`
  mutation RemoveDelegate($input: RemoveDelegateInput!) {
    removeDelegate(input: $input) {
      ... on DelegatesPayload {
        delegates {
          since
        }
      }
      ... on SessionRefusal {
        message
        field
        code
      }
    }
  }
`);

/** Who may move my sessions? */
export function DelegatesPage() {
  const viewer = useViewer();
  const page = usePageQuery(Delegates);
  return (
    <Page
      title="Delegates"
      lead="A delegate can book, move and skip your sessions. They see times; never what a session is about, notes or learnings."
      width="reading"
    >
      <Faces of={page} skeleton={<SkeletonTable rows={2} columns={2} />}>
        {({ myDelegates, lookedAfterPeople }) => (
          <Stack gap="32">
            {holdsAny(viewer, ['EXECUTIVE', 'CHAMPION']) && (
              <Section title="Who looks after your sessions">
                <Stack gap="24">
                  {myDelegates.length === 0 && (
                    <EmptyState level={3} title="Nobody yet">
                      Add your assistant by work e-mail. They are told, and can start at once.
                    </EmptyState>
                  )}
                  <DelegationList
                    people={myDelegates}
                    end={(id) => ({ delegateId: id })}
                    verb="Remove"
                  />
                  <AddDelegateForm />
                </Stack>
              </Section>
            )}
            {lookedAfterPeople.length > 0 && (
              <Section title="Whose sessions you look after">
                <DelegationList
                  people={lookedAfterPeople}
                  end={(id) => ({ principalId: id })}
                  verb="Stop"
                />
              </Section>
            )}
          </Stack>
        )}
      </Faces>
    </Page>
  );
}

interface Listed {
  since: string;
  person: { id: string; name: string };
}

function DelegationList(props: {
  people: readonly Listed[];
  end: (personId: string) => { delegateId?: string; principalId?: string };
  verb: string;
}) {
  const remove = useAction(RemoveDelegate, { said: () => 'Ended. It holds at once.' });
  if (props.people.length === 0) return null;
  return (
    <Stack gap="8">
      <ActionNotice of={remove} />
      <ul className="sessions-list">
        {props.people.map(({ person, since }) => (
          <Row as="li" key={person.id} justify="between" className="sessions-row">
            <PersonName name={person.name} note={`since ${formatCalendarDay(since)}`} hasMonogram />
            <Button
              size="small"
              isBusy={remove.isRunning}
              aria-label={`${props.verb}: ${person.name}`}
              onClick={() => void remove.run({ input: props.end(person.id) })}
            >
              {props.verb}
            </Button>
          </Row>
        ))}
      </ul>
    </Stack>
  );
}

function AddDelegateForm() {
  const [email, setEmail] = useState('');
  const add = useAction(AddDelegate, {
    said: () => 'Added. They have been told.',
    onDone: () => setEmail(''),
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    void add.run({ input: { email } });
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="16">
        <TextInput
          label="Work e-mail of the delegate"
          type="email"
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={add.errorFor('email')}
        />
        {!add.errorFor('email') && <ActionNotice of={add} />}
        <FormActions>
          <Button type="submit" variant="primary" isBusy={add.isRunning}>
            Add delegate
          </Button>
        </FormActions>
        <Text size="sm" tone="muted">
          You can remove them at any time; it holds at once.
        </Text>
      </Stack>
    </form>
  );
}
