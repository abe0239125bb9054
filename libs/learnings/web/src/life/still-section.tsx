import { graphql, useAction, useDates, usePageQuery } from '@flipside/platform-web';
import { ActionNotice, Button, Card, QuietFace, Row, Stack, Text } from '@flipside/ui';
import { useState } from 'react';

graphql(`
  fragment PracticeQuestionFields on PracticeQuestion {
    learningId
    afterDays
    body
    writtenAt
  }
`);

const PracticeQuestionsQuery = graphql(`
  query PracticeQuestions {
    practiceQuestions {
      ...PracticeQuestionFields
    }
  }
`);

const AnswerPracticeMutation = graphql(`
  mutation AnswerPractice($input: AnswerPracticeInput!) {
    answerPractice(input: $input) {
      questions {
        ...PracticeQuestionFields
      }
    }
  }
`);

interface Question {
  learningId: string;
  afterDays: number;
  body: string;
  writtenAt: string;
}

const ANSWERS = [
  { answer: 'WOULD_NOT_GO_BACK', label: 'Yes, and I would not go back' },
  { answer: 'COULD_GO_BACK', label: 'Yes, but I could go back' },
  { answer: 'STOPPED', label: 'No longer' },
] as const;

/** “Still doing it?” after 30, 60 and 90 days: one tap. Nothing is drawn when nothing is asked. */
export function StillSection() {
  const page = usePageQuery(PracticeQuestionsQuery);
  const [answered, setAnswered] = useState<readonly string[]>([]);
  const keyOf = ({ learningId, afterDays }: Question): string => `${learningId} ${afterDays}`;
  if (!page.data) return <QuietFace of={page} />;
  const question = page.data.practiceQuestions.find((each) => !answered.includes(keyOf(each)));
  return question ? (
    <StillCard
      key={keyOf(question)}
      question={question}
      onAnswered={() => setAnswered([...answered, keyOf(question)])}
    />
  ) : null;
}

function StillCard({ question, onAnswered }: { question: Question; onAnswered: () => void }) {
  const dates = useDates();
  const { learningId, afterDays, body, writtenAt } = question;
  const answer = useAction(AnswerPracticeMutation, {
    said: () => 'Saved. Only you see your answer.',
    onDone: onAnswered,
  });
  return (
    <Card eyebrow={`You wrote on ${dates.day(writtenAt)}`} title="Still doing it?">
      <Stack gap="12">
        <Text>{body}</Text>
        <ActionNotice of={answer} />
        <Row gap="8">
          {ANSWERS.map(({ answer: said, label }) => (
            <Button
              key={said}
              isBusy={answer.isRunning}
              onClick={() => void answer.run({ input: { learningId, afterDays, answer: said } })}
            >
              {label}
            </Button>
          ))}
        </Row>
        <Text size="sm" tone="muted">
          Only you see your answer. The programme sees shares over groups that are large enough.
        </Text>
      </Stack>
    </Card>
  );
}
