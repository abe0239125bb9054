import type { SessionPanel, SessionPanelFacts } from '@flipside/sessions-web';
import { createElement, lazy, Suspense, type ComponentType } from 'react';

type Panel = ComponentType<{ session: SessionPanelFacts }>;

/** A panel whose code is loaded with the session page, not with the first page of a visit. */
function lazyPanel(load: () => Promise<Panel>): Panel {
  const Loaded = lazy(async () => ({ default: await load() }));
  return (props) => createElement(Suspense, { fallback: null }, createElement(Loaded, props));
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
