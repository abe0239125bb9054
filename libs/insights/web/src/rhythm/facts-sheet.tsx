import { PairingFacts } from '@flipside/learnings-web';
import { Sheet, Skeleton } from '@flipside/ui';
import { Suspense } from 'react';
import type { HelpedPairing } from './help-sheet.js';

interface FactsSheetProps {
  pairing: HelpedPairing | null;
  onClose: () => void;
}

/** The sessions of a pairing as HR sees them, drawn by the part that the two people can look at themselves. */
export function FactsSheet({ pairing, onClose }: FactsSheetProps) {
  if (pairing === null) return null;
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={`${pairing.executive.name} with ${pairing.champion.name}`}
      lead="The last sessions. The two people can open this same view."
    >
      <Suspense fallback={<Skeleton lines={6} />}>
        <PairingFacts pairingId={pairing.pairingId} />
      </Suspense>
    </Sheet>
  );
}
