import { ExecutiveEntity } from './executives/executive.entity.js';
import { PairingOptOutEntity } from './executives/pairing-opt-out.entity.js';
import {
  ImpactAttributeEntity,
  ImpactLabelEntity,
  ImpactReadingEntity,
  ImpactRoundGroupsEntity,
  ImpactSettingEntity,
  ImpactToldEntity,
} from './impact/impact.entity.js';
import {
  GoalCategoryEntity,
  PairingAgreementEntity,
  PairingTermEntity,
} from './agreement/agreement.entities.js';
import { PairingEventEntity } from './pairings/pairing-event.entity.js';
import { PairingQuestionEntity } from './pairings/pairing-question.entity.js';
import { PairingPauseEntity } from './pairings/pairing-pause.entity.js';
import { PairingEntity } from './pairings/pairing.entity.js';
import { ChampionCertificationEntity } from './certification/champion-certification.entity.js';
import { MatchingEditEntity } from './rounds/matching-edit.entity.js';
import { MatchingRulesEntity } from './rounds/matching-rules.entity.js';
import { MatchingRunEntity } from './rounds/matching-run.entity.js';
import { MatchingRoundEntity } from './rounds/matching-round.entity.js';
import { PairExclusionEntity } from './conflicts/pair-exclusion.entity.js';
import { UnitConflictEntity } from './conflicts/unit-conflict.entity.js';
import { ProposalEntity } from './rounds/proposal.entity.js';
import { PairingWishEntity } from './wishes/pairing-wish.entity.js';

/** Every table of this context, for the data source and the drift check. */
export const pairingsEntities: readonly (new () => object)[] = [
  ExecutiveEntity,
  PairingOptOutEntity,
  PairExclusionEntity,
  UnitConflictEntity,
  MatchingRoundEntity,
  MatchingRulesEntity,
  MatchingRunEntity,
  MatchingEditEntity,
  PairingWishEntity,
  ChampionCertificationEntity,
  ProposalEntity,
  PairingEntity,
  PairingPauseEntity,
  PairingQuestionEntity,
  PairingEventEntity,
  ImpactAttributeEntity,
  ImpactLabelEntity,
  ImpactReadingEntity,
  ImpactRoundGroupsEntity,
  ImpactToldEntity,
  ImpactSettingEntity,
  GoalCategoryEntity,
  PairingAgreementEntity,
  PairingTermEntity,
];

export { executiveRoleSql } from './executives/role-sql.js';
export { pairingsCli } from './pairings.cli.js';
export { PairingsModule, pairingsJobs, pairingsResolvers } from './pairings.module.js';
export {
  pairingAccepted,
  pairingEnded,
  pairingPaused,
  pairingResumed,
  pairingsTimers,
} from './pairings/pairing.jobs.js';
export { recipients, tell, type PlainMail, type Recipient } from './pairings/tell-other.js';
export { ActivatePairing } from './pairings/activate-pairing.js';
export { PausePairing } from './pairings/pause-pairing.js';
export { PairingLoader } from './pairings/pairing.loader.js';
export {
  actorOf,
  canReadWords,
  canSeePairing,
  sideOf,
  type PairingFacts,
} from './pairings/pairing.policy.js';
export { PairingReader } from './pairings/pairing.reader.js';
export { PairingSideEnum, PairingType } from './pairings/pairing.type.js';
export { LoadLabels } from './impact/load-labels.js';
export { ChangeRound } from './rounds/change-round.js';
export { ProposeRound } from './rounds/propose-round.js';
export { StartRound } from './rounds/start-round.js';
