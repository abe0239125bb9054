import { EmptyState, Faces, Page, Section, SkeletonTable, Stack } from '@flipside/ui';
import { graphql, holdsAny, usePageQuery, useViewer } from '@flipside/platform-web';
import { AddDelegateForm } from './add-delegate-form.js';
import { DelegationList } from './delegation-list.js';
import './sessions.css';

const Delegates = graphql(`
  query Delegates {
    myDelegates {
      ...DelegationFields
    }
    lookedAfterPeople {
      ...DelegationFields
    }
  }
`);

/** Who may move my sessions? */
export function DelegatesPage() {
  const viewer = useViewer();
  const page = usePageQuery(Delegates);
  return (
    <Page
      title="Delegates"
      breadcrumb={[{ label: 'You', to: '/me' }]}
      lead="A delegate looks after your sessions as far as you say. They see times; never what a session is about, notes or learnings."
      width="reading"
    >
      <Faces of={page} skeleton={<SkeletonTable rows={2} columns={2} />}>
        {({ myDelegates, lookedAfterPeople }) => (
          <Stack gap="32">
            {holdsAny(viewer, ['EXECUTIVE', 'CHAMPION']) && (
              <Section title="Who looks after your sessions">
                <Stack gap="24">
                  {myDelegates.length === 0 && (
                    <EmptyState level={3} title="Nobody yet">
                      Add your assistant by work e-mail. They are told, and can start at once.
                    </EmptyState>
                  )}
                  <DelegationList delegations={myDelegates} of="viewer" />
                  <AddDelegateForm />
                </Stack>
              </Section>
            )}
            {lookedAfterPeople.length > 0 && (
              <Section title="Whose sessions you look after">
                <DelegationList delegations={lookedAfterPeople} of="others" />
              </Section>
            )}
          </Stack>
        )}
      </Faces>
    </Page>
  );
}
