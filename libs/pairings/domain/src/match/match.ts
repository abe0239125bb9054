import { ok, refuse, type Result } from '@flipside/kernel';
import { choose, scoreAll, type Table } from './choose.js';
import {
  brokenRules,
  countRules,
  namesIn,
  type HardRuleName,
  type RuleCounts,
} from './hard-rules.js';
import { findProblems, type MatchingProblem } from './pins.js';
import { prepare, type People, type Prepared } from './prepared.js';
import type { Pair } from './profile.js';
import { flagsOf, reasonsOf, type Flag, type Neutrals, type Reason } from './score.js';
import { causeOf, type UnmatchedCause } from './unmatched.js';

export interface MatchingInput extends People {
  /** Pairs that stay as they are; they use a place each. See `checkPins` for those that no longer can. */
  readonly pins: readonly Pair[];
  /** Points below which nobody is better than somebody; null = match as many as possible. */
  readonly worthFrom: number | null;
}

export interface Alternative {
  readonly championId: string;
  readonly points: number;
  readonly reasons: readonly Reason[];
}

export interface ProposedMatch extends Pair {
  readonly points: number;
  readonly reasons: readonly Reason[];
  readonly flags: readonly Flag[];
  readonly isPinned: boolean;
  /** The next best allowed champions for this executive, best first. */
  readonly alternatives: readonly Alternative[];
}

export interface UnmatchedExecutive {
  readonly executiveId: string;
  readonly cause: UnmatchedCause;
  readonly counts: RuleCounts;
  readonly alternatives: readonly Alternative[];
}

/** Every executive stands exactly once in `proposals` or `unmatched`, in the order of the input. */
export interface Matching {
  readonly proposals: readonly ProposedMatch[];
  readonly unmatched: readonly UnmatchedExecutive[];
  /** Over all pairs of executives and champions. */
  readonly counts: RuleCounts;
  readonly neutrals: Neutrals;
  readonly totalPoints: number;
  /** Points of the worst pair; null when there is none. */
  readonly worstPoints: number | null;
}

export type MatchingResult = Result<Matching, readonly MatchingProblem[]>;

/** How many other champions are offered beside a proposal; more than shown, as some will be taken. */
const ALTERNATIVES = 6;

/**
 * Proposes a champion for each executive: never against a hard rule, never above a champion's
 * capacity, as many executives as possible, then the most points less the cost of giving one champion
 * several people. The same input in any order gives the same proposals.
 *
 * Of each executive's allowed champions the best n are handed to the solver, n = number of
 * executives (at least 16), ranked with the cost of the champion's next place. The other executives
 * use at most n − 1 of these champions, so one of them is always free at that cost and a longer
 * list cannot improve anything.
 */
export function proposeMatches(input: MatchingInput): MatchingResult {
  const steps = proposingMatches(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * `proposeMatches` in small steps: yields the share done (0–1) many times a second, so that a server
 * can answer others in between, show progress, or stop. Only the solver itself is one step.
 */
export function* proposingMatches(input: MatchingInput): Generator<number, MatchingResult> {
  const prepared = prepare(input);
  const problems = findProblems(input, prepared);
  if (problems.length > 0) return refuse(problems);

  const total = Math.max(1, prepared.executives.length);
  const scoring = scoreAll(prepared);
  let table = scoring.next();
  for (let row = 0; !table.done; row++, table = scoring.next()) yield (0.7 * row) / total;
  const chosen = choose(input, prepared, table.value);
  yield 0.8;
  const describing = describe(input, prepared, table.value, chosen);
  let matching = describing.next();
  for (let row = 0; !matching.done; row++, matching = describing.next()) {
    yield 0.8 + (0.2 * row) / total;
  }
  return ok(matching.value);
}

/** The hard rules alone, before anybody is proposed: what the set-up page shows. */
export function previewRules(people: People): {
  readonly counts: RuleCounts;
  readonly withoutChampion: readonly string[];
  readonly places: number;
} {
  const { executives, champions, facts } = prepare(people);
  const withoutChampion: string[] = [];
  const all: number[] = [];
  for (const executive of executives) {
    const masks = champions.map((champion) => brokenRules(executive, champion, facts));
    if (!masks.includes(0)) withoutChampion.push(executive.profile.id);
    for (const mask of masks) all.push(mask);
  }
  const places = champions
    .filter(({ profile }) => profile.takesPairings && !profile.isOptedOut)
    .reduce((sum, { profile }) => sum + Math.max(0, profile.capacity - profile.livePairings), 0);
  return { counts: countRules(all), withoutChampion, places };
}

export interface ExaminedPair {
  /** Rules that forbid the two; empty when they may be paired. */
  readonly broken: readonly HardRuleName[];
  readonly points: number;
  readonly reasons: readonly Reason[];
  readonly flags: readonly Flag[];
}

/**
 * One pair by itself: may it be, and what speaks for it? `people` needs to hold only these two.
 * `neutrals` are those of the round, so that the points compare with its other proposals;
 * `heldAfter` is how many pairings the champion would have.
 */
export function examinePair(
  people: People,
  pair: Pair,
  { neutrals, heldAfter }: { neutrals: Neutrals; heldAfter: number },
): ExaminedPair | null {
  const { executives, champions, facts } = prepare(people);
  const executive = executives.find(({ profile }) => profile.id === pair.executiveId);
  const champion = champions.find(({ profile }) => profile.id === pair.championId);
  if (!executive || !champion) return null;
  const reasons = reasonsOf(executive, champion, facts, neutrals);
  const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
  return {
    broken: namesIn(brokenRules(executive, champion, facts)),
    points,
    reasons,
    flags: flagsOf(executive, champion, facts, { reasons, points, heldAfter }),
  };
}

function* describe(
  input: MatchingInput,
  { executives, champions, facts }: Prepared,
  table: Table,
  chosen: Int32Array,
): Generator<void, Matching> {
  const given = new Map<number, number>();
  for (const column of chosen) if (column >= 0) given.set(column, (given.get(column) ?? 0) + 1);
  const pinned = new Set(input.pins.map(({ executiveId }) => executiveId));
  const proposals: ProposedMatch[] = [];
  const unmatched: UnmatchedExecutive[] = [];

  for (const [row, executive] of executives.entries()) {
    const masks = table.masks.subarray(row * table.columns, (row + 1) * table.columns);
    const own = chosen[row] ?? -1;
    const alternatives = nextBest(
      masks,
      own,
      (column) => table.points(row, column),
      champions,
    ).flatMap(({ column, points }) => {
      const champion = champions[column];
      if (!champion) return [];
      const reasons = reasonsOf(executive, champion, facts, table.neutrals);
      return [{ championId: champion.profile.id, points, reasons }];
    });
    const champion = champions[own];
    const executiveId = executive.profile.id;
    if (!champion) {
      const counts = countRules(masks);
      const cause = causeOf(row, {
        masks: table.masks,
        columns: table.columns,
        chosen,
        isPinned: (other) => pinned.has(executives[other]?.profile.id ?? ''),
        counts,
        isWorthIt: (alternatives[0]?.points ?? 0) >= (input.worthFrom ?? 0),
      });
      unmatched.push({ executiveId, cause, counts, alternatives });
      yield;
      continue;
    }
    const points = table.points(row, own);
    const reasons = reasonsOf(executive, champion, facts, table.neutrals);
    const heldAfter = champion.profile.livePairings + (given.get(own) ?? 0);
    proposals.push({
      executiveId,
      championId: champion.profile.id,
      points,
      reasons,
      flags: flagsOf(executive, champion, facts, { reasons, points, heldAfter }),
      isPinned: pinned.has(executiveId),
      alternatives,
    });
    yield;
  }
  const points = proposals.map((proposal) => proposal.points);
  return {
    proposals,
    unmatched,
    counts: countRules(table.masks),
    neutrals: table.neutrals,
    totalPoints: points.reduce((sum, each) => sum + each, 0),
    worstPoints: points.length > 0 ? points.reduce((a, b) => Math.min(a, b)) : null,
  };
}

/** The best allowed champions besides `own`, best first, equals in the order of their ids. */
function nextBest(
  masks: Uint16Array,
  own: number,
  pointsOf: (column: number) => number,
  champions: Prepared['champions'],
): { column: number; points: number }[] {
  const best: { column: number; points: number; id: string }[] = [];
  for (let column = 0; column < masks.length; column++) {
    if (masks[column] !== 0 || column === own) continue;
    const points = pointsOf(column);
    const last = best[ALTERNATIVES - 1];
    const id = champions[column]?.profile.id ?? '';
    if (last && (points < last.points || (points === last.points && id > last.id))) continue;
    best.push({ column, points, id });
    best.sort((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1));
    best.length = Math.min(best.length, ALTERNATIVES);
  }
  return best;
}
