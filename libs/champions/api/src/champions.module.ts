import { Module } from '@nestjs/common';
import { AuthModule, MailChoicesModule, MailTopics, PeopleModule } from '@flipside/people-api';
import type { MailTopic } from '@flipside/people-domain';
import { AnswerHours } from './champions/answer-hours.js';
import { ChampionMailSamples } from './champion-mail-samples.js';
import { ChampionReader } from './champions/champion.reader.js';
import { ChampionsResolver } from './champions/champions.resolver.js';
import { ChangeChampionProfile } from './champions/change-champion-profile.js';
import { EndBreak } from './champions/end-break.js';
import { EndChampion } from './champions/end-champion.js';
import { NameChampion } from './champions/name-champion.js';
import { TakeBreak } from './champions/take-break.js';
import { CloseCoverageDay, closeCoverageDayTimer } from './coverage/close-coverage-day.js';
import { CoverageFacts } from './coverage/coverage-facts.js';
import { CoverageUnitReader } from './coverage/coverage-unit.reader.js';
import { CoverageReader } from './coverage/coverage.reader.js';
import { CoverageResolver } from './coverage/coverage.resolver.js';
import { SeatPlans } from './coverage/seat-plan.reader.js';
import { UnitChampionReader } from './coverage/unit-champions.js';
import { ForecastReader } from './forecast/forecast.reader.js';
import { ForecastResolver } from './forecast/forecast.resolver.js';
import { AnswerHelp } from './help/answer-help.js';
import { AskForHelp } from './help/ask-for-help.js';
import { AssignHelp } from './help/assign-help.js';
import { CloseHelp } from './help/close-help.js';
import { HelpReader } from './help/help.reader.js';
import { HelpResolver } from './help/help.resolver.js';
import { OnboardingReader } from './onboarding/onboarding.reader.js';
import { OnboardingResolver } from './onboarding/onboarding.resolver.js';
import { SaveOnboardingKit } from './onboarding/save-onboarding-kit.js';
import { TickOnboardingStep } from './onboarding/tick-onboarding-step.js';
import { ChangeOfficeHour } from './office-hours/change-office-hour.js';
import { OfferOfficeHour } from './office-hours/offer-office-hour.js';
import { LoadReader } from './load/load.reader.js';
import { LoadResolver } from './load/load.resolver.js';
import { PlanRestWeek } from './load/plan-rest-week.js';
import { RecordOverAgreed } from './load/record-over-agreed.js';
import { FunnelReader } from './funnel/funnel.reader.js';
import { FunnelResolver } from './funnel/funnel.resolver.js';
import { AnswerNomination } from './nominations/answer-nomination.js';
import {
  CARE_KINDS,
  CareForChampions,
  careForChampionsTimer,
} from './network/care-for-champions.job.js';
import { ConfirmSections } from './network/confirm-sections.js';
import { NetworkReader } from './network/network.reader.js';
import { NetworkResolver } from './network/network.resolver.js';
import { RenewTerm } from './network/renew-term.js';
import { StayInTouch } from './network/stay-in-touch.js';
import { StepDown } from './network/step-down.js';
import { AnswerForTeam } from './nominations/answer-for-team.js';
import { MoveNomination } from './nominations/move-nomination.js';
import { Nominate } from './nominations/nominate.js';
import { NominateByMail } from './nominations/nominate-by-mail.js';
import { NominationReader } from './nominations/nomination.reader.js';
import { NominationsResolver } from './nominations/nominations.resolver.js';
import { PipelineResolver } from './nominations/pipeline.resolver.js';
import { SetRecruitingRules } from './nominations/set-recruiting-rules.js';
import { Suggestions } from './nominations/suggestions.js';
import { WithdrawNomination } from './nominations/withdraw-nomination.js';
import { AnswerCall } from './recruiting/answer-call.js';
import { RecruitingReader } from './recruiting/recruiting.reader.js';
import { RecruitingResolver } from './recruiting/recruiting.resolver.js';
import { SendCall } from './recruiting/send-call.js';
import { SavePriority } from './strategy/save-priority.js';
import { StrategyReader } from './strategy/strategy.reader.js';
import { StrategyResolver } from './strategy/strategy.resolver.js';

/** Background work of this context; classes to be taken from the module. */
export const championsJobs = [CloseCoverageDay, CareForChampions];
export const championsTimers = [closeCoverageDayTimer, careForChampionsTimer];

/** For the printed schema. */
export const championsResolvers = [
  CoverageResolver,
  ForecastResolver,
  FunnelResolver,
  RecruitingResolver,
  StrategyResolver,
  ChampionsResolver,
  LoadResolver,
  HelpResolver,
  NominationsResolver,
  PipelineResolver,
  NetworkResolver,
  OnboardingResolver,
];

/** Asking for champions is for whoever wants to be asked. */
const callsForChampions: MailTopic = {
  id: 'calls_for_champions',
  label: 'Calls for champions',
  note: 'When a unit of yours looks for champions.',
  allowed: ['now', 'never'],
  standard: 'now',
  roles: ['EMPLOYEE'],
  order: 60,
  mailKinds: ['recruiting'],
};

/** What champions are asked about their role is on their pages as well. */
const careForChampion: MailTopic = {
  id: 'champion_care',
  label: 'Your time as a champion',
  note: 'When your term nears its end, and once when it has been quiet around you.',
  allowed: ['now', 'never'],
  standard: 'now',
  roles: ['CHAMPION'],
  order: 61,
  mailKinds: CARE_KINDS,
};

@Module({
  imports: [AuthModule, MailChoicesModule, PeopleModule],
  providers: [
    ...championsResolvers,
    CoverageFacts,
    CoverageReader,
    CoverageUnitReader,
    UnitChampionReader,
    CloseCoverageDay,
    SeatPlans,
    ForecastReader,
    FunnelReader,
    RecruitingReader,
    SendCall,
    AnswerCall,
    StrategyReader,
    ChampionMailSamples,
    SavePriority,
    ChampionReader,
    NameChampion,
    ChangeChampionProfile,
    AnswerHours,
    TakeBreak,
    EndBreak,
    EndChampion,
    LoadReader,
    PlanRestWeek,
    RecordOverAgreed,
    HelpReader,
    AskForHelp,
    AnswerHelp,
    AssignHelp,
    CloseHelp,
    OfferOfficeHour,
    ChangeOfficeHour,
    NominationReader,
    Nominate,
    NominateByMail,
    AnswerNomination,
    WithdrawNomination,
    MoveNomination,
    AnswerForTeam,
    NetworkReader,
    CareForChampions,
    ConfirmSections,
    RenewTerm,
    StayInTouch,
    StepDown,
    OnboardingReader,
    SaveOnboardingKit,
    TickOnboardingStep,
    SetRecruitingRules,
    Suggestions,
  ],
  exports: [CoverageReader, ChampionReader, NominateByMail, NominationReader],
})
export class ChampionsModule {
  constructor(topics: MailTopics) {
    topics.register(callsForChampions, careForChampion);
  }
}
