import { formatCalendarDay, type CsvCell } from '@flipside/platform-web';
import type { BadgeTone, RhythmStripProps } from '@flipside/ui';

export type RhythmState = 'SLIPPING' | 'NEW' | 'PAUSED' | 'ON_RHYTHM' | 'ENDED';
export type FortnightState = 'HELD' | 'MOVED' | 'SKIPPED' | 'NO_WORD' | 'NOT_BOOKED';

export interface FortnightShown {
  from: string;
  to: string;
  state: FortnightState;
  reason?: string | null;
}

export interface RhythmRow {
  pairingId: string;
  executive: { id: string; name: string; email?: string | null };
  champion: { id: string; name: string; email?: string | null };
  state: RhythmState;
  because: string;
  fortnights: readonly FortnightShown[];
  adherence: { held: number; counted: number };
  debtDays: number;
  lastHeldOn?: string | null;
  nextOn?: string | null;
}

export const STATE_WORDS: Record<RhythmState, string> = {
  SLIPPING: 'Slipping',
  NEW: 'New',
  PAUSED: 'Paused',
  ON_RHYTHM: 'On rhythm',
  ENDED: 'Ended',
};

export const STATE_TONES: Record<RhythmState, BadgeTone> = {
  SLIPPING: 'close',
  NEW: 'outline',
  PAUSED: 'neutral',
  ON_RHYTHM: 'covered',
  ENDED: 'neutral',
};

const MARKS = {
  HELD: 'held',
  MOVED: 'moved',
  SKIPPED: 'skipped',
  NO_WORD: 'no word',
  NOT_BOOKED: 'not booked',
} as const;

/** The strip's marks with the first day of each fortnight and the reason, where one was given. */
export const stripOf = (fortnights: readonly FortnightShown[]): RhythmStripProps['fortnights'] =>
  fortnights.map(({ from, state, reason }) => ({
    state: MARKS[state],
    label: reason ? `${formatCalendarDay(from)}, ${reason}` : formatCalendarDay(from),
  }));

/** "4 of 6, last 18 Nov": held fortnights of those on the strip, and the last session. */
export function stripWords({
  fortnights,
  lastHeldOn,
}: Pick<RhythmRow, 'fortnights' | 'lastHeldOn'>): string {
  const held = fortnights.filter(({ state }) => state === 'HELD' || state === 'MOVED').length;
  const last = lastHeldOn ? `last ${formatCalendarDay(lastHeldOn)}` : 'no session yet';
  return fortnights.length === 0 ? last : `${held} of ${fortnights.length}, ${last}`;
}

/** The sentence that answers the page's question. */
export function rhythmHeadline(
  counts: Record<'slipping' | 'new' | 'paused' | 'onRhythm', number>,
): string {
  const live = counts.slipping + counts.new + counts.paused + counts.onRhythm;
  if (live === 0) return 'There are no pairings yet.';
  if (counts.slipping === 0) return `None of ${live} pairings needs a hand.`;
  return `${counts.slipping} of ${live} pairings ${counts.slipping === 1 ? 'needs' : 'need'} a hand.`;
}

export const CSV_HEADER = [
  'Executive',
  'Champion',
  'State',
  'Why',
  'Fortnights held',
  'Fortnights counted',
  'Days slipped',
  'Last session',
  'Next session',
  'Last six fortnights',
];

/** Facts only: dates and states. The file contains names. */
export const csvRow = (row: RhythmRow): CsvCell[] => [
  row.executive.name,
  row.champion.name,
  STATE_WORDS[row.state],
  row.because,
  row.adherence.held,
  row.adherence.counted,
  row.debtDays,
  row.lastHeldOn,
  row.nextOn,
  row.fortnights.map(({ state }) => MARKS[state]).join('; '),
];
