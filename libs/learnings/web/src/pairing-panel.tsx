import type { PairingPanelFacts } from '@flipside/pairings-web';
import { Stack } from '@flipside/ui';
import { PairingLearnings } from './learned/pairing-learnings.js';
import { PairingOutcomes } from './outcomes/outcomes-panel.js';

/** What came of a pairing, for its two people: changes in work, and lines that were opened to both. */
export function PairingPanelOfLearnings({ pairing }: { pairing: PairingPanelFacts }) {
  const { id, viewerSide, otherName } = pairing;
  if (viewerSide === null) return null;
  return (
    <Stack gap="32">
      <PairingOutcomes pairingId={id} sessionId={null} otherName={otherName} />
      <PairingLearnings
        pairingId={id}
        isLearner={viewerSide === 'EXECUTIVE'}
        otherName={otherName}
      />
    </Stack>
  );
}
