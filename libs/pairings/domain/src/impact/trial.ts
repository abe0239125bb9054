import type { People } from '../match/prepared.js';
import type { RoundRules } from '../match/round-rules.js';
import { Run } from '../match/run.js';

export interface TriedPair {
  readonly executiveId: string;
  readonly championId: string;
  readonly points: number;
}

/** Who would be with whom under these rules, when nothing is decided and nothing stands yet. */
export function pairsUnder(people: People, rules: RoundRules): readonly TriedPair[] {
  const run = Run.of({ ...people, rules }, { pins: [], absent: [], standing: [] });
  if (!run.ok) throw new Error(JSON.stringify(run.refusal));
  const { compiled, chosen } = run.value;
  return chosen.flatMap((col, row) =>
    col === null
      ? []
      : [
          {
            executiveId: compiled.executive(row).profile.id,
            championId: compiled.champion(col).profile.id,
            points: compiled.points(row, col),
          },
        ],
  );
}
