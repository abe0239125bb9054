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
export {
  CHAMPION_REFUSAL_CODES,
  championRefusal,
  type ChampionRefusal,
  type ChampionRefusalCode,
} from './champion-refusals.js';
export {
  type ChampionPeriod,
  type ChampionState,
  championStateOn,
  endAsChampion,
  endBreak,
  isChampionFrom,
  startAsChampion,
  takeBreak,
} from './champions/champion-period.js';
export { checkProfile, type ChampionProfile, tidyWords } from './champions/champion-profile.js';
export {
  checkMove,
  checkReason,
  isClosed,
  movesFrom,
  NOMINATION_MOVES,
  NOMINATION_STAGES,
  type NominationFacts,
  type NominationSource,
  type NominationStage,
  type NomineeAnswer,
  OPEN_STAGES,
  sourceOf,
} from './nominations/nomination-stage.js';
