export {
  CATEGORY_TITLES,
  FIGURES,
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
  HEALTH_VERSION,
  healthOf,
  type Health,
  type HealthFacts,
  type HealthState,
} from './health.js';
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
