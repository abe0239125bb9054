import type { ReactNode } from 'react';
import { classNames } from '../class-names.js';

/** States of a unit's coverage, one word each (metrics G.1). */
export type CoverageStatus = 'covered' | 'close' | 'short' | 'none' | 'pooled';

const STATUS_WORDS: Record<CoverageStatus, string> = {
  covered: 'Covered',
  close: 'Close',
  short: 'Short',
  none: 'None',
  pooled: 'Pooled',
};

function StatusShape({ status }: { status: CoverageStatus }) {
  return (
    <svg className="fs-status-shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden>
      {status === 'covered' && <circle cx="6" cy="6" r="5" fill="currentColor" />}
      {status === 'close' && (
        <>
          <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M6 1.75a4.25 4.25 0 0 0 0 8.5z" fill="currentColor" />
        </>
      )}
      {status === 'short' && <path d="M6 1l5.5 10h-11z" fill="currentColor" />}
      {status === 'none' && <rect x="1" y="1" width="10" height="10" fill="currentColor" />}
      {status === 'pooled' && (
        <path d="M1 11 6 1M6 11l5-10" stroke="currentColor" strokeWidth="1.5" fill="none" />
      )}
    </svg>
  );
}

export interface StatusMarkProps {
  status: CoverageStatus;
  /** Replaces the word, such as "1 below has none". */
  label?: string;
  /** Draws the shape alone; the word stays for assistive technology. Only where the word stands nearby. */
  isShapeOnly?: boolean;
}

/** Coverage state as shape, word and colour. */
export function StatusMark({ status, label, isShapeOnly }: StatusMarkProps) {
  return (
    <span
      className={classNames('fs-status', `fs-status-${status}`, isShapeOnly && 'fs-status-bare')}
    >
      <StatusShape status={status} />
      <span className={isShapeOnly ? 'fs-hidden' : undefined}>{label ?? STATUS_WORDS[status]}</span>
    </span>
  );
}

export interface CoverageBarProps {
  /** Active champions. */
  have: number;
  /** Required champions. */
  need: number;
  /** Writes "3 of 5" beside the bar. */
  isTextShown?: boolean;
}

// The bar ends at one and a half times the target, so the target tick stands at two thirds in every row.
const BAR_END = 1.5;
const TICK = 100 / BAR_END;

/** Filled part = have ÷ need; one tick at the target, at the same place in every row; beyond 150 % a plus. */
export function CoverageBar({ have, need, isTextShown }: CoverageBarProps) {
  const ratio = need > 0 ? have / need : 0;
  const within = Math.min(ratio, 1) * TICK;
  const over = Math.min(Math.max(ratio - 1, 0), BAR_END - 1) * TICK;
  return (
    <span className="fs-bar-with-text">
      <span className="fs-bar" aria-hidden>
        <span className="fs-bar-room" style={{ width: `${TICK}%` }} />
        <span className="fs-bar-fill" style={{ width: `${within}%` }} />
        {over > 0 && (
          <span
            className="fs-bar-over"
            style={{ insetInlineStart: `${TICK}%`, width: `${over}%` }}
          />
        )}
        <span className="fs-bar-tick" style={{ insetInlineStart: `${TICK}%` }} />
        {ratio > BAR_END && <span className="fs-bar-plus">+</span>}
      </span>
      {isTextShown ? (
        <span className="fs-bar-text">
          {have} of {need}
        </span>
      ) : (
        <span className="fs-hidden">
          {have} of {need}
        </span>
      )}
    </span>
  );
}

type SeatKind = 'active' | 'paused' | 'leaving' | 'candidate' | 'empty';

export interface SeatsProps {
  need: number;
  active: number;
  /** Resting or at their agreed limit. */
  paused?: number;
  /** Accepted and not started yet. */
  candidates?: number;
  leaving?: number;
  /** Seats nobody fills; by default what is left of the need. */
  empty?: number;
}

/** Who is there and who is missing, for units that need eight people or fewer. */
export function Seats({
  need,
  active,
  paused = 0,
  candidates = 0,
  leaving = 0,
  empty,
}: SeatsProps) {
  const open = empty ?? Math.max(0, need - active - paused - candidates - leaving);
  const groups: { kind: SeatKind; count: number; word: string }[] = [
    { kind: 'active', count: active, word: 'active' },
    { kind: 'paused', count: paused, word: 'resting' },
    { kind: 'leaving', count: leaving, word: 'leaving' },
    { kind: 'candidate', count: candidates, word: candidates === 1 ? 'candidate' : 'candidates' },
    { kind: 'empty', count: open, word: 'empty' },
  ];
  const sentence = groups
    .filter((group) => group.count > 0)
    .map((group) => `${group.count} ${group.word}`);
  const seats = groups.flatMap(({ kind, count }) => Array.from({ length: count }, () => kind));
  return (
    <svg
      className="fs-seats"
      width={Math.max(1, seats.length) * SEAT}
      height={SEAT}
      role="img"
      aria-label={[...sentence, `need ${need}`].join(', ')}
    >
      {seats.map((kind, place) => (
        <g
          key={place}
          className="fs-seat"
          transform={`translate(${place * SEAT + SEAT / 2} ${SEAT / 2})`}
        >
          {SHAPES[kind]}
        </g>
      ))}
    </svg>
  );
}

/** Room of one seat, in pixels. */
const SEAT = 18;

/** Told apart by shape alone, so that they are read in grey: full, a dot inside, half, dashed, and a square for nobody. */
const SHAPES: Record<SeatKind, ReactNode> = {
  active: <circle className="fs-seat-active" r="6" />,
  paused: (
    <>
      <circle r="6" />
      <circle className="fs-seat-filled" r="1.5" />
    </>
  ),
  leaving: (
    <>
      <circle r="6" />
      <path className="fs-seat-filled" d="M-6 0a6 6 0 0 0 12 0z" />
    </>
  ),
  candidate: <circle className="fs-seat-candidate" r="6" />,
  empty: <rect className="fs-seat-empty" x="-6" y="-6" width="12" height="12" rx="2" />,
};

export type RhythmState = 'held' | 'moved' | 'booked' | 'skipped' | 'not booked' | 'no word';

const RHYTHM_SHAPES: Record<RhythmState, string> = {
  held: 'fs-rhythm-held',
  moved: 'fs-rhythm-moved',
  booked: 'fs-rhythm-booked',
  skipped: 'fs-rhythm-skipped',
  'not booked': 'fs-rhythm-open',
  'no word': 'fs-rhythm-silent',
};

export interface RhythmStripProps {
  /** Oldest first; the newest stands at the end of the line. */
  fortnights: { state: RhythmState; label?: string }[];
}

/** One mark per planned fortnight. No red: a missed fortnight is a fact. */
export function RhythmStrip({ fortnights }: RhythmStripProps) {
  const held = fortnights.filter(
    (fortnight) => fortnight.state === 'held' || fortnight.state === 'moved',
  ).length;
  const name = `${held} of ${fortnights.length} fortnights held: ${fortnights.map((fortnight) => fortnight.state).join(', ')}`;
  return (
    <span className="fs-rhythm" role="img" aria-label={name}>
      {fortnights.map((fortnight, index) => (
        <span
          key={index}
          className={classNames('fs-rhythm-mark', RHYTHM_SHAPES[fortnight.state])}
          title={[fortnight.label, fortnight.state].filter(Boolean).join(': ')}
        />
      ))}
    </span>
  );
}
