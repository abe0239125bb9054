import { lazy, Suspense } from 'react';
import { Sheet, SkeletonTable } from '@flipside/ui';
import { momentOf, partnerOf, type ShownSession } from './session-fields.js';

// The home page does without the fields of this sheet until somebody opens it.
const MoveTimes = lazy(async () => ({ default: (await import('./move-times.js')).MoveTimes }));

/** Moving a session without leaving the page. */
export function MoveSheet(props: { session: ShownSession; isOpen: boolean; onClose: () => void }) {
  const { session, isOpen, onClose } = props;
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title="When instead?"
      lead={`Now ${momentOf(session)}, with ${partnerOf(session)}. These times suit both.`}
    >
      <Suspense fallback={<SkeletonTable rows={5} columns={1} />}>
        <MoveTimes session={session} onDone={onClose} />
      </Suspense>
    </Sheet>
  );
}
