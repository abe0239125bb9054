import { addDays, daysBetween } from '@flipside/kernel';
import { localOf, zoneAt, type LocalDateTime } from '@flipside/people-domain';
import {
  SERIES_WEEKS,
  dayOf,
  isWallTime,
  minuteOf,
  mostBlocked,
  occurrenceAt,
  plusDays,
  weekdayOfLocal,
  type Occurrence,
} from './biweekly.js';
import {
  COST,
  LONG_BLOCK,
  championDislike,
  executiveDislike,
  hashOf,
  tieBreak,
} from './discomfort.js';
import {
  isFull,
  personGrid,
  whyOff,
  type OffHours,
  type PersonGrid,
  type PersonTime,
} from './free-time.js';
import { rhythmsOfPair } from './quarter/pair-search.js';
import { CELL_MS } from './time-grid.js';

const DAY_MS = 86_400_000;

/** Why an occurrence cannot take place, as seen by the two people. */
export type Block = `${'executive' | 'champion'}_${OffHours | 'busy'}` | 'clock_change';

export interface PlannedOccurrence {
  readonly local: LocalDateTime;
  /** Null only when the clocks jump over this wall time. */
  readonly occurrence: Occurrence | null;
  readonly block: Block | null;
}

/** A weekly-interval series that could be booked: same weekday, same wall time in the anchor zone. */
export interface Pattern {
  readonly localStart: LocalDateTime;
  readonly zone: string;
  readonly intervalWeeks: number;
  readonly minutes: number;
  readonly occurrences: readonly PlannedOccurrence[];
  readonly blocked: number;
  /** Integer; lower is better. */
  readonly cost: number;
}

export interface PatternSearch {
  /** Makes equal patterns fall differently for different pairings, and always the same for one. */
  readonly pairingId: string;
  readonly executive: PersonTime;
  readonly champion: PersonTime;
  readonly now: Date;
  readonly intervalWeeks: number;
  readonly count: number;
  readonly minutes: number;
  readonly minNoticeHours: number;
  /** The search begins here when that is later than `now`: a quarter planned ahead. */
  readonly from?: Date;
  /** Wall time of the last series' first session in the executive's zone: keeping it is worth something. */
  readonly previous?: LocalDateTime | null;
}

/** Both people's grids, made once for a whole search. */
interface Prepared {
  readonly executive: PersonGrid;
  readonly champion: PersonGrid;
}

const beginOf = ({ now, from }: PatternSearch): number =>
  Math.max(now.getTime(), from?.getTime() ?? 0);

function prepare(search: PatternSearch): Prepared {
  const begin = beginOf(search);
  const from = begin - DAY_MS;
  const to = begin + (SERIES_WEEKS * 7 + 7 * search.intervalWeeks + 14) * DAY_MS;
  return {
    executive: personGrid(search.executive, from, to),
    champion: personGrid(search.champion, from, to),
  };
}

function blockOf(search: PatternSearch, grids: Prepared, found: Occurrence): Block | null {
  const [from, to] = [found.startsAt.getTime(), found.endsAt.getTime()];
  for (const side of ['executive', 'champion'] as const) {
    if (!grids[side].working.hasAll(from, to)) return `${side}_${whyOff(search[side], from, to)}`;
  }
  for (const side of ['executive', 'champion'] as const) {
    if (!grids[side].free.hasAll(from, to) || isFull(grids[side], from)) return `${side}_busy`;
  }
  return null;
}

/** What a session does to the executive's day: cuts a long free stretch in two, or fills a corner of it. */
function placeCost({ free }: PersonGrid, found: Occurrence): number {
  const [from, to] = [found.startsAt.getTime(), found.endsAt.getTime()];
  const { before } = free.runAround(from);
  const { after } = free.runAround(to - CELL_MS);
  const rest = after - 15;
  if (before + rest + (to - from) / 60_000 < LONG_BLOCK) return 0;
  if (before > 0 && rest > 0) return COST.splitsFreeBlock;
  return COST.nextToSomething;
}

function plan(
  search: PatternSearch,
  grids: Prepared,
  localStart: LocalDateTime,
): PlannedOccurrence[] {
  return Array.from({ length: search.count }, (_, index) => {
    const local = plusDays(localStart, index * 7 * search.intervalWeeks);
    const occurrence = occurrenceAt(search.executive.zone, local, search.minutes);
    const block = occurrence ? blockOf(search, grids, occurrence) : 'clock_change';
    return { local, occurrence, block };
  });
}

function costOf(
  search: PatternSearch,
  grids: Prepared,
  planned: readonly PlannedOccurrence[],
): number {
  const first = planned[0] as PlannedOccurrence;
  let cost = 0;
  let worst = 0;
  const isAtHome = !search.executive.travel?.length;
  for (const { local, occurrence, block } of planned) {
    if (block || !occurrence) {
      cost += COST.blocked;
      continue;
    }
    const { startsAt } = occurrence;
    const forExecutive = isAtHome ? local : localOf(startsAt, zoneAt(search.executive, startsAt));
    const forChampion = localOf(startsAt, zoneAt(search.champion, startsAt));
    const dislike =
      COST.executiveQuarterOutsidePreferred *
        executiveDislike(weekdayOfLocal(forExecutive), minuteOf(forExecutive), search.minutes) +
      COST.championQuarterOutsidePreferred * championDislike(minuteOf(forChampion), search.minutes);
    cost += dislike + placeCost(grids.executive, occurrence);
    worst = Math.max(worst, dislike);
    if (grids.champion.perDay.has(dayOf(forChampion))) cost += COST.championHasSessionThatDay;
  }
  cost += worst;
  if (minuteOf(first.local) % 30 !== 0) cost += COST.quarterPast;
  const today = dayOf(localOf(search.now, search.executive.zone));
  cost += COST.perDayUntilFirst * daysBetween(today, dayOf(first.local));
  if (search.previous && isSameHour(search.previous, first.local)) cost += COST.sameAsBefore;
  return cost + tieBreak(hashOf(`${search.pairingId} ${first.local}`));
}

const isSameHour = (a: LocalDateTime, b: LocalDateTime): boolean =>
  minuteOf(a) === minuteOf(b) && weekdayOfLocal(a) === weekdayOfLocal(b);

const toPattern = (
  search: PatternSearch,
  grids: Prepared,
  planned: PlannedOccurrence[],
): Pattern => ({
  localStart: (planned[0] as PlannedOccurrence).local,
  zone: search.executive.zone,
  intervalWeeks: search.intervalWeeks,
  minutes: search.minutes,
  occurrences: planned,
  blocked: planned.filter((each) => each.block).length,
  cost: costOf(search, grids, planned),
});

/** First moment at which a session may begin. */
const earliestStart = (search: PatternSearch): number =>
  Math.max(search.now.getTime() + search.minNoticeHours * 3_600_000, search.from?.getTime() ?? 0);

/** Nothing is known of people's time further ahead, so no rhythm begins there. */
const LATEST_START_DAYS = 150;

/**
 * One pattern judged on its own, for the moment of booking: the first date must be possible and at
 * most one later date blocked; otherwise null. Null too for what is no wall time, or is out of reach.
 */
export const patternAt = (search: PatternSearch, localStart: LocalDateTime): Pattern | null =>
  patternJudge(search)(localStart);

/** The same for many starts: what is known of the two people is laid out once. */
export function patternJudge(search: PatternSearch): (localStart: LocalDateTime) => Pattern | null {
  const grids = prepare(search);
  const today = dayOf(localOf(search.now, search.executive.zone));
  const last = addDays(today, LATEST_START_DAYS);
  return (localStart) => {
    if (!isWallTime(localStart) || localStart < today || dayOf(localStart) > last) return null;
    const pattern = toPattern(search, grids, plan(search, grids, localStart));
    return isBookable(search, pattern) ? pattern : null;
  };
}

function isBookable(search: PatternSearch, pattern: Pattern): boolean {
  const first = pattern.occurrences[0];
  if (!first?.occurrence || first.block) return false;
  if (first.occurrence.startsAt.getTime() < earliestStart(search)) return false;
  return pattern.blocked <= mostBlocked(pattern.occurrences.length);
}

/**
 * Every bookable pattern that begins within one rhythm and two weeks from now, cheapest first; equal
 * cost by start. All integers, so the order is the same on every machine.
 */
export const possiblePatterns = (search: PatternSearch): Pattern[] =>
  rhythmsOfPair(search, earliestStart(search));
