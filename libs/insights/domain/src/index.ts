export {
  CATEGORY_TITLES,
  FIGURES,
  GRADE_TITLES,
  fluencyKey,
  fluencyNumbers,
  hoursRange,
  outcomeKey,
  RELEASED_KEYS,
  sentenceOf,
  shareWords,
  summaryOf,
  type FigureDefinition,
} from './figures.js';
export {
  countedUsefulness,
  HEALTH_VERSION,
  healthOf,
  type Health,
  type HealthFacts,
  type HealthState,
  type SidesAnswers,
} from './health.js';
export {
  INSIGHTS_REFUSAL_CODES,
  type InsightsRefusal,
  type InsightsRefusalCode,
} from './insights-refusals.js';
export {
  checkRates,
  costOfAllowance,
  costOfSessions,
  ratesOn,
  worthOfHours,
  type HourlyRates,
  type Money,
} from './money.js';
export { releaseOf, type Part, type Released } from './release.js';
export {
  anchorSince,
  byNeed,
  rhythmOf,
  totalAdherence,
  type PairingRhythm,
  type RhythmSession,
} from './rhythm.js';
export {
  isFresh,
  setUpSteps,
  type SetUpState,
  type SetUpStep,
  type SetUpStepKey,
} from './set-up.js';
export { withheld } from './suppression.js';
export { readyToScale, type ScaleCriterion, type ScaleReason } from './ready-to-scale.js';
