import { graphql, useAction } from '@flipside/platform-web';
import type { HelpItemFragment } from '@flipside/platform-web/gql';
import { ActionNotice, Button, Sheet, Stack, TextInput } from '@flipside/ui';
import { useState } from 'react';
import { type FoundPerson, PersonSearch } from '../person-search.js';

const AssignHelp = graphql(`
  mutation AssignHelp($input: AssignHelpArgs!) {
    assignHelp(input: $input) {
      ... on HelpPayload {
        id
      }
      ... on ChampionRefusal {
        message
        field
        code
      }
    }
  }
`);

interface AssignSheetProps {
  request: HelpItemFragment;
  onClose: () => void;
}

/** Asks a certain champion. More than they agreed to needs a reason, which stays on record. */
export function AssignSheet({ request, onClose }: AssignSheetProps) {
  const [champion, setChampion] = useState<FoundPerson | null>(null);
  const [reason, setReason] = useState('');
  const assign = useAction(AssignHelp, {
    said: () => `${champion?.name ?? 'The champion'} is asked.`,
    onDone: onClose,
  });
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={`Ask somebody: ${request.topic}`}
      lead={`${request.askerName} asks: “${request.text}”`}
      footer={
        <Button
          variant="primary"
          isBusy={assign.isRunning}
          disabled={!champion}
          onClick={() =>
            champion &&
            void assign.run({
              input: {
                requestId: request.id,
                championId: champion.id,
                ...(reason.trim() && { overrideReason: reason }),
              },
            })
          }
        >
          Ask {champion?.name ?? 'somebody'}
        </Button>
      }
    >
      <Stack gap="16">
        <PersonSearch label="Champion" value={champion} onChange={setChampion} />
        <TextInput
          label="Why it has to be more than agreed"
          description="Only if their month is full. It stays on record, with your name."
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={assign.errorFor('reason')}
        />
        <ActionNotice of={assign} />
      </Stack>
    </Sheet>
  );
}
