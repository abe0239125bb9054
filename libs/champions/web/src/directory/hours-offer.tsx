import { graphql, useAction } from '@flipside/platform-web';
import { ActionNotice, Alert, Button, Row, Stack, Text } from '@flipside/ui';
import { hoursInWords } from '../load/asked-now.js';

const AnswerHours = graphql(`
  mutation AnswerHours($input: AnswerHoursArgs!) {
    answerHours(input: $input) {
      ... on ChampionPayload {
        champion {
          personId
          agreedHours
          wantedHours
          version
          viewerCanAnswerHours
        }
      }
      ... on ChampionRefusal {
        message
        field
        code
      }
    }
  }
`);

interface HoursOfferProps {
  champion: {
    personId: string;
    agreedHours?: number | null | undefined;
    wantedHours?: number | null | undefined;
    viewerCanAnswerHours: boolean;
  };
}

/** More time than was approved is an offer until the programme says yes. */
export function HoursOffer({ champion }: HoursOfferProps) {
  const { personId, viewerCanAnswerHours } = champion;
  const [hours, agreed] = [champion.wantedHours ?? 0, champion.agreedHours ?? 0];
  const answer = useAction(AnswerHours, {
    said: ({ champion: after }) => `Answered: ${hoursInWords(after.agreedHours ?? 0)} a month.`,
  });
  const say = (isAgreed: boolean) => void answer.run({ input: { personId, hours, isAgreed } });
  return (
    <Alert
      tone="info"
      title={`${hoursInWords(hours)} a month offered, ${hoursInWords(agreed)} agreed`}
    >
      <Stack gap="12">
        <Text size="sm">
          {viewerCanAnswerHours
            ? 'Until you say yes, nothing more is asked.'
            : 'The programme is asked. Until it says yes, nothing more is asked of you.'}
        </Text>
        {viewerCanAnswerHours && (
          <Row gap="8">
            <Button
              size="small"
              variant="primary"
              isBusy={answer.isRunning}
              onClick={() => say(true)}
            >
              Agree to {hoursInWords(hours)}
            </Button>
            <Button size="small" isBusy={answer.isRunning} onClick={() => say(false)}>
              Leave it at {hoursInWords(agreed)}
            </Button>
          </Row>
        )}
        <ActionNotice of={answer} />
      </Stack>
    </Alert>
  );
}
