export {
  audienceOf,
  mayRead,
  readersOf,
  widens,
  TEXT_FIELDS,
  type Audience,
  type ChosenAudience,
  type Circle,
  type LearningField,
  type Reader,
  type Readers,
} from './audience.js';
export { audienceSentence } from './audience-sentence.js';
export {
  countPractices,
  LEARNING_STAGES,
  type LearningStage,
  type PracticeCounts,
} from './learning.js';
export {
  learningRefusals,
  type LearningRefusal,
  type LearningRefusalCode,
} from './learning-refusals.js';
export {
  checkOutcome,
  corroborated,
  EVIDENCE_GRADES,
  monthlyHours,
  monthlyHoursByGrade,
  netHours,
  OUTCOME_CATEGORIES,
  OUTCOME_VALID_DAYS,
  type ByGrade,
  type EvidenceGrade,
  type OutcomeCategory,
  type OutcomeEntry,
  type TimeFigures,
  type ValidFigures,
} from './outcome.js';
export {
  checkSessionLog,
  disagree,
  isLogOpen,
  LOG_OPEN_HOURS,
  MAX_TOPICS,
  type AbsentSide,
  type HandsOn,
  type SessionLogEntry,
} from './session-log.js';
export { checkOptionalText, checkText, TEXT_LIMITS, type TextField } from './text-limits.js';
export { offerTopics, STARTER_TOPICS } from './topics.js';
