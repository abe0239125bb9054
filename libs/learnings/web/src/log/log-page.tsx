import { useDates, useNavigate, usePageQuery, useParams } from '@flipside/platform-web';
import { Alert, Faces, LinkButton, Minutes, Page, SkeletonCard, Text } from '@flipside/ui';
import { LogForm, type LogFormData } from './log-form.js';
import { SessionLogFormQuery } from './log-documents.js';

/** Did it happen, and what moved? One screen on a phone. */
export function LogPage() {
  const { sessionId = '' } = useParams();
  const page = usePageQuery(SessionLogFormQuery, { variables: { sessionId } });
  return (
    <Page
      title="Log the session"
      breadcrumb={[{ label: 'Session', to: `/sessions/${sessionId}` }]}
      width="reading"
    >
      <Faces of={page} skeleton={<SkeletonCard height={28} />}>
        {({ sessionLogForm: form }) => (
          <>
            <SessionLine form={form} />
            {form.viewerCanLog ? <ReadyForm form={form} /> : <NotYours form={form} />}
          </>
        )}
      </Faces>
    </Page>
  );
}

function SessionLine({ form }: { form: LogFormData }) {
  const dates = useDates();
  return (
    <>
      <Text>
        {dates.moment(form.startsAt)} · <Minutes count={form.durationMin} /> · with {form.otherName}
      </Text>
      {(form.plannedTask || form.plannedRecipe) && (
        <Text tone="muted" size="sm">
          Planned: {[form.plannedTask, form.plannedRecipe].filter(Boolean).join(' · ')}
        </Text>
      )}
    </>
  );
}

function ReadyForm({ form }: { form: LogFormData }) {
  const navigate = useNavigate();
  return (
    <LogForm
      key={form.sessionId}
      form={form}
      onSaved={() => void navigate(`/sessions/${form.sessionId}`)}
    />
  );
}

/** The executive, or the champion after 48 hours: the words stay readable on the session's page. */
function NotYours({ form }: { form: LogFormData }) {
  return (
    <Alert
      title={form.log ? 'This log can no longer be changed' : 'Your champion logs this session'}
      action={<LinkButton to={`/sessions/${form.sessionId}`}>Open the session</LinkButton>}
    >
      {form.log
        ? 'A log stays open for 48 hours, so that figures about sessions stop moving.'
        : `You can confirm that you met ${form.otherName}, or add what you learned.`}
    </Alert>
  );
}
