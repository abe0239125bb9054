import { formatCalendarDay, graphql } from '@flipside/platform-web';
import { Button } from '@flipside/ui';
import { useState } from 'react';
import { HelpSheet, type HelpedPairing } from '../rhythm/help-sheet.js';
import { ShortList } from './short-list.js';

graphql(`
  fragment SlippingListFields on SlippingList {
    totalCount
    rows {
      pairingId
      because
      lastHeldOn
      nextOn
      executive {
        id
        name
        email
      }
      champion {
        id
        name
        email
      }
    }
  }
`);

interface Slipping extends HelpedPairing {
  because: string;
  lastHeldOn?: string | null;
  nextOn?: string | null;
}

interface SlippingListProps {
  list: { totalCount: number; rows: readonly Slipping[] };
}

export function SlippingList({ list }: SlippingListProps) {
  const [helped, setHelped] = useState<Slipping | null>(null);
  return (
    <>
      <ShortList
        title="Pairings slipping"
        all={{
          label:
            list.totalCount > list.rows.length ? `All ${list.totalCount} slipping` : 'All pairings',
          to: list.totalCount > list.rows.length ? '/rhythm?state=SLIPPING' : '/rhythm',
        }}
        empty="Every pairing meets as agreed."
        rows={list.rows.map((pairing) => {
          const pair = `${pairing.executive.name} with ${pairing.champion.name}`;
          return {
            id: pairing.pairingId,
            name: pair,
            to: `/pairings/${pairing.pairingId}`,
            note: `${pairing.because} ${nextWords(pairing)}`,
            action: (
              <Button
                size="small"
                aria-label={`Offer help to ${pair}`}
                onClick={() => setHelped(pairing)}
              >
                Offer help
              </Button>
            ),
          };
        })}
      />
      <HelpSheet pairing={helped} onClose={() => setHelped(null)} />
    </>
  );
}

function nextWords({ lastHeldOn, nextOn }: Pick<Slipping, 'lastHeldOn' | 'nextOn'>): string {
  if (nextOn) return `Next: ${formatCalendarDay(nextOn)}.`;
  return lastHeldOn ? `Last: ${formatCalendarDay(lastHeldOn)}.` : '';
}
