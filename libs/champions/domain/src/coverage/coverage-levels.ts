import {
  type CoverageFigure,
  type CoverageRules,
  type Group,
  wholeNumber,
} from './coverage-figure.js';
import { figureOf } from './coverage-matrix.js';

/** People of one level: of the company, of a unit or of a site. */
export interface LevelCount extends Group {
  /** 1 is the top; null = the staff list gives none. */
  readonly level: number | null;
}

/** One cut of the same people by level, by the same formulas; people and champions add up to those of the place. */
export interface LevelCoverage extends CoverageFigure {
  /** null = the staff list gives none. */
  readonly level: number | null;
  /** At or above the level from which people take part as executives. */
  readonly isExecutive: boolean;
}

export interface LevelRules extends CoverageRules {
  readonly executiveLevel: number | null;
}

/** Levels from the top down, those without one last; each with the target of the place, pooled where too few. */
export function byLevel(
  levels: readonly LevelCount[],
  rules: LevelRules,
  targetRatio: number = rules.targetRatio,
): LevelCoverage[] {
  const sums = new Map<number | null, Group>();
  for (const { level, people, champions } of levels) {
    const sum = sums.get(level) ?? { people: 0, champions: 0 };
    sums.set(level, { people: sum.people + people, champions: sum.champions + champions });
  }
  return [...sums]
    .sort(([a], [b]) => (a ?? Infinity) - (b ?? Infinity))
    .map(([level, group]) => ({
      level,
      isExecutive: level !== null && rules.executiveLevel !== null && level <= rules.executiveLevel,
      ...figureOf(group, targetRatio, rules),
    }));
}

/** "Level 2, executives", "No level given". */
export const levelInWords = ({
  level,
  isExecutive,
}: Pick<LevelCoverage, 'level' | 'isExecutive'>): string =>
  level === null ? 'No level given' : `Level ${level}${isExecutive ? ', executives' : ''}`;

/** "3 levels of Logistics lack champions; most are missing at level 4: 5 of 9." Without a name: of everybody. */
export function levelsSentence(levels: readonly LevelCoverage[], placeName: string | null): string {
  const place = placeName === null ? '' : ` of ${placeName}`;
  const judged = levels.filter(({ state }) => state !== 'pooled');
  if (judged.length === 0) return `No level${place} has people enough for a target of its own.`;
  const [worst, ...others] = judged.filter(({ gap }) => gap > 0).sort((a, b) => b.gap - a.gap);
  if (!worst) return `Every level${place} has its champions.`;
  const has = `${wholeNumber(worst.champions)} of ${wholeNumber(worst.required)}`;
  const isNamed = worst.level !== null;
  const where = levelInWords(worst).toLowerCase();
  if (others.length > 0) {
    const at = isNamed ? `at ${where}` : 'among people without a level';
    return `${wholeNumber(others.length + 1)} levels${place} lack champions; most are missing ${at}: ${has}.`;
  }
  return isNamed
    ? `One level${place} lacks champions, ${where}: ${has}.`
    : `Only people${place} without a level lack champions: ${has}.`;
}
