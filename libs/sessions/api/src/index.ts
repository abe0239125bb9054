import { BusyIntervalEntity } from './entities/busy-interval.entity.js';
import { CalendarSourceEntity } from './entities/calendar-source.entity.js';
import { PrivateCalendarEntity } from './entities/private-calendar.entity.js';
import { ClaimEntity } from './entities/claim.entity.js';
import { DelegationEntity } from './entities/delegation.entity.js';
import { RhythmQuestionEntity } from './entities/rhythm-question.entity.js';
import { InboundMailboxEntity, InboundMailEntity } from './entities/inbound-mail.entity.js';
import { ParticipationEntity } from './entities/participation.entity.js';
import { ReminderEntity } from './reminders/reminder.entity.js';
import { planAllRemindersTimer } from './reminders/plan-reminders.job.js';
import { readMailboxTimer } from './inbound/read-mailbox.job.js';
import { sendRemindersTimer } from './reminders/send-reminders.job.js';
import { SeriesEntity } from './entities/series.entity.js';
import { SessionEntity } from './entities/session.entity.js';
import { SessionEventEntity } from './entities/session-event.entity.js';
import { SessionOfferEntity } from './entities/session-offer.entity.js';
import { CalendarChangeEntity } from './feeds/calendar-change.entity.js';
import { CalendarFeedEntity } from './feeds/calendar-feed.entity.js';
import { PlannedPairingEntity } from './planning/planned-pairing.entity.js';
import { QuarterPlanEntity } from './planning/quarter-plan.entity.js';
import { resumePlansTimer } from './planning/publish-plan.js';
import { refreshBusyTimer } from './busy/refresh-busy.job.js';
import { tellStaleCalendarsTimer } from './busy/tell-stale-calendars.job.js';
import { endForLeaversTimer } from './end-for-leavers.job.js';
import { followAddressesTimer } from './follow-addresses.job.js';
import { expireOffersTimer } from './expire-offers.job.js';
import { leaveUnconfirmedTimer } from './leave-unconfirmed.job.js';
import { rederiveTimesTimer } from './rederive-times.job.js';
import { renewDueTimer } from './renew-due.job.js';

export { AcceptOffer } from './answer-offer.js';
export { AddCalendarSource } from './busy/calendar-sources.js';
export { RefreshSource } from './busy/refresh-busy.job.js';
export { BookSeries } from './book-series.js';
export { BookSession } from './book-session.js';
export { BookingReader } from './booking.reader.js';
export { ExpireOffers } from './expire-offers.job.js';
export { HealSession } from './heal-session.job.js';
export { OfferTimes } from './offer-times.js';
export { restateSeries } from './restate-series.js';
export { PlanAllReminders } from './reminders/plan-reminders.job.js';
export {
  ReminderLetters,
  type ReminderLetter,
  type ReminderToWrite,
} from './reminders/reminder-letters.js';
export { SendReminders } from './reminders/send-reminders.job.js';
export { ProposeTimes } from './propose-times.js';
export { RenewSeries } from './renew-series.js';
export { RestoreSession } from './restore-session.js';
export { CancelSession, SkipSession } from './call-off-session.js';
export { ReadMailbox } from './inbound/read-mailbox.job.js';
export { InboundServer } from './inbound/inbound-server.js';
export { MoveFollowing } from './move-following.js';
export { MoveSession } from './move-session.js';
export { MakePlan } from './planning/make-plan.job.js';
export { planningCli } from './planning/planning.cli.js';
export { LockPlanned, StartPlan } from './planning/start-plan.js';
export { markDisputed, recordHeld, recordNotHeld, type RecordedSession } from './record-session.js';
export { reminderSample, sampleFacts } from './reminders/reminder-sample.js';
export {
  canRecord,
  sightOf,
  standingOf,
  type Asking,
  type Parties,
  type Sight,
  type Standing,
} from './session.policy.js';
export { SessionReader, type SeenSession, type SessionRow } from './session.reader.js';
export { SessionPerson, SessionType, WallSpan } from './session.type.js';
export { SetMeetingLink } from './set-meeting-link.js';
export { sessionView } from './session.view.js';
export { askingOf, delegateRoleSql } from './standing.js';
export { SessionsModule, sessionsJobs, sessionsResolvers } from './sessions.module.js';

/** Every table of this context, for the data source and the drift check. */
export const sessionsEntities: readonly (new () => object)[] = [
  SeriesEntity,
  SessionEntity,
  ClaimEntity,
  SessionEventEntity,
  DelegationEntity,
  CalendarFeedEntity,
  InboundMailEntity,
  InboundMailboxEntity,
  ParticipationEntity,
  CalendarChangeEntity,
  CalendarSourceEntity,
  PrivateCalendarEntity,
  BusyIntervalEntity,
  SessionOfferEntity,
  RhythmQuestionEntity,
  QuarterPlanEntity,
  PlannedPairingEntity,
  ReminderEntity,
];

/** Clocks of this context; they only enqueue. */
export const sessionsTimers = [
  leaveUnconfirmedTimer,
  renewDueTimer,
  expireOffersTimer,
  endForLeaversTimer,
  tellStaleCalendarsTimer,
  followAddressesTimer,
  rederiveTimesTimer,
  refreshBusyTimer,
  resumePlansTimer,
  planAllRemindersTimer,
  sendRemindersTimer,
  readMailboxTimer,
];
