import { useState } from 'react';
import { addDays, weekdayOf } from '@flipside/kernel';
import { EmptyState, Faces, LinkButton, Page, Section, SkeletonTable, Stack } from '@flipside/ui';
import { formatWeek, graphql, useDates, usePageQuery } from '@flipside/platform-web';
import type { ShownSession } from './session-fields.js';
import { SessionList } from './session-list.js';
import './sessions.css';

const Sessions = graphql(`
  query Sessions($from: Instant!, $to: Instant!) {
    sessions(from: $from, to: $to) {
      ...SessionFields
    }
  }
`);

const DAY = 86_400_000;

/** Monday of the week that a calendar day lies in. */
const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));

function byWeek(sessions: readonly ShownSession[]): { monday: string; sessions: ShownSession[] }[] {
  const weeks = new Map<string, ShownSession[]>();
  for (const session of sessions) {
    const monday = mondayOf(session.yourTime.day);
    weeks.set(monday, [...(weeks.get(monday) ?? []), session]);
  }
  return [...weeks].map(([monday, list]) => ({ monday, sessions: list }));
}

function Weeks({ sessions }: { sessions: readonly ShownSession[] }) {
  const { zone } = useDates();
  return byWeek(sessions).map((week) => (
    <section key={week.monday} aria-labelledby={`week-${week.monday}`}>
      <h3 id={`week-${week.monday}`} className="sessions-week">
        {formatWeek(week.monday, zone)}
      </h3>
      <SessionList sessions={week.sessions} />
    </section>
  ));
}

/** What is coming and what happened. */
export function SessionsPage() {
  const [variables] = useState(() => ({
    from: new Date(Date.now() - 200 * DAY).toISOString(),
    to: new Date(Date.now() + 180 * DAY).toISOString(),
  }));
  const page = usePageQuery(Sessions, { variables });
  const coming = page.data?.sessions.find(
    (session) => !session.hasEnded && session.viewerSide === 'EXECUTIVE',
  );
  return (
    <Page
      title="Sessions"
      lead="What is coming, and what happened in the last months."
      actions={
        coming && <LinkButton to={`/sessions/book/${coming.pairingId}`}>Book one more</LinkButton>
      }
    >
      <Faces
        of={page}
        skeleton={<SkeletonTable rows={5} columns={2} />}
        isEmpty={({ sessions }) => sessions.length === 0}
        empty={
          <EmptyState title="No sessions yet" action={<LinkButton to="/">Go to home</LinkButton>}>
            Your first one takes 30 minutes. Times that suit both of you appear on the home page.
          </EmptyState>
        }
      >
        {({ sessions }) => {
          const upcoming = sessions.filter((session) => !session.hasEnded);
          const past = sessions.filter((session) => session.hasEnded).reverse();
          return (
            <Stack gap="32">
              {upcoming.length > 0 && (
                <Section title="Coming">
                  <Weeks sessions={upcoming} />
                </Section>
              )}
              {past.length > 0 && (
                <Section title="Past">
                  <Weeks sessions={past} />
                </Section>
              )}
            </Stack>
          );
        }}
      </Faces>
    </Page>
  );
}
