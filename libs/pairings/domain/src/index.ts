export {
  acceptBy,
  ANSWER_DAYS,
  answerBy,
  canMove,
  declineBy,
  hasRoom,
  isLive,
  isPastAnswering,
  LIVE_STATES,
  movePairing,
  PAIRING_STATES,
  PAIRING_TRANSITIONS,
  type Answer,
  type Answers,
  type LivePairingState,
  type PairingActor,
  type PairingMove,
  type PairingSide,
  type PairingState,
} from './pairing.js';
export { backOnOf, postponeBy, type BackOn } from './not-now.js';
export { askIn, QUESTION_READERS, readsQuestions, type QuestionReaders } from './question.js';
export {
  PAIRING_REFUSAL_CODES,
  pairingRefusal,
  type PairingRefusal,
  type PairingRefusalCode,
} from './pairing-refusals.js';
export {
  applyLevelRule,
  LONGEST_GOAL,
  LONGEST_TOPIC,
  MOST_TOPICS,
  readGoals,
  type Goals,
  type LevelCandidate,
  type LevelRuleOutcome,
} from './enrolment.js';
export {
  certificationOn,
  CERTIFICATION_STATES,
  LONGEST_EVIDENCE,
  type CertificationDays,
  type CertificationState,
} from './certification.js';
export { conflictPairs, type UnitConflict } from './match/conflicts.js';
export {
  CRITERIA,
  checkRules,
  DEFAULT_RULES,
  MOST_POINTS,
  readRules,
  rulesInWords,
  type CriterionName,
  type RoundRules,
  type Weights,
} from './match/round-rules.js';
export {
  goalWords,
  MOST_WISHES,
  type ChampionProfile,
  type EndedPair,
  type ExecutiveProfile,
  type Pair,
} from './match/profile.js';
export {
  HARD_RULE_NAMES,
  publicRules,
  RULE_REMEDIES,
  RULE_WORDS,
  type HardRuleName,
  type RuleCount,
  type RuleCounts,
} from './match/hard-rules.js';
export { FLAG_WORDS, FLAGS, type Flag, type Neutrals, type Reason } from './match/score.js';
export { causeInWords, remedyInWords, type UnmatchedCause } from './match/unmatched.js';
export { checkPins, type MatchingProblem } from './match/pins.js';
export type { People } from './match/prepared.js';
export {
  examinePair,
  describe as describeRun,
  continuityOf,
  effectOfRules,
  type RulesEffect,
  previewRules,
  proposeMatches,
  type Alternative,
  type ExaminedPair,
  type Matching,
  type MatchingInput,
  type MatchingResult,
  type ProposedMatch,
  type UnmatchedExecutive,
} from './match/match.js';
export { Run, type RunEdit, type RunQuote, type RunStart } from './match/run.js';
export { readSnapshot, takeSnapshot, type InputSnapshot } from './match/snapshot.js';
export { functionOf } from './match/function-of.js';
export { fourWeekMinutes, type RunningPairing } from './load.js';
export {
  agree,
  LONGEST_CADENCE,
  SESSION_LENGTHS,
  SHORTEST_CADENCE,
  type Agreement,
} from './agreement.js';
export { checkPause, LONGEST_PAUSE_DAYS } from './pause.js';
export {
  checkRound,
  HOLD_MINUTES,
  holdsPlace,
  isDecided,
  isPublishable,
  LONGEST_ROUND_NAME,
  readRoundName,
  roomFor,
  staysInScope,
  type Decision,
  type Holding,
  type ProposeScope,
  type RoomFor,
  type RoundState,
  type RoundWork,
} from './round.js';
export { languageName } from './match/criteria.js';
export {
  BestCandidates,
  candidateBuffer,
  FORBIDDEN_PAIR,
  matrixSource,
  seededTies,
  type CandidateBuffer,
  type CandidateSource,
  type TieBreak,
} from './solver/candidates.js';
export { type AssignmentProblem, type Price, type SolveError } from './solver/problem.js';
export { type Edit } from './solver/decisions.js';
export { solve, type Move, type Quote, type Session, type SolveOptions } from './solver/session.js';
export { solveDense, type DenseSolution } from './solver/dense.js';
export { type DenseMatrix } from './solver/dense-bids.js';
export { type BlockingSet } from './solver/blocking-set.js';
export { type Floor } from './solver/floor.js';
export { continuityCurve, withContinuity, type CurvePoint } from './solver/continuity.js';
export { checkCertificate } from './checker/check-certificate.js';
export { auditAll } from './checker/audit.js';
export {
  type Certificate,
  type CheckReport,
  type Fault,
  type ProblemFacts,
} from './checker/certificate.js';
export {
  FOUR_FIFTHS,
  impactReport,
  type GroupFigures,
  type GroupImpact,
  type ImpactReport,
} from './impact/impact-report.js';
export {
  IMPACT_FIGURES,
  impactFacts,
  type Fact,
  type Facts,
  type ImpactFacts,
  type ImpactFigure,
  type ImpactPerson,
} from './impact/impact-facts.js';
export {
  standingFacts,
  standingFigures,
  type LookedAtBy,
  type ToldFigure,
} from './impact/standing-figure.js';
export { type Asked, type GroupLabels } from './impact/withheld-groups.js';
export {
  ruleFacts,
  ruleImpact,
  tallyRules,
  type GroupRules,
  type RuleTallies,
} from './impact/rule-impact.js';
export { pairsUnder, type TriedPair } from './impact/trial.js';
export { matchingNotice, type NoticeSection } from './impact/notice.js';
export { readLabelFile, type LabelFile } from './impact/label-file.js';
export {
  changeInWords,
  explain,
  quoteInWords,
  whyNot,
  type ExplainedAlternative,
  type ExplainedPair,
  type WhyNot,
} from './match/explain.js';
export {
  compareDrafts,
  LINES,
  linesOf,
  type DraftDifference,
  type DraftPair,
  type PairDifference,
} from './match/compare.js';
export {
  verifyLog,
  verifyRun,
  type RoundFault,
  type StoredEdit,
  type StoredRun,
} from './match/verify.js';
export {
  checkWorkingAgreement,
  firstTerm,
  isTermEnding,
  nextTerm,
  outcomeOf,
  type Term,
  type TermWish,
} from './term.js';
