import { holdsAny, useViewer } from '@flipside/platform-web';
import { EmptyState, IconCoffee, LinkButton, LoadingFace, Page, SkeletonCard } from '@flipside/ui';
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
        <EmptyState
          title="Nothing to do here today"
          icon={<IconCoffee size={22} />}
          action={<LinkButton to="/privacy">Who can see what</LinkButton>}
        >
          When you coach somebody, or somebody coaches you, your next session stands here.
        </EmptyState>
      </div>
    </Page>
  );
}
