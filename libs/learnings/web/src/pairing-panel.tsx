import type { PairingPanelFacts } from '@flipside/pairings-web';
import { Button, Section, Stack, Text } from '@flipside/ui';
import { useState } from 'react';
import { FluencyPanel } from './fluency/fluency-panel.js';
import { PairingLearnings } from './learned/pairing-learnings.js';
import { PairingOutcomes } from './outcomes/outcomes-panel.js';
import { TellStorySheet } from './stories/tell-story-sheet.js';

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
      <FluencyPanel pairingId={id} />
      <TellIt pairingId={id} otherName={otherName} />
    </Stack>
  );
}

function TellIt({ pairingId, otherName }: { pairingId: string; otherName: string }) {
  const [isTelling, setTelling] = useState(false);
  return (
    <Section title="Share a win">
      <Stack gap="12">
        <Text>
          A short story for colleagues, with your names or without. {otherName} is asked before
          anybody else can read it.
        </Text>
        <div>
          <Button onClick={() => setTelling(true)}>Tell it as a story</Button>
        </div>
      </Stack>
      <TellStorySheet
        isOpen={isTelling}
        onClose={() => setTelling(false)}
        pairingId={pairingId}
        otherName={otherName}
      />
    </Section>
  );
}
