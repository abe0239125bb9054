export {
  countOutcomes,
  hoursRange,
  outcomeTable,
  type CountedOutcomes,
  type HoursRange,
  type OutcomeCell,
  type OutcomeRow,
  type RecordedOutcome,
} from './outcome-summary.js';
export {
  anchorSince,
  byNeed,
  rhythmOf,
  totalAdherence,
  type Fortnight,
  type FortnightState,
  type PairingRhythm,
  type PairingRhythmFacts,
  type RhythmSession,
  type RhythmState,
} from './rhythm.js';
export {
  isFresh,
  setUpSteps,
  type SetUpState,
  type SetUpStep,
  type SetUpStepKey,
} from './set-up.js';
export { withheld, type SizedGroup } from './suppression.js';
