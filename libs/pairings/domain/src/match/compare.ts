import { CRITERIA, type CriterionName } from './round-rules.js';
import type { Reason } from './score.js';

/** One executive in a draft: who is proposed, and the points of each line in the order of `LINES`. */
export interface DraftPair {
  readonly executiveId: string;
  readonly championId: string | null;
  readonly points: readonly number[];
}

/** Lines that the points of a pair consist of. */
export const LINES: readonly Reason['criterion'][] = [...CRITERIA, 'wishes'];

export const linesOf = (reasons: readonly Reason[]): number[] =>
  LINES.map((line) => reasons.find(({ criterion }) => criterion === line)?.points ?? 0);

export const sumOf = (points: readonly number[]): number =>
  points.reduce((sum, each) => sum + each, 0);

export interface PairDifference {
  readonly executiveId: string;
  readonly before: string | null;
  readonly after: string | null;
  /** `new` and `gone`: the executive has a champion in one of the two only. */
  readonly kind: 'same' | 'changed' | 'new' | 'gone';
  readonly points: number;
}

/** What a second draft does differently. Differences are after − before. */
export interface DraftDifference {
  readonly pairs: readonly PairDifference[];
  readonly same: number;
  readonly changed: number;
  readonly added: number;
  readonly gone: number;
  readonly points: number;
  readonly byLine: readonly { readonly line: CriterionName | 'wishes'; readonly points: number }[];
}

export function compareDrafts(
  before: readonly DraftPair[],
  after: readonly DraftPair[],
): DraftDifference {
  const [first, second] = [before, after].map(
    (draft) => new Map(draft.map((pair) => [pair.executiveId, pair])),
  ) as [Map<string, DraftPair>, Map<string, DraftPair>];
  const ids = [...new Set([...first.keys(), ...second.keys()])].sort();
  const byLine = LINES.map(() => 0);
  const pairs = ids.map((executiveId): PairDifference => {
    const [a, b] = [first.get(executiveId), second.get(executiveId)];
    LINES.forEach((_, n) => {
      byLine[n] = (byLine[n] as number) + (b?.points[n] ?? 0) - (a?.points[n] ?? 0);
    });
    const [was, is] = [a?.championId ?? null, b?.championId ?? null];
    const kind = was === is ? 'same' : was === null ? 'new' : is === null ? 'gone' : 'changed';
    const points = sumOf(b?.points ?? []) - sumOf(a?.points ?? []);
    return { executiveId, before: was, after: is, kind, points };
  });
  const count = (kind: PairDifference['kind']) => pairs.filter((pair) => pair.kind === kind).length;
  return {
    pairs,
    same: count('same'),
    changed: count('changed'),
    added: count('new'),
    gone: count('gone'),
    points: sumOf(byLine),
    byLine: LINES.map((line, n) => ({ line, points: byLine[n] as number })),
  };
}
