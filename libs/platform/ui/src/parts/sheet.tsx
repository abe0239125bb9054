import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { classNames } from '../class-names.js';
import { IconX } from '../icons.js';
import { PortalTarget } from '../portal-target.js';
import { IconButton } from './button.js';

export interface SheetProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  /** Buttons, primary last. */
  footer?: ReactNode;
  /** side: from the edge, full height on phones. dialog: in the middle, for short questions. */
  kind?: 'side' | 'dialog';
}

/**
 * A layer above the page on the browser's own modal dialog: focus stays inside, Escape closes, focus returns to where
 * it came from, and everything behind is inert.
 */
export function Sheet({
  isOpen,
  onClose,
  title,
  lead,
  children,
  footer,
  kind = 'side',
}: SheetProps) {
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null);
  const opener = useRef<Element | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();

  useEffect(() => {
    if (!dialog || !isOpen) return;
    opener.current = document.activeElement;
    if (typeof dialog.showModal === 'function') dialog.showModal();
    else dialog.setAttribute('open', '');
    // Focus begins on the heading, or on the field that a page marks as the first thing to do.
    (dialog.querySelector<HTMLElement>('[data-autofocus]') ?? heading.current)?.focus();
    return () => {
      if (typeof dialog.close === 'function') dialog.close();
      if (opener.current instanceof HTMLElement) opener.current.focus();
    };
  }, [dialog, isOpen]);

  if (!isOpen) return null;
  return (
    <dialog
      ref={setDialog}
      className={classNames('fs-sheet', `fs-sheet-${kind}`)}
      aria-labelledby={id}
      onKeyDown={(event) => {
        // Escape inside an open list closes the list; without this the browser would close the sheet as well.
        const isListOpen = (event.target as Element).getAttribute('aria-expanded') === 'true';
        if (event.key === 'Escape' && isListOpen) event.preventDefault();
      }}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <PortalTarget value={dialog}>
        <div className="fs-sheet-inside">
          <div className="fs-sheet-head">
            <div>
              <h2 id={id} className="fs-sheet-title" tabIndex={-1} ref={heading}>
                {title}
              </h2>
              {lead && <p className="fs-sheet-lead">{lead}</p>}
            </div>
            <IconButton label="Close" icon={<IconX size={20} aria-hidden />} onClick={onClose} />
          </div>
          <div className="fs-sheet-body">{children}</div>
          {footer && <div className="fs-sheet-footer">{footer}</div>}
        </div>
      </PortalTarget>
    </dialog>
  );
}

/** A short question in the middle of the screen. Only for what mails people or removes data; else offer Undo. */
export function Modal(props: Omit<SheetProps, 'kind'>) {
  return <Sheet {...props} kind="dialog" />;
}
