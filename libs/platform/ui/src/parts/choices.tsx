import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from '../class-names.js';
import { IconCheck } from '../icons.js';

export interface ChipOption<Value extends string> {
  value: Value;
  label: string;
}

export interface ChipGroupProps<Value extends string> {
  label: ReactNode;
  hint?: ReactNode;
  options: readonly ChipOption<Value>[];
  value: readonly Value[];
  onChange: (value: Value[]) => void;
  /** Only one can be on at a time; pressing it again switches it off. */
  isSingle?: boolean;
  isLabelHidden?: boolean;
}

/** Topics and next steps as toggle buttons. */
export function ChipGroup<Value extends string>(props: ChipGroupProps<Value>) {
  const { label, hint, options, value, onChange, isSingle, isLabelHidden } = props;
  const id = useId();
  function toggle(option: Value) {
    if (value.includes(option)) onChange(value.filter((kept) => kept !== option));
    else onChange(isSingle ? [option] : [...value, option]);
  }
  return (
    <div role="group" aria-labelledby={id} className="fs-field">
      <span id={id} className={isLabelHidden ? 'fs-hidden' : 'fs-field-label'}>
        {label}
      </span>
      {hint && <span className="fs-field-hint">{hint}</span>}
      <div className="fs-chips">
        {options.map((option) => {
          const isOn = value.includes(option.value);
          return (
            <button
              key={option.value}
              type="button"
              className="fs-chip-button"
              aria-pressed={isOn}
              onClick={() => toggle(option.value)}
            >
              {isOn && <IconCheck size={14} aria-hidden />}
              {option.label}
            </button>
          );
        })}
      </div>
    </div>
  );
}

export interface TimeOption {
  id: string;
  /** "Tue 25 Nov" */
  day: string;
  /** "9:30–10:00" */
  time: string;
  /** "17:00 for Priya", or why this one. */
  note?: string | undefined;
  /** Somebody else has it now. */
  isTaken?: boolean;
}

export interface TimeChoicesProps {
  label: string;
  options: readonly TimeOption[];
  /** A press takes the time at once; undo is offered afterwards. */
  onChoose: (id: string) => void;
  /** The one being booked. */
  busyId?: string | undefined;
  /** Marks the first as the one to take when in doubt. */
  hasFirstMarked?: boolean;
}

/** Times that suit both people, as large buttons. One Tab stop; arrows move between them; Enter takes one. */
export function TimeChoices({
  label,
  options,
  onChoose,
  busyId,
  hasFirstMarked,
}: TimeChoicesProps) {
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const [current, setCurrent] = useState(0);
  const open = options.flatMap((option, index) => (option.isTaken ? [] : [index]));
  const stop = open.includes(current) ? current : (open[0] ?? 0);

  function move(event: KeyboardEvent) {
    const place = open.indexOf(stop);
    const last = open.length - 1;
    const next = {
      ArrowDown: place === last ? 0 : place + 1,
      ArrowRight: place === last ? 0 : place + 1,
      ArrowUp: place === 0 ? last : place - 1,
      ArrowLeft: place === 0 ? last : place - 1,
      Home: 0,
      End: last,
    }[event.key];
    const target = next === undefined ? undefined : open[next];
    if (target === undefined) return;
    event.preventDefault();
    setCurrent(target);
    buttons.current[target]?.focus();
  }

  return (
    <div role="group" aria-label={label} className="fs-times" onKeyDown={move}>
      <div className="fs-times-grid">
        {options.map((option, index) => (
          <button
            key={option.id}
            ref={(node) => {
              buttons.current[index] = node;
            }}
            type="button"
            className={classNames(
              'fs-time',
              hasFirstMarked && index === 0 && !option.isTaken && 'fs-time-first',
            )}
            tabIndex={index === stop ? 0 : -1}
            disabled={option.isTaken}
            aria-busy={busyId === option.id || undefined}
            onFocus={() => setCurrent(index)}
            onClick={() => {
              if (!busyId) onChoose(option.id);
            }}
          >
            <span className="fs-time-day">{option.day}</span>
            <span className="fs-time-clock">{option.time}</span>
            {(option.isTaken || option.note) && (
              <span className="fs-time-note">{option.isTaken ? 'Just taken' : option.note}</span>
            )}
          </button>
        ))}
      </div>
    </div>
  );
}
