import { useNavigate, type PaletteEntry } from '@flipside/platform-web';
import { IconSearch, Sheet } from '@flipside/ui';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useFound, type PaletteGroup, type PaletteLine } from './use-found.js';

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

/** Goes to a page, a person, a unit or a pairing, or starts something, by typing a few letters. */
export function CommandPalette({ entries, isOpen, onClose }: CommandPaletteProps) {
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title="Find" kind="dialog">
      <Palette entries={entries} onClose={onClose} />
    </Sheet>
  );
}

/** Made anew each time it opens, so it opens empty. */
function Palette({ entries, onClose }: Omit<CommandPaletteProps, 'isOpen'>) {
  const [query, setQuery] = useState('');
  const [current, setCurrent] = useState(0);
  const navigate = useNavigate();
  const id = useId();
  const found = useFound(query);
  const pages = entries.filter((entry) => matches(entry, query.trim()));
  const groups: PaletteGroup[] = [
    ...(pages.length > 0 ? [{ heading: 'Pages and actions', lines: pages }] : []),
    ...found.groups,
  ];
  const lines = groups.flatMap((group) => group.lines);
  const active = Math.min(current, lines.length - 1);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);

  function go(line: PaletteLine | undefined) {
    if (!line) return;
    onClose();
    void navigate(line.to);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && lines.length > 0) {
      event.preventDefault();
      setCurrent((active + step + lines.length) % lines.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      go(lines[active]);
    } else if (event.key === 'Escape') {
      // The list is always open here, so Escape has nothing to close but the whole.
      event.preventDefault();
      onClose();
    }
  }

  return (
    <div className="app-palette">
      <div className="app-palette-field">
        <IconSearch size={18} aria-hidden />
        <input
          role="combobox"
          aria-label="A person, unit, pairing, page or action"
          aria-expanded
          aria-controls={id}
          aria-activedescendant={lines[active] ? `${id}-${active}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          data-autofocus
          placeholder="A name, a page or an action"
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setCurrent(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        role="listbox"
        id={id}
        aria-label="What was found"
        className="app-palette-list"
        ref={list}
      >
        {groups.map(({ heading, lines: own }, at) => (
          <ul role="group" key={heading} aria-labelledby={`${id}-group-${at}`}>
            <li role="presentation" id={`${id}-group-${at}`} className="app-palette-heading">
              {heading}
            </li>
            {own.map((line) => {
              const index = lines.indexOf(line);
              return (
                <li
                  key={`${line.to} ${line.label}`}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === active}
                  className="app-palette-line"
                  onPointerMove={() => setCurrent(index)}
                  onClick={() => go(line)}
                >
                  <span>{line.label}</span>
                  {line.note && <span className="app-palette-note">{line.note}</span>}
                </li>
              );
            })}
          </ul>
        ))}
      </div>
      <p role="status" className="app-palette-status">
        {statusOf(found.state, lines.length)}
      </p>
    </div>
  );
}

function statusOf(state: ReturnType<typeof useFound>['state'], found: number): string {
  if (state === 'idle') return '';
  if (state === 'failed') return 'People, units and pairings cannot be searched right now.';
  if (state === 'searching') return 'Searching';
  if (found === 0) return 'Nothing by that name. Try another word.';
  return found === 1 ? '1 found' : `${found} found`;
}
