import { holdsAny, useViewer, type PaletteEntry } from '@flipside/platform-web';
import { Badge, IconSearch, KeyHint, Link } from '@flipside/ui';
import { lazy, Suspense, useEffect, useState } from 'react';
import { paletteEntries } from '../contexts.js';
import { Logo } from './logo.js';
import type { NavItem } from './navigation.js';
import { PersonMenu } from './person-menu.js';

interface PaletteProps {
  items: readonly NavItem[];
  isOpen: boolean;
  onClose: () => void;
}

/** The palette and its words, fetched together when it is first opened. */
const CommandPalette = lazy(async () => {
  const [{ CommandPalette: Shown }, offered] = await Promise.all([
    import('./command-palette.js'),
    paletteEntries(),
  ]);
  function Palette({ items, isOpen, onClose }: PaletteProps) {
    return <Shown entries={useEntries(items, offered)} isOpen={isOpen} onClose={onClose} />;
  }
  return { default: Palette };
});

function useShortcut(onPress: () => void) {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey
      )
        return;
      event.preventDefault();
      onPress();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [onPress]);
}

/** What the palette offers: every page of the navigation, what contexts add, and the two pages of our own. */
function useEntries(items: readonly NavItem[], offered: readonly PaletteEntry[]): PaletteEntry[] {
  const viewer = useViewer();
  return eachOnce([
    { label: 'Home', to: '/' },
    ...items.map(({ label, to }) => ({ label, to })),
    ...offered.filter((entry) => holdsAny(viewer, entry.roles)),
    { label: 'Who can see what', to: '/privacy', keywords: 'privacy data readers' },
  ]);
}

/** A page of the navigation for which a context names more words stands there once, with those words. */
function eachOnce(entries: readonly PaletteEntry[]): PaletteEntry[] {
  const found = new Map<string, PaletteEntry>();
  for (const entry of entries) {
    const key = `${entry.to} ${entry.label}`;
    found.set(key, { ...found.get(key), ...entry });
  }
  return [...found.values()];
}

const isMac = /Mac|iPhone|iPad/u.test(navigator.userAgent);

export function Header({ items }: { items: readonly NavItem[] }) {
  const viewer = useViewer();
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const [open] = useState(() => () => {
    setWasOpened(true);
    setOpen(true);
  });
  useShortcut(open);
  return (
    <header className="app-header">
      <Link to="/" className="app-brand app-brand-header">
        <Logo />
        <span>Flipside</span>
      </Link>
      <button
        type="button"
        className="app-search"
        onClick={open}
        aria-haspopup="dialog"
        aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'}
      >
        <IconSearch size={18} aria-hidden />
        <span className="app-search-word">Find</span>
        <span className="app-search-keys" aria-hidden>
          <KeyHint keys={isMac ? ['⌘', 'K'] : ['Ctrl', 'K']} />
        </span>
      </button>
      <div className="app-header-end">
        {viewer.companyMode === 'DEMO' && <Badge tone="outline">Demonstration</Badge>}
        <Link to="/privacy" className="app-help">
          Who can see what
        </Link>
        <PersonMenu />
      </div>
      {wasOpened && (
        <Suspense>
          <CommandPalette items={items} isOpen={isOpen} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </header>
  );
}
