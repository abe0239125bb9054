import { useState } from 'react';
import { graphql, useAction, usePageQuery } from '@flipside/platform-web';
import {
  ActionNotice,
  AudienceNote,
  Button,
  Faces,
  Page,
  PersonName,
  Row,
  Section,
  Skeleton,
  SkeletonCard,
  Stack,
  Text,
  TextInput,
} from '@flipside/ui';
import '../pairings.css';

const Wishes = graphql(`
  query PairingWishes {
    pairingWishes {
      wishes {
        id
        name
        title
      }
      refuses {
        id
        name
        title
      }
    }
  }
`);

const SetWishes = graphql(`
  mutation SetPairingWishes($input: SetPairingWishesInput!) {
    setPairingWishes(input: $input) {
      ... on PairingWishes {
        wishes {
          id
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

const FindPeople = graphql(`
  query FindPeopleForWishes($text: String!) {
    people(filter: { text: $text }, first: 8) {
      edges {
        node {
          id
          name
          title
        }
      }
    }
  }
`);

interface Named {
  id: string;
  name: string;
  title: string;
}
interface Said {
  wishes: readonly Named[];
  refuses: readonly Named[];
}

const MOST = 3;
const SHORTEST = 2;
const ids = (people: readonly Named[]) => people.map(({ id }) => id);

/** With whom would I like to be paired, and with whom not? Read by nobody else. */
export function WishesPage() {
  const page = usePageQuery(Wishes);
  return (
    <Page
      title="Whom you would like to be paired with"
      lead="A wish counts for something in the next round. Somebody you would rather not be paired with is never proposed to you."
      breadcrumb={[{ label: 'You', to: '/me' }]}
      width="reading"
    >
      <Faces of={page} skeleton={<SkeletonCard height={16} />}>
        {({ pairingWishes }) => <Ready said={pairingWishes} />}
      </Faces>
    </Page>
  );
}

function Ready({ said }: { said: Said }) {
  const save = useAction(SetWishes, { said: () => 'Saved. Nobody is told.' });
  const set = ({ wishes, refuses }: Said) =>
    void save.run({ input: { wishIds: ids(wishes), refuseIds: ids(refuses) } });
  const without = (person: Named): Said => ({
    wishes: said.wishes.filter(({ id }) => id !== person.id),
    refuses: said.refuses.filter(({ id }) => id !== person.id),
  });
  const list = (title: string, people: readonly Named[], empty: string) => (
    <Section title={title}>
      {people.length === 0 ? (
        <Text tone="muted">{empty}</Text>
      ) : (
        <Stack as="ul" gap="12" className="pairings-plain">
          {people.map((person) => (
            <li key={person.id}>
              <Row gap="12" justify="between">
                <PersonName name={person.name} note={person.title} />
                <Button
                  size="small"
                  disabled={save.isRunning}
                  aria-label={`Take ${person.name} off`}
                  onClick={() => set(without(person))}
                >
                  Take off
                </Button>
              </Row>
            </li>
          ))}
        </Stack>
      )}
    </Section>
  );
  return (
    <Stack gap="32">
      <AudienceNote audience="ME">
        Only you can read this. Not the people you name, not HR.
      </AudienceNote>
      <ActionNotice of={save} />
      {list('You would like', said.wishes, 'Nobody named yet.')}
      {list('Please not', said.refuses, 'Nobody named.')}
      <AddPeople
        canWish={said.wishes.length < MOST}
        canRefuse={said.refuses.length < MOST}
        isBusy={save.isRunning}
        onWish={(person) => {
          const rest = without(person);
          set({ ...rest, wishes: [...rest.wishes, person] });
        }}
        onRefuse={(person) => {
          const rest = without(person);
          set({ ...rest, refuses: [...rest.refuses, person] });
        }}
      />
    </Stack>
  );
}

interface AddPeopleProps {
  canWish: boolean;
  canRefuse: boolean;
  isBusy: boolean;
  onWish: (person: Named) => void;
  onRefuse: (person: Named) => void;
}

function AddPeople({ canWish, canRefuse, isBusy, onWish, onRefuse }: AddPeopleProps) {
  const [text, setText] = useState('');
  const wish = text.trim();
  const isReady = wish.length >= SHORTEST;
  const found = usePageQuery(FindPeople, { variables: { text: wish }, isPaused: !isReady });
  return (
    <Section title="Name somebody" lead="Up to three people of each kind.">
      <Stack gap="16">
        <TextInput
          label="Name"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
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
                      <PersonName name={node.name} note={node.title} />
                      <Row gap="8">
                        <Button
                          size="small"
                          disabled={isBusy || !canWish}
                          aria-label={`Would like ${node.name}`}
                          onClick={() => onWish(node)}
                        >
                          Would like
                        </Button>
                        <Button
                          size="small"
                          disabled={isBusy || !canRefuse}
                          aria-label={`Please not ${node.name}`}
                          onClick={() => onRefuse(node)}
                        >
                          Please not
                        </Button>
                      </Row>
                    </Row>
                  </li>
                ))}
              </Stack>
            )}
          </Faces>
        )}
      </Stack>
    </Section>
  );
}
