import { Sheet } from '@flipside/ui';
import { MoveTimes } from './move-times.js';
import { momentOf, partnerOf, type ShownSession } from './session-fields.js';

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
      <MoveTimes session={session} onDone={onClose} />
    </Sheet>
  );
}
