import { useAction } from '@flipside/platform-web';
import { ActionNotice, AudienceNote, Button, Row, Stack, Text } from '@flipside/ui';
import { ConsentToLearningMutation, type LearningShown } from './learned-documents.js';

/** The other one's answer to a line that concerns both. The exact words stand above it; a no is possible at any time. */
export function ConsentAnswer({ learning }: { learning: LearningShown }) {
  const { id, version, consent, audience, personName } = learning;
  const isOpen = audience === 'EVERYONE';
  const answer = useAction(ConsentToLearningMutation, {
    said: ({ learning: { audience: now } }) =>
      now === 'EVERYONE'
        ? 'Saved. Everyone can read it now.'
        : 'Saved. Only the two of you read it.',
    undo: ({ learning: { audience: now, version: since } }) =>
      now === 'EVERYONE'
        ? () => void answer.run({ input: { id, version: since, agrees: false } })
        : undefined,
  });
  const say = (agrees: boolean) => void answer.run({ input: { id, version, agrees } });
  return (
    <Stack gap="12">
      <Text size="sm" tone="muted">
        {isOpen
          ? 'Everyone reads it because you agreed. Take it back and it is gone everywhere at once.'
          : consent === 'DECLINED'
            ? 'You keep this between the two of you.'
            : `${personName} would like everyone here to read these words, with their own name. Do you agree?`}
      </Text>
      <ActionNotice of={answer} />
      <Row gap="8">
        {!isOpen && (
          <Button
            size="small"
            variant={consent === 'WAITING' ? 'primary' : 'secondary'}
            isBusy={answer.isRunning}
            onClick={() => say(true)}
          >
            Agree to these words
          </Button>
        )}
        {consent !== 'DECLINED' && (
          <Button size="small" isBusy={answer.isRunning} onClick={() => say(false)}>
            {isOpen ? 'Take it back' : 'Keep it between us'}
          </Button>
        )}
      </Row>
      <AudienceNote audience={isOpen ? 'EVERYONE' : 'PAIR'}>
        {isOpen
          ? `Everyone here can read this, with ${personName}’s name.`
          : `Only you and ${personName} can read this. HR cannot.`}
      </AudienceNote>
    </Stack>
  );
}
