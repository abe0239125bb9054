import { addDays, daysBetween, type Day } from '@flipside/kernel';
import {
  adherence,
  cadenceDebt,
  cadenceWindows,
  pausedDaysIn,
  type CadenceWindow,
  type RhythmFacts,
  type SessionStatus,
  type Share,
} from '@flipside/sessions-domain';

/** How a finished fortnight went, in the order in which one session speaks louder than another. */
export type FortnightState = 'held' | 'moved' | 'skipped' | 'no_word' | 'not_booked';

export interface Fortnight {
  from: Day;
  to: Day;
  state: FortnightState;
  /** Why it was skipped, as a code of the sessions context, or 'paused'; null when nobody gave a reason. */
  reason: string | null;
}

/** Where a pairing stands, in neutral words. */
export type RhythmState = 'slipping' | 'new' | 'paused' | 'on_rhythm' | 'ended';

/** One session as HR may know it. `on` is the local day in the pairing's zone. */
export interface RhythmSession {
  on: Day;
  status: SessionStatus;
  reason: string | null;
  isMoved: boolean;
}

/** Everything the rhythm of one pairing is judged by; days are local to the pairing. */
export interface PairingRhythmFacts extends Omit<RhythmFacts, 'heldOn'> {
  sessions: readonly RhythmSession[];
}

export interface PairingRhythm {
  state: RhythmState;
  /** The last six planned fortnights that are over, oldest first. */
  fortnights: readonly Fortnight[];
  /** Counted windows with a held session, of all counted windows. */
  adherence: Share;
  /** Days beyond rhythm and grace since the last held session. */
  debtDays: number;
  lastHeldOn: Day | null;
  nextOn: Day | null;
  /** One sentence that says why the state is what it is. */
  because: string;
}

const STRIP_LENGTH = 6;
/** A pairing is new until its first fortnight and this many days more are over (metrics G.7). */
const NEW_FOR_DAYS_MORE = 7;

/** The rhythm of one pairing on a day. */
export function rhythmOf(facts: PairingRhythmFacts, today: Day): PairingRhythm {
  const held = facts.sessions.filter((session) => session.status === 'held').map(({ on }) => on);
  const cadence: RhythmFacts = { ...facts, heldOn: held };
  const windows = cadenceWindows(cadence, today);
  const over = windows.filter(
    (window) => window.to <= (facts.endedOn ?? today) && window.to <= today,
  );
  const debtDays = cadenceDebt(cadence, today);
  const state = stateOf(facts, windows, debtDays, today);
  const lastHeldOn = held.reduce<Day | null>(
    (last, day) => (last === null || day > last ? day : last),
    null,
  );
  return {
    state,
    fortnights: over.slice(-STRIP_LENGTH).map((window) => fortnightOf(window, facts)),
    adherence: adherence(cadence, today),
    debtDays,
    lastHeldOn,
    nextOn: nextBookedOn(facts.sessions, today),
    because: becauseOf(state, facts, windows, debtDays, today),
  };
}

/** The first booked day from today on. */
function nextBookedOn(sessions: readonly RhythmSession[], today: Day): Day | null {
  const days = sessions
    .filter((session) => session.status === 'booked' && session.on >= today)
    .map(({ on }) => on)
    .sort();
  return days[0] ?? null;
}

function stateOf(
  facts: PairingRhythmFacts,
  windows: readonly CadenceWindow[],
  debtDays: number,
  today: Day,
): RhythmState {
  if (facts.endedOn !== null && facts.endedOn <= today) return 'ended';
  if (pausedDaysIn(facts.pauses, today, addDays(today, 1)) > 0) return 'paused';
  if (today < addDays(facts.anchorOn, facts.cadenceDays + NEW_FOR_DAYS_MORE)) return 'new';
  return debtDays > 0 || hasTwoEmpty(windows) ? 'slipping' : 'on_rhythm';
}

/** No held session in the last two counted windows. */
function hasTwoEmpty(windows: readonly CadenceWindow[]): boolean {
  const lastTwo = windows.filter((window) => window.isCounted).slice(-2);
  return lastTwo.length === 2 && lastTwo.every((window) => window.heldSessions === 0);
}

function fortnightOf(window: CadenceWindow, facts: PairingRhythmFacts): Fortnight {
  const inside = facts.sessions.filter(({ on }) => on >= window.from && on < window.to);
  const span = { from: window.from, to: window.to };
  const held = inside.filter(({ status }) => status === 'held');
  if (held.length > 0) {
    return {
      ...span,
      state: held.every(({ isMoved }) => isMoved) ? 'moved' : 'held',
      reason: null,
    };
  }
  // A session that nobody called off and nobody spoke about is louder than one that was called off.
  if (inside.some(({ status }) => ['not_held', 'unconfirmed', 'booked'].includes(status))) {
    return { ...span, state: 'no_word', reason: null };
  }
  const calledOff = inside.find(({ status }) => status === 'skipped' || status === 'cancelled');
  if (calledOff) return { ...span, state: 'skipped', reason: calledOff.reason };
  if (window.pausedDays * 2 > facts.cadenceDays)
    return { ...span, state: 'skipped', reason: 'paused' };
  return { ...span, state: 'not_booked', reason: null };
}

function becauseOf(
  state: RhythmState,
  facts: PairingRhythmFacts,
  windows: readonly CadenceWindow[],
  debtDays: number,
  today: Day,
): string {
  switch (state) {
    case 'ended':
      return 'This pairing has ended.';
    case 'paused':
      return 'Paused. These days do not count.';
    case 'new':
      return 'Just started: too early to say.';
    case 'on_rhythm':
      return 'They meet as agreed.';
    case 'slipping':
      return hasTwoEmpty(windows)
        ? noneInTwo(facts.cadenceDays)
        : slippingWords(debtDays, daysBetween(facts.anchorOn, today));
  }
}

/** That two counted windows in a row stayed empty, in the pairing's own rhythm. */
export function noneInTwo(cadenceDays: number): string {
  const weeks = cadenceDays / 7;
  if (weeks === 1) return 'No session in the last two weeks.';
  if (weeks === 2) return 'No session in the last two fortnights.';
  const span = Number.isInteger(weeks) ? `${weeks} weeks` : `${cadenceDays} days`;
  return `No session in the last two spans of ${span}.`;
}

function slippingWords(debtDays: number, ageDays: number): string {
  return debtDays >= ageDays
    ? 'They have not met yet.'
    : `Slipped by ${debtDays} ${debtDays === 1 ? 'day' : 'days'}.`;
}

const NEED: Record<RhythmState, number> = {
  slipping: 0,
  new: 1,
  paused: 2,
  on_rhythm: 3,
  ended: 4,
};

/** Sorts by need: slipping first, the longest slip before shorter ones; inside a state those without a next day first. */
export function byNeed<T extends { rhythm: PairingRhythm; name: string }>(a: T, b: T): number {
  return (
    NEED[a.rhythm.state] - NEED[b.rhythm.state] ||
    b.rhythm.debtDays - a.rhythm.debtDays ||
    Number(a.rhythm.nextOn !== null) - Number(b.rhythm.nextOn !== null) ||
    (a.name < b.name ? -1 : 1)
  );
}

/** Totals over pairings: windows with a session ÷ counted windows, never the mean of percentages. */
export function totalAdherence(rhythms: readonly Pick<PairingRhythm, 'adherence'>[]): Share {
  return rhythms.reduce(
    (sum, { adherence: each }) => ({ part: sum.part + each.part, whole: sum.whole + each.whole }),
    { part: 0, whole: 0 },
  );
}

/**
 * The first day of the latest window that began on or before `since`, so that a long pairing is judged by a recent
 * period without moving its windows. Before the anchor there are none: the anchor itself.
 */
export function anchorSince(anchorOn: Day, cadenceDays: number, since: Day): Day {
  const windows = Math.max(0, Math.floor(daysBetween(anchorOn, since) / cadenceDays));
  return addDays(anchorOn, windows * cadenceDays);
}
