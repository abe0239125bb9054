import { graphql, usePageQuery, useParams, useViewer } from '@flipside/platform-web';
import {
  Badge,
  Card,
  FactList,
  Faces,
  LinkButton,
  Page,
  Row,
  SkeletonCard,
  Stack,
} from '@flipside/ui';
import { EmploymentHistory } from './employment-history.js';
import { PersonRecordFacts } from './person-record.js';
import { roleInWords, statusInWords } from './person-words.js';

const PersonCard = graphql(`
  query PersonCard($id: ID!) {
    person(id: $id) {
      id
      name
      title
      unit {
        id
        name
        path {
          id
          name
        }
      }
      location {
        id
        name
        timeZone
      }
      record {
        status
        roles
        ...PersonRecordFacts
        ...EmploymentHistory
      }
    }
  }
`);

/** One person: a short card for colleagues, the roster's record for HR leads and oneself. */
export function PersonPage() {
  const { id = '' } = useParams();
  const viewer = useViewer();
  const page = usePageQuery(PersonCard, { variables: { id } });
  const person = page.data?.person;

  return (
    <Page
      title={person?.name ?? 'Person'}
      lead={person?.title}
      breadcrumb={[{ label: 'People', to: '/people' }]}
      actions={id === viewer.id && <LinkButton to="/me">Your settings</LinkButton>}
    >
      <Faces of={page} skeleton={<SkeletonCard height={12} />}>
        {({ person: { unit, location, record } }) => (
          <Stack gap="24">
            {record && (record.roles.length > 0 || record.status !== 'WORKING') && (
              <Row gap="8">
                {record.status !== 'WORKING' && <Badge>{statusInWords(record.status)}</Badge>}
                {record.roles.map((role) => (
                  <Badge key={role} tone="accent">
                    {roleInWords(role)}
                  </Badge>
                ))}
              </Row>
            )}
            <Card title="Where to find them">
              <FactList
                facts={[
                  {
                    label: 'Unit',
                    value: unit ? [...unit.path, unit].map(({ name }) => name).join(' › ') : '–',
                  },
                  { label: 'Location', value: location?.name ?? '–' },
                ]}
              />
            </Card>
            {record && <PersonRecordFacts record={record} isOwn={id === viewer.id} />}
            {record && <EmploymentHistory periods={record.history} />}
          </Stack>
        )}
      </Faces>
    </Page>
  );
}
