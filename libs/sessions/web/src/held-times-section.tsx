import { useState } from 'react';
import {
  ActionNotice,
  Button,
  Card,
  LinkButton,
  QuietFace,
  Row,
  Section,
  Stack,
  Text,
  TimeChoices,
} from '@flipside/ui';
import { graphql, holdsAny, useAction, usePageQuery, useViewer } from '@flipside/platform-web';
import {
  choiceOf,
  clockWords,
  dayWords,
  momentOf,
  type ShownPerson,
  type ShownTime,
  type ShownTimeOption,
} from './session-fields.js';
import { RhythmQuestions } from './rhythm-questions.js';

graphql(`
  fragment OpenOfferFields on SessionOffer {
    id
    kind
    isYoursToAnswer
    viewerCanLetGo
    answeredBy {
      id
      name
    }
    proposedByName
    aboutSessionId
    expiresInWords
    aboutTime {
      ...WallSpanWords
    }
    executive {
      id
      name
    }
    champion {
      id
      name
    }
    onBehalfOf {
      id
      name
    }
    times {
      sessionId
      time {
        ...TimeOptionFields
      }
      note
    }
  }
`);

const HeldTimes = graphql(`
  query HeldTimes {
    openOffers {
      ...OpenOfferFields
    }
  }
`);

const AcceptOffer = graphql(`
  mutation AcceptOffer($input: SessionInput!) {
    acceptOffer(input: $input) {
      ... on SessionPayload {
        session {
          ...SessionFields
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

const DeclineOffer = graphql(`
  mutation DeclineOffer($input: SessionInput!) {
    declineOffer(input: $input) {
      ... on SessionPayload {
        session {
          ...SessionFields
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

export interface ShownOffer {
  id: string;
  kind: string;
  isYoursToAnswer: boolean;
  viewerCanLetGo: boolean;
  answeredBy: ShownPerson;
  proposedByName?: string | null | undefined;
  aboutSessionId: string;
  expiresInWords: string;
  aboutTime: ShownTime;
  executive: ShownPerson;
  champion: ShownPerson;
  onBehalfOf?: ShownPerson | null | undefined;
  times: readonly {
    sessionId: string;
    time: ShownTimeOption;
    note?: string | null | undefined;
  }[];
}

/** Times that are held for an answer, and what is asked about a rhythm; nothing at all when there is none. */
export function HeldTimesSection() {
  const viewer = useViewer();
  return (
    <>
      <Offers />
      {holdsAny(viewer, ['EXECUTIVE', 'DELEGATE']) && <RhythmQuestions />}
    </>
  );
}

function Offers() {
  const page = usePageQuery(HeldTimes);
  if (!page.data) return <QuietFace of={page} />;
  const { openOffers } = page.data;
  if (openOffers.length === 0) return null;
  return (
    <Section title="Held for an answer" isTitleHidden>
      <Stack gap="16">
        {openOffers.map((offer) => (
          <HeldCard key={offer.id} offer={offer} />
        ))}
      </Stack>
    </Section>
  );
}

function whyOf(offer: ShownOffer): string {
  const was = `${dayWords(offer.aboutTime)}, ${clockWords(offer.aboutTime)}`;
  if (offer.kind === 'MAKE_UP') return `The session on ${was} did not work out.`;
  return offer.proposedByName
    ? `${offer.proposedByName} cannot make ${was}.`
    : `${was} does not suit one of you.`;
}

/** One tap takes a held time; without an answer it is let go by itself. */
export function HeldCard({ offer }: { offer: ShownOffer }) {
  const viewer = useViewer();
  const [busyId, setBusyId] = useState<string>();
  const accept = useAction(AcceptOffer, {
    said: ({ session }) => `Booked: ${momentOf(session)}. It’s in both calendars.`,
  });
  const decline = useAction(DeclineOffer, { said: () => 'Let go. The sessions after it stay.' });
  const first = offer.times[0]?.sessionId ?? '';
  const partner = viewer.id === offer.champion.id ? offer.executive : offer.champion;
  const who = offer.onBehalfOf
    ? `${offer.executive.name} and ${offer.champion.name}`
    : partner.name;

  async function take(sessionId: string) {
    setBusyId(sessionId);
    await accept.run({ input: { sessionId } });
    setBusyId(undefined);
  }

  return (
    <Card as="section" eyebrow={`Held until ${offer.expiresInWords}`} title={`With ${who}`}>
      <Stack gap="16">
        <Text>{whyOf(offer)}</Text>
        <ActionNotice of={accept} />
        <ActionNotice of={decline} />
        {offer.isYoursToAnswer ? (
          <TimeChoices
            label="Times that are held for both"
            hasFirstMarked
            busyId={busyId}
            onChoose={(id) => void take(id)}
            options={offer.times.map(({ sessionId, time, note }) => {
              const choice = choiceOf(time, sessionId);
              return {
                ...choice,
                note: [choice.note, note].filter(Boolean).join('. ') || undefined,
              };
            })}
          />
        ) : (
          <Text tone="muted">
            {offer.answeredBy.name} answers. Held:{' '}
            {offer.times
              .map(({ time }) => `${dayWords(time.yourTime)}, ${clockWords(time.yourTime)}`)
              .join('; ')}
            .
          </Text>
        )}
        <Row>
          {offer.viewerCanLetGo && (
            <Button
              variant="quiet"
              isBusy={decline.isRunning}
              onClick={() => void decline.run({ input: { sessionId: first } })}
            >
              {offer.isYoursToAnswer ? 'None of these' : 'Take it back'}
            </Button>
          )}
          {offer.isYoursToAnswer && (
            <LinkButton variant="quiet" to={`/sessions/${offer.aboutSessionId}`}>
              Other times
            </LinkButton>
          )}
        </Row>
      </Stack>
    </Card>
  );
}
