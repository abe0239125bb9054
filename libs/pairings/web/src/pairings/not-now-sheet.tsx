import { useState } from 'react';
import { formatCalendarDay, graphql, useAction } from '@flipside/platform-web';
import { ActionNotice, Button, FormActions, Radio, Sheet, Stack } from '@flipside/ui';

const PostponePairing = graphql(`
  mutation PostponePairing($input: PostponePairingInput!) {
    postponePairing(input: $input) {
      ... on PairingPayload {
        pairing {
          ...PairingAnswer
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

const CHOICES = [
  { weeks: 1, label: 'In a week' },
  { weeks: 2, label: 'In two weeks' },
  { weeks: 4, label: 'In four weeks' },
];

interface NotNowSheetProps {
  isOpen: boolean;
  onClose: () => void;
  pairingId: string;
  otherName: string;
}

/** Lets the proposal wait. No reason is asked. */
export function NotNowSheet({ isOpen, onClose, pairingId, otherName }: NotNowSheetProps) {
  const [weeks, setWeeks] = useState('2');
  const postpone = useAction(PostponePairing, {
    said: ({ pairing: { viewerSide, executiveBackOn, championBackOn } }) => {
      const day = viewerSide === 'EXECUTIVE' ? executiveBackOn : championBackOn;
      return day ? `It waits. You hear from us on ${formatCalendarDay(day)}.` : 'It waits.';
    },
    onDone: onClose,
  });
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      kind="dialog"
      title="Not now"
      lead={`The proposal waits and your place is kept. ${otherName} sees the day, no reason. You can do this once, and answer earlier at any time.`}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void postpone.run({ input: { pairingId, weeks: Number(weeks) } });
        }}
      >
        <Stack gap="16">
          <Radio.Group
            label="Come back to it"
            value={weeks}
            onChange={setWeeks}
            error={postpone.errorFor('weeks')}
          >
            <Stack gap="12">
              {CHOICES.map((choice) => (
                <Radio key={choice.weeks} value={String(choice.weeks)} label={choice.label} />
              ))}
            </Stack>
          </Radio.Group>
          <ActionNotice of={postpone} />
          <FormActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" isBusy={postpone.isRunning}>
              Let it wait
            </Button>
          </FormActions>
        </Stack>
      </form>
    </Sheet>
  );
}
