import { addDays } from '@flipside/kernel';
import { localOf } from '@flipside/people-domain';
import { dayOf } from '../biweekly.js';
import { agendaOf, type Agenda } from './agenda.js';
import { Clocks, stretchOf } from './clocks.js';
import {
  QUARTER_DAYS,
  type PlacedPairing,
  type PlanPairing,
  type Quarter,
  type QuarterPlan,
  type UnplacedPairing,
} from './quarter.js';
import { patternOf } from './pattern-of.js';
import { GroupPlacer, type Seat } from './place.js';
import { RhythmSearch, type Candidate } from './rhythms.js';
import { whyUnplaced } from './why-unplaced.js';

/** Days before the quarter that are known, so that its first week counts what lies before it. */
const DAYS_BEFORE = 8;
const DAYS_BEHIND = 2;

/** Told now and then how many of how many pairings are looked at. */
export type OnProgress = (done: number, total: number) => void;
const TELL_EVERY = 64;

/**
 * Gives every pairing a rhythm for a quarter, so that nobody is in two places, nobody's day or week holds
 * too much, and both work then. In this order: as many pairings as possible, as few moved as possible of
 * those that have a time in the draft, least discomfort. Groups of pairings that share people are placed
 * one by one; small groups are proven best.
 *
 * Pure: no clock, no chance. Pairings and people are taken in the order of their ids, so that the order
 * in which they are given decides nothing. Time grows with pairings × quarter hours in which both can.
 */
export function planQuarter(
  quarter: Quarter,
  onProgress: OnProgress = () => undefined,
): QuarterPlan {
  const endsOn = addDays(quarter.startsOn, QUARTER_DAYS);
  const clocks = new Clocks(
    stretchOf(addDays(quarter.startsOn, -DAYS_BEFORE), DAYS_BEFORE + QUARTER_DAYS + DAYS_BEHIND),
  );
  const today = new Map<string, number>();
  const todayIndex = (zone: string): number => {
    const known = today.get(zone) ?? clocks.dayIndex(dayOf(localOf(quarter.now, zone)));
    today.set(zone, known);
    return known;
  };
  const search = new RhythmSearch(clocks, {
    nowMs: quarter.now.getTime(),
    minNoticeHours: quarter.minNoticeHours,
    endsOn,
    todayIndex,
  });
  const people = new Map(quarter.people.map((person) => [person.id, person]));
  const agendas = new Map<string, Agenda>();
  const agenda = (id: string): Agenda => {
    let known = agendas.get(id);
    if (!known) {
      const person = people.get(id);
      if (!person) throw new Error(`Person ${id} of a pairing is missing`);
      known = agendaOf(clocks, person);
      agendas.set(id, known);
    }
    return known;
  };
  const placed: PlacedPairing[] = [];
  const unplaced: UnplacedPairing[] = [];
  let [done, provenGroups] = [0, 0];
  const groups = groupsOf(quarter.pairings);
  for (const group of groups) {
    const candidates = group.map((pairing) =>
      search.candidate(pairing, agenda(pairing.executiveId), agenda(pairing.championId)),
    );
    const { placement, isProven } = new GroupPlacer(clocks, candidates.map(seatOf)).place();
    if (isProven) provenGroups++;
    for (const [index, candidate] of candidates.entries()) {
      const rhythm = placement[index] ?? null;
      if (rhythm === null) unplaced.push(whyUnplaced(search, candidate));
      else
        placed.push({
          pairingId: candidate.pairing.id,
          pattern: patternOf(search, candidate, rhythm),
        });
      if (++done % TELL_EVERY === 0) onProgress(done, quarter.pairings.length);
    }
    for (const { executiveId, championId } of group) {
      agendas.delete(executiveId);
      agendas.delete(championId);
    }
  }
  return {
    placed: placed.toSorted(byPairing),
    unplaced: unplaced.toSorted(byPairing),
    groups: groups.length,
    provenGroups,
  };
}

const byPairing = (a: { pairingId: string }, b: { pairingId: string }): number =>
  a.pairingId < b.pairingId ? -1 : 1;

const seatOf = (candidate: Candidate): Seat => ({
  candidate,
  kept: candidate.kept,
  isFixed: candidate.pairing.isLocked,
});

/** Pairings that share people, directly or through others; groups and their pairings in the order of ids. */
function groupsOf(pairings: readonly PlanPairing[]): PlanPairing[][] {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root))
      root = up;
    parents.set(id, root);
    return root;
  };
  for (const { executiveId, championId } of pairings)
    parents.set(rootOf(executiveId), rootOf(championId));
  const groups = new Map<string, PlanPairing[]>();
  for (const pairing of pairings.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const root = rootOf(pairing.championId);
    const group = groups.get(root);
    if (group) group.push(pairing);
    else groups.set(root, [pairing]);
  }
  return [...groups.values()];
}
