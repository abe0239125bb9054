import { graphql, useAction, usePageQuery } from '@flipside/platform-web';
import {
  ActionNotice,
  Checkbox,
  EmptyState,
  Faces,
  LinkButton,
  Section,
  SkeletonTable,
  Stack,
} from '@flipside/ui';
import { ChangeRound } from './rule-form.js';
import '../pairings.css';

const WaitingExecutives = graphql(`
  query WaitingExecutives {
    executives {
      personId
      isOptedOut
      topics
      person {
        id
        name
        title
      }
      pairing {
        id
        state
      }
    }
  }
`);

interface ParticipantsProps {
  roundId: string;
  version: number;
  leftOut: readonly { id: string }[];
}

/** Executives without a pairing; everybody takes part unless unticked. */
export function Participants({ roundId, version, leftOut }: ParticipantsProps) {
  const page = usePageQuery(WaitingExecutives);
  const change = useAction(ChangeRound);
  const out = new Set(leftOut.map(({ id }) => id));

  function toggle(personId: string, takesPart: boolean) {
    const next = new Set(out);
    if (takesPart) next.delete(personId);
    else next.add(personId);
    void change.run({ input: { roundId, version, leftOutIds: [...next] } });
  }

  return (
    <Section
      title="Who takes part"
      lead="Executives who have no pairing. Untick those who sit this round out."
    >
      <Faces
        of={page}
        skeleton={<SkeletonTable rows={6} columns={1} />}
        isEmpty={({ executives }) => executives.every(({ pairing }) => pairing)}
        empty={
          <EmptyState
            level={3}
            title="Every executive has a pairing"
            action={<LinkButton to="/executives">See executives</LinkButton>}
          >
            Mark more people as executives, or come back when a pairing ends.
          </EmptyState>
        }
      >
        {({ executives }) => (
          <Stack gap="8">
            <ActionNotice of={change} />
            <Stack as="ul" gap="8" className="pairings-plain">
              {executives
                .filter(({ pairing }) => !pairing)
                .map(({ personId, person, isOptedOut, topics }) => (
                  <li key={personId}>
                    <Checkbox
                      label={person.title ? `${person.name}, ${person.title}` : person.name}
                      description={
                        isOptedOut
                          ? 'Asked not to be proposed.'
                          : topics.length === 0
                            ? 'No topics given yet.'
                            : topics.join(', ')
                      }
                      checked={!out.has(personId) && !isOptedOut}
                      disabled={isOptedOut || change.isRunning}
                      onChange={(event) => toggle(personId, event.currentTarget.checked)}
                    />
                  </li>
                ))}
            </Stack>
          </Stack>
        )}
      </Faces>
    </Section>
  );
}
