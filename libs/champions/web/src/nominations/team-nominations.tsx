import { graphql, useAction } from '@flipside/platform-web';
import type { TeamNominationFragment } from '@flipside/platform-web/gql';
import { ActionNotice, Button, Card, Row, Stack, Text } from '@flipside/ui';

graphql(`
  fragment TeamNomination on TeamNominationType {
    id
    nomineeName
    nomineeTitle
    hours
  }
`);

const AnswerForTeam = graphql(`
  mutation AnswerForTeam($input: AnswerForTeamArgs!) {
    answerForTeam(input: $input) {
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

/** The question to a manager: may they give the hours? */
export function TeamNomination({ nomination }: { nomination: TeamNominationFragment }) {
  const { id, nomineeName, nomineeTitle, hours } = nomination;
  const answer = useAction(AnswerForTeam, { said: () => 'Sent to the programme team.' });
  const say = (mayGiveHours: boolean) =>
    void answer.run({ input: { nominationId: id, mayGiveHours } });
  return (
    <Card title={`May ${nomineeName} be a champion?`} level={3}>
      <Stack gap="16">
        <Text>
          {nomineeTitle}. Champions give about {hours} hours of working time a month. They have said
          yes themselves.
        </Text>
        <ActionNotice of={answer} />
        <Row gap="8">
          <Button variant="primary" isBusy={answer.isRunning} onClick={() => say(true)}>
            Yes, they may
          </Button>
          <Button isBusy={answer.isRunning} onClick={() => say(false)}>
            No, not now
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}
