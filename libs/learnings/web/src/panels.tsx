import type { PairingPanel } from '@flipside/pairings-web';
import type { SessionPanel } from '@flipside/sessions-web';
import { LoadingFace, SkeletonCard } from '@flipside/ui';
import { lazy, Suspense, type ComponentType } from 'react';

/** A panel whose code is loaded with the page it stands on, not with the first page of a visit. */
export function lazyPanel<Facts extends object>(
  load: () => Promise<ComponentType<Facts>>,
  height = 12,
): ComponentType<Facts> {
  const Loaded = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Facts>;
  return function Panel(props) {
    return (
      <Suspense
        fallback={
          <LoadingFace>
            <SkeletonCard height={height} />
          </LoadingFace>
        }
      >
        <Loaded {...props} />
      </Suspense>
    );
  };
}

/** What learnings adds to the page of a session: the log, the notes, what changed in work. */
export const learningsSessionPanels: SessionPanel[] = [
  { key: 'log', Panel: lazyPanel(async () => (await import('./log/log-panel.js')).LogPanel) },
  {
    key: 'notes',
    Panel: lazyPanel(async () => (await import('./notes/notes-panel.js')).NotesPanel),
  },
  {
    key: 'outcomes',
    Panel: lazyPanel(async () => (await import('./outcomes/outcomes-panel.js')).OutcomesPanel),
  },
];

/** What learnings adds to the page of a pairing. */
export const learningsPairingPanels: PairingPanel[] = [
  {
    key: 'outcomes',
    Panel: lazyPanel(async () => (await import('./pairing-panel.js')).PairingPanelOfLearnings),
  },
];
