import { audienceSentence, type ChosenAudience } from '@flipside/learnings-domain';
import { useAction } from '@flipside/platform-web';
import {
  ActionNotice,
  AUDIENCE_NAMES,
  AudienceNote,
  Button,
  Card,
  Radio,
  Sheet,
  Stack,
  Text,
} from '@flipside/ui';
import { useState } from 'react';
import {
  ShareLearningMutation,
  type LearningAudience,
  type LearningShown,
} from './learned-documents.js';
import { MARK } from './learning-card.js';

const CHOSEN: Record<LearningAudience, ChosenAudience> = {
  ONLY_ME: 'only_me',
  TWO_OF_US: 'two_of_us',
  EVERYONE: 'everyone',
};

interface ShareSheetProps {
  isOpen: boolean;
  onClose: () => void;
  learning: LearningShown;
  otherName: string | null;
}

/** Widening is an act of its own: it shows the exact text and its readers before anything changes. */
export function ShareSheet({ isOpen, onClose, learning, otherName }: ShareSheetProps) {
  const [audience, setAudience] = useState<LearningAudience>(learning.audience);
  const share = useAction(ShareLearningMutation, {
    said: ({ learning: now }) =>
      now.consent === 'WAITING'
        ? `${now.needsYesOf ?? 'The other person'} is asked. Until then only the two of you read it.`
        : `Saved. Readers: ${AUDIENCE_NAMES[MARK[now.audience]]}.`,
    onDone: onClose,
  });
  const { id, version, needsYesOf, consent } = learning;
  // Everyone reads it only with the other one's yes; until then the two of them do.
  const asks = audience === 'EVERYONE' && consent !== 'AGREED' ? needsYesOf : null;
  const choices: LearningAudience[] = otherName
    ? ['ONLY_ME', 'TWO_OF_US', 'EVERYONE']
    : ['ONLY_ME', 'EVERYONE'];
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title="Who can read this line"
      lead="Only this line changes. Everything else you wrote stays as it is."
      footer={
        <Button
          variant="primary"
          isBusy={share.isRunning}
          onClick={() => void share.run({ input: { id, version, audience } })}
        >
          {asks ? `Ask ${asks}` : 'Save readers'}
        </Button>
      }
    >
      <Stack gap="24">
        <Card tone="sunken">
          <Text>{learning.body}</Text>
        </Card>
        <Radio.Group
          label="Readers"
          value={audience}
          onChange={(choice) => setAudience(choice as LearningAudience)}
        >
          <Stack gap="12">
            {choices.map((choice) => (
              <Radio key={choice} value={choice} label={AUDIENCE_NAMES[MARK[choice]]} />
            ))}
          </Stack>
        </Radio.Group>
        <AudienceNote audience={asks ? 'PAIR' : MARK[audience]}>
          {asks
            ? `This concerns ${asks} too, so ${asks} sees these exact words and has to agree. Until then only the two of you can read them.`
            : audienceSentence('learning.body', otherName, CHOSEN[audience])}
        </AudienceNote>
        <ActionNotice of={share} />
      </Stack>
    </Sheet>
  );
}
