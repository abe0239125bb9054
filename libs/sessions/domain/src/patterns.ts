import { addDays, daysBetween, weekdayOf } from '@flipside/kernel';
import { localOf, type Interval, type LocalDateTime } from '@flipside/people-domain';
import {
  SERIES_WEEKS,
  dayOf,
  localAt,
  minuteOf,
  occurrenceAt,
  plusDays,
  type Occurrence,
} from './biweekly.js';
import {
  clashes,
  contains,
  exceedsCaps,
  intersect,
  workingTime,
  type PersonTime,
} from './free-time.js';

/** Starts lie on the quarter hours of the anchor zone's clock. */
const STEP_MINUTES = 15;
const DAY_MS = 86_400_000;
/** A pattern may leave out one date; more would no longer be a rhythm. */
export const MOST_BLOCKED = 1;

/** Why an occurrence cannot take place, as seen by the two people. */
export type Block =
  'executive_hours' | 'champion_hours' | 'executive_busy' | 'champion_busy' | 'clock_change';

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
  /** Wall time of the last series' first session in the executive's zone: keeping it is worth something. */
  readonly previous?: LocalDateTime | null;
}

/** Weights of the cost, in the same unit. Source: the scheduling design, section 2.3. */
const COST = {
  blocked: 2000,
  championQuarterOutsidePreferred: 4,
  executiveQuarterOutsidePreferred: 6,
  quarterPast: 3,
  championHasSessionThatDay: 20,
  perDayUntilFirst: 1,
  sameAsBefore: -60,
} as const;

/** Executives like neither the first hours of Monday nor Friday afternoon, and keep lunch free. */
function executiveDislike(local: LocalDateTime, minutes: number): number {
  const [from, weekday] = [minuteOf(local), weekdayOf(dayOf(local))];
  const to = from + minutes;
  const lunch = overlapMinutes(from, to, 12 * 60, 13 * 60 + 30);
  const monday = weekday === 1 ? overlapMinutes(from, to, 0, 10 * 60) : 0;
  const friday = weekday === 5 ? overlapMinutes(from, to, 14 * 60, 1440) : 0;
  const early = overlapMinutes(from, to, 0, 8 * 60 + 30);
  const late = overlapMinutes(from, to, 17 * 60, 1440);
  return Math.ceil((lunch + monday + friday + early + late) / STEP_MINUTES);
}

/** For champions lunch, early and late count. */
function championDislike(local: LocalDateTime, minutes: number): number {
  const from = minuteOf(local);
  const to = from + minutes;
  const lunch = overlapMinutes(from, to, 12 * 60, 13 * 60);
  const early = overlapMinutes(from, to, 0, 8 * 60 + 30);
  const late = overlapMinutes(from, to, 17 * 60 + 30, 1440);
  return Math.ceil((lunch + early + late) / STEP_MINUTES);
}

const overlapMinutes = (from: number, to: number, low: number, high: number): number =>
  Math.max(0, Math.min(to, high) - Math.max(from, low));

/** FNV-1a over the text, brought down to 0…6: settles ties without favouring whoever comes first. */
function tieBreak(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash % 7;
}

interface Prepared {
  readonly executiveHours: Interval[];
  readonly championHours: Interval[];
  readonly common: Interval[];
}

function prepare(search: PatternSearch): Prepared {
  const from = search.now.getTime() - DAY_MS;
  const to = search.now.getTime() + (SERIES_WEEKS * 7 + 7 * search.intervalWeeks + 14) * DAY_MS;
  const executiveHours = workingTime(search.executive, from, to);
  const championHours = workingTime(search.champion, from, to);
  return { executiveHours, championHours, common: intersect(executiveHours, championHours) };
}

function blockOf(search: PatternSearch, hours: Prepared, found: Occurrence): Block | null {
  const [from, to] = [found.startsAt.getTime(), found.endsAt.getTime()];
  if (!contains(hours.executiveHours, from, to)) return 'executive_hours';
  if (!contains(hours.championHours, from, to)) return 'champion_hours';
  const busy = (person: PersonTime): boolean =>
    clashes(person, from, search.minutes) || exceedsCaps(person, from);
  if (busy(search.executive)) return 'executive_busy';
  return busy(search.champion) ? 'champion_busy' : null;
}

function plan(
  search: PatternSearch,
  hours: Prepared,
  localStart: LocalDateTime,
): PlannedOccurrence[] {
  return Array.from({ length: search.count }, (_, index) => {
    const local = plusDays(localStart, index * 7 * search.intervalWeeks);
    const occurrence = occurrenceAt(search.executive.zone, local, search.minutes);
    const block = occurrence ? blockOf(search, hours, occurrence) : 'clock_change';
    return { local, occurrence, block };
  });
}

function costOf(search: PatternSearch, planned: readonly PlannedOccurrence[]): number {
  const championZone = search.champion.zone;
  const first = planned[0] as PlannedOccurrence;
  const championDays = new Set(
    search.champion.claims.map(({ from }) => dayOf(localOf(new Date(from), championZone))),
  );
  let cost = 0;
  let worst = 0;
  for (const { local, occurrence, block } of planned) {
    if (block || !occurrence) {
      cost += COST.blocked;
      continue;
    }
    const forChampion = localOf(occurrence.startsAt, championZone);
    const dislike =
      COST.executiveQuarterOutsidePreferred * executiveDislike(local, search.minutes) +
      COST.championQuarterOutsidePreferred * championDislike(forChampion, search.minutes);
    cost += dislike;
    worst = Math.max(worst, dislike);
    if (championDays.has(dayOf(forChampion))) cost += COST.championHasSessionThatDay;
  }
  cost += worst;
  if (minuteOf(first.local) % 30 !== 0) cost += COST.quarterPast;
  const today = dayOf(localOf(search.now, search.executive.zone));
  cost += COST.perDayUntilFirst * daysBetween(today, dayOf(first.local));
  if (search.previous && isSameHour(search.previous, first.local)) cost += COST.sameAsBefore;
  return cost + tieBreak(`${search.pairingId} ${first.local}`);
}

const isSameHour = (a: LocalDateTime, b: LocalDateTime): boolean =>
  minuteOf(a) === minuteOf(b) && weekdayOf(dayOf(a)) === weekdayOf(dayOf(b));

const toPattern = (search: PatternSearch, planned: PlannedOccurrence[]): Pattern => ({
  localStart: (planned[0] as PlannedOccurrence).local,
  zone: search.executive.zone,
  intervalWeeks: search.intervalWeeks,
  minutes: search.minutes,
  occurrences: planned,
  blocked: planned.filter((each) => each.block).length,
  cost: costOf(search, planned),
});

/** First moment at which a session may begin. */
const earliestStart = (search: PatternSearch): number =>
  search.now.getTime() + search.minNoticeHours * 3_600_000;

/**
 * One pattern judged on its own, for the moment of booking: the first date must be possible and at
 * most one later date blocked; otherwise null.
 */
export function patternAt(search: PatternSearch, localStart: LocalDateTime): Pattern | null {
  const pattern = toPattern(search, plan(search, prepare(search), localStart));
  return isBookable(search, pattern) ? pattern : null;
}

function isBookable(search: PatternSearch, pattern: Pattern): boolean {
  const first = pattern.occurrences[0];
  if (!first?.occurrence || first.block) return false;
  if (first.occurrence.startsAt.getTime() < earliestStart(search)) return false;
  return pattern.blocked <= Math.min(MOST_BLOCKED, pattern.occurrences.length - 1);
}

/**
 * Every bookable pattern that begins within one rhythm and two weeks from now, cheapest first; equal
 * cost by start. All integers, so the order is the same on every machine.
 */
export function possiblePatterns(search: PatternSearch): Pattern[] {
  const hours = prepare(search);
  const zone = search.executive.zone;
  const firstDay = dayOf(localOf(new Date(earliestStart(search)), zone));
  const found = new Map<string, Pattern>();
  for (let ahead = 0; ahead < search.intervalWeeks * 7 + 14; ahead++) {
    const day = addDays(firstDay, ahead);
    for (let minute = 0; minute < 1440; minute += STEP_MINUTES) {
      const first = occurrenceAt(zone, localAt(day, minute), search.minutes);
      // Most quarter hours of a week are nobody's working time: skip them before the dearer checks.
      if (!first || !contains(hours.common, first.startsAt.getTime(), first.endsAt.getTime()))
        continue;
      const pattern = toPattern(search, plan(search, hours, first.local));
      // The same rhythm begun one round later is no other choice.
      const rhythm = `${ahead % (search.intervalWeeks * 7)} ${minute}`;
      if (!found.has(rhythm) && isBookable(search, pattern)) found.set(rhythm, pattern);
    }
  }
  return [...found.values()].sort(
    (a, b) => a.cost - b.cost || (a.localStart < b.localStart ? -1 : 1),
  );
}
