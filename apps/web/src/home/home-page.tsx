import { holdsAny, useViewer, type HomeSection } from '@flipside/platform-web';
import {
  Card,
  EmptyState,
  IconCoffee,
  LinkButton,
  LoadingFace,
  Page,
  Row,
  SkeletonCard,
  Stack,
  Text,
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

const HAVE_THEIR_OWN = ['EXECUTIVE', 'CHAMPION', 'DELEGATE', 'HR_LEAD', 'ADMINISTRATOR'] as const;

/** After what waits for an answer, before what is only worth reading. */
const START_ORDER = 50;
const start: HomeSection = {
  id: 'start',
  order: START_ORDER,
  roles: ['EMPLOYEE'],
  Component: Start,
};
const sections = [...homeSections, start].sort((one, other) => one.order - other.order);

export function HomePage() {
  const viewer = useViewer();
  const mine = sections.filter((section) => holdsAny(viewer, section.roles));
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

/** For people who coach and are coached, on a day without anything to do. */
function Rest() {
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

/** What most people can do here, who neither coach nor are coached. Nothing for the others: they have their own part. */
function Start() {
  if (holdsAny(useViewer(), HAVE_THEIR_OWN)) return null;
  return (
    <Card title="Who gets good work out of AI, near you?">
      <Stack gap="16">
        <Text>
          Champions help colleagues and executives use AI in real work, a few agreed hours a month.
          Anybody may suggest one, and ask one for help.
        </Text>
        <Row gap="8">
          <LinkButton to="/nominate" variant="primary">
            Nominate someone
          </LinkButton>
          <LinkButton to="/nominate?self=1">Put myself forward</LinkButton>
          <LinkButton to="/champions">Find a champion</LinkButton>
        </Row>
      </Stack>
    </Card>
  );
}
