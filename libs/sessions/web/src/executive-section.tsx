import {
  Card,
  EmptyState,
  Faces,
  LinkButton,
  Row,
  Section,
  SkeletonCard,
  Stack,
  Text,
} from '@flipside/ui';
import { graphql, usePageQuery, useViewer } from '@flipside/platform-web';
import { BookCard } from './book-card.js';
import { SessionCard } from './session-card.js';

const ExecutiveSessions = graphql(`
  query ExecutiveSessions {
    nextSession {
      ...SessionFields
    }
    ownRhythms {
      pairingId
      inWords
    }
    pairingsToBook {
      ...PairingToBookFields
    }
  }
`);

/** When do I next meet my champion? Booked: the card; otherwise three times to tap. */
export function ExecutiveSection() {
  const viewer = useViewer();
  const page = usePageQuery(ExecutiveSessions);
  return (
    <Section title="Next session" isTitleHidden>
      <Faces of={page} skeleton={<SkeletonCard height={20} />}>
        {({ nextSession, ownRhythms, pairingsToBook }) => {
          const own = pairingsToBook.filter((offer) => offer.executive.id === viewer.id);
          if (!nextSession && own.length === 0) return <NothingYet />;
          return (
            <Stack gap="16">
              {ownRhythms.map(
                ({ pairingId, inWords }) =>
                  inWords && (
                    <Card key={pairingId} tone="sunken">
                      <Stack gap="8">
                        <Text>{inWords}</Text>
                        <Row>
                          <LinkButton size="small" to={`/sessions/book/${pairingId}`}>
                            Book one more
                          </LinkButton>
                        </Row>
                      </Stack>
                    </Card>
                  ),
              )}
              {nextSession && <SessionCard session={nextSession} eyebrow="Next session" />}
              {own.map((offer) => (
                <BookCard key={offer.pairingId} offer={offer} />
              ))}
            </Stack>
          );
        }}
      </Faces>
    </Section>
  );
}

function NothingYet() {
  return (
    <EmptyState
      title="No session to plan now"
      action={<LinkButton to="/me/availability">Set when I’m free</LinkButton>}
    >
      Once you and a champion have both accepted, three times that suit you appear here. Nothing to
      do until then.
    </EmptyState>
  );
}
