import { weekInWords } from '@flipside/people-domain';
import { graphql, holdsAny, usePageQuery, useViewer, zoneCity } from '@flipside/platform-web';
import {
  Card,
  FactList,
  Faces,
  Link,
  LinkButton,
  Page,
  SkeletonCard,
  Stack,
  Text,
} from '@flipside/ui';
import { EmploymentHistory } from '../directory/employment-history.js';
import { PersonRecordFacts } from '../directory/person-record.js';
import { roleInWords } from '../directory/person-words.js';
import { ThemeChoiceField } from './theme-choice-field.js';

const Me = graphql(`
  query Me($id: ID!) {
    person(id: $id) {
      id
      name
      title
      record {
        ...PersonRecordFacts
        ...EmploymentHistory
      }
    }
    myAvailability {
      isOwn
      timeZone
      hours {
        weekday
        fromMinute
        toMinute
      }
    }
  }
`);

/** What the product holds about the signed-in person, and what they can set. */
export function MePage() {
  const viewer = useViewer();
  const page = usePageQuery(Me, { variables: { id: viewer.id } });
  const roles = viewer.roles.filter((role) => role !== 'EMPLOYEE').map(roleInWords);
  return (
    <Page title="You" lead={viewer.name}>
      <Stack gap="24">
        <Faces of={page} skeleton={<SkeletonCard height={24} />}>
          {({ person, myAvailability }) => (
            <Stack gap="24">
              <Card
                title="When you work"
                actions={<LinkButton to="/me/availability">Change hours</LinkButton>}
              >
                <FactList
                  facts={[
                    { label: 'Week', value: weekInWords(myAvailability.hours) },
                    { label: 'Set by', value: myAvailability.isOwn ? 'You' : 'The programme' },
                    { label: 'Time zone', value: zoneCity(myAvailability.timeZone) },
                  ]}
                />
              </Card>
              <Card title="What we hold about you">
                <Stack gap="12">
                  <Text>
                    Your record from the staff list, below
                    {roles.length > 0 &&
                      `; your ${roles.length === 1 ? 'role' : 'roles'}: ${roles.join(', ')}`}
                    ; your working hours; and, if you coach or are coached, your sessions and what
                    you write about them.
                  </Text>
                  <Text>
                    <Link to="/privacy">Who can see what</Link> ·{' '}
                    <Link to="/me/data">What is held, who looked, download and delete</Link>
                  </Text>
                </Stack>
              </Card>
              {person.record && <PersonRecordFacts record={person.record} isOwn />}
              {person.record && <EmploymentHistory periods={person.record.history} />}
            </Stack>
          )}
        </Faces>
        {holdsAny(viewer, ['EXECUTIVE']) && (
          <Card
            title="Who may move your sessions"
            actions={<LinkButton to="/me/delegates">Choose delegates</LinkButton>}
          >
            <Text>A delegate books, moves and skips for you. They see times, never notes.</Text>
          </Card>
        )}
        {holdsAny(viewer, ['EXECUTIVE', 'CHAMPION']) && (
          <Card
            title="Whom you would like to be paired with"
            actions={<LinkButton to="/me/wishes">Name people</LinkButton>}
          >
            <Text>Up to three people, and up to three you would rather not. Only you read it.</Text>
          </Card>
        )}
        <Card
          title="Which mails reach you"
          actions={<LinkButton to="/me/notifications">Choose mails</LinkButton>}
        >
          <Text>At once, once a day, or never; and the hours in which nothing comes.</Text>
        </Card>
        <Card title="Looks">
          <ThemeChoiceField />
        </Card>
      </Stack>
    </Page>
  );
}
