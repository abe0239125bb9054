import { useNavigate, type PaletteEntry } from '@flipside/platform-web';
import { IconSearch, Sheet } from '@flipside/ui';
import { useId, useState, type KeyboardEvent } from 'react';

export interface CommandPaletteProps {
  entries: readonly PaletteEntry[];
  isOpen: boolean;
  onClose: () => void;
}

function matches(entry: PaletteEntry, query: string): boolean {
  const text = `${entry.label} ${entry.keywords ?? ''}`.toLocaleLowerCase();
  return query
    .toLocaleLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

/** Goes to a page or starts something by typing a few letters. */
export function CommandPalette({ entries, isOpen, onClose }: CommandPaletteProps) {
  const [query, setQuery] = useState('');
  const [current, setCurrent] = useState(0);
  const navigate = useNavigate();
  const id = useId();
  const found = entries.filter((entry) => matches(entry, query.trim()));
  const active = Math.min(current, found.length - 1);

  function go(entry: PaletteEntry | undefined) {
    if (!entry) return;
    onClose();
    setQuery('');
    void navigate(entry.to);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setCurrent((active + step + found.length) % found.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      go(found[active]);
    }
  }

  return (
    <Sheet isOpen={isOpen} onClose={onClose} title="Go to" kind="dialog">
      <div className="app-palette">
        <div className="app-palette-field">
          <IconSearch size={18} aria-hidden />
          <input
            role="combobox"
            aria-label="Page or action"
            aria-expanded
            aria-controls={id}
            aria-activedescendant={found[active] ? `${id}-${active}` : undefined}
            aria-autocomplete="list"
            autoComplete="off"
            data-autofocus
            placeholder="Type a page or what you want to do"
            value={query}
            onChange={(event) => {
              setQuery(event.currentTarget.value);
              setCurrent(0);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <ul role="listbox" id={id} aria-label="Pages and actions">
          {found.map((entry, index) => (
            <li
              key={`${entry.to} ${entry.label}`}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              onPointerMove={() => setCurrent(index)}
              onClick={() => go(entry)}
            >
              {entry.label}
            </li>
          ))}
        </ul>
        <p role="status" className="app-palette-status">
          {found.length === 0 ? 'Nothing by that name. Try another word.' : ''}
        </p>
      </div>
    </Sheet>
  );
}
