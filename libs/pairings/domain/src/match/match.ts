import { ok, refuse, type Result } from '@flipside/kernel';
import { candidateBuffer } from '../solver/candidates.js';
import { namesIn, type HardRuleName, type RuleCounts } from './hard-rules.js';
import { findProblems, type MatchingProblem } from './pins.js';
import { prepare, type People } from './prepared.js';
import type { Pair } from './profile.js';
import { continuityCurve } from '../solver/continuity.js';
import { CRITERIA, MOST_POINTS, type RoundRules } from './round-rules.js';
import { problemOf, Run, type RunStart } from './run.js';
import { Compiled } from './compile.js';
import { flagsOf, reasonsOf, type Flag, type Neutrals, type Reason } from './score.js';
import { takeSnapshot, readSnapshot } from './snapshot.js';
import { causeOf, type UnmatchedCause } from './unmatched.js';
import { brokenRules } from './hard-rules.js';

export type MatchingInput = People & Partial<RunStart>;

export interface Alternative {
  readonly championId: string;
  readonly points: number;
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

/** Every executive who is asked for stands exactly once in `proposals` or `unmatched`, in the order of their ids. */
export interface Matching {
  readonly proposals: readonly ProposedMatch[];
  readonly unmatched: readonly UnmatchedExecutive[];
  /** Over all pairs of executives and champions. */
  readonly counts: RuleCounts;
  readonly neutrals: Neutrals;
  readonly totalPoints: number;
  /** Points of the worst pair; null when there is none. */
  readonly worstPoints: number | null;
  /** What each criterion decides: weight × standard deviation over the allowed pairs, in points. */
  readonly effects: Neutrals;
}

export type MatchingResult = Result<Matching, readonly MatchingProblem[]>;

/** How many other champions are offered beside a proposal; more than shown, as some will be taken. */
const ALTERNATIVES = 6;

export const startOf = ({
  pins = [],
  absent = [],
  standing = [],
}: Partial<RunStart>): RunStart => ({
  pins,
  absent,
  standing,
});

/** Computes a round and describes it. The same input in any order gives the same proposals. */
export function proposeMatches(input: MatchingInput): MatchingResult {
  const problems = findProblems({ ...input, pins: input.pins ?? [] }, prepare(input));
  if (problems.length > 0) return refuse(problems);
  const run = Run.of(readSnapshot(takeSnapshot(input)), startOf(input));
  return run.ok ? ok(describe(run.value)) : run;
}

/** Points by which each criterion tells the allowed pairs of a round apart. */
export function effectsOf({ deviations, prepared }: Compiled): Neutrals {
  const { weights } = prepared.facts.rules;
  const entries = CRITERIA.map(
    (name) => [name, Math.round((weights[name] * deviations[name]) / 100)] as const,
  );
  return Object.fromEntries(entries) as Record<(typeof CRITERIA)[number], number>;
}

/** The hard rules alone, before anybody is proposed: what the set-up page shows. */
export function previewRules(people: People): {
  readonly counts: RuleCounts;
  readonly withoutChampion: readonly string[];
  readonly places: number;
  readonly effects: Neutrals;
} {
  const compiled = new Compiled(people);
  const places = compiled.prepared.champions
    .filter(({ profile }) => profile.takesPairings && !profile.isOptedOut)
    .reduce((sum, { profile }) => sum + Math.max(0, profile.capacity - profile.livePairings), 0);
  return {
    counts: compiled.counts,
    withoutChampion: compiled.withoutChampion.map((row) => compiled.executive(row).profile.id),
    places,
    effects: effectsOf(compiled),
  };
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

/** The proposals of a run with reasons, flags and alternatives, and why the others have none. */
export function describe(run: Run): Matching {
  const { compiled, session, chosen } = run;
  const { champions, facts } = compiled.prepared;
  const given = new Int32Array(compiled.cols);
  for (const col of chosen) if (col !== null) given[col] = (given[col] as number) + 1;
  const proposals: ProposedMatch[] = [];
  const unmatched: UnmatchedExecutive[] = [];
  const best = bestOf(run);
  for (let row = 0; row < compiled.rows; row++) {
    if (run.absent.has(row)) continue;
    const executive = compiled.executive(row);
    const executiveId = executive.profile.id;
    const own = chosen[row] ?? null;
    const champion = own === null ? undefined : champions[own];
    const alternatives = best(row).filter(({ championId }) => championId !== champion?.profile.id);
    alternatives.length = Math.min(alternatives.length, ALTERNATIVES);
    if (own === null || !champion) {
      const counts = compiled.countsOf(row);
      const blocking = counts.allowed > 0 ? session.blockingSet(row) : null;
      const bestPoints = alternatives[0]?.points ?? 0;
      const cause = causeOf(counts, blocking, bestPoints, facts.rules);
      unmatched.push({ executiveId, cause, counts, alternatives });
      continue;
    }
    const reasons = reasonsOf(executive, champion, facts, compiled.neutrals);
    const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
    const heldAfter = champion.profile.livePairings + (given[own] as number);
    proposals.push({
      executiveId,
      championId: champion.profile.id,
      points,
      reasons,
      flags: flagsOf(executive, champion, facts, { reasons, points, heldAfter }),
      isPinned: run.pins.has(row),
      alternatives,
    });
  }
  const points = proposals.map((proposal) => proposal.points);
  return {
    proposals,
    unmatched,
    counts: compiled.counts,
    neutrals: compiled.neutrals,
    totalPoints: points.reduce((sum, each) => sum + each, 0),
    worstPoints: points.length > 0 ? points.reduce((a, b) => Math.min(a, b)) : null,
    effects: effectsOf(compiled),
  };
}

/** The best allowed champions of a row, best first, equals in the order of their ids. */
function bestOf({ compiled, problem, session }: Run): (row: number) => Alternative[] {
  const out = candidateBuffer(ALTERNATIVES + 1);
  const streamed = (row: number) => {
    compiled.candidates(row, ALTERNATIVES + 1, problem.tieBreak, out);
    return Array.from({ length: out.length }, (_, n) => ({
      col: out.cols[n] as number,
      points: out.costs[n] as number,
    }));
  };
  // Lists that were read with continuity hold other points.
  const isPlain = problem.source === compiled;
  return (row) =>
    ((isPlain ? session.cheapest(row, ALTERNATIVES + 1) : null) ?? streamed(row))
      .map(({ col, points }) => ({
        championId: compiled.champion(col).profile.id,
        points: compiled.maxCost - points,
      }))
      .sort((a, b) => b.points - a.points || (a.championId < b.championId ? -1 : 1));
}

/** What other rules would do to a round: people matched, points, and pairs that differ. */
export interface RulesEffect {
  readonly matched: number;
  readonly totalPoints: number;
  readonly worstPoints: number | null;
  readonly changed: number;
}

/** A round computed under these rules, compared with the pairs that stand. Continuity counts as the rules say. */
export function effectOfRules(
  people: People,
  rules: RoundRules,
  start: RunStart,
): RulesEffect | null {
  const run = Run.of({ ...people, rules }, start);
  if (!run.ok) return null;
  const { compiled, chosen } = run.value;
  const before = new Map(start.standing.map((pair) => [pair.executiveId, pair.championId]));
  let [matched, totalPoints, changed] = [0, 0, 0];
  let worst: number | null = null;
  chosen.forEach((col, row) => {
    const { id } = compiled.executive(row).profile;
    const now = col === null ? null : compiled.champion(col).profile.id;
    if (!run.value.absent.has(row) && !run.value.pins.has(row) && (before.get(id) ?? null) !== now)
      changed += 1;
    if (col === null) return;
    const points = compiled.points(row, col);
    matched += 1;
    totalPoints += points;
    worst = worst === null ? points : Math.min(worst, points);
  });
  return { matched, totalPoints, worstPoints: worst, changed };
}

/** Sizes of continuity to choose from, in points. */
const BONUSES = [0, 50, 100, 200, 400, 800, 2_000, MOST_POINTS];

/** How many of the pairs that stand would change under each size of continuity, and the points of the result. */
export function continuityOf(
  people: People,
  start: RunStart,
): readonly { readonly bonus: number; readonly changed: number; readonly totalPoints: number }[] {
  const compiled = new Compiled(people);
  const base = problemOf(compiled, { ...start, standing: [] });
  const running = compiled.prepared.executives.map((): number | null => null);
  for (const { executiveId, championId } of start.standing) {
    const [row, col] = [compiled.rowOf(executiveId), compiled.colOf(championId)];
    if (row !== undefined && col !== undefined) running[row] = col;
  }
  const curve = continuityCurve(base, running, BONUSES);
  if (!curve.ok) return [];
  return curve.value.map(({ bonus, changed, total }) => ({
    bonus,
    changed,
    totalPoints:
      (compiled.rows - (problemAbsent(base) + total.unmatched)) * compiled.maxCost - total.points,
  }));
}

const problemAbsent = ({ absentRows = [] }: { readonly absentRows?: readonly number[] }): number =>
  absentRows.length;
