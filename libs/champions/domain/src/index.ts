export {
  COVERAGE_STATES,
  type CoverageFigure,
  type CoverageRules,
  type CoverageState,
  countOf,
  type Group,
  ratioText,
  requiredChampions,
  type Rounding,
  wholeNumber,
} from './coverage/coverage-figure.js';
export {
  type Coverage,
  type CoverageInput,
  coverageOf,
  type PooledGroup,
  type StateCounts,
  type UnitCoverage,
} from './coverage/coverage.js';
export {
  belowSentence,
  gapSentence,
  pooledSentence,
  ruleSentence,
  totalSentence,
  unitSentence,
} from './coverage/coverage-sentences.js';
export type { CoverageUnit } from './coverage/coverage-tree.js';
