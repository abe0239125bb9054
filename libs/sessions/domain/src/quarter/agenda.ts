import { GAP_MINUTES, type Caps } from '../free-time.js';
import { anyBit, fillBits } from './bits.js';
import { DAY_CELLS, cellFrom, cellOf, type Clocks } from './clocks.js';
import type { PlanPerson } from './quarter.js';

const GAP_MS = GAP_MINUTES * 60_000;

/** One person's time in a plan: what is free, how full days and weeks are, and what the plan has taken. */
export interface Agenda {
  readonly person: PlanPerson;
  /** People at the same place share their tables of discomfort. */
  readonly placeKey: string;
  readonly local: Int32Array;
  readonly working: Uint32Array;
  readonly free: Uint32Array;
  readonly caps: Caps;
  /** Sessions by the person's own day and ISO week: those booked, and those of the plan so far. */
  readonly perDay: Uint8Array;
  readonly perWeek: Uint8Array;
  /** Booked sessions alone, by day: what a champion's day costs. */
  readonly bookedPerDay: Uint8Array;
  readonly taken: Uint32Array;
}

/** Room for walls that run ahead of or behind the stretch. */
const MARGIN_DAYS = 2;

const dayAt = (local: Int32Array, cell: number): number =>
  Math.floor((local[cell] as number) / DAY_CELLS) + MARGIN_DAYS;

export function agendaOf(clocks: Clocks, person: PlanPerson): Agenda {
  const { stretch } = clocks;
  const { key: placeKey, local } = clocks.place(person);
  const working = clocks.working(person);
  const free = working.slice();
  const perDay = new Uint8Array(stretch.days + 2 * MARGIN_DAYS);
  const perWeek = new Uint8Array(Math.ceil((stretch.days + 2 * MARGIN_DAYS + 7) / 7));
  for (const { from, to } of person.claims) {
    fillBits(free, cellOf(stretch, from - GAP_MS), cellFrom(stretch, to), false);
    const cell = cellOf(stretch, from);
    if (cell < 0 || cell >= stretch.cells) continue;
    const day = dayAt(local, cell);
    perDay[day] = (perDay[day] as number) + 1;
    const week = weekAt(clocks, day);
    perWeek[week] = (perWeek[week] as number) + 1;
  }
  for (const { from, to } of person.busy ?? [])
    fillBits(free, cellOf(stretch, from), cellFrom(stretch, to), false);
  return {
    person,
    placeKey,
    local,
    working,
    free,
    caps: person.caps,
    perDay,
    perWeek,
    bookedPerDay: perDay.slice(),
    taken: new Uint32Array(clocks.words),
  };
}

/** `day` counts the margin. */
const weekAt = (clocks: Clocks, day: number): number =>
  Math.floor((day - MARGIN_DAYS + clocks.firstWeekday + 7) / 7);

/** Whether one more session that begins at this cell would be more than the person's day or week holds. */
export function isFullAt(clocks: Clocks, agenda: Agenda, cell: number): boolean {
  const day = dayAt(agenda.local, cell);
  return (
    (agenda.perDay[day] as number) >= agenda.caps.perDay ||
    (agenda.perWeek[weekAt(clocks, day)] as number) >= agenda.caps.perWeek
  );
}

/** Whether a session is booked on the day of this cell already. */
export const hasBookedDay = (agenda: Agenda, cell: number): boolean =>
  (agenda.bookedPerDay[dayAt(agenda.local, cell)] as number) > 0;

/** A session of the plan and the gap behind it, in whole quarter hours. */
const spanOf = (cell: number, length: number): number => cell + length + 1;

/** Whether the plan has already taken time that a session here would need. */
export const isTakenAt = ({ taken }: Agenda, cell: number, length: number): boolean =>
  anyBit(taken, cell, spanOf(cell, length));

/** Takes the time of a session for a person, or gives it back. */
export function take(
  clocks: Clocks,
  agenda: Agenda,
  cell: number,
  length: number,
  by: 1 | -1,
): void {
  fillBits(agenda.taken, cell, spanOf(cell, length), by === 1);
  const day = dayAt(agenda.local, cell);
  agenda.perDay[day] = (agenda.perDay[day] as number) + by;
  const week = weekAt(clocks, day);
  agenda.perWeek[week] = (agenda.perWeek[week] as number) + by;
}
