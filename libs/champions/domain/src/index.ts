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
  effectiveSentence,
  gapSentence,
  pooledSentence,
  ruleSentence,
  spreadSentence,
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
export {
  isStep,
  PIPELINE_STAGES,
  PIPELINE_STEPS,
  type PipelineStage,
  type PipelineStep,
  type StepWay,
  stepsOf,
} from './pipeline.js';
export {
  answerHours,
  askForHours,
  checkProfile,
  type ChampionProfile,
  type HoursAgreement,
  tidyWords,
} from './champions/champion-profile.js';
export {
  isMyself,
  type MailedNomination,
  type MailWords,
  nominationInMail,
} from './nominations/nomination-in-mail.js';
export {
  checkMove,
  checkReason,
  isClosed,
  movesFrom,
  NOMINATION_CHANNELS,
  type NominationChannel,
  NOMINATION_STAGES,
  type NominationFacts,
  type NominationSource,
  type NominationStage,
  type NomineeAnswer,
  OPEN_STAGES,
  sourceOf,
} from './nominations/nomination-stage.js';
export {
  byLevel,
  type LevelCount,
  type LevelCoverage,
  levelInWords,
  levelsSentence,
} from './coverage/coverage-levels.js';
export {
  type CellCount,
  cellOf,
  type CoverageMatrix,
  figureOf,
  type MatrixCell,
  matrixOf,
  unitsInside,
} from './coverage/coverage-matrix.js';
export {
  coverageAfter,
  isReorganised,
  type PastDay,
  standingsThrough,
  trendOf,
  type TrendPoint,
  type TrendStructure,
} from './coverage/coverage-trend.js';
export {
  type Cohort,
  type Funnel,
  funnelOf,
  type NominationHistory,
  type SourceFunnel,
  type StageFunnel,
} from './funnel/funnel.js';
export { quarterOf, type SeatClaim, splitSeats } from './coverage/seat-plan.js';
export {
  expectedChampions,
  expectedPeople,
  type Forecast,
  forecastOf,
  type ForecastInput,
  type ForecastPoint,
  HORIZONS,
  type KnownEnd,
  type KnownStart,
  type OnTheWay,
  type WhatIf,
  withWhatIf,
} from './forecast/forecast.js';
export { type PlannedStart, recruitmentPlan } from './forecast/recruitment-plan.js';
export { gapWalk, type GapWalk, type StepKind } from './forecast/gap-walk.js';
export { Chance } from './forecast/chance.js';
export { type OpenStage, type StageCase } from './forecast/rates.js';
export {
  CALL_AUDIENCES,
  CALL_LANGUAGES,
  CALL_LIMITS,
  type CallFit,
  type CallAudience,
  type CallLanguage,
  type CallPlace,
  callPlace,
  callText,
  languageFor,
} from './recruiting/call-text.js';
export {
  compositionOf,
  conflictsOf,
  type Priority,
  PRIORITY_KINDS,
  type PriorityKind,
  type PriorityStanding,
  type Profile,
  rankCandidates,
  standingOf,
  type UnitStanding,
} from './strategy/strategy.js';
export {
  type Ask,
  canBeAskedOn,
  type ChampionCalendar,
  checkAsk,
  minutesOver,
  FOUR_WEEKS,
  hoursOf,
  onDay,
  peakMinutes,
  type Span,
  withRestWeek,
} from './load/fair-load.js';
export { type NamedAsk, type OverAgreed, overAgreed } from './load/over-agreed.js';
export { type Inequality, inequalityInWords, inequalityOf } from './load/inequality.js';
export {
  type Askable,
  checkHelpWish,
  checkOfficeHour,
  HELP_KINDS,
  HELP_STATES,
  type HelpKind,
  type HelpState,
  type HelpWish,
  type OfficeHourWish,
  type Routed,
  routeTo,
} from './help/help-request.js';
export {
  canApproveWith,
  checkInterview,
  declineDrafts,
  ENOUGH_SIGNALS,
  type Interview,
  INTERVIEW_GUIDE,
  INTERVIEW_OUTCOMES,
  type InterviewOutcome,
  type ManagerAnswer,
  type ManagerPolicy,
  signalsInWords,
} from './nominations/interview.js';
export {
  breadthInWords,
  ALIVE_DAYS,
  FRESH_DAYS,
  type Heartbeat,
  heartbeatInWords,
  heartbeatOf,
  type LastAct,
  QUIET_DAYS,
  WARN_DAYS,
  RENEWAL_DAYS,
  renewedTerm,
  termEnd,
} from './network/heartbeat.js';
export { checkKit, type KitStep } from './onboarding/onboarding-kit.js';
