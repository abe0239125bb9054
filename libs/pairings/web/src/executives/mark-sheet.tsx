import { useState } from 'react';
import { graphql, useAction, usePageQuery } from '@flipside/platform-web';
import {
  ActionNotice,
  Button,
  Faces,
  PersonName,
  Row,
  Sheet,
  Skeleton,
  Stack,
  Text,
  TextInput,
} from '@flipside/ui';
import '../pairings.css';

const FindPeople = graphql(`
  query FindPeopleForExecutives($text: String!) {
    people(filter: { text: $text }, first: 8) {
      edges {
        node {
          id
          name
          title
          unit {
            id
            name
          }
        }
      }
    }
  }
`);

const EnrolExecutive = graphql(`
  mutation EnrolExecutive($input: EnrolExecutiveInput!) {
    enrolExecutive(input: $input) {
      ... on ExecutivePayload {
        executive {
          personId
          person {
            id
            name
          }
        }
      }
      ... on PairingRefusal {
        message
        field
        code
      }
    }
  }
`);

const RemoveMarked = graphql(`
  mutation RemoveMarkedExecutive($input: RemoveExecutiveInput!) {
    removeExecutive(input: $input) {
      ... on RemoveExecutivePayload {
        personId
      }
      ... on PairingRefusal {
        message
        field
        code
      }
    }
  }
`);

const SHORTEST = 2;

/** Finds somebody in the staff list and marks them; several one after the other. */
export function MarkSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const [text, setText] = useState('');
  const wish = text.trim();
  const isReady = wish.length >= SHORTEST;
  const found = usePageQuery(FindPeople, {
    variables: { text: wish },
    isPaused: !isOpen || !isReady,
  });
  const remove = useAction(RemoveMarked);
  const enrol = useAction(EnrolExecutive, {
    said: ({ executive }) => `${executive.person.name} takes part as an executive.`,
    undo:
      ({ executive }) =>
      () =>
        void remove.run({ input: { personId: executive.personId } }),
  });
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title="Mark an executive"
      lead="The person takes part from today on."
    >
      <Stack gap="16">
        <TextInput
          label="Name, e-mail address or staff number"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
        <ActionNotice of={enrol} />
        {isReady && (
          <Faces
            of={found}
            skeleton={<Skeleton lines={4} />}
            isEmpty={({ people }) => people.edges.length === 0}
            empty={<Text tone="muted">Nobody by that name works here.</Text>}
          >
            {({ people }) => (
              <Stack as="ul" gap="12" className="pairings-plain" aria-label="People found">
                {people.edges.map(({ node }) => (
                  <li key={node.id}>
                    <Row gap="12" justify="between">
                      <PersonName
                        name={node.name}
                        note={[node.title, node.unit?.name].filter(Boolean).join(' · ')}
                      />
                      <Button
                        size="small"
                        disabled={enrol.isRunning}
                        aria-label={`Mark ${node.name}`}
                        onClick={() =>
                          void enrol.run({ input: { personId: node.id, goal: '', topics: [] } })
                        }
                      >
                        Mark
                      </Button>
                    </Row>
                  </li>
                ))}
              </Stack>
            )}
          </Faces>
        )}
      </Stack>
    </Sheet>
  );
}
