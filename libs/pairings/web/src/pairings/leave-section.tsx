import { useState } from 'react';
import { graphql, useAction } from '@flipside/platform-web';
import type { PairingLeaveFragment } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Button,
  DateField,
  FormActions,
  Modal,
  Row,
  Section,
  Sheet,
  Stack,
  Text,
} from '@flipside/ui';

graphql(`
  fragment PairingLeave on Pairing {
    id
    state
    viewerSide
    pausedFrom
    pausedUntil
    endedAt
    viewerCanPause
    viewerCanResume
    viewerCanEnd
    viewerCanComplete
  }
`);

const PausePairing = graphql(`
  mutation PausePairing($input: PausePairingInput!) {
    pausePairing(input: $input) {
      ... on PairingPayload {
        pairing {
          ...PairingLeave
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

const ResumePairing = graphql(`
  mutation ResumePairing($input: PairingInput!) {
    resumePairing(input: $input) {
      ... on PairingPayload {
        pairing {
          ...PairingLeave
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

const EndPairing = graphql(`
  mutation EndPairing($input: EndPairingInput!) {
    endPairing(input: $input) {
      ... on PairingPayload {
        pairing {
          ...PairingLeave
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

interface LeaveProps {
  pairing: PairingLeaveFragment;
  other: { name: string };
}

/** Resting and leaving: easy, quiet, without a reason. */
export function LeaveSection({ pairing, other }: LeaveProps) {
  const [open, setOpen] = useState<'pause' | 'end' | null>(null);
  const resume = useAction(ResumePairing, { said: () => 'Resumed.' });
  const { viewerCanPause, viewerCanResume, viewerCanEnd, state } = pairing;
  if (!viewerCanPause && !viewerCanResume && !viewerCanEnd) return null;
  const close = () => setOpen(null);
  const isProposed = state === 'PROPOSED';
  return (
    <Section
      title={isProposed ? 'Take it back' : 'Pause or end'}
      lead={
        isProposed
          ? 'Nobody has to answer any more.'
          : 'No reason is asked. Planned sessions are taken out of both calendars.'
      }
    >
      <Stack gap="12">
        <ActionNotice of={resume} />
        <Row gap="12">
          {viewerCanResume && (
            <Button
              variant="primary"
              isBusy={resume.isRunning}
              onClick={() => void resume.run({ input: { pairingId: pairing.id } })}
            >
              Resume
            </Button>
          )}
          {viewerCanPause && <Button onClick={() => setOpen('pause')}>Pause…</Button>}
          {viewerCanEnd && (
            <Button variant="quiet" onClick={() => setOpen('end')}>
              {isProposed ? 'Take the proposal back…' : 'End this pairing…'}
            </Button>
          )}
        </Row>
      </Stack>
      <PauseSheet isOpen={open === 'pause'} onClose={close} pairing={pairing} />
      <EndModal isOpen={open === 'end'} onClose={close} pairing={pairing} other={other} />
    </Section>
  );
}

interface LayerProps {
  isOpen: boolean;
  onClose: () => void;
  pairing: PairingLeaveFragment;
}

function PauseSheet({ isOpen, onClose, pairing }: LayerProps) {
  const [until, setUntil] = useState('');
  const resume = useAction(ResumePairing);
  const pause = useAction(PausePairing, {
    said: () => 'Paused.',
    undo:
      ({ pairing: { id } }) =>
      () =>
        void resume.run({ input: { pairingId: id } }),
    onDone: onClose,
  });
  return (
    <Sheet isOpen={isOpen} onClose={onClose} kind="dialog" title="Pause this pairing">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void pause.run({ input: { pairingId: pairing.id, until: until || null } });
        }}
      >
        <Stack gap="16">
          <DateField
            label="First day back (optional)"
            description="Without a day it rests until one of you resumes."
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
            error={pause.errorFor('until')}
          />
          <ActionNotice of={pause} />
          <FormActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" isBusy={pause.isRunning}>
              Pause
            </Button>
          </FormActions>
        </Stack>
      </form>
    </Sheet>
  );
}

function EndModal({ isOpen, onClose, pairing, other }: LayerProps & { other: { name: string } }) {
  const end = useAction(EndPairing, {
    said: () => (pairing.state === 'PROPOSED' ? 'Taken back.' : 'Ended.'),
    onDone: onClose,
  });
  const run = (isCompleted: boolean) =>
    void end.run({ input: { pairingId: pairing.id, isCompleted } });
  const whoReads = pairing.viewerSide ? other.name : 'Each of the two';
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={pairing.state === 'PROPOSED' ? 'Take the proposal back' : 'End this pairing'}
    >
      <Stack gap="16">
        <Text>{whoReads} reads “The programme is changing some pairings”, nothing more.</Text>
        <ActionNotice of={end} />
        <FormActions>
          <Button onClick={onClose}>Cancel</Button>
          {pairing.viewerCanComplete && (
            <Button disabled={end.isRunning} onClick={() => run(true)}>
              We are done as planned
            </Button>
          )}
          <Button variant="danger" isBusy={end.isRunning} onClick={() => run(false)}>
            {pairing.state === 'PROPOSED' ? 'Take back' : 'End quietly'}
          </Button>
        </FormActions>
      </Stack>
    </Modal>
  );
}
