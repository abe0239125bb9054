import { EmptyState, Faces, LinkButton, Page, SkeletonTable } from '@flipside/ui';
import { graphql, useNavigate, usePageQuery, useParams } from '@flipside/platform-web';
import { MoveTimes } from './move-times.js';
import { momentOf, partnerOf } from './session-fields.js';

const SessionToMove = graphql(`
  query SessionToMove($id: ID!) {
    session(id: $id) {
      ...SessionFields
    }
  }
`);

/** The same as the sheet, with an address of its own: mails lead here. */
export function MovePage() {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const page = usePageQuery(SessionToMove, { variables: { id } });
  const session = page.data?.session;
  return (
    <Page
      title="When instead?"
      {...(session && { lead: `Now ${momentOf(session)}, with ${partnerOf(session)}.` })}
      breadcrumb={[
        { label: 'Sessions', to: '/sessions' },
        { label: 'Session', to: `/sessions/${id}` },
      ]}
      width="reading"
    >
      <Faces
        of={page}
        skeleton={<SkeletonTable rows={5} columns={1} />}
        isEmpty={(data) => !data.session.viewerCanMove}
        empty={
          <EmptyState
            title="This session cannot be moved now"
            action={<LinkButton to={`/sessions/${id}`}>Open it</LinkButton>}
          >
            It has begun, was called off, or starts in less than 24 hours.
          </EmptyState>
        }
      >
        {(data) => (
          <MoveTimes session={data.session} onDone={() => void navigate(`/sessions/${id}`)} />
        )}
      </Faces>
    </Page>
  );
}
