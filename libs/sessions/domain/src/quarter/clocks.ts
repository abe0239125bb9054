import { addDays, daysBetween, weekdayOf, type Day } from '@flipside/kernel';
import { clockChanges, minutesOn, offsetAt } from '@flipside/people-domain';
import { CELL_MS } from '../time-grid.js';
import { fillBits } from './bits.js';
import type { PlanPerson } from './quarter.js';

/** Quarter hours of a day. */
export const DAY_CELLS = 96;
const WHOLE_DAY = [[0, 1440]] as const;

/** The stretch of time a plan is made in: quarter hours from a UTC midnight on. */
export interface Stretch {
  readonly firstDay: Day;
  readonly fromMs: number;
  readonly days: number;
  readonly cells: number;
}

export const stretchOf = (firstDay: Day, days: number): Stretch => ({
  firstDay,
  fromMs: Date.parse(`${firstDay}T00:00:00Z`),
  days,
  cells: days * DAY_CELLS,
});

/** Quarter hour that a moment lies in; may lie outside of the stretch. */
export const cellOf = (stretch: Stretch, atMs: number): number =>
  Math.floor((atMs - stretch.fromMs) / CELL_MS);

/** First quarter hour that begins at or after a moment. */
export const cellFrom = (stretch: Stretch, atMs: number): number =>
  Math.ceil((atMs - stretch.fromMs) / CELL_MS);

/**
 * The clock of a zone over the stretch, both ways. `local` gives the quarter hour on the wall, counted
 * from the local midnight of the first day, at each cell; `cell` the first cell at which the wall shows
 * a quarter hour, −1 where the clocks jump over it or it lies outside.
 */
export interface Clock {
  readonly local: Int32Array;
  readonly cell: Int32Array;
}

/** Tables that many people share, made once for a plan. */
export class Clocks {
  readonly #zones = new Map<string, Clock>();
  readonly #places = new Map<string, Int32Array>();
  readonly #weeks = new Map<string, Uint32Array>();
  readonly #days = new Map<Day, number>();
  readonly words: number;
  /** Monday 0 … Sunday 6 of the first day. */
  readonly firstWeekday: number;

  constructor(readonly stretch: Stretch) {
    this.words = Math.ceil(stretch.cells / 32);
    this.firstWeekday = weekdayOf(stretch.firstDay) - 1;
  }

  zone(name: string): Clock {
    const known = this.#zones.get(name);
    if (known) return known;
    const { fromMs, cells } = this.stretch;
    const local = new Int32Array(cells);
    const cell = new Int32Array(cells).fill(-1);
    const end = fromMs + cells * CELL_MS;
    const changes = clockChanges(name, new Date(fromMs + 1), new Date(end));
    let [at, offset] = [0, offsetAt(name, new Date(fromMs)) / 15];
    const until = (to: number) => {
      for (; at < to; at++) local[at] = at + offset;
    };
    for (const change of changes) {
      until(cellFrom(this.stretch, change.at.getTime()));
      offset = change.to / 15;
    }
    until(cells);
    for (let each = cells - 1; each >= 0; each--) {
      const wall = local[each] as number;
      if (wall >= 0 && wall < cells) cell[wall] = each;
    }
    const clock = { local, cell };
    this.#zones.set(name, clock);
    return clock;
  }

  /** The quarter hour on the wall of wherever this person is, at each cell. */
  place({ zone, travel = [] }: PlanPerson): { key: string; local: Int32Array } {
    if (travel.length === 0) return { key: zone, local: this.zone(zone).local };
    const key = JSON.stringify([zone, travel]);
    const known = this.#places.get(key);
    if (known) return { key, local: known };
    const local = this.zone(zone).local.slice();
    // The first journey that holds a day wins: written last.
    for (const journey of travel.toReversed()) {
      const there = this.zone(journey.zone).local;
      const from = this.dayIndex(journey.fromOn) * DAY_CELLS;
      const to = this.dayIndex(journey.toOn) * DAY_CELLS;
      for (let cell = 0; cell < local.length; cell++) {
        const wall = there[cell] as number;
        if (wall >= from && wall < to) local[cell] = wall;
      }
    }
    this.#places.set(key, local);
    return { key, local };
  }

  dayIndex(day: Day): number {
    let known = this.#days.get(day);
    if (known === undefined) {
      known = daysBetween(this.stretch.firstDay, day);
      this.#days.set(day, known);
    }
    return known;
  }

  /** Working time of a person: the week of everybody with these hours, with this person's own days put right. */
  working(person: PlanPerson): Uint32Array {
    const { travel = [], overrides = [], holidays = [], away = [] } = person;
    if (travel.length > 0) return this.#workingWherever(person);
    const words = this.#week(person).slice();
    for (const day of new Set([...overrides, ...holidays].map(({ onDay }) => onDay))) {
      const index = this.dayIndex(day);
      if (index < 0 || index >= this.stretch.days) continue;
      this.#fillMinutes(words, person.zone, index, WHOLE_DAY, false);
      this.#fillMinutes(words, person.zone, index, minutesOn(person, day), true);
    }
    for (const { fromOn, toOn } of away) {
      const [from, to] = [Math.max(0, this.dayIndex(fromOn)), this.dayIndex(toOn)];
      for (let index = from; index < Math.min(to, this.stretch.days); index++)
        this.#fillMinutes(words, person.zone, index, WHOLE_DAY, false);
    }
    return words;
  }

  #week(person: PlanPerson): Uint32Array {
    const key = JSON.stringify([person.zone, person.hours]);
    const known = this.#weeks.get(key);
    if (known) return known;
    const words = new Uint32Array(this.words);
    for (let index = 0; index < this.stretch.days; index++) {
      const minutes = minutesOn(
        { zone: person.zone, hours: person.hours },
        addDays(this.stretch.firstDay, index),
      );
      this.#fillMinutes(words, person.zone, index, minutes, true);
    }
    this.#weeks.set(key, words);
    return words;
  }

  /**
   * Working time of somebody who travels, cell by cell on the clock of where they are then: when a journey begins, the last
   * hours of the day before at home are already its first day there, and count as that.
   */
  #workingWherever(person: PlanPerson): Uint32Array {
    const words = new Uint32Array(this.words);
    const { local } = this.place(person);
    let [day, minutes] = [Number.NaN, minutesOn(person, this.stretch.firstDay)];
    for (let cell = 0; cell < local.length; cell++) {
      const wall = local[cell] as number;
      const index = Math.floor(wall / DAY_CELLS);
      if (index !== day) {
        day = index;
        minutes = minutesOn(person, addDays(this.stretch.firstDay, index));
      }
      const at = (wall - index * DAY_CELLS) * 15;
      if (minutes.some(([from, to]) => from <= at && at + 15 <= to))
        fillBits(words, cell, cell + 1, true);
    }
    return words;
  }

  #fillMinutes(
    words: Uint32Array,
    zone: string,
    dayIndex: number,
    minutes: readonly (readonly [number, number])[],
    isOn: boolean,
  ): void {
    for (const [from, to] of minutes) {
      const first = this.#edge(zone, dayIndex * DAY_CELLS + Math.ceil(from / 15));
      const last = this.#edge(zone, dayIndex * DAY_CELLS + Math.floor(to / 15));
      if (first < last) fillBits(words, first, last, isOn);
    }
  }

  /** The cell at which the wall reaches a quarter hour; one that never comes is reached at the jump. */
  #edge(zone: string, wall: number): number {
    const { cell, local } = this.zone(zone);
    if (wall <= (local[0] as number)) return 0;
    for (let each = wall; each < cell.length; each++)
      if ((cell[each] as number) >= 0) return cell[each] as number;
    return this.stretch.cells;
  }
}
