import { graphql, usePageQuery } from '@flipside/platform-web';
import { Faces, Page, SkeletonCard, Stack } from '@flipside/ui';
import { HoursForm } from './hours-form.js';
import { ZoneForm } from './zone-form.js';

const MyAvailability = graphql(`
  query MyAvailability {
    myAvailability {
      ...AvailabilityFields
    }
  }
`);

graphql(`
  fragment AvailabilityFields on Availability {
    isOwn
    timeZone
    ownTimeZone
    defaultTimeZone
    hours {
      weekday
      fromMinute
      toMinute
    }
    defaultHours {
      weekday
      fromMinute
      toMinute
    }
  }
`);

/** When somebody can be booked: their week and their zone. */
export function AvailabilityPage() {
  const page = usePageQuery(MyAvailability);
  return (
    <Page
      title="When you work"
      lead="Sessions are only offered inside these hours. Sessions already booked keep their times."
      breadcrumb={[{ label: 'You', to: '/me' }]}
    >
      <Faces of={page} skeleton={<SkeletonCard height={30} />}>
        {({ myAvailability }) => (
          <Stack gap="24">
            <HoursForm key={JSON.stringify(myAvailability.hours)} availability={myAvailability} />
            <ZoneForm key={myAvailability.ownTimeZone ?? ''} availability={myAvailability} />
          </Stack>
        )}
      </Faces>
    </Page>
  );
}
