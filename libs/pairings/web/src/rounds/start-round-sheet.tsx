import { useState } from 'react';
import { graphql, useAction, useNavigate } from '@flipside/platform-web';
import { ActionNotice, Button, FormActions, Sheet, Stack, TextInput } from '@flipside/ui';

const StartRound = graphql(`
  mutation StartRound($input: StartRoundInput!) {
    startRound(input: $input) {
      ... on RoundPayload {
        round {
          id
        }
      }
      ... on PairingRefusal {
        message
        field
        code
      }
    }
  }
`);

/** "Autumn 2026", from the date the browser knows; a name that can be changed. */
function usualName(): string {
  const now = new Date();
  return `Round of ${new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric' }).format(now)}`;
}

export function StartRoundSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const navigate = useNavigate();
  const [name, setName] = useState(usualName);
  const start = useAction(StartRound, {
    onDone: ({ round }) => void navigate(`/matching/${round.id}/setup`),
  });
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title="Start a round" kind="dialog">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void start.run({ input: { name } });
        }}
      >
        <Stack gap="16">
          <TextInput
            label="Name"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={start.errorFor('name')}
            maxLength={80}
            audience="PROGRAMME"
            audienceNote="HR leads see this name."
            data-autofocus
          />
          <ActionNotice of={start} />
          <FormActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" isBusy={start.isRunning}>
              Set up the round
            </Button>
          </FormActions>
        </Stack>
      </form>
    </Sheet>
  );
}
