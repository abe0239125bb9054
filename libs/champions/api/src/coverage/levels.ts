import type { Day } from '@flipside/kernel';
import { byLevel, type LevelCount, type LevelCoverage } from '@flipside/champions-domain';
import type { CoverageBasis, OneDay } from './coverage.reader.js';

/** Whose levels; everybody's if neither is given. */
export interface LevelsAsked {
  /** Only people of this unit and everything below it. */
  readonly unitId?: string | null;
  /** Only people of this site; never together with a unit. */
  readonly locationId?: string | null;
}

export interface Levels {
  readonly asOf: Day;
  readonly basis: CoverageBasis;
  /** Name of the unit or the site; null for everybody. */
  readonly placeName: string | null;
  readonly levels: readonly LevelCoverage[];
}

export function levelsOf(
  { asOf, basis, dayRules, rules }: OneDay,
  counts: readonly LevelCount[],
  placeName: string | null,
  targetRatio: number,
): Levels {
  const levelRules = { ...dayRules, executiveLevel: rules.executiveLevel };
  return { asOf, basis, placeName, levels: byLevel(counts, levelRules, targetRatio) };
}
