import { Platform1760000000000 } from './0000-platform.js';
import { People1760000001000 } from './0001-people.js';
import { Champions1760000002000 } from './0002-champions.js';
import { Pairings1760000003000 } from './0003-pairings.js';
import { Sessions1760000004000 } from './0004-sessions.js';
import { Learnings1760000005000 } from './0005-learnings.js';
import { FindingNames1760000105000 } from './0105-finding-names.js';
import { Rounds1760000110000 } from './0110-rounds.js';
import { Answers1760000111000 } from './0111-answers.js';
import { Conflicts1760000112000 } from './0112-conflicts.js';
import { Review1760000120000 } from './0120-review.js';
import { Impact1760000121000 } from './0121-impact.js';
import { Cadence1760000130000 } from './0130-cadence.js';
import { MailActions1760000140000 } from './0140-mail-actions.js';
import { CalendarFeeds1760000141000 } from './0141-calendar-feeds.js';
import { CalendarMail1760000142000 } from './0142-calendar-mail.js';
import { QuarterPlans1760000150000 } from './0150-quarter-plans.js';
import { PrivateTexts1760000160000 } from './0160-private-texts.js';
import { Guidance1760000161000 } from './0161-guidance.js';
import { CoverageAhead1760000170000 } from './0170-coverage-ahead.js';
import { MailChoices1760000180000 } from './0180-mail-choices.js';
import { Reminders1760000181000 } from './0181-reminders.js';
import { InboundWithoutWords1760000182000 } from './0182-inbound-without-words.js';
import { Delegation1760000190000 } from './0190-delegation.js';
import { ZoneQuestion1760000191000 } from './0191-zone-question.js';
import { MailOrder1760000220000 } from './0220-mail-order.js';
import { ToldAddresses1760000221000 } from './0221-told-addresses.js';
import { CalendarChoices1760000222000 } from './0222-calendar-choices.js';
import { OutcomeLedger1760000230000 } from './0230-outcome-ledger.js';
import { LearningLife1760000231000 } from './0231-learning-life.js';
import { Figures1760000232000 } from './0232-figures.js';
import { FreshFirst1760000233000 } from './0233-fresh-first.js';
import { Stories1760000240000 } from './0240-stories.js';
import { Fluency1760000241000 } from './0241-fluency.js';
import { FairLoad1760000250000 } from './0250-fair-load.js';
import { Help1760000251000 } from './0251-help.js';
import { Pipeline1760000252000 } from './0252-pipeline.js';
import { NominationCall1760000260000 } from './0260-nomination-call.js';
import { LearningConsent1760000280000 } from './0280-learning-consent.js';
import { LooksAtNominations1760000281000 } from './0281-looks-at-nominations.js';
import { Relationship1760000290000 } from './0290-relationship.js';
import { RoleHistory1760000310000 } from './0310-role-history.js';
import { ChampionCare1760000311000 } from './0311-champion-care.js';
import { PublishedRounds1760000312000 } from './0312-published-rounds.js';
import { ArrangedDelegation1760000320000 } from './0320-arranged-delegation.js';
import { KeptInRest1760000321000 } from './0321-kept-in-rest.js';
import { DisputedSessions1760000322000 } from './0322-disputed-sessions.js';
import { ReleaseLimit1760000330000 } from './0330-release-limit.js';
import { LooksAtLists1760000331000 } from './0331-looks-at-lists.js';
import { HourlyRates1760000332000 } from './0332-hourly-rates.js';
import { ThenRating1760000333000 } from './0333-then-rating.js';
import { BesideTheRhythm1760000340000 } from './0340-beside-the-rhythm.js';
import { PeopleInLine1760000350000 } from './0350-people-in-line.js';
import { HoursBesideTheRhythm1760000351000 } from './0351-hours-beside-the-rhythm.js';
import { CallAtASite1760000360000 } from './0360-call-at-a-site.js';
import { OnboardingKit1760000361000 } from './0361-onboarding-kit.js';
import { WeekAhead1760000370000 } from './0370-week-ahead.js';
import { ImpactMemory1760000375000 } from './0375-impact-memory.js';
import { CallAtALevel1760000380000 } from './0380-call-at-a-level.js';
import { SessionsBesideBefore1760000381000 } from './0381-sessions-beside-before.js';
import { SessionAnswers1760000395000 } from './0395-session-answers.js';
import { LimitOfARound1760000396000 } from './0396-limit-of-a-round.js';
import { CallForAPriority1760000400000 } from './0400-call-for-a-priority.js';
import { HoursSince1760000401000 } from './0401-hours-since.js';

/** The one ordered history of the database. */
export const migrations = [
  Platform1760000000000,
  People1760000001000,
  Champions1760000002000,
  Pairings1760000003000,
  Sessions1760000004000,
  Learnings1760000005000,
  FindingNames1760000105000,
  Rounds1760000110000,
  Answers1760000111000,
  Conflicts1760000112000,
  Review1760000120000,
  Impact1760000121000,
  Cadence1760000130000,
  MailActions1760000140000,
  CalendarFeeds1760000141000,
  CalendarMail1760000142000,
  QuarterPlans1760000150000,
  PrivateTexts1760000160000,
  Guidance1760000161000,
  CoverageAhead1760000170000,
  MailChoices1760000180000,
  Reminders1760000181000,
  InboundWithoutWords1760000182000,
  Delegation1760000190000,
  ZoneQuestion1760000191000,
  MailOrder1760000220000,
  ToldAddresses1760000221000,
  CalendarChoices1760000222000,
  OutcomeLedger1760000230000,
  LearningLife1760000231000,
  Figures1760000232000,
  FreshFirst1760000233000,
  Stories1760000240000,
  Fluency1760000241000,
  FairLoad1760000250000,
  Help1760000251000,
  Pipeline1760000252000,
  NominationCall1760000260000,
  LearningConsent1760000280000,
  LooksAtNominations1760000281000,
  Relationship1760000290000,
  RoleHistory1760000310000,
  ChampionCare1760000311000,
  PublishedRounds1760000312000,
  ArrangedDelegation1760000320000,
  KeptInRest1760000321000,
  DisputedSessions1760000322000,
  ReleaseLimit1760000330000,
  LooksAtLists1760000331000,
  HourlyRates1760000332000,
  ThenRating1760000333000,
  BesideTheRhythm1760000340000,
  PeopleInLine1760000350000,
  HoursBesideTheRhythm1760000351000,
  CallAtASite1760000360000,
  OnboardingKit1760000361000,
  WeekAhead1760000370000,
  ImpactMemory1760000375000,
  CallAtALevel1760000380000,
  SessionsBesideBefore1760000381000,
  SessionAnswers1760000395000,
  LimitOfARound1760000396000,
  CallForAPriority1760000400000,
  HoursSince1760000401000,
];
