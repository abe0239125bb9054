import { Module } from '@nestjs/common';
import { ChampionsModule } from '@flipside/champions-api';
import { PairingsModule } from '@flipside/pairings-api';
import { MailChoicesModule, MailTopics, PeopleModule } from '@flipside/people-api';
import { REMINDER_TOPICS } from '@flipside/sessions-domain';
import { AcceptOffer, DeclineOffer } from './answer-offer.js';
import { AskAfterZoneChange } from './ask-after-zone-change.job.js';
import { AddDelegate } from './add-delegate.js';
import { AnswerRhythmQuestion } from './answer-rhythm-question.js';
import { BookSeries } from './book-series.js';
import { BookSession } from './book-session.js';
import { BookingReader } from './booking.reader.js';
import { BookingResolver } from './booking.resolver.js';
import {
  AddCalendarSource,
  CalendarSourceReader,
  RemoveCalendarSource,
} from './busy/calendar-sources.js';
import { CalendarSourcesResolver } from './busy/calendar-sources.resolver.js';
import { RefreshBusy, RefreshSource } from './busy/refresh-busy.job.js';
import { TellStaleCalendars } from './busy/tell-stale-calendars.job.js';
import { ChangeDelegate } from './change-delegate.js';
import { CancelSession, SkipSession } from './call-off-session.js';
import { DecideDispute } from './decide-dispute.js';
import { DelegatesResolver } from './delegates.resolver.js';
import { DelegationReader } from './delegation.reader.js';
import { EndForLeavers } from './end-for-leavers.job.js';
import { EndFeed } from './feeds/end-feed.js';
import { FeedController } from './feeds/feed.controller.js';
import { FeedReader } from './feeds/feed.reader.js';
import { FeedsResolver } from './feeds/feeds.resolver.js';
import { MakeFeed } from './feeds/make-feed.js';
import { ExpireOffers } from './expire-offers.job.js';
import { FollowAddresses } from './follow-addresses.job.js';
import { HealSession } from './heal-session.job.js';
import { InboundServer } from './inbound/inbound-server.js';
import { InboundReader } from './inbound/inbound.reader.js';
import { InboundResolver } from './inbound/inbound.resolver.js';
import { ReadMailbox } from './inbound/read-mailbox.job.js';
import { ReceiveMail } from './inbound/receive-mail.js';
import { KeepSession } from './keep-session.js';
import { LeaveUnconfirmed } from './leave-unconfirmed.job.js';
import { BookByMail } from './mail-actions/book-by-mail.js';
import { ChangeByMail } from './mail-actions/change-by-mail.js';
import { EndDelegationByMail } from './mail-actions/end-delegation-by-mail.js';
import { BreakByMail, OtherHourByMail } from './mail-actions/rhythm-by-mail.js';
import { TakeByMail } from './mail-actions/take-by-mail.js';
import { OfferTimesAgain, WaitByMail } from './mail-actions/wait-by-mail.js';
import { MarkSessionsPrivate } from './mark-sessions-private.js';
import { MarkSessionsPrivateResolver } from './mark-sessions-private.resolver.js';
import { MoveFollowing } from './move-following.js';
import { SessionMailSamples } from './mail-samples/session-mail-samples.js';
import { MoveSession } from './move-session.js';
import { OfferReader } from './offer.reader.js';
import { OffersResolver } from './offers.resolver.js';
import { OfferTimes } from './offer-times.js';
import {
  OfferTimesWhenAccepted,
  PlanSessionsWhenResumed,
  StopSessions,
  StopSessionsWhenEnded,
  StopSessionsWhenPaused,
} from './pairing-life.job.js';
import { OwnRhythmReader } from './own-rhythm.reader.js';
import { OwnRhythmResolver } from './own-rhythm.resolver.js';
import { PairingSessionsResolver } from './pairing-sessions.resolver.js';
import { MakePlan } from './planning/make-plan.job.js';
import { PlanReader } from './planning/plan.reader.js';
import { PlansResolver } from './planning/plans.resolver.js';
import { PublishPlan, ResumePlans, StopPublishingPlan } from './planning/publish-plan.js';
import { BookPlan } from './planning/publish-plan.job.js';
import { DiscardPlan, LockPlanned, PlanAgain, StartPlan } from './planning/start-plan.js';
import { ProposeTimes } from './propose-times.js';
import { RederiveTimes } from './rederive-times.job.js';
import { RemoveDelegate } from './remove-delegate.js';
import { RenewDue, RenewPairing } from './renew-due.job.js';
import { RenewSeries } from './renew-series.js';
import { PlanAllReminders, PlanRemindersAnew } from './reminders/plan-reminders.job.js';
import { ReminderLetters } from './reminders/reminder-letters.js';
import { RemindersResolver } from './reminders/reminders.resolver.js';
import { SendReminders } from './reminders/send-reminders.job.js';
import { SessionLetters } from './reminders/session-letters.js';
import { RestoreSession } from './restore-session.js';
import { SkipOnHolidays } from './skip-on-holidays.job.js';
import { SkipWhenAway } from './skip-when-away.job.js';
import { SessionAnswers } from './session-answers.js';
import { SessionHistoryReader } from './session-history.reader.js';
import { SessionHistoryResolver } from './session-history.resolver.js';
import { SetMeetingLink } from './set-meeting-link.js';
import { SessionReader } from './session.reader.js';
import { SessionsResolver } from './sessions.resolver.js';
import { SwapSessions } from './swap-sessions.js';
import { UndoBooking } from './undo-booking.js';
import { UndoMove } from './undo-move.js';

/** Background work of this context; classes to be taken from the module. */
export const sessionsJobs = [
  OfferTimesWhenAccepted,
  OfferTimesAgain,
  StopSessionsWhenPaused,
  StopSessionsWhenEnded,
  PlanSessionsWhenResumed,
  LeaveUnconfirmed,
  RenewDue,
  RenewPairing,
  HealSession,
  ExpireOffers,
  RederiveTimes,
  SkipOnHolidays,
  SkipWhenAway,
  AskAfterZoneChange,
  EndForLeavers,
  FollowAddresses,
  MakePlan,
  BookPlan,
  ResumePlans,
  RefreshBusy,
  RefreshSource,
  TellStaleCalendars,
  PlanAllReminders,
  PlanRemindersAnew,
  SendReminders,
  ReadMailbox,
];

/** What can be done from a mail without signing in. */
const mailActions = [
  BookByMail,
  ChangeByMail,
  TakeByMail,
  WaitByMail,
  BreakByMail,
  OtherHourByMail,
  EndDelegationByMail,
];

/** For the printed schema. */
export const sessionsResolvers = [
  SessionsResolver,
  BookingResolver,
  OffersResolver,
  CalendarSourcesResolver,
  DelegatesResolver,
  FeedsResolver,
  MarkSessionsPrivateResolver,
  OwnRhythmResolver,
  PairingSessionsResolver,
  SessionHistoryResolver,
  PlansResolver,
  RemindersResolver,
  InboundResolver,
];

@Module({
  imports: [PeopleModule, ChampionsModule, MailChoicesModule, PairingsModule],
  controllers: [FeedController],
  providers: [
    ReminderLetters,
    SessionLetters,
    SessionMailSamples,
    EndFeed,
    InboundReader,
    InboundServer,
    ReceiveMail,
    FeedReader,
    MakeFeed,
    ...mailActions,
    ...sessionsJobs,
    ...sessionsResolvers,
    AcceptOffer,
    AddCalendarSource,
    CalendarSourceReader,
    RemoveCalendarSource,
    AddDelegate,
    AnswerRhythmQuestion,
    BookSeries,
    BookSession,
    BookingReader,
    CancelSession,
    ChangeDelegate,
    DecideDispute,
    DeclineOffer,
    DelegationReader,
    KeepSession,
    MarkSessionsPrivate,
    MoveFollowing,
    MoveSession,
    OfferReader,
    OfferTimes,
    PlanReader,
    StartPlan,
    PlanAgain,
    LockPlanned,
    DiscardPlan,
    PublishPlan,
    StopPublishingPlan,
    ProposeTimes,
    RemoveDelegate,
    RenewSeries,
    RestoreSession,
    OwnRhythmReader,
    SessionAnswers,
    SessionHistoryReader,
    SessionReader,
    SetMeetingLink,
    SkipSession,
    StopSessions,
    SwapSessions,
    UndoBooking,
    UndoMove,
  ],
  exports: [
    BookSeries,
    CancelSession,
    MoveSession,
    SessionReader,
    SkipSession,
    ...sessionsJobs,
    ReminderLetters,
  ],
})
export class SessionsModule {
  constructor(topics: MailTopics) {
    topics.register(...Object.values(REMINDER_TOPICS));
  }
}
