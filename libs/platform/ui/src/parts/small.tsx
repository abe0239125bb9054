import type { ReactNode } from 'react';
import { classNames } from '../class-names.js';
import { IconX } from '../icons.js';

export type BadgeTone = 'neutral' | 'accent' | 'covered' | 'close' | 'short' | 'none' | 'outline';

/** One word about a state. Colour goes along with the word and never stands alone. */
export function Badge({ tone = 'neutral', children }: { tone?: BadgeTone; children: ReactNode }) {
  return <span className={classNames('fs-badge', `fs-badge-${tone}`)}>{children}</span>;
}

export interface ChipProps {
  children: ReactNode;
  /** Shows a cross; the label says what is removed. */
  onRemove?: () => void;
  removeLabel?: string;
}

/** A skill, a language, a filter that is on. */
export function Chip({ children, onRemove, removeLabel = 'Remove' }: ChipProps) {
  return (
    <span className="fs-chip">
      {children}
      {onRemove && (
        <button type="button" aria-label={removeLabel} onClick={onRemove}>
          <IconX size={12} aria-hidden />
        </button>
      )}
    </span>
  );
}

/** Keys to press, such as Ctrl K. */
export function KeyHint({ keys }: { keys: string[] }) {
  return (
    <span className="fs-keys">
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}

export interface PersonNameProps {
  name: string;
  /** Title, team or place, in grey. */
  note?: ReactNode;
  /** Draws the initials beside the name. */
  hasMonogram?: boolean;
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = words[0]?.[Symbol.iterator]().next().value ?? '';
  const last =
    words.length > 1 ? (words[words.length - 1]?.[Symbol.iterator]().next().value ?? '') : '';
  return (first + last).toLocaleUpperCase();
}

export function Monogram({ name }: { name: string }) {
  return (
    <span className="fs-monogram" aria-hidden>
      {initialsOf(name)}
    </span>
  );
}

/** A person as everyone sees them. Names are one field in any script. */
export function PersonName({ name, note, hasMonogram }: PersonNameProps) {
  return (
    <span className="fs-person">
      {hasMonogram && <Monogram name={name} />}
      <span className="fs-person-text">
        <bdi className="fs-person-name">{name}</bdi>
        {note && <span className="fs-person-note">{note}</span>}
      </span>
    </span>
  );
}

export interface FieldError {
  /** The id of the field the message is about. */
  fieldId: string;
  message: string;
}

/** Above a form with more than three fields: what to mend, each line leading to its field. Takes focus when it appears. */
export function ErrorSummary({
  errors,
  title = 'Check these before saving',
}: {
  errors: FieldError[];
  title?: string;
}) {
  if (errors.length === 0) return null;
  return (
    <div className="fs-error-summary" role="alert" tabIndex={-1} ref={(node) => node?.focus()}>
      <h2 className="fs-heading-3">{title}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.fieldId}>
            <a
              href={`#${error.fieldId}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(error.fieldId)?.focus();
              }}
            >
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

export interface FilterBarProps {
  /** Says what is filtered, for assistive technology. */
  label: string;
  children: ReactNode;
  /** How many rows the filters leave, in words; announced when it changes. */
  result?: string | undefined;
  onReset?: (() => void) | undefined;
}

export function FilterBar({ label, children, result, onReset }: FilterBarProps) {
  return (
    <div role="search" aria-label={label} className="fs-filters">
      <div className="fs-filters-fields">{children}</div>
      <div className="fs-filters-result">
        <span role="status">{result}</span>
        {onReset && (
          <button type="button" className="fs-link-button" onClick={onReset}>
            Clear filters
          </button>
        )}
      </div>
    </div>
  );
}

/** Buttons of a form: primary first in reading order. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="fs-form-actions">{children}</div>;
}

/** "30 min" to the eye, "30 minutes" to the ear. */
export function Minutes({ count }: { count: number }) {
  return (
    <>
      <span aria-hidden>{count} min</span>
      <span className="fs-hidden">
        {count} {count === 1 ? 'minute' : 'minutes'}
      </span>
    </>
  );
}
