import {
  formatCalendarDay,
  graphql,
  useAction,
  usePageQuery,
  useParams,
} from '@flipside/platform-web';
import {
  ActionNotice,
  Alert,
  Button,
  Faces,
  LinkButton,
  Page,
  Row,
  Skeleton,
  Stack,
  Text,
} from '@flipside/ui';

const Call = graphql(`
  query RecruitingCall($id: ID!) {
    recruitingCall(id: $id) {
      id
      subject
      body
      answerBy
      answer
    }
  }
`);

const NotNow = graphql(`
  mutation AnswerRecruitingCall($input: AnswerCallArgs!) {
    answerRecruitingCall(input: $input) {
      ... on AnswerCallPayload {
        callId
      }
      ... on ChampionRefusal {
        message
        field
        code
      }
    }
  }
`);

/** A call for champions as somebody who was asked reads it: three answers, none of them wrong. */
export function CallPage() {
  const { callId = '' } = useParams();
  const page = usePageQuery(Call, { variables: { id: callId } });
  const answer = useAction(NotNow, { said: () => 'Thank you for answering.' });
  const call = page.data?.recruitingCall;
  return (
    <Page title={call?.subject ?? 'A call for champions'} width="reading">
      <Faces of={page} skeleton={<Skeleton lines={6} />}>
        {({ recruitingCall }) => (
          <Stack gap="24">
            {recruitingCall.answer && (
              <Alert tone="info">
                {recruitingCall.answer === 'NOMINATED'
                  ? 'You nominated somebody. Thank you.'
                  : 'You said: not now. You can change your mind.'}
              </Alert>
            )}
            {recruitingCall.body.split(/\n\s*\n/u).map((paragraph) => (
              <Text key={paragraph}>{paragraph}</Text>
            ))}
            {recruitingCall.answerBy && (
              <Text tone="muted">
                Answers are hoped for by {formatCalendarDay(recruitingCall.answerBy)}.
              </Text>
            )}
            <Row gap="12">
              <LinkButton variant="primary" to={`/nominate?call=${callId}`}>
                Nominate a colleague
              </LinkButton>
              <LinkButton to={`/nominate?self=1&call=${callId}`}>Put myself forward</LinkButton>
              <Button
                isBusy={answer.isRunning}
                onClick={() => void answer.run({ input: { callId } })}
              >
                Not now
              </Button>
            </Row>
            <ActionNotice of={answer} />
          </Stack>
        )}
      </Faces>
    </Page>
  );
}
