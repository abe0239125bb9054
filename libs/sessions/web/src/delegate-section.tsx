import { useState } from 'react';
import { EmptyState, Faces, Link, Section, SkeletonTable, Stack, Text } from '@flipside/ui';
import { graphql, usePageQuery, useViewer } from '@flipside/platform-web';
import { BookCard } from './book-card.js';
import { SessionList } from './session-list.js';

const LookedAfter = graphql(`
  query LookedAfter($from: Instant!, $to: Instant!) {
    lookedAfterPeople {
      hasBegun
      person {
        id
        name
      }
    }
    lookedAfterSessions(from: $from, to: $to) {
      ...SessionFields
    }
    pairingsToBook {
      ...PairingToBookFields
    }
  }
`);

const DAY = 86_400_000;
/** The next ones; all of them stand in the inbox. */
const MOST = 5;

/** What a delegate looks after: who waits for a time, and what is coming. Times only. */
export function DelegateSection() {
  const viewer = useViewer();
  const [variables] = useState(() => ({
    from: new Date(Date.now() - DAY / 24).toISOString(),
    to: new Date(Date.now() + 60 * DAY).toISOString(),
  }));
  const page = usePageQuery(LookedAfter, { variables });
  return (
    <Section
      title="Sessions you look after"
      lead="You see times, not what they are about."
      actions={<Link to="/looked-after">Open the inbox</Link>}
    >
      <Faces of={page} skeleton={<SkeletonTable rows={4} columns={2} />}>
        {({ lookedAfterPeople, lookedAfterSessions, pairingsToBook }) => {
          const waiting = pairingsToBook.filter((offer) => offer.executive.id !== viewer.id);
          const coming = lookedAfterSessions.filter((session) => session.status === 'BOOKED');
          return (
            <Stack gap="16">
              <Text tone="muted">
                For{' '}
                {lookedAfterPeople
                  .filter(({ hasBegun }) => hasBegun)
                  .map(({ person }) => person.name)
                  .join(', ')}
                .
              </Text>
              {waiting.map((offer) => (
                <BookCard key={offer.pairingId} offer={offer} isForOther />
              ))}
              {coming.length > 0 ? (
                <SessionList sessions={coming.slice(0, MOST)} />
              ) : (
                waiting.length === 0 && (
                  <EmptyState level={3} title="Nothing in the next two months">
                    Sessions of the people you look after appear here as soon as they are booked.
                  </EmptyState>
                )
              )}
            </Stack>
          );
        }}
      </Faces>
    </Section>
  );
}
