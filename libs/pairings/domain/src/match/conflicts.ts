import { unitAndBelow, type OrgTree } from '@flipside/people-domain';
import type { Pair } from './profile.js';

/** Somebody who is not to be paired with anybody of a unit, the units below it included. */
export interface UnitConflict {
  readonly personId: string;
  readonly unitId: string;
}

interface Member {
  readonly id: string;
  readonly unitId: string | null;
}

function byUnit(people: readonly Member[]): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[]>();
  for (const { id, unitId } of people) {
    if (unitId === null) continue;
    const members = all.get(unitId);
    if (members) members.push(id);
    else all.set(unitId, [id]);
  }
  return all;
}

/**
 * The pairs that conflicts keep apart, whichever of the two the conflict is about; each once. Matching itself needs no
 * units of people then, and a round keeps what a unit held on its day.
 */
export function conflictPairs(
  conflicts: readonly UnitConflict[],
  tree: OrgTree,
  people: { readonly executives: readonly Member[]; readonly champions: readonly Member[] },
): Pair[] {
  if (conflicts.length === 0) return [];
  const executiveIds = new Set(people.executives.map(({ id }) => id));
  const championIds = new Set(people.champions.map(({ id }) => id));
  const [executivesOf, championsOf] = [byUnit(people.executives), byUnit(people.champions)];
  const pairs = new Map<string, Pair>();
  const add = (executiveId: string, championId: string) =>
    pairs.set(`${executiveId} ${championId}`, { executiveId, championId });
  for (const { personId, unitId } of conflicts) {
    for (const unit of unitAndBelow(tree, unitId)) {
      if (executiveIds.has(personId))
        for (const championId of championsOf.get(unit) ?? []) add(personId, championId);
      if (championIds.has(personId))
        for (const executiveId of executivesOf.get(unit) ?? []) add(executiveId, personId);
    }
  }
  return [...pairs.values()];
}
