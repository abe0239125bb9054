import { whyOff } from '../free-time.js';
import type { Block, Pattern, PlannedOccurrence } from '../patterns.js';
import { CELL_MS } from '../time-grid.js';
import { isFullAt } from './agenda.js';
import { allBits } from './bits.js';
import { DAY_CELLS } from './clocks.js';
import {
  blockedAtOf,
  cellOfDate,
  costOf,
  wallOf,
  type Candidate,
  type Rhythm,
  type RhythmSearch,
} from './rhythms.js';

/** A chosen rhythm as it is booked and shown. */
export function patternOf(search: RhythmSearch, candidate: Candidate, rhythm: Rhythm): Pattern {
  const { pairing, executive, count } = candidate;
  const blockedAt = blockedAtOf(rhythm);
  const occurrences = Array.from({ length: count }, (_, index): PlannedOccurrence => {
    const wall = wallOf(rhythm) + index * pairing.intervalWeeks * 7 * DAY_CELLS;
    const startMs =
      search.clocks.stretch.fromMs + cellOfDate(candidate, wallOf(rhythm), index) * CELL_MS;
    const local = search.wallTime(wall);
    return {
      local,
      occurrence: {
        local,
        startsAt: new Date(startMs),
        endsAt: new Date(startMs + pairing.minutes * 60_000),
      },
      block: index > 0 && index === blockedAt ? blockOf(search, candidate, startMs) : null,
    };
  });
  return {
    localStart: search.wallTime(wallOf(rhythm)),
    zone: executive.person.zone,
    intervalWeeks: pairing.intervalWeeks,
    minutes: pairing.minutes,
    occurrences,
    blocked: blockedAt > 0 ? 1 : 0,
    cost: costOf(rhythm),
  };
}

/** Whose fault it is that the one date is left out. */
function blockOf({ clocks }: RhythmSearch, candidate: Candidate, startMs: number): Block {
  const { executive, length } = candidate;
  const cell = (startMs - clocks.stretch.fromMs) / CELL_MS;
  const endMs = startMs + candidate.pairing.minutes * 60_000;
  const holds = (words: Uint32Array): boolean => allBits(words, cell, cell + length);
  for (const side of ['executive', 'champion'] as const)
    if (!holds(candidate[side].working))
      return `${side}_${whyOff(candidate[side].person, startMs, endMs)}`;
  return !holds(executive.free) || isFullAt(clocks, executive, cell)
    ? 'executive_busy'
    : 'champion_busy';
}
