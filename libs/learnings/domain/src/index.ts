export {
  checkMirrorResult,
  checkPreparation,
  checkQuestion,
  DATA_CLASSES,
  findSecret,
  withoutSecret,
  FIRST_GUARDRAILS,
  type DataClassCode,
} from './guidance.js';
export {
  checkRecipe,
  nextReview,
  REPORTS_UNTIL_REVIEW,
  stateOfRecipe,
  suggestRecipes,
} from './recipe.js';
export type { RecipeText } from './recipe-text.js';
export { STARTER_LIBRARY } from './starter-library.js';
export { mayRead, readersOf, type ChosenAudience, type LearningField } from './audience.js';
export { audienceSentence } from './audience-sentence.js';
export { BEHAVIOURS, MAX_BEHAVIOURS, OBSERVED_BEHAVIOURS, type Behaviour } from './behaviours.js';
export {
  concernsBoth,
  countPractices,
  type LearningStage,
  type PracticeCounts,
} from './learning.js';
export {
  lifeOf,
  matchOf,
  rankOf,
  searchTerms,
  SIMILAR_WORDS,
  type LifeState,
} from './learning-life.js';
export {
  ASK_WITHIN_DAYS,
  CHECK_DAYS,
  checkDueOn,
  type CheckDay,
  type PracticeAnswer,
} from './persistence.js';
export {
  learningRefusals,
  type LearningRefusal,
  type LearningRefusalCode,
} from './learning-refusals.js';
export {
  checkOutcome,
  mergeStatements,
  renewedUntil,
  RENEW_WITHIN_DAYS,
  type ValueFigures,
} from './outcome-entry.js';
export {
  closingLines,
  median,
  monthOf,
  type LedgerOutcome,
  type Posting,
} from './outcome-ledger.js';
export {
  corroborated,
  EVIDENCE_GRADES,
  firstOfNextMonth,
  monthlyHours,
  netHours,
  OUTCOME_CATEGORIES,
  OUTCOME_VALID_DAYS,
  type EvidenceGrade,
  type OutcomeCategory,
  type TimeFigures,
} from './outcome.js';
export {
  checkSessionLog,
  disagree,
  isLogOpen,
  LOG_OPEN_HOURS,
  MAX_TOPICS,
  mergeLogs,
  USEFULNESS,
  type AbsentSide,
  type HandsOn,
  type SaidOfSession,
  type SessionLogEntry,
  type Usefulness,
} from './session-log.js';
export {
  checkPick,
  checkStory,
  namesPerson,
  stateOfStory,
  type StoryConsent,
  type StoryState,
} from './story.js';
export {
  checkRating,
  FLUENCY,
  FLUENCY_DIMENSIONS,
  FLUENCY_LEVELS,
  isRatingDue,
  selfObserverGap,
  TRUST,
  TRUSTS,
  type FluencyDimension,
  type FluencyLevel,
  type Trust,
} from './fluency.js';
export { changesOf, gainOf, normalisedGain, slopeOf, type LevelChange } from './fluency-change.js';
export {
  FLUENCY_FIGURES,
  fluencyMarks,
  isFluencyShare,
  type FluencyFigureKind,
  type Observation,
} from './fluency-figures.js';
export { checkText } from './text-limits.js';
export { offerTopics } from './topics.js';
