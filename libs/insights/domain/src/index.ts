export {
  countOutcomes,
  outcomeTable,
  type CountedOutcomes,
  type OutcomeCell,
  type RecordedOutcome,
} from './outcome-summary.js';
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
