import {
  namesIn,
  publicRules,
  RULE_REMEDIES,
  RULE_WORDS,
  type HardRuleName,
} from './hard-rules.js';
import type { Run, RunEdit, RunQuote } from './run.js';
import { reasonsOf, type Reason } from './score.js';

/** One other champion for an executive, with what choosing them costs the whole. */
export interface ExplainedAlternative {
  readonly championId: string;
  readonly points: number;
  readonly reasons: readonly Reason[];
  /** Null when a decision already made stands in the way. */
  readonly price: RunQuote | null;
}

export interface ExplainedPair {
  readonly executiveId: string;
  readonly championId: string | null;
  readonly reasons: readonly Reason[];
  /** Place of this champion in the executive's own list by points, from 1, and how many are on it. */
  readonly rank: number | null;
  readonly allowed: number;
  /** What happens when the two are not suggested; null for nobody and for pairs that are kept fixed. */
  readonly runnerUp: RunQuote | null;
  /** Points that one more place with this champion would gain the whole; with nobody, null. */
  readonly placeValue: number | null;
  readonly alternatives: readonly ExplainedAlternative[];
}

const SHOWN = 4;

/** The decisions that put an executive with another champion. */
const choosing = (executiveId: string, championId: string): RunEdit[] => [
  { type: 'pin', executiveId, championId },
];

function reasonsIn({ compiled }: Run, row: number, col: number): Reason[] {
  return reasonsOf(
    compiled.executive(row),
    compiled.champion(col),
    compiled.prepared.facts,
    compiled.neutrals,
  );
}

/**
 * The best champions of a row besides `own`, equals in the order of their ids, how many are allowed, and how many of
 * them are better than `own` (null when that is nobody or not allowed). One look at each, for thousands are allowed.
 */
function rankIn({ compiled }: Run, costs: Float64Array, own: number | undefined) {
  const idOf = (col: number) => compiled.champion(col).profile.id;
  const isBefore = (a: number, b: number) => {
    const by = (costs[a] as number) - (costs[b] as number);
    return by < 0 || (by === 0 && idOf(a) < idOf(b));
  };
  const ownCost = own === undefined ? -1 : (costs[own] as number);
  const ahead: number[] = [];
  let last = Infinity;
  let [allowed, better] = [0, 0];
  for (let col = 0; col < costs.length; col++) {
    const cost = costs[col] as number;
    if (cost < 0) continue;
    allowed += 1;
    if (cost < ownCost) better += 1;
    if (cost > last || col === own) continue;
    const at = ahead.findIndex((other) => isBefore(col, other));
    ahead.splice(at < 0 ? ahead.length : at, 0, col);
    if (ahead.length > SHOWN) ahead.pop();
    if (ahead.length === SHOWN) last = costs[ahead.at(-1) as number] as number;
  }
  return { ahead, allowed, better: ownCost < 0 ? null : better };
}

/**
 * One executive of a run in numbers that can all be computed again. `championId` is who stands in the round now; it may
 * differ from the run's own choice after a swap.
 */
export function explain(
  run: Run,
  executiveId: string,
  championId: string | null,
): ExplainedPair | null {
  const { compiled } = run;
  const row = compiled.rowOf(executiveId);
  if (row === undefined) return null;
  const own = championId === null ? undefined : compiled.colOf(championId);
  const costs = new Float64Array(compiled.cols);
  compiled.costsOf(row, costs);
  const { ahead, allowed, better } = rankIn(run, costs, own);
  const isOwn = own !== undefined && run.chosen[row] === own;
  const alternatives = ahead.map((col) => ({
    championId: compiled.champion(col).profile.id,
    points: compiled.maxCost - (costs[col] as number),
    reasons: reasonsIn(run, row, col),
    price: run.quote(choosing(executiveId, compiled.champion(col).profile.id)),
  }));
  const isFixed = run.pins.has(row);
  return {
    executiveId,
    championId,
    reasons: own === undefined ? [] : reasonsIn(run, row, own),
    rank: better === null ? null : better + 1,
    allowed,
    runnerUp:
      isOwn && !isFixed && championId !== null
        ? run.quote([{ type: 'forbid', executiveId, championId }])
        : null,
    placeValue: own === undefined ? null : run.session.placeValue(own).points,
    alternatives,
  };
}

/** Why somebody is not with an executive: a rule, or the price. */
export type WhyNot =
  | { readonly kind: 'chosen' }
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'rules';
      /** What somebody chose for themselves is only ever named as not available. */
      readonly rules: readonly HardRuleName[];
      readonly sentences: readonly string[];
      readonly remedies: readonly string[];
    }
  | { readonly kind: 'fixed' }
  | {
      readonly kind: 'price';
      readonly points: number;
      /** Points of the pair that stands instead; null when nobody does. */
      readonly pointsInstead: number | null;
      readonly reasons: readonly Reason[];
      readonly price: RunQuote;
    };

export function whyNot(run: Run, executiveId: string, championId: string): WhyNot {
  const { compiled } = run;
  const [row, col] = [compiled.rowOf(executiveId), compiled.colOf(championId)];
  if (row === undefined || col === undefined) return { kind: 'unknown' };
  const chosen = run.chosen[row] ?? null;
  if (chosen === col) return { kind: 'chosen' };
  const broken = publicRules(namesIn(compiled.broken(row, col)));
  if (broken.length > 0) {
    return {
      kind: 'rules',
      rules: broken,
      sentences: broken.map((rule) => RULE_WORDS[rule]),
      remedies: [...new Set(broken.map((rule) => RULE_REMEDIES[rule]))],
    };
  }
  const price = run.quote(choosing(executiveId, championId));
  if (!price) return { kind: 'fixed' };
  return {
    kind: 'price',
    points: compiled.points(row, col),
    pointsInstead: chosen === null ? null : compiled.points(row, chosen),
    reasons: reasonsIn(run, row, col),
    price,
  };
}

const tenths = (points: number): string => (Math.round(points / 10) / 10).toFixed(1);

const others = (count: number): string =>
  count === 0
    ? 'moves nobody else'
    : count === 1
      ? 'moves one other pairing'
      : `moves ${count} other pairings`;

/** A price as HR reads it: "costs the round 2.4 points; moves one other pairing". Points are of 100. */
export function quoteInWords({ points, unmatched, moves }: RunQuote, executiveId: string): string {
  const elsewhere = moves.filter((move) => move.executiveId !== executiveId).length;
  const parts = [
    points > 0
      ? `costs the round ${tenths(points)} points`
      : points < 0
        ? `gains the round ${tenths(-points)} points`
        : 'costs nothing',
    others(elsewhere),
  ];
  if (unmatched > 0) {
    parts.push(
      unmatched === 1
        ? 'leaves one more person without a champion'
        : `leaves ${unmatched} more people without a champion`,
    );
  }
  if (unmatched < 0) parts.push(`gives ${-unmatched} more a champion`);
  return parts.join('; ');
}

/** What would have to change so that this champion were chosen. */
export function changeInWords(why: WhyNot): string | null {
  switch (why.kind) {
    case 'rules':
      return why.remedies.join(' ');
    case 'fixed':
      return 'Open a decision again that holds the champion’s places.';
    case 'price':
      return why.price.unmatched > 0
        ? 'Somebody else would be left without a champion: one more place would do.'
        : `The pair would be chosen with more than ${tenths(why.price.points)} points more, or one more place where it is scarce.`;
    case 'chosen':
    case 'unknown':
      return null;
  }
}
