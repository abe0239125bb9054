import { useAction } from '@flipside/platform-web';
import { ActionNotice, Button, Card, Sheet, Stack, Text, Textarea } from '@flipside/ui';
import { useState } from 'react';
import { PickUseOfWeekMutation, type StoryShown } from './story-documents.js';

interface PickSheetProps {
  isOpen: boolean;
  onClose: () => void;
  story: StoryShown;
}

/** An executive points out what a colleague did, and says why. */
export function PickSheet({ isOpen, onClose, story }: PickSheetProps) {
  const [why, setWhy] = useState('');
  const pick = useAction(PickUseOfWeekMutation, {
    said: () => 'Picked. Everyone sees it on their home page this week.',
    onDone: onClose,
  });
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title="Use of the week"
      lead="One pick a week. Another one replaces it."
      footer={
        <Button
          variant="primary"
          isBusy={pick.isRunning}
          onClick={() => void pick.run({ input: { storyId: story.id, why } })}
        >
          Pick it
        </Button>
      }
    >
      <Stack gap="16">
        <Card tone="sunken">
          <Text weight="medium">{story.result}</Text>
        </Card>
        <Textarea
          label="Why this one?"
          rows={2}
          value={why}
          error={pick.errorFor('why')}
          audience="EVERYONE"
          audienceNote="Everyone here can read this, with your name."
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <ActionNotice of={{ failure: pick.failure }} />
      </Stack>
    </Sheet>
  );
}
