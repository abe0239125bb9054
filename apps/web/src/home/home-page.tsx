import { holdsAny, useViewer } from '@flipside/platform-web';
import {
  EmptyState,
  IconCoffee,
  LinkButton,
  LoadingFace,
  Page,
  Row,
  SkeletonCard,
} from '@flipside/ui';
import { Suspense } from 'react';
import { homeSections } from '../contexts.js';

/** "Good morning" by the person's own clock. */
function greeting(timeZone: string): string {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone }).format(
      new Date(),
    ),
  );
  if (hour < 5 || hour >= 18) return 'Good evening';
  return hour < 12 ? 'Good morning' : 'Good afternoon';
}

export function HomePage() {
  const viewer = useViewer();
  const mine = homeSections.filter((section) => holdsAny(viewer, section.roles));
  const isOnProgramme = holdsAny(viewer, ['HR_LEAD', 'ADMINISTRATOR']);
  return (
    <Page
      title={`${greeting(viewer.timeZone)}, ${viewer.name.split(' ')[0]}`}
      documentTitle="Home"
      isQuiet
      width={isOnProgramme ? 'wide' : 'regular'}
    >
      <div className="home-sections">
        {mine.map(({ id, Component }) => (
          <Suspense
            key={id}
            fallback={
              <LoadingFace>
                <SkeletonCard height={12} />
              </LoadingFace>
            }
          >
            <Component />
          </Suspense>
        ))}
      </div>
      {/* Drawn while no section has anything to show. */}
      <div className="home-rest">
        <Rest />
      </div>
    </Page>
  );
}

/** What a person can do here who neither coaches nor is coached: most people, and those who run the server. */
function Rest() {
  const viewer = useViewer();
  if (holdsAny(viewer, ['EXECUTIVE', 'CHAMPION', 'DELEGATE', 'HR_LEAD'])) {
    return (
      <EmptyState
        title="Nothing to do here today"
        icon={<IconCoffee size={22} />}
        action={<LinkButton to="/privacy">Who can see what</LinkButton>}
      >
        Your next session stands here once it is booked.
      </EmptyState>
    );
  }
  if (holdsAny(viewer, ['ADMINISTRATOR'])) {
    return (
      <EmptyState
        title="The installation is yours to look after"
        action={
          <Row gap="8" justify="center">
            <LinkButton to="/health" variant="primary">
              See its health
            </LinkButton>
            <LinkButton to="/outbox">Open the outbox</LinkButton>
            <LinkButton to="/settings/access">Give roles</LinkButton>
          </Row>
        }
      >
        Health says what does not work and what to do about it.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Who gets good work out of AI, near you?"
      action={
        <Row gap="8" justify="center">
          <LinkButton to="/nominate" variant="primary">
            Nominate someone
          </LinkButton>
          <LinkButton to="/nominate?self=1">Put myself forward</LinkButton>
          <LinkButton to="/champions">Find a champion</LinkButton>
        </Row>
      }
    >
      Champions help colleagues and executives use AI in real work, a few agreed hours a month.
      Anybody may suggest one, and ask one for help.
    </EmptyState>
  );
}
