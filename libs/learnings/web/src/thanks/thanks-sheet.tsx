import { audienceSentence } from '@flipside/learnings-domain';
import { graphql, useAction, useDraft } from '@flipside/platform-web';
import { ActionNotice, Button, Sheet, Stack, Textarea } from '@flipside/ui';

const GiveThanks = graphql(`
  mutation GiveThanks($input: GiveThanksInput!) {
    giveThanks(input: $input) {
      ... on ThanksPayload {
        thanks {
          id
        }
      }
      ... on LearningRefusal {
        message
        field
        code
      }
    }
  }
`);

interface ThanksSheetProps {
  isOpen: boolean;
  onClose: () => void;
  pairingId: string;
  otherName: string;
}

/** One line to the champion. It goes to them and to nobody else. */
export function ThanksSheet({ isOpen, onClose, pairingId, otherName }: ThanksSheetProps) {
  const draft = useDraft(`thanks:${pairingId}`, { id: crypto.randomUUID() as string, body: '' });
  const { id, body } = draft.value;
  const give = useAction(GiveThanks, {
    said: () => `Sent. ${otherName} can read it now.`,
    onDone: () => {
      draft.setValue({ id: crypto.randomUUID(), body: '' });
      draft.clear();
      onClose();
    },
  });
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title={`Thank ${otherName}`}
      lead={`Did ${otherName} help you do something differently? One line is plenty.`}
      footer={
        <Button
          variant="primary"
          isBusy={give.isRunning}
          onClick={() => void give.run({ input: { id, pairingId, body } })}
        >
          Send to {otherName}
        </Button>
      }
    >
      <Stack gap="16">
        <Textarea
          label="Your words"
          value={body}
          error={give.errorFor('body')}
          audience="PAIR"
          audienceNote={audienceSentence('thanks.body', otherName)}
          onChange={(event) => draft.setValue({ id, body: event.currentTarget.value })}
        />
        <ActionNotice of={{ failure: give.failure }} />
      </Stack>
    </Sheet>
  );
}
