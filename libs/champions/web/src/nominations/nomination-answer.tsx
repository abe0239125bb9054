import { graphql, useAction } from '@flipside/platform-web';
import type { NominationForMeFragment } from '@flipside/platform-web/gql';
import { ActionNotice, Badge, Button, Card, LinkButton, Row, Stack, Text } from '@flipside/ui';
import { STAGE_WORDS } from '../champion-words.js';

graphql(`
  fragment NominationForMe on Nomination {
    id
    nominatorName
    source
    reason
    stage
    nomineeAnswer
    viewerCanAnswer
    viewerCanTakeBackYes
  }
`);

const AnswerNomination = graphql(`
  mutation AnswerNomination($input: AnswerNominationArgs!) {
    answerNomination(input: $input) {
      ... on NominationPayload {
        nominationId
      }
      ... on ChampionRefusal {
        message
        field
        code
      }
    }
  }
`);

/** A nomination as its nominee sees it: who, why, and the question. */
export function NominationAnswer({
  nomination,
  level = 3,
}: {
  nomination: NominationForMeFragment;
  level?: 2 | 3;
}) {
  const answer = useAction(AnswerNomination, {
    said: () => (nomination.viewerCanTakeBackYes ? 'Taken back.' : 'Sent to the programme team.'),
  });
  const say = (said: 'YES' | 'NO') =>
    void answer.run({ input: { nominationId: nomination.id, answer: said } });
  return (
    <Card title={titleOf(nomination)} level={level}>
      <Stack gap="16">
        <Text>“{nomination.reason}”</Text>
        {nomination.viewerCanAnswer ? (
          <>
            <Text size="sm" tone="muted">
              A champion helps colleagues and executives use AI in real work, a few agreed hours a
              month. Nothing happens unless you say yes. A no needs no reason and is shown to
              nobody.
            </Text>
            <ActionNotice of={answer} />
            <Row gap="8">
              <Button variant="primary" isBusy={answer.isRunning} onClick={() => say('YES')}>
                Yes, I would like to
              </Button>
              <Button isBusy={answer.isRunning} onClick={() => say('NO')}>
                No, not now
              </Button>
            </Row>
          </>
        ) : (
          <>
            <Row gap="8">
              <Badge tone="accent">{STAGE_WORDS[nomination.stage]}</Badge>
              <Text as="span" size="sm" tone="muted">
                {nomination.viewerCanTakeBackYes
                  ? 'You said yes. The programme team decides next, and you get a mail.'
                  : 'You said yes, and it is decided.'}
              </Text>
            </Row>
            <ActionNotice of={answer} />
            <div>
              {nomination.viewerCanTakeBackYes ? (
                <Button isBusy={answer.isRunning} onClick={() => say('NO')}>
                  Take my yes back
                </Button>
              ) : (
                <LinkButton to="/load">My load, and stepping down</LinkButton>
              )}
            </div>
          </>
        )}
      </Stack>
    </Card>
  );
}

function titleOf({ source, nominatorName }: NominationForMeFragment): string {
  if (source === 'SELF') return 'You put yourself forward';
  return `${nominatorName ?? 'A colleague'} suggests you as a champion`;
}
