import { assign, hash, type Candidate } from './assign.js';
import { brokenRules } from './hard-rules.js';
import type { Prepared } from './prepared.js';
import type { Pair } from './profile.js';
import { CRITERIA, MOST_POINTS, type RoundRules } from './round-rules.js';
import { NeutralValues, pointsOf, writeValues, type Neutrals } from './score.js';

export interface ChoiceInput {
  readonly rules: RoundRules;
  readonly pins: readonly Pair[];
  readonly worthFrom: number | null;
}

export interface Table {
  readonly columns: number;
  readonly masks: Uint16Array;
  readonly values: Uint8Array;
  readonly neutrals: Neutrals;
  points(row: number, column: number): number;
}

/**
 * Rules and values of everybody with everybody: 9 bytes a pair. Yields after each executive, so that
 * the caller can let others run or stop.
 */
export function* scoreAll({ executives, champions, facts }: Prepared): Generator<void, Table> {
  const columns = champions.length;
  const masks = new Uint16Array(executives.length * columns);
  const values = new Uint8Array(masks.length * CRITERIA.length);
  const known = new NeutralValues();
  for (const [row, executive] of executives.entries()) {
    for (const [column, champion] of champions.entries()) {
      const at = row * columns + column;
      const mask = brokenRules(executive, champion, facts);
      masks[at] = mask;
      if (mask !== 0) continue;
      writeValues(executive, champion, facts, values, at * CRITERIA.length);
      known.add(values, at * CRITERIA.length);
    }
    yield;
  }
  const neutrals = known.read();
  const points = (row: number, column: number) =>
    pointsOf(values, (row * columns + column) * CRITERIA.length, facts.rules.weights, neutrals);
  return { columns, masks, values, neutrals, points };
}

const MINIMUM_CANDIDATES = 16;

/** Marginal cost of each free place of a champion who already got `given` people in this round. */
function placeCosts(rules: RoundRules, free: number, given: number): number[] {
  return Array.from(
    { length: free },
    (_, q) => rules.placePoints[given + q] ?? rules.placePoints.at(-1) ?? 0,
  );
}

interface Ranked extends Candidate {
  /** Cost with that of the champion's next place. */
  readonly rank: number;
}

/** The `limit` lowest ranks; those at the edge are told apart by the tie-break. */
function bestOf(all: readonly Ranked[], limit: number, tie: (place: number) => number): Ranked[] {
  if (all.length <= limit) return [...all];
  const edge = Int32Array.from(all, ({ rank }) => rank).sort()[limit - 1] ?? 0;
  const inside = all.filter(({ rank }) => rank < edge);
  const atEdge = all
    .filter(({ rank }) => rank === edge)
    .map((candidate) => ({ candidate, tie: tie(candidate.column) }))
    .sort((a, b) => a.tie - b.tie || a.candidate.column - b.candidate.column)
    .map(({ candidate }) => candidate);
  return [...inside, ...atEdge.slice(0, limit - inside.length)];
}

/**
 * Decides who is given whom. Pins must have been checked.
 * @returns for each executive the index of the champion, or −1
 */
export function choose(input: ChoiceInput, prepared: Prepared, table: Table): Int32Array {
  const { executives, champions } = prepared;
  const { rules, pins, worthFrom } = input;
  const columnOfId = new Map(champions.map(({ profile }, column) => [profile.id, column]));
  const result = new Int32Array(executives.length).fill(-1);
  const given = new Int32Array(champions.length);
  const pinned = new Map(pins.map((pin) => [pin.executiveId, pin.championId]));
  const key = (id: string) => hash(`${rules.seed} ${id}`);

  const open: number[] = [];
  executives.forEach(({ profile }, row) => {
    const column = columnOfId.get(pinned.get(profile.id) ?? '');
    if (column === undefined) open.push(row);
    else {
      result[row] = column;
      given[column] = (given[column] ?? 0) + 1;
    }
  });
  // The order of rows and columns comes from ids, not from the input, so that it cannot matter.
  const byKey = (idOf: (index: number) => string) => (a: number, b: number) =>
    key(idOf(a)) - key(idOf(b)) || (idOf(a) < idOf(b) ? -1 : 1);
  open.sort(byKey((row) => executives[row]?.profile.id ?? ''));
  const order = champions
    .map((_, column) => column)
    .sort(byKey((column) => champions[column]?.profile.id ?? ''));
  const costs = order.map((column) => {
    const { capacity = 0, livePairings = 0 } = champions[column]?.profile ?? {};
    const used = given[column] ?? 0;
    return placeCosts(rules, Math.max(0, capacity - livePairings - used), used);
  });
  const tie = (row: number, place: number) =>
    hash(
      `${rules.seed} ${executives[open[row] ?? 0]?.profile.id} ${champions[order[place] ?? 0]?.profile.id}`,
    );

  const limit = Math.max(MINIMUM_CANDIDATES, open.length);
  const candidates = open.map((row, r) => {
    const all: Ranked[] = [];
    order.forEach((column, place) => {
      const first = costs[place]?.[0];
      if (first === undefined || table.masks[row * table.columns + column] !== 0) return;
      const cost = MOST_POINTS - table.points(row, column);
      all.push({ column: place, cost, rank: cost + first });
    });
    return bestOf(all, limit, (place) => tie(r, place));
  });
  const columnOf = assign({
    candidates,
    placeCosts: costs,
    unmatchedCost: worthFrom === null ? null : MOST_POINTS - worthFrom,
    tieBreak: tie,
  });
  open.forEach((row, r) => {
    const place = columnOf[r] ?? -1;
    result[row] = place < 0 ? -1 : (order[place] ?? -1);
  });
  return result;
}
