import { useState } from 'react';
import {
  Button,
  FormActions,
  IconButton,
  IconInfoCircle,
  Row,
  Sheet,
  Stack,
  TextInput,
} from '@flipside/ui';
import { KeysSheet } from './keys-sheet.js';
import type { Decision } from './use-decision.js';
import type { Proposal } from './use-proposals.js';
import { useReviewKeys } from './use-review-keys.js';
import '../pairings.css';

interface DecisionBarProps {
  proposal: Proposal;
  decision: Decision;
}

/** The buttons under a proposal; each has its key. */
export function DecisionBar({ proposal, decision }: DecisionBarProps) {
  const [isForbidding, setForbidding] = useState(false);
  const [isShowingKeys, setShowingKeys] = useState(false);
  const hasChampion = proposal.champion != null;
  const isOpen = proposal.decision === 'OPEN';
  const canDecide = hasChampion && isOpen && !decision.isRunning;
  const keys = useReviewKeys({
    j: decision.next,
    k: decision.previous,
    a: () => canDecide && void decision.accept(),
    p: () => canDecide && void decision.pin(),
    x: () => canDecide && setForbidding(true),
    s: focusFirstSwap,
    '?': () => setShowingKeys(true),
  });
  return (
    <>
      <Row gap="8" justify="between">
        {isOpen ? (
          <Row gap="8">
            {hasChampion && (
              <>
                <Button
                  variant="primary"
                  isBusy={decision.isRunning}
                  onClick={() => void decision.accept()}
                >
                  Accept
                </Button>
                <Button disabled={decision.isRunning} onClick={() => void decision.pin()}>
                  Keep fixed
                </Button>
                <Button disabled={decision.isRunning} onClick={() => setForbidding(true)}>
                  Not these two
                </Button>
              </>
            )}
            <Button
              variant="quiet"
              disabled={decision.isRunning}
              onClick={() => void decision.leaveOpen()}
            >
              Leave open
            </Button>
          </Row>
        ) : (
          <Button isBusy={decision.isRunning} onClick={decision.reopen}>
            Decide again
          </Button>
        )}
        <span className="pairings-keys">
          <IconButton
            label="Keys for reviewing"
            icon={<IconInfoCircle size={18} aria-hidden />}
            onClick={() => setShowingKeys(true)}
          />
        </span>
      </Row>
      <ForbidSheet
        isOpen={isForbidding}
        onClose={() => setForbidding(false)}
        proposal={proposal}
        decision={decision}
      />
      <KeysSheet isOpen={isShowingKeys} onClose={() => setShowingKeys(false)} keys={keys} />
    </>
  );
}

/** Swapping is choosing among the alternatives: the key leads to the first one that can be chosen. */
function focusFirstSwap(): void {
  document
    .querySelector<HTMLButtonElement>('.pairings-alternatives button:not(:disabled)')
    ?.focus();
}

function ForbidSheet({
  isOpen,
  onClose,
  proposal,
  decision,
}: DecisionBarProps & { isOpen: boolean; onClose: () => void }) {
  const [reason, setReason] = useState('');
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      kind="dialog"
      title="Not these two"
      lead={`We won’t suggest ${proposal.executive.name} and ${proposal.champion?.name ?? ''} again, in this and later rounds.`}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          void decision.forbid(reason.trim() || null);
        }}
      >
        <Stack gap="16">
          <TextInput
            label="Reason (optional)"
            value={reason}
            maxLength={300}
            onChange={(event) => setReason(event.currentTarget.value)}
            audience="PROGRAMME"
            audienceNote="Only HR leads can read this. The two people never see it."
          />
          <FormActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary">
              Don’t suggest again
            </Button>
          </FormActions>
        </Stack>
      </form>
    </Sheet>
  );
}
