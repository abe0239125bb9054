import { useState } from 'react';
import {
  Card,
  EmptyState,
  Faces,
  Link,
  LinkButton,
  Section,
  SkeletonCard,
  Stack,
} from '@flipside/ui';
import { formatDistance, graphql, usePageQuery } from '@flipside/platform-web';
import { momentOf, partnerOf, type ShownSession } from './session-fields.js';
import { SessionCard } from './session-card.js';

const ChampionSessions = graphql(`
  query ChampionSessions($from: Instant!, $to: Instant!) {
    nextSession {
      ...SessionFields
    }
    sessions(from: $from, to: $to) {
      ...SessionFields
    }
  }
`);

const HOUR = 3_600_000;

/** How far a day lies ahead on the clock that the champion follows on it: on a journey, the one over there. */
const distanceOf = ({ startsAt, yourTime }: ShownSession): string =>
  formatDistance(startsAt, yourTime.zone);

/** Enough for today and tomorrow, wherever the champion counts days. */
function windowAround(now: number): { from: string; to: string } {
  return {
    from: new Date(now - 12 * HOUR).toISOString(),
    to: new Date(now + 48 * HOUR).toISOString(),
  };
}

/** What is on today and tomorrow; logging is another section's business. */
export function ChampionSection() {
  const [variables] = useState(() => windowAround(Date.now()));
  const page = usePageQuery(ChampionSessions, { variables });
  const isClose = (session: ShownSession): boolean =>
    ['today', 'tomorrow'].includes(distanceOf(session)) &&
    session.status === 'BOOKED' &&
    !session.hasEnded;
  return (
    <Section title="Today and tomorrow" actions={<Link to="/sessions">All sessions</Link>}>
      <Faces of={page} skeleton={<SkeletonCard height={14} />}>
        {({ nextSession, sessions }) => {
          const close = sessions.filter(isClose);
          if (close.length === 0) return <NothingSoon next={nextSession ?? null} />;
          return (
            <Stack gap="16">
              {close.map((session) => (
                <SessionCard
                  key={session.id}
                  session={session}
                  eyebrow={distanceOf(session) === 'today' ? 'Today' : 'Tomorrow'}
                />
              ))}
            </Stack>
          );
        }}
      </Faces>
    </Section>
  );
}

function NothingSoon({ next }: { next: ShownSession | null }) {
  if (!next) {
    return (
      <EmptyState
        level={3}
        title="No session booked"
        action={<LinkButton to="/me/availability">Check your working hours</LinkButton>}
      >
        When you and an executive have both accepted, they choose one of three times within your
        working hours.
      </EmptyState>
    );
  }
  return (
    <Card tone="sunken">
      Next: <Link to={`/sessions/${next.id}`}>{momentOf(next)}</Link> with {partnerOf(next)}.
    </Card>
  );
}
