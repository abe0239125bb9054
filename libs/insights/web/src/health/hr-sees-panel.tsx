import { PairingFacts } from '@flipside/learnings-web';
import { formatCalendarDay, graphql, usePageQuery } from '@flipside/platform-web';
import type { PairingPanelFacts } from '@flipside/pairings-web';
import { Button, FactList, Faces, IconEye, Sheet, Skeleton, Stack } from '@flipside/ui';
import { Suspense, useState } from 'react';
import { STATES } from './health-words.js';

const HealthAsHrSeesQuery = graphql(`
  query HealthAsHrSees($pairingId: ID!) {
    healthAsHrSees(pairingId: $pairingId) {
      pairingId
      state
      reasons
      sinceOn
    }
  }
`);

/** Opens what HR sees of this pairing: the row of HR's own list and the sessions as HR's own part draws them. */
export function HrSeesPanel({ pairing }: { pairing: PairingPanelFacts }) {
  const [isOpen, setOpen] = useState(false);
  if (pairing.viewerSide === null) return null;
  return (
    <div>
      <Button variant="quiet" icon={<IconEye size={16} />} onClick={() => setOpen(true)}>
        See what HR sees
      </Button>
      <Sheet
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title="What HR sees of this pairing"
        lead="Its state with the reasons, and its sessions. Texts that the two of you write are not part of it."
      >
        <Stack gap="16">
          <HealthRow pairingId={pairing.id} />
          <Suspense fallback={<Skeleton lines={6} />}>
            <PairingFacts pairingId={pairing.id} />
          </Suspense>
        </Stack>
      </Sheet>
    </div>
  );
}

function HealthRow({ pairingId }: { pairingId: string }) {
  const page = usePageQuery(HealthAsHrSeesQuery, { variables: { pairingId } });
  return (
    <Faces of={page} skeleton={<Skeleton lines={3} />}>
      {({ healthAsHrSees: health }) => (
        <FactList
          facts={[
            { label: 'State', value: health ? STATES[health.state].word : 'Not looked at yet' },
            { label: 'Why', value: health?.reasons.join(' ') },
            { label: 'Since', value: health && formatCalendarDay(health.sinceOn) },
          ]}
        />
      )}
    </Faces>
  );
}
