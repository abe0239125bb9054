import { isFullAt, isTakenAt, take, type Agenda } from './agenda.js';
import type { Clocks } from './clocks.js';
import { blockedAtOf, cellOfDate, costOf, wallOf, type Candidate, type Rhythm } from './rhythms.js';

/** Moving a pairing that has a time already costs more than any discomfort, leaving one out more than moving. */
const MOVED = 100_000;
const LEFT_OUT = 10_000_000;

/**
 * Groups up to this size are searched for their best. The count of steps keeps the time of a plan in bounds and never
 * depends on how fast a machine is: up to six it suffices for the tightest group, beyond that mostly.
 */
const EXACT_UP_TO = 8;
const mostSteps = (size: number): number => (size <= 6 ? 200_000 : 20_000);
/** How many rhythms of a neighbour are tried to make room, and how many fits a group may cost in all. */
const EJECT_TRIES = 60;
const MOST_FITS = 100_000;

/** A pairing within its group, with the rhythm it is to keep. */
export interface Seat {
  readonly candidate: Candidate;
  readonly kept: Rhythm | null;
  /** Locked: the kept rhythm or none. */
  readonly isFixed: boolean;
}

export type Placement = (Rhythm | null)[];

/** Places the pairings of one group: those that share people, directly or through others. */
export class GroupPlacer {
  #steps = 0;
  #fitsTried = 0;

  constructor(
    private readonly clocks: Clocks,
    private readonly seats: readonly Seat[],
  ) {}

  /** Everything taken is left taken, so that later questions see the plan as it is. */
  place(): { placement: Placement; isProven: boolean } {
    const first = this.#greedy();
    const exact = this.seats.length <= EXACT_UP_TO ? this.#exact(first) : null;
    const placement = exact ?? first;
    placement.forEach((rhythm, index) => rhythm !== null && this.#set(index, rhythm, 1));
    const isProven = exact !== null && this.#steps < mostSteps(this.seats.length);
    if (!isProven) {
      this.#fitsTried = 0;
      this.#makeRoom(placement);
      this.#improve(placement);
    }
    return { placement, isProven };
  }

  /** In the order of fewest rhythms; the group's own order settles ties. */
  #order(): number[] {
    const size = (index: number): number => {
      const { isFixed, candidate } = this.seats[index] as Seat;
      return isFixed ? 0 : candidate.rhythms.length;
    };
    return this.seats.map((_, index) => index).sort((a, b) => size(a) - size(b) || a - b);
  }

  /** Kept times first, then whoever has the least choice takes the cheapest that is left. */
  #greedy(): Placement {
    const placement: Placement = this.seats.map(() => null);
    const keep = (index: number) => {
      const { kept } = this.seats[index] as Seat;
      if (kept === null || placement[index] !== null || !this.#fits(index, kept)) return;
      this.#set(index, kept, 1);
      placement[index] = kept;
    };
    this.seats.forEach(({ isFixed }, index) => isFixed && keep(index));
    this.seats.forEach((_, index) => keep(index));
    for (const index of this.#order()) {
      if (placement[index] !== null || this.seats[index]?.isFixed) continue;
      const rhythm = this.#cheapestFor(index);
      if (rhythm === null) continue;
      this.#set(index, rhythm, 1);
      placement[index] = rhythm;
    }
    placement.forEach((rhythm, index) => rhythm !== null && this.#set(index, rhythm, -1));
    return placement;
  }

  #cheapestFor(index: number, below = Infinity): Rhythm | null {
    for (const rhythm of (this.seats[index] as Seat).candidate.rhythms) {
      if (rhythm >= below) return null;
      if (this.#fits(index, rhythm)) return rhythm;
    }
    return null;
  }

  #priceOf({ kept }: Seat, rhythm: Rhythm): number {
    return costOf(rhythm) + (kept !== null && rhythm !== kept ? MOVED : 0);
  }

  #total(placement: Placement): number {
    return placement.reduce<number>(
      (sum, rhythm, index) =>
        sum + (rhythm === null ? LEFT_OUT : this.#priceOf(this.seats[index] as Seat, rhythm)),
      0,
    );
  }

  /** Branch and bound from a known placement: the best there is, unless the steps run out. */
  #exact(known: Placement): Placement {
    const order = this.#order();
    const choices = order.map((index) => this.#choicesOf(this.seats[index] as Seat));
    const bounds = [...choices, []].map(() => 0);
    for (let depth = order.length - 1; depth >= 0; depth--)
      bounds[depth] = (bounds[depth + 1] as number) + (choices[depth]?.[0]?.price ?? LEFT_OUT);
    let [best, bestPrice] = [[...known], this.#total(known)];
    const current: Placement = this.seats.map(() => null);
    const most = mostSteps(order.length);
    const descend = (depth: number, price: number): void => {
      if (depth === order.length) {
        if (price < bestPrice) [best, bestPrice] = [[...current], price];
        return;
      }
      const index = order[depth] as number;
      const rest = bounds[depth + 1] as number;
      for (const choice of choices[depth] as readonly Choice[]) {
        if (price + choice.price + rest >= bestPrice || this.#steps >= most) return;
        this.#steps++;
        if (!this.#fits(index, choice.rhythm)) continue;
        this.#set(index, choice.rhythm, 1);
        current[index] = choice.rhythm;
        descend(depth + 1, price + choice.price);
        current[index] = null;
        this.#set(index, choice.rhythm, -1);
      }
      if (price + LEFT_OUT + rest < bestPrice) descend(depth + 1, price + LEFT_OUT);
    };
    descend(0, 0);
    return best;
  }

  #choicesOf(seat: Seat): Choice[] {
    const { kept, isFixed, candidate } = seat;
    const priced = (rhythm: Rhythm): Choice => ({ rhythm, price: this.#priceOf(seat, rhythm) });
    const own = kept === null ? [] : [priced(kept)];
    if (isFixed) return own;
    return [
      ...own,
      ...Array.from(candidate.rhythms)
        .filter((each) => each !== kept)
        .map(priced),
    ];
  }

  /** For each pairing left out: moves one neighbour aside, then two, as long as both find a place. */
  #makeRoom(placement: Placement): void {
    for (const index of this.#order()) {
      if (placement[index] !== null || this.seats[index]?.isFixed) continue;
      if (this.#enter(placement, index)) continue;
      const movable = placement.flatMap((rhythm, other) =>
        rhythm !== null && !this.seats[other]?.isFixed && this.#isNeighbour(index, other)
          ? [other]
          : [],
      );
      if (movable.some((one) => this.#enterWithout(placement, index, [one]))) continue;
      movable.some((one, at) =>
        movable.slice(at + 1).some((two) => this.#enterWithout(placement, index, [one, two])),
      );
    }
  }

  #enter(placement: Placement, index: number): boolean {
    const rhythm = this.#cheapestFor(index);
    if (rhythm === null) return false;
    this.#set(index, rhythm, 1);
    placement[index] = rhythm;
    return true;
  }

  /** Lets these go, enters, and finds them new places; otherwise everything is as before. */
  #enterWithout(placement: Placement, index: number, others: readonly number[]): boolean {
    const before = others.map((other) => placement[other] as Rhythm);
    others.forEach((other, at) => this.#set(other, before[at] as Rhythm, -1));
    let tries = 0;
    for (const rhythm of (this.seats[index] as Seat).candidate.rhythms) {
      if (tries >= EJECT_TRIES || this.#fitsTried > MOST_FITS) break;
      if (!this.#fits(index, rhythm)) continue;
      tries++;
      this.#set(index, rhythm, 1);
      const done: number[] = [];
      for (const other of others) {
        if (!this.#enter(placement, other)) break;
        done.push(other);
      }
      if (done.length === others.length) {
        placement[index] = rhythm;
        return true;
      }
      for (const other of done) this.#set(other, placement[other] as Rhythm, -1);
      this.#set(index, rhythm, -1);
    }
    others.forEach((other, at) => {
      placement[other] = before[at] as Rhythm;
      this.#set(other, before[at] as Rhythm, 1);
    });
    return false;
  }

  #isNeighbour(a: number, b: number): boolean {
    const [one, two] = [(this.seats[a] as Seat).candidate, (this.seats[b] as Seat).candidate];
    return (
      one.champion === two.champion ||
      one.executive === two.executive ||
      one.champion === two.executive ||
      one.executive === two.champion
    );
  }

  /** Once around: whoever has a cheaper place by now takes it. Kept times are not touched. */
  #improve(placement: Placement): void {
    for (const [index, rhythm] of placement.entries()) {
      const { kept, isFixed } = this.seats[index] as Seat;
      if (rhythm === null || isFixed || rhythm === kept) continue;
      this.#set(index, rhythm, -1);
      const back = kept !== null && this.#fits(index, kept) ? kept : null;
      const better = back ?? this.#cheapestFor(index, rhythm) ?? rhythm;
      this.#set(index, better, 1);
      placement[index] = better;
    }
  }

  #fits(index: number, rhythm: Rhythm): boolean {
    const { candidate } = this.seats[index] as Seat;
    this.#fitsTried++;
    return fits(this.clocks, candidate, rhythm);
  }

  #set(index: number, rhythm: Rhythm, by: 1 | -1): void {
    const { candidate } = this.seats[index] as Seat;
    for (const cell of liveCells(candidate, rhythm))
      for (const side of [candidate.executive, candidate.champion])
        take(this.clocks, side, cell, candidate.length, by);
  }
}

interface Choice {
  readonly rhythm: Rhythm;
  readonly price: number;
}

/** Cells at which the sessions of a rhythm begin, without the date left out. */
function* liveCells(candidate: Candidate, rhythm: Rhythm): Generator<number> {
  const [wall, blockedAt] = [wallOf(rhythm), blockedAtOf(rhythm)];
  for (let index = 0; index < candidate.count; index++)
    if (index === 0 || index !== blockedAt) yield cellOfDate(candidate, wall, index);
}

/** Whether a rhythm goes with everything the plan has taken so far. `capsOf`: whose days and weeks count. */
export function fits(
  clocks: Clocks,
  candidate: Candidate,
  rhythm: Rhythm,
  capsOf: readonly Agenda[] = [candidate.champion, candidate.executive],
): boolean {
  const { executive, champion, length, count } = candidate;
  const [wall, blockedAt] = [wallOf(rhythm), blockedAtOf(rhythm)];
  for (let index = 0; index < count; index++) {
    if (index > 0 && index === blockedAt) continue;
    const cell = cellOfDate(candidate, wall, index);
    if (isTakenAt(champion, cell, length) || isTakenAt(executive, cell, length)) return false;
    for (const agenda of capsOf) if (isFullAt(clocks, agenda, cell)) return false;
  }
  return true;
}
