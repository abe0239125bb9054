import { graphql, usePageQuery, useParams } from '@flipside/platform-web';
import { EmptyState, Faces, Page, Section, SkeletonTable, Stack } from '@flipside/ui';
import { AddDelegateForm } from './add-delegate-form.js';
import { DelegationList } from './delegation-list.js';
import './sessions.css';

const ExecutiveDelegates = graphql(`
  query ExecutiveDelegates($id: ID!) {
    person(id: $id) {
      id
      name
    }
    delegatesOfExecutive(personId: $id) {
      ...DelegationFields
    }
  }
`);

/** Who may move this executive's sessions? For an HR lead who sets up an assistant. */
export function ExecutiveDelegatesPage() {
  const { id = '' } = useParams();
  const page = usePageQuery(ExecutiveDelegates, { variables: { id } });
  const name = page.data?.person.name;
  return (
    <Page
      title={name ? `Delegates of ${name}` : 'Delegates'}
      lead="A delegate looks after the sessions as far as you say. They see times; never what a session is about, notes or learnings."
      breadcrumb={[{ label: 'Executives', to: '/executives' }]}
      width="reading"
    >
      <Faces of={page} skeleton={<SkeletonTable rows={2} columns={2} />}>
        {({ person, delegatesOfExecutive }) => (
          <Stack gap="32">
            <Section title="Who looks after the sessions">
              {delegatesOfExecutive.length === 0 ? (
                <EmptyState level={3} title="Nobody yet">
                  {person.name} can add an assistant too, or you set one up below.
                </EmptyState>
              ) : (
                <DelegationList
                  delegations={delegatesOfExecutive}
                  of={{ principalId: person.id }}
                />
              )}
            </Section>
            <Section title="Set up an assistant">
              <AddDelegateForm principal={person} />
            </Section>
          </Stack>
        )}
      </Faces>
    </Page>
  );
}
