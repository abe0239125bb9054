import { ChampionEventEntity } from './champions/champion-event.entity.js';
import { ChampionPeriodEntity } from './champions/champion-period.entity.js';
import { ChampionEntity } from './champions/champion.entity.js';
import { ChampionActEntity } from './champions/champion-act.entity.js';
import { CoverageSnapshotEntity } from './coverage/coverage-snapshot.entity.js';
import { SeatPlanEntity } from './coverage/seat-plan.entity.js';
import { HelpRequestEntity, HelpRequestStepEntity } from './help/help-request.entity.js';
import { CapacityOverrideEntity } from './load/capacity-override.entity.js';
import { ChampionRestWeekEntity } from './load/champion-rest-week.entity.js';
import { NominationEventEntity } from './nominations/nomination-event.entity.js';
import { NominationInterviewEntity } from './nominations/nomination-interview.entity.js';
import { NominationEntity } from './nominations/nomination.entity.js';
import { RecruitingRuleEntity } from './nominations/recruiting-rule.entity.js';
import { ChampionSectionEntity } from './network/champion-section.entity.js';
import { OfficeHourEntity, OfficeHourPlaceEntity } from './office-hours/office-hour.entity.js';
import { OnboardingStepEntity, OnboardingTickEntity } from './onboarding/onboarding-step.entity.js';
import { RecruitingCallEntity } from './recruiting/recruiting-call.entity.js';
import { RecruitingRecipientEntity } from './recruiting/recruiting-recipient.entity.js';
import { StrategicPriorityEntity } from './strategy/strategic-priority.entity.js';

export { championRoleSql } from './champion-role-sql.js';
export { ChampionReader, type ChampionView } from './champions/champion.reader.js';
export { Champion, MyLoad } from './champions/champion.type.js';
export { recordChampionAct, withdrawChampionAct } from './champions/record-champion-act.js';
export {
  championsJobs,
  ChampionsModule,
  championsResolvers,
  championsTimers,
} from './champions.module.js';
export { CareForChampions } from './network/care-for-champions.job.js';
export { CloseCoverageDay } from './coverage/close-coverage-day.js';
export { championsCli } from './coverage/coverage.cli.js';
export { CoverageFacts } from './coverage/coverage-facts.js';
export { headlineOf, nodeOf } from './coverage/coverage-view.js';
export { CoverageReader, type CoverageReport, gapUnits } from './coverage/coverage.reader.js';
export { CoverageHeadline, CoverageNode } from './coverage/coverage.type.js';
export { lockChampion } from './champions/champion-record.js';
export { askChampion } from './load/ask-champion.js';
export { type ChampionLoad, hoursAskedOf, loadsOf } from './load/asks.js';
export { championRestSql } from './load/champion-rest-sql.js';
export { AnswerHelp } from './help/answer-help.js';
export { AskForHelp } from './help/ask-for-help.js';
export { AssignHelp } from './help/assign-help.js';
export { ChangeOfficeHour } from './office-hours/change-office-hour.js';
export { OfferOfficeHour } from './office-hours/offer-office-hour.js';
export { isForNominations, NominateByMail } from './nominations/nominate-by-mail.js';
export { NominationReader, type NominationView } from './nominations/nomination.reader.js';
export { Nomination } from './nominations/nomination.type.js';
export { ChampionEntity, ChampionPeriodEntity, NominationEntity, NominationEventEntity };

/** Every table of this context, for the data source and the drift check. */
export const championsEntities: readonly (new () => object)[] = [
  ChampionEntity,
  ChampionPeriodEntity,
  ChampionEventEntity,
  NominationEntity,
  NominationEventEntity,
  ChampionActEntity,
  CoverageSnapshotEntity,
  SeatPlanEntity,
  OnboardingStepEntity,
  OnboardingTickEntity,
  RecruitingCallEntity,
  RecruitingRecipientEntity,
  StrategicPriorityEntity,
  ChampionRestWeekEntity,
  CapacityOverrideEntity,
  HelpRequestEntity,
  HelpRequestStepEntity,
  OfficeHourEntity,
  OfficeHourPlaceEntity,
  NominationInterviewEntity,
  RecruitingRuleEntity,
  ChampionSectionEntity,
];
