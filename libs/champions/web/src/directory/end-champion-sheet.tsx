import { graphql, useAction } from '@flipside/platform-web';
import { ActionNotice, Button, DateField, Modal, Stack, TextInput } from '@flipside/ui';
import { useState } from 'react';

const EndChampion = graphql(`
  mutation EndChampion($input: EndChampionArgs!) {
    endChampion(input: $input) {
      ... on ChampionPayload {
        champion {
          personId
          name
          state
          viewerCanEnd
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

interface EndChampionSheetProps {
  champion: { personId: string; name: string };
  onClose: () => void;
}

/** Ends somebody's role. It mails them, so it is asked first. */
export function EndChampionSheet({ champion, onClose }: EndChampionSheetProps) {
  const [lastDay, setLastDay] = useState('');
  const [reason, setReason] = useState('');
  const end = useAction(EndChampion, {
    said: () => `${champion.name} gets a mail with the last day.`,
    onDone: onClose,
  });
  return (
    <Modal
      isOpen
      onClose={onClose}
      title={`End the role of ${champion.name}`}
      lead="They get a mail with the last day, without the reason. Their seat is open from the next day."
      footer={
        <Button
          variant="danger"
          isBusy={end.isRunning}
          onClick={() =>
            void end.run({
              input: { personId: champion.personId, reason, ...(lastDay && { lastDay }) },
            })
          }
        >
          End the role
        </Button>
      }
    >
      <Stack gap="16">
        <DateField
          label="Last day"
          description="Today if left empty."
          value={lastDay}
          onChange={(event) => setLastDay(event.currentTarget.value)}
          error={end.errorFor('lastDay')}
        />
        <TextInput
          label="Reason"
          description="The programme team can read this. It is not sent."
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={end.errorFor('reason')}
        />
        <ActionNotice of={end} />
      </Stack>
    </Modal>
  );
}
