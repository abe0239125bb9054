import { Alert, Button, Stack } from '@flipside/ui';
import type { TakenBack } from './use-decision.js';

interface TakenBackNoticeProps {
  problems: readonly TakenBack[];
  /** Leads to the proposal, which shows how it stands now. */
  onLook: (proposalId: string) => void;
}

/** Decisions that were shown at once and did not hold: nothing is overwritten, and each says where it was. */
export function TakenBackNotice({ problems, onLook }: TakenBackNoticeProps) {
  if (problems.length === 0) return null;
  return (
    <Stack gap="8">
      {problems.map(({ proposalId, names, message }) => (
        <Alert
          key={proposalId}
          tone="warning"
          title={`Not decided: ${names}`}
          isLive
          action={
            <Button size="small" onClick={() => onLook(proposalId)}>
              Look again
            </Button>
          }
        >
          {message}
        </Alert>
      ))}
    </Stack>
  );
}
