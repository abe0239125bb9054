import { Module } from '@nestjs/common';
import { PeopleModule } from '@flipside/people-api';
import { AgreementResolver } from './agreement/agreement.resolver.js';
import { Agreements } from './agreement/agreements.js';
import { ApplyLevelRule } from './executives/apply-level-rule.js';
import { CertificationReader } from './certification/certification.reader.js';
import {
  CertificationResolver,
  CertifiedChampionResolver,
} from './certification/certification.resolver.js';
import { RecordCertification } from './certification/record-certification.js';
import { WithdrawCertification } from './certification/withdraw-certification.js';
import { AllowPair } from './conflicts/allow-pair.js';
import { ConflictReader } from './conflicts/conflict.reader.js';
import { PairApartResolver, UnitConflictResolver } from './conflicts/conflicts.resolver.js';
import { EndUnitConflict } from './conflicts/end-unit-conflict.js';
import { KeepApart } from './conflicts/keep-apart.js';
import { NoteUnitConflict } from './conflicts/note-unit-conflict.js';
import { EnrolExecutive } from './executives/enrol-executive.js';
import { ExecutiveReader } from './executives/executive.reader.js';
import { ExecutivesResolver } from './executives/executives.resolver.js';
import { RemoveExecutive } from './executives/remove-executive.js';
import { SetExecutiveGoals } from './executives/set-executive-goals.js';
import { SetPairingOptOut } from './executives/set-pairing-opt-out.js';
import { RemoveAttribute, SetSmallestGroup } from './impact/change-impact.js';
import { ImpactOverviewReader } from './impact/impact-overview.reader.js';
import { ImpactReader } from './impact/impact.reader.js';
import { ImpactResolver } from './impact/impact.resolver.js';
import { LabelsController } from './impact/labels.controller.js';
import { LoadLabels } from './impact/load-labels.js';
import { AcceptPairing } from './pairings/accept-pairing.js';
import { ActivatePairing } from './pairings/activate-pairing.js';
import { AgreePairing } from './pairings/agree-pairing.js';
import { AskAboutPairing } from './pairings/ask-about-pairing.js';
import { CameBack } from './pairings/came-back.job.js';
import { DeclinePairing } from './pairings/decline-pairing.js';
import { EndPairing } from './pairings/end-pairing.js';
import { ExpireProposals } from './pairings/expire-proposals.job.js';
import { PairingMailSamples } from './pairings/pairing-mail-samples.js';
import { PairingLoader } from './pairings/pairing.loader.js';
import { PairingReader } from './pairings/pairing.reader.js';
import { PairingsResolver } from './pairings/pairings.resolver.js';
import { PausePairing } from './pairings/pause-pairing.js';
import { PostponePairing } from './pairings/postpone-pairing.js';
import { ResumePaused } from './pairings/resume-paused.job.js';
import { ResumePairing } from './pairings/resume-pairing.js';
import { AcceptUnflagged } from './rounds/accept-unflagged.js';
import { ChangeRound } from './rounds/change-round.js';
import { DecideProposal } from './rounds/decide-proposal.js';
import { DiscardRound } from './rounds/discard-round.js';
import { Matcher } from './rounds/matcher.js';
import { MatchingPeopleReader } from './rounds/matching-people.reader.js';
import { ProposalChangesReader } from './rounds/proposal-changes.reader.js';
import { ProposalReader } from './rounds/proposal.reader.js';
import { OpenRuns } from './rounds/open-runs.js';
import { ProposeLargeRound } from './rounds/propose-round.job.js';
import { ProposeRound } from './rounds/propose-round.js';
import { PublishPreviewReader } from './rounds/publish-preview.reader.js';
import { PublishDifferenceReader } from './rounds/publish-difference.reader.js';
import { PublishablePairResolver, PublishingResolver } from './rounds/publishing.resolver.js';
import { PublishRound } from './rounds/publish-round.js';
import { ReopenProposals } from './rounds/reopen-proposals.js';
import { RoundHistoryResolver } from './rounds/round-history.resolver.js';
import { RoundHistoryReader } from './rounds/round-history.reader.js';
import { RoundReader } from './rounds/round.reader.js';
import { RoundsResolver } from './rounds/rounds.resolver.js';
import { StartRound } from './rounds/start-round.js';
import { StopProposing } from './rounds/stop-proposing.js';
import { VerifyRound } from './rounds/verify-round.js';
import { SetPairingWishes } from './wishes/set-pairing-wishes.js';
import { WishesResolver } from './wishes/wishes.resolver.js';

/** For the printed schema. */
export const pairingsResolvers = [
  ExecutivesResolver,
  RoundsResolver,
  PublishingResolver,
  PublishablePairResolver,
  RoundHistoryResolver,
  WishesResolver,
  CertificationResolver,
  CertifiedChampionResolver,
  UnitConflictResolver,
  PairApartResolver,
  PairingsResolver,
  ImpactResolver,
  AgreementResolver,
];

/** Background work of this context; classes to be taken from the module. */
export const pairingsJobs = [
  ProposeLargeRound,
  PublishRound,
  ExpireProposals,
  ResumePaused,
  CameBack,
];

const executives = [
  ApplyLevelRule,
  EnrolExecutive,
  ExecutiveReader,
  RemoveExecutive,
  SetExecutiveGoals,
  SetPairingOptOut,
];
const rounds = [
  AcceptUnflagged,
  ChangeRound,
  DecideProposal,
  DiscardRound,
  MatchingPeopleReader,
  ProposalChangesReader,
  ProposalReader,
  ProposeRound,
  PublishDifferenceReader,
  PublishPreviewReader,
  ReopenProposals,
  Matcher,
  OpenRuns,
  RoundHistoryReader,
  RoundReader,
  StartRound,
  StopProposing,
  VerifyRound,
  SetPairingWishes,
];
const surroundings = [
  AllowPair,
  CertificationReader,
  ConflictReader,
  EndUnitConflict,
  KeepApart,
  NoteUnitConflict,
  RecordCertification,
  WithdrawCertification,
];
const pairings = [
  Agreements,
  AcceptPairing,
  ActivatePairing,
  AgreePairing,
  AskAboutPairing,
  DeclinePairing,
  EndPairing,
  PairingLoader,
  PairingMailSamples,
  PairingReader,
  PausePairing,
  PostponePairing,
  ResumePairing,
];

const impact = [ImpactOverviewReader, ImpactReader, LoadLabels, RemoveAttribute, SetSmallestGroup];

@Module({
  imports: [PeopleModule],
  controllers: [LabelsController],
  providers: [
    ...executives,
    ...rounds,
    ...surroundings,
    ...pairings,
    ...impact,
    ...pairingsJobs,
    ...pairingsResolvers,
  ],
  exports: [
    ActivatePairing,
    EndPairing,
    ExecutiveReader,
    PairingLoader,
    PairingReader,
    PausePairing,
    RoundReader,
  ],
})
export class PairingsModule {}
