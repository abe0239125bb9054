import { graphql, zoneCity } from '@flipside/platform-web';
import type { ProposalSideCardFragment } from '@flipside/platform-web/gql';
import { Chip, FactList, PersonName, Row, Stack, Text, type Fact } from '@flipside/ui';
import '../pairings.css';

graphql(`
  fragment ProposalSideCard on ProposalSide {
    person {
      id
      name
      title
      unit {
        id
        name
      }
      location {
        id
        name
      }
    }
    topics
    goal
    languages
    timeZone
    held
    capacity
  }
`);

interface ProposalSidesProps {
  executive: ProposalSideCardFragment;
  champion: ProposalSideCardFragment | null | undefined;
}

/** The two people side by side, with what the proposal rests on. */
export function ProposalSides({ executive, champion }: ProposalSidesProps) {
  return (
    <div className="pairings-two">
      <Side side={executive} heading="Wants" />
      {champion && <Side side={champion} heading="Good at" />}
    </div>
  );
}

function Side({ side, heading }: { side: ProposalSideCardFragment; heading: string }) {
  const { person, topics, goal, languages, timeZone, held, capacity } = side;
  const facts: Fact[] = [
    {
      label: 'Works in',
      value: [person.unit?.name, person.location?.name].filter(Boolean).join(', ') || 'Not known',
    },
    { label: 'Time zone', value: zoneCity(timeZone) },
    { label: 'Languages', value: languages.join(', ') || 'Not known' },
  ];
  if (capacity != null)
    facts.push({ label: 'Pairings', value: `${held ?? 0} of at most ${capacity}` });
  return (
    <Stack gap="12">
      <PersonName name={person.name} note={person.title} hasMonogram />
      <Stack gap="4">
        <Text size="sm" tone="muted" weight="medium">
          {heading}
        </Text>
        {topics.length > 0 ? (
          <Row gap="8">
            {topics.map((topic) => (
              <Chip key={topic}>{topic}</Chip>
            ))}
          </Row>
        ) : (
          <Text size="sm" tone="muted">
            Nothing given yet
          </Text>
        )}
        {goal && <Text size="sm">“{goal}”</Text>}
      </Stack>
      <FactList facts={facts} />
    </Stack>
  );
}
