import { graphql, usePageQuery } from '@flipside/platform-web';
import { Card, Faces, LinkButton, Page, Row, SkeletonCard, Stack, Text } from '@flipside/ui';
import { DaysCard } from './days-card.js';
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
            <DaysCard />
            <Card title="Your calendars">
              <Stack gap="16">
                <Text>
                  With a calendar, offered times avoid what you already have. Only whether you are
                  busy or free is kept, never titles.
                </Text>
                <Row>
                  <LinkButton to="/me/availability/calendars">Add or remove a calendar</LinkButton>
                </Row>
              </Stack>
            </Card>
          </Stack>
        )}
      </Faces>
    </Page>
  );
}
