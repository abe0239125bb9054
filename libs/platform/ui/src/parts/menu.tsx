import {
  cloneElement,
  useEffect,
  useId,
  useRef,
  useState,
  type HTMLAttributes,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  type Ref,
} from 'react';
import { Link } from 'react-router';
import { IconCheck } from '../icons.js';

export interface MenuEntry {
  label: string;
  icon?: ReactNode;
  /** Either a place to go or something to do. */
  to?: string;
  onSelect?: () => void;
  tone?: 'ink' | 'danger';
  /** For entries of which one is chosen. */
  isChosen?: boolean;
}

export interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement<HTMLAttributes<HTMLElement> & { ref?: Ref<HTMLButtonElement> }>;
  entries: (MenuEntry | 'divider')[];
  /** Names the list for assistive technology. */
  label?: string;
  /** Heading inside, such as the person's name. */
  heading?: ReactNode;
  align?: 'start' | 'end';
}

const MARGIN = 8;

/** Below the trigger, or above where there is no room, and never outside the window. */
function place(list: HTMLElement, trigger: HTMLElement, align: 'start' | 'end') {
  const from = trigger.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = list;
  const isLeft = (align === 'start') === (getComputedStyle(trigger).direction !== 'rtl');
  const wished = isLeft ? from.left : from.right - width;
  const fitsBelow = from.bottom + 4 + height <= window.innerHeight - MARGIN;
  list.style.left = `${Math.max(MARGIN, Math.min(wished, window.innerWidth - width - MARGIN))}px`;
  list.style.top = `${fitsBelow ? from.bottom + 4 : Math.max(MARGIN, from.top - height - 4)}px`;
}

/** A short list of things to do, opened by a button. It is drawn in the browser's top layer, so nothing cuts it off. */
export function Menu({ trigger, entries, heading, label = 'Actions', align = 'end' }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => {
    const shown = list.current;
    if (!isOpen || !shown || !button.current) return;
    if (typeof shown.showPopover === 'function') shown.showPopover();
    place(shown, button.current, align);
    itemsOf(shown)[0]?.focus();
    const leave = new AbortController();
    const close = () => setOpen(false);
    const closeOutside = ({ target }: PointerEvent) => {
      if (target instanceof Node && !shown.contains(target) && !button.current?.contains(target))
        close();
    };
    window.addEventListener('resize', close, { signal: leave.signal });
    window.addEventListener('scroll', close, { signal: leave.signal });
    document.addEventListener('pointerdown', closeOutside, { signal: leave.signal });
    return () => leave.abort();
  }, [isOpen, align]);

  function close() {
    setOpen(false);
    button.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault();
      event.stopPropagation();
      close();
      return;
    }
    const items = itemsOf(list.current);
    const at = items.indexOf(document.activeElement as HTMLElement);
    const next = nextItem(event.key, at, items);
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }

  return (
    <>
      {cloneElement(trigger, {
        ref: button,
        'aria-haspopup': 'menu',
        'aria-expanded': isOpen,
        'aria-controls': isOpen ? id : undefined,
        onClick: () => setOpen(!isOpen),
        onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        },
      })}
      {isOpen && (
        <div
          ref={list}
          id={id}
          popover="manual"
          role="menu"
          aria-label={label}
          className="fs-menu"
          onKeyDown={onKeyDown}
        >
          {heading && (
            <div className="fs-menu-heading" role="presentation">
              {heading}
            </div>
          )}
          {entries.map((entry, index) =>
            entry === 'divider' ? (
              <hr key={index} className="fs-divider" />
            ) : (
              <MenuItem key={entry.label} entry={entry} onClose={close} />
            ),
          )}
        </div>
      )}
    </>
  );
}

function MenuItem({ entry, onClose }: { entry: MenuEntry; onClose: () => void }) {
  const looks = {
    className: 'fs-menu-item',
    tabIndex: -1,
    'data-tone': entry.tone,
    role: entry.isChosen === undefined ? 'menuitem' : 'menuitemradio',
    'aria-checked': entry.isChosen,
  };
  const content = (
    <>
      {entry.icon && (
        <span className="fs-menu-icon" aria-hidden>
          {entry.icon}
        </span>
      )}
      <span>{entry.label}</span>
      {entry.isChosen && <IconCheck size={16} className="fs-menu-check" aria-hidden />}
    </>
  );
  if (entry.to) {
    return (
      <Link to={entry.to} {...looks} onClick={onClose}>
        {content}
      </Link>
    );
  }
  return (
    <button
      type="button"
      {...looks}
      onClick={() => {
        onClose();
        entry.onSelect?.();
      }}
    >
      {content}
    </button>
  );
}

function itemsOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
}

/** Arrows go round, Home and End go to the ends, a letter to the next entry that begins with it. */
function nextItem(key: string, at: number, items: HTMLElement[]): HTMLElement | undefined {
  const count = items.length;
  if (key === 'ArrowDown') return items[(at + 1) % count];
  if (key === 'ArrowUp') return items[(at - 1 + count) % count];
  if (key === 'Home') return items[0];
  if (key === 'End') return items[count - 1];
  if (key.length !== 1) return undefined;
  const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return after.find((item) => item.textContent.trim().toLowerCase().startsWith(key.toLowerCase()));
}
