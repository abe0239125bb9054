import { addDays, dayOfInstant } from '@flipside/kernel';
import { ActionNotice, Button, Card, LinkButton, QuietFace, Row, Stack, Text } from '@flipside/ui';
import { graphql, useAction, usePageQuery, useViewer } from '@flipside/platform-web';

const RhythmQuestionsQuery = graphql(`
  query RhythmQuestions {
    rhythmQuestions {
      id
      pairingId
      because
      nextSessionId
      viewerCanPause
      champion {
        name
      }
    }
  }
`);

const AnswerRhythmQuestion = graphql(`
  mutation AnswerRhythmQuestion($input: AnswerRhythmQuestionInput!) {
    answerRhythmQuestion(input: $input) {
      ... on AnsweredQuestionPayload {
        questionId
      }
      ... on SessionRefusal {
        message
        field
        code
      }
    }
  }
`);

const TakeABreak = graphql(`
  mutation TakeABreak($input: PausePairingInput!) {
    pausePairing(input: $input) {
      ... on PairingPayload {
        pairing {
          id
        }
      }
      ... on PairingRefusal {
        message
        field
        code
      }
    }
  }
`);

const BREAK_DAYS = 28;

interface Question {
  id: string;
  pairingId: string;
  because: string;
  nextSessionId?: string | null | undefined;
  viewerCanPause: boolean;
  champion: { name: string };
}

/** After two sessions in a row fell through: another hour, or a break. Nothing while nothing is asked. */
export function RhythmQuestions() {
  const page = usePageQuery(RhythmQuestionsQuery);
  if (!page.data) return <QuietFace of={page} />;
  return page.data.rhythmQuestions.map((question) => (
    <QuestionCard key={question.id} question={question} />
  ));
}

function QuestionCard({ question }: { question: Question }) {
  const { timeZone } = useViewer();
  const answer = useAction(AnswerRhythmQuestion, {
    said: () => 'Good. Everything stays as it is.',
  });
  const rest = useAction(TakeABreak, {
    said: () =>
      `A break of four weeks with ${question.champion.name}. Your calendar is free again.`,
  });
  const note = (choice: 'PAUSE' | 'KEEP') =>
    answer.run({ input: { questionId: question.id, answer: choice } });

  async function pause() {
    const paused = await rest.run({
      input: {
        pairingId: question.pairingId,
        until: addDays(dayOfInstant(new Date(), timeZone), BREAK_DAYS),
      },
    });
    if (paused.ok) await note('PAUSE');
  }

  return (
    <Card as="section" eyebrow="Your rhythm" title="Would another hour suit you better?">
      <Stack gap="16">
        <Text>{question.because} That happens. Two things may help, and neither is a must.</Text>
        <ActionNotice of={rest} />
        <ActionNotice of={answer} />
        <Row>
          {question.nextSessionId && (
            <LinkButton variant="primary" to={`/sessions/${question.nextSessionId}/rhythm`}>
              Choose another hour
            </LinkButton>
          )}
          {question.viewerCanPause && (
            <Button isBusy={rest.isRunning} onClick={() => void pause()}>
              Take a break of four weeks
            </Button>
          )}
          <Button variant="quiet" isBusy={answer.isRunning} onClick={() => void note('KEEP')}>
            Keep it as it is
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}
