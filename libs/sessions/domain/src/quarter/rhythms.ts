import type { LocalDateTime } from '@flipside/people-domain';
import type { Day } from '@flipside/kernel';
import { dayOf, minuteOf, mostBlocked, seriesCount, weekdayOfLocal } from '../biweekly.js';
import {
  COST,
  LONG_BLOCK,
  championDislike,
  executiveDislike,
  hashOf,
  tieBreak,
} from '../discomfort.js';
import { hasBookedDay, isFullAt, type Agenda } from './agenda.js';
import { isSet, startableBits } from './bits.js';
import { DAY_CELLS, cellFrom, type Clock, type Clocks } from './clocks.js';
import type { PlanPairing } from './quarter.js';

/** What all rhythms of one plan are searched under. */
export interface SearchTerms {
  readonly nowMs: number;
  readonly minNoticeHours: number;
  /** First day behind the quarter. */
  readonly endsOn: Day;
  /** Today on the clock of a zone, as an index of the stretch; before it begins, negative. */
  readonly todayIndex: (zone: string) => number;
}

/**
 * One rhythm as a number: its cost, where it begins on the anchor clock, and which of its dates is left
 * out (0 = none). Ascending numbers are ascending costs, then starts.
 */
export type Rhythm = number;
const WALLS = 2 ** 15;
const DATES = 2 ** 4;
const LOWEST = 2 ** 12;

const rhythmOf = (cost: number, wall: number, blockedAt: number): Rhythm =>
  ((cost + LOWEST) * WALLS + wall) * DATES + blockedAt;
export const costOf = (rhythm: Rhythm): number => Math.floor(rhythm / (WALLS * DATES)) - LOWEST;
export const wallOf = (rhythm: Rhythm): number => Math.floor(rhythm / DATES) % WALLS;
export const blockedAtOf = (rhythm: Rhythm): number => rhythm % DATES;

/** A pairing ready to be planned: both agendas and every rhythm that suits both, cheapest first. */
export interface Candidate {
  readonly pairing: PlanPairing;
  readonly executive: Agenda;
  readonly champion: Agenda;
  /** The executive's own clock, on which the rhythm keeps its hour. */
  readonly clock: Clock;
  /** Quarter hours of a session. */
  readonly length: number;
  readonly count: number;
  readonly rhythms: Float64Array;
  /** The rhythm it has in the draft, if that still suits both. */
  readonly kept: Rhythm | null;
}

type Parts = Omit<Candidate, 'rhythms' | 'kept'>;

/** What goes into the cost of every rhythm of one pairing. */
interface CostTables {
  readonly executive: Int16Array;
  readonly champion: Int16Array;
  /** Hash of what stands before the start in the text that settles ties. */
  readonly prefix: number;
  readonly today: number;
}

/** Cell of the date number `index` of a rhythm that begins at `wall`; −1 where the clocks jump over it. */
export const cellOfDate = (
  { clock, pairing }: Pick<Candidate, 'clock' | 'pairing'>,
  wall: number,
  index: number,
): number => clock.cell[wall + index * pairing.intervalWeeks * 7 * DAY_CELLS] ?? -1;

/** How many sessions still fit into the quarter, wherever in its first round a rhythm begins. */
function countFor({ notBefore, intervalWeeks }: PlanPairing, clocks: Clocks, endsOn: Day): number {
  const days = clocks.dayIndex(endsOn) - clocks.dayIndex(notBefore);
  return Math.max(0, Math.min(seriesCount(intervalWeeks), Math.floor(days / (intervalWeeks * 7))));
}

/** Finds the rhythms of pairings; keeps tables and room to work in. */
export class RhythmSearch {
  readonly #startable: Uint32Array;
  readonly #dislikes: Map<string, Int16Array>;
  readonly #walls: Map<number, LocalDateTime>;

  /** `like`: a search of the same clocks whose tables are used again. */
  constructor(
    readonly clocks: Clocks,
    readonly terms: SearchTerms,
    like?: RhythmSearch,
  ) {
    this.#startable = like ? like.#startable : new Uint32Array(clocks.words);
    this.#dislikes = like ? like.#dislikes : new Map();
    this.#walls = like ? like.#walls : new Map();
  }

  /** The same search with another notice. */
  withNotice(minNoticeHours: number): RhythmSearch {
    return new RhythmSearch(this.clocks, { ...this.terms, minNoticeHours }, this);
  }

  /** `count`: sessions of a rhythm, where it is not for the quarter to say. */
  candidate(
    pairing: PlanPairing,
    executive: Agenda,
    champion: Agenda,
    count = countFor(pairing, this.clocks, this.terms.endsOn),
  ): Candidate {
    const parts = {
      pairing,
      executive,
      champion,
      clock: this.clocks.zone(executive.person.zone),
      length: Math.ceil(pairing.minutes / 15),
      count,
    };
    startableBits(executive.free, champion.free, parts.length, this.#startable);
    const tables = this.#tablesOf(parts);
    const rhythms = parts.count < 1 ? new Float64Array(0) : this.#rhythms(parts, tables);
    const wall = pairing.kept === null ? -1 : this.#wallOfTime(pairing.kept);
    const isAhead = wall >= 0 && (parts.clock.cell[wall] ?? -1) >= this.#earliest(parts);
    return { ...parts, rhythms, kept: isAhead ? this.#rhythmAt(parts, wall, tables) : null };
  }

  /** The wall time of a quarter hour counted from the first day's midnight. */
  wallTime(wall: number): LocalDateTime {
    let known = this.#walls.get(wall);
    if (known === undefined) {
      const { fromMs } = this.clocks.stretch;
      known = new Date(fromMs + wall * 15 * 60_000).toISOString().slice(0, 16);
      this.#walls.set(wall, known);
    }
    return known;
  }

  /** @returns −1 for a wall time that is no quarter hour */
  #wallOfTime(local: LocalDateTime): number {
    const minute = minuteOf(local);
    return minute % 15 === 0 ? this.clocks.dayIndex(dayOf(local)) * DAY_CELLS + minute / 15 : -1;
  }

  /** First cell at which a rhythm may begin. */
  #earliest({ pairing, clock }: Parts): number {
    const { nowMs, minNoticeHours } = this.terms;
    const noticed = cellFrom(this.clocks.stretch, nowMs + minNoticeHours * 3_600_000);
    const firstWall = this.clocks.dayIndex(pairing.notBefore) * DAY_CELLS;
    return Math.max(noticed, clock.cell[firstWall] ?? 0, 0);
  }

  #rhythms(parts: Parts, tables: CostTables): Float64Array {
    const { pairing, clock, count } = parts;
    const begin = this.#earliest(parts);
    const firstDay = Math.floor((clock.local[begin] ?? 0) / DAY_CELLS);
    const round = pairing.intervalWeeks * 7;
    const endDay = this.clocks.dayIndex(this.terms.endsOn);
    const lastWall = Math.min(firstDay + round + 14, endDay - (count - 1) * round) * DAY_CELLS;
    const seen = new Uint8Array(round * DAY_CELLS);
    const found: Rhythm[] = [];
    for (let cell = begin; cell < this.clocks.stretch.cells; cell++) {
      const word = this.#startable[cell >> 5] as number;
      if (word === 0) {
        cell |= 31;
        continue;
      }
      if (((word >>> (cell & 31)) & 1) === 0) continue;
      const wall = clock.local[cell] as number;
      if (wall >= lastWall) break;
      // The same rhythm begun one round later is no other choice.
      const phase = (Math.floor(wall / DAY_CELLS) - firstDay) % round;
      const key = phase * DAY_CELLS + (wall % DAY_CELLS);
      if (seen[key]) continue;
      // The second of a time that happens twice is never meant.
      if (clock.cell[wall] !== cell) continue;
      const rhythm = this.#rhythmAt(parts, wall, tables);
      if (rhythm === null) continue;
      seen[key] = 1;
      found.push(rhythm);
    }
    return Float64Array.from(found).sort();
  }

  /** The rhythm that begins at this wall time, or null when it does not suit both. */
  #rhythmAt(parts: Parts, wall: number, tables: CostTables): Rhythm | null {
    const cell = cellOfDate(parts, wall, 0);
    if (cell < 0 || !isSet(this.#startable, cell) || this.#isFull(parts, cell)) return null;
    const blockedAt = this.#blockedAt(parts, wall, mostBlocked(parts.count));
    return blockedAt < 0
      ? null
      : rhythmOf(this.#cost(parts, wall, blockedAt, tables), wall, blockedAt);
  }

  #isFull({ executive, champion }: Parts, cell: number): boolean {
    return isFullAt(this.clocks, executive, cell) || isFullAt(this.clocks, champion, cell);
  }

  /** Number of the one date left out, 0 for none, −1 when too many do not suit or a clock change is in the way. */
  #blockedAt(parts: Parts, wall: number, most: number): number {
    let [blockedAt, blocked] = [0, 0];
    for (let index = 1; index < parts.count; index++) {
      const cell = cellOfDate(parts, wall, index);
      if (cell < 0) return -1;
      if (isSet(this.#startable, cell) && !this.#isFull(parts, cell)) continue;
      blockedAt = index;
      if (++blocked > most) return -1;
    }
    return blockedAt;
  }

  #cost(parts: Parts, wall: number, blockedAt: number, tables: CostTables): number {
    const { pairing, executive, champion, count, length } = parts;
    let [cost, worst] = [blockedAt > 0 ? COST.blocked : 0, 0];
    for (let index = 0; index < count; index++) {
      if (index > 0 && index === blockedAt) continue;
      const cell = cellOfDate(parts, wall, index);
      const dislike = (tables.executive[cell] as number) + (tables.champion[cell] as number);
      cost += dislike + placeCost(executive.free, cell, length);
      worst = Math.max(worst, dislike);
      if (hasBookedDay(champion, cell)) cost += COST.championHasSessionThatDay;
    }
    if (wall % 2 !== 0) cost += COST.quarterPast;
    if (pairing.previous && this.#isSameHour(pairing.previous, wall)) cost += COST.sameAsBefore;
    cost += COST.perDayUntilFirst * (Math.floor(wall / DAY_CELLS) - tables.today);
    return cost + worst + tieBreak(hashOf(this.wallTime(wall), tables.prefix));
  }

  #isSameHour(previous: LocalDateTime, wall: number): boolean {
    const local = this.wallTime(wall);
    return (
      minuteOf(previous) === minuteOf(local) && weekdayOfLocal(previous) === weekdayOfLocal(local)
    );
  }

  #tablesOf({ executive, champion, pairing }: Parts): CostTables {
    const { minutes } = pairing;
    return {
      executive: this.#dislike(
        `executive ${minutes} ${executive.placeKey}`,
        executive.local,
        (weekday, from) =>
          COST.executiveQuarterOutsidePreferred * executiveDislike(weekday, from, minutes),
      ),
      champion: this.#dislike(
        `champion ${minutes} ${champion.placeKey}`,
        champion.local,
        (_, from) => COST.championQuarterOutsidePreferred * championDislike(from, minutes),
      ),
      prefix: hashOf(`${pairing.id} `),
      today: this.terms.todayIndex(executive.person.zone),
    };
  }

  #dislike(
    key: string,
    local: Int32Array,
    rule: (weekday: number, from: number) => number,
  ): Int16Array {
    const known = this.#dislikes.get(key);
    if (known) return known;
    const { firstWeekday } = this.clocks;
    // A week of answers is enough: discomfort repeats.
    const week = Int16Array.from({ length: 7 * DAY_CELLS }, (_, wall) =>
      rule(Math.floor(wall / DAY_CELLS) + 1, (wall % DAY_CELLS) * 15),
    );
    const table = Int16Array.from(local, (wall) => {
      const inWeek = (wall + (firstWeekday + 7) * DAY_CELLS) % (7 * DAY_CELLS);
      return week[inWeek] as number;
    });
    this.#dislikes.set(key, table);
    return table;
  }
}

/** What a session does to the executive's day: cuts a long free stretch in two, or fills a corner of it. */
function placeCost(free: Uint32Array, cell: number, length: number): number {
  const enough = LONG_BLOCK / 15;
  let [before, after] = [0, 0];
  while (before < enough && cell > before && isSet(free, cell - before - 1)) before++;
  while (after < enough && isSet(free, cell + length + after)) after++;
  if (before + length + after < enough) return 0;
  return before > 0 && after > 0 ? COST.splitsFreeBlock : COST.nextToSomething;
}
