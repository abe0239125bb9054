import { useState } from 'react';
import {
  ChipGroup,
  EmptyState,
  Faces,
  Link,
  LinkButton,
  Page,
  Section,
  SkeletonTable,
  Stack,
  Text,
} from '@flipside/ui';
import { graphql, usePageQuery, useUrlState } from '@flipside/platform-web';
import { BookCard } from './book-card.js';
import { LookedAfterWords } from './delegation-words.js';
import { HeldCard } from './held-times-section.js';
import { SessionList } from './session-list.js';

const LookedAfterInbox = graphql(`
  query LookedAfterInbox($from: Instant!, $to: Instant!) {
    lookedAfterPeople {
      id
      hasBegun
      since
      until
      scopes
      person {
        id
        name
      }
    }
    openOffers {
      ...OpenOfferFields
    }
    pairingsToBook {
      ...PairingToBookFields
    }
    lookedAfterSessions(from: $from, to: $to) {
      ...SessionFields
    }
  }
`);

const DAY = 86_400_000;

/** What waits for an answer, and what is coming, over everybody whom one looks after. Times only. */
export function LookedAfterPage() {
  const [{ for: wanted }, setView] = useUrlState({ for: '' });
  const [variables] = useState(() => ({
    from: new Date(Date.now() - DAY / 24).toISOString(),
    to: new Date(Date.now() + 60 * DAY).toISOString(),
  }));
  const page = usePageQuery(LookedAfterInbox, { variables });
  return (
    <Page
      title="Inbox"
      documentTitle="Inbox of those you look after"
      lead="What waits for an answer, and what is coming. You see times, never what a session is about."
      width="reading"
    >
      <Faces
        of={page}
        skeleton={<SkeletonTable rows={6} columns={2} />}
        isEmpty={({ lookedAfterPeople }) => lookedAfterPeople.length === 0}
        empty={
          <EmptyState
            title="You look after nobody’s sessions now"
            action={<LinkButton to="/">Home</LinkButton>}
          >
            Executives and champions choose who looks after their sessions under Delegates.
          </EmptyState>
        }
      >
        {({ lookedAfterPeople, openOffers, pairingsToBook, lookedAfterSessions }) => {
          const people = new Map(lookedAfterPeople.map(({ person }) => [person.id, person.name]));
          const isShown = (...ids: (string | undefined)[]): boolean =>
            wanted ? ids.includes(wanted) : ids.some((id) => id && people.has(id));
          const offers = openOffers.filter(
            ({ onBehalfOf }) => onBehalfOf && isShown(onBehalfOf.id),
          );
          const toAnswer = offers.filter(({ isYoursToAnswer }) => isYoursToAnswer);
          const elsewhere = offers.filter(({ isYoursToAnswer }) => !isYoursToAnswer);
          const toBook = pairingsToBook.filter(({ executive }) => isShown(executive.id));
          const coming = lookedAfterSessions.filter(
            ({ status, onBehalfOf }) => status === 'BOOKED' && isShown(onBehalfOf?.id),
          );
          return (
            <Stack gap="32">
              {people.size > 1 && (
                <ChipGroup
                  label="For whom"
                  hint="Everybody, while none is chosen."
                  isSingle
                  options={[...people].map(([value, label]) => ({ value, label }))}
                  value={wanted ? [wanted] : []}
                  onChange={([id]) => setView({ for: id ?? '' })}
                />
              )}
              <Section title="Waits for an answer">
                <Stack gap="16">
                  {toAnswer.map((offer) => (
                    <HeldCard key={offer.id} offer={offer} />
                  ))}
                  {toBook.map((offer) => (
                    <BookCard key={offer.pairingId} offer={offer} isForOther />
                  ))}
                  {toAnswer.length + toBook.length === 0 && (
                    <Text tone="muted">Nothing. All of it is answered.</Text>
                  )}
                </Stack>
              </Section>
              {elsewhere.length > 0 && (
                <Section title="Waits for others">
                  <Stack gap="16">
                    {elsewhere.map((offer) => (
                      <HeldCard key={offer.id} offer={offer} />
                    ))}
                  </Stack>
                </Section>
              )}
              <Section title="Coming">
                {coming.length === 0 ? (
                  <EmptyState level={3} title="Nothing in the next two months">
                    Sessions appear here as soon as they are booked.
                  </EmptyState>
                ) : (
                  <SessionList sessions={coming} />
                )}
              </Section>
              <Section title="Whom you look after">
                <Stack gap="8">
                  {lookedAfterPeople.map((delegation) => (
                    <Text key={delegation.id}>
                      <LookedAfterWords delegation={delegation} />
                    </Text>
                  ))}
                  <Text>
                    <Link to="/me/delegates">Give one of them back</Link>
                  </Text>
                </Stack>
              </Section>
            </Stack>
          );
        }}
      </Faces>
    </Page>
  );
}
