import { useAction } from '@flipside/platform-web';
import { ActionNotice, AudienceNote, Button, Row, Stack, Text } from '@flipside/ui';
import { ConsentToStoryMutation, type Consent, type StoryShown } from './story-documents.js';

const ANSWERS: readonly { consent: Consent; label: string }[] = [
  { consent: 'NAMED', label: 'Share, with my name' },
  { consent: 'ANONYMOUS', label: 'Share, without my name' },
  { consent: 'NO', label: 'Keep it between us' },
];

/** One's own answer to a story about oneself. It can be changed at any time, and one no is enough. */
export function StoryAnswer({ story }: { story: StoryShown }) {
  const { id, version, state, viewerConsent, otherName } = story;
  const answer = useAction(ConsentToStoryMutation, {
    said: ({ story: { state: now } }) =>
      now === 'SHARED' ? 'Saved. Everyone can read it now.' : 'Saved. Only the two of you read it.',
  });
  return (
    <Stack gap="12">
      <Text tone="muted" size="sm">
        {state === 'SHARED'
          ? 'Shared, because you both agree. Take it back and it is gone everywhere at once.'
          : state === 'WITHDRAWN'
            ? 'One of you keeps this between the two of you.'
            : viewerConsent === null
              ? `${otherName ?? 'The other person'} wrote this about the two of you. Do you agree?`
              : `Waits for ${otherName ?? 'the other person'}.`}
      </Text>
      <ActionNotice of={answer} />
      <Row gap="8">
        {ANSWERS.map(({ consent, label }) => (
          <Button
            key={consent}
            size="small"
            variant={viewerConsent === null && consent === 'NAMED' ? 'primary' : 'secondary'}
            aria-pressed={viewerConsent === consent}
            isBusy={answer.isRunning}
            onClick={() => void answer.run({ input: { id, version, consent } })}
          >
            {state === 'SHARED' && consent === 'NO' ? 'Take it back' : label}
          </Button>
        ))}
      </Row>
      <AudienceNote audience={state === 'SHARED' ? 'EVERYONE' : 'PAIR'}>
        {state === 'SHARED'
          ? 'Everyone here can read this.'
          : `Only you and ${otherName ?? 'the other person'} can read this. HR cannot.`}
      </AudienceNote>
    </Stack>
  );
}
