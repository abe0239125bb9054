import { PairingsModule } from '@flipside/pairings-api';
import { Module } from '@nestjs/common';
import { AuthModule, MailChoicesModule, MailTopics, PeopleModule } from '@flipside/people-api';
import type { MailTopic } from '@flipside/people-domain';
import { SessionsModule } from '@flipside/sessions-api';
import { FluencyLevelEntity, FluencyRatingEntity } from './fluency/fluency.entities.js';
import { FluencyReader } from './fluency/fluency.reader.js';
import { FluencyResolver } from './fluency/fluency.resolver.js';
import { RateFluency } from './fluency/rate-fluency.js';
import { ConfidentialBox } from './guidance/confidential.js';
import { GuardrailsBook } from './guidance/guardrails.js';
import {
  ApprovedToolEntity,
  ConfidentialMessageEntity,
  GuardrailsEntity,
  GuardrailsSeenEntity,
  MirrorResultEntity,
  RecipeEntity,
  RecipeReportEntity,
  RecipeVersionEntity,
  SessionPreparationEntity,
  StarterPathSkipEntity,
} from './guidance/guidance.entities.js';
import { GuidanceResolver } from './guidance/guidance.resolver.js';
import { AddLearning } from './learned/add-learning.js';
import { ChangeLearning } from './learned/change-learning.js';
import { ConsentToLearning } from './learned/consent-to-learning.js';
import { DeleteLearning } from './learned/delete-learning.js';
import { LearningConsentEntity, LearningEntity } from './learned/learning.entity.js';
import { LearningReader } from './learned/learning.reader.js';
import { LearningResolver } from './learned/learning.resolver.js';
import { ShareLearning } from './learned/share-learning.js';
import { ChangeLearningLife } from './life/change-learning-life.js';
import {
  LearningSearchEntity,
  LearningTrialEntity,
  LearningVersionEntity,
  LearningWordEntity,
  PracticeCheckEntity,
} from './life/learning-life.entities.js';
import { LearningLifeReader } from './life/learning-life.reader.js';
import { LearningLifeResolver } from './life/learning-life.resolver.js';
import { LearningSearch } from './life/learning-search.js';
import { ChangeSessionLog } from './log/change-session-log.js';
import { ConfirmByMail } from './log/confirm-by-mail.js';
import { ConfirmSession } from './log/confirm-session.js';
import { LogSession } from './log/log-session.js';
import { SessionAnswerEntity } from './log/session-answer.entity.js';
import { SessionConfirmationEntity } from './log/session-confirmation.entity.js';
import { SessionDeskReader } from './log/session-desk.reader.js';
import { SessionLogEntryEntity } from './log/session-log-entry.entity.js';
import { SessionLogEntity } from './log/session-log.entity.js';
import { SessionLogReader } from './log/session-log.reader.js';
import { SessionLogResolver } from './log/session-log.resolver.js';
import { MyData } from './my-data/my-data.js';
import { MyDataResolver } from './my-data/my-data.resolver.js';
import { AddNote } from './notes/add-note.js';
import { ChangeNote } from './notes/change-note.js';
import { DeleteNote } from './notes/delete-note.js';
import { NoteEntity } from './notes/note.entity.js';
import { NoteReader } from './notes/note.reader.js';
import { RemoveOldNotes, removeOldNotesTimer } from './notes/remove-old-notes.job.js';
import { NoteResolver } from './notes/note.resolver.js';
import { CorroborateOutcome } from './outcomes/corroborate-outcome.js';
import {
  OutcomeEntryEntity,
  OutcomeMonthEntity,
  OutcomePostingEntity,
} from './outcomes/outcome-ledger.entities.js';
import { OutcomeEntity } from './outcomes/outcome.entity.js';
import { OutcomeReader } from './outcomes/outcome.reader.js';
import { OutcomeResolver } from './outcomes/outcome.resolver.js';
import { RecordOutcome } from './outcomes/record-outcome.js';
import { RenewOutcome } from './outcomes/renew-outcome.js';
import { RestateOutcome } from './outcomes/restate-outcome.js';
import { AnswerPractice } from './persistence/answer-practice.js';
import { askPracticesTimer, AskPractices } from './persistence/ask-practices.job.js';
import { PracticeByMail } from './persistence/practice-by-mail.js';
import { PracticeResolver } from './persistence/practice.resolver.js';
import { PreparationReader } from './preparation/preparation.reader.js';
import { PreparationResolver } from './preparation/preparation.resolver.js';
import { LearningMailSamples } from './learning-mail-samples.js';
import { LearningLetters } from './reminders/learning-letters.js';
import { PrepareSession } from './preparation/prepare-session.js';
import { AskForReview, askForReviewTimer } from './recipes/ask-for-review.job.js';
import { ChangeRecipes } from './recipes/change-recipes.js';
import { RecipeReader } from './recipes/recipe.reader.js';
import { RecipesResolver } from './recipes/recipes.resolver.js';
import { ConsentToStory } from './stories/consent-to-story.js';
import { PickUseOfWeek } from './stories/pick-use-of-week.js';
import { StoryEntity, UseOfWeekEntity } from './stories/story.entities.js';
import { StoryReader } from './stories/story.reader.js';
import { StoryResolver } from './stories/story.resolver.js';
import { TellStory } from './stories/tell-story.js';
import { ContributionRecord } from './thanks/contribution-record.js';
import { GiveThanks } from './thanks/give-thanks.js';
import { ThanksEntity } from './thanks/thanks.entity.js';
import { ThanksReader } from './thanks/thanks.reader.js';
import { ThanksResolver } from './thanks/thanks.resolver.js';

export const learningsEntities = [
  SessionLogEntity,
  SessionLogEntryEntity,
  SessionConfirmationEntity,
  SessionAnswerEntity,
  NoteEntity,
  LearningEntity,
  LearningConsentEntity,
  LearningTrialEntity,
  LearningVersionEntity,
  LearningSearchEntity,
  LearningWordEntity,
  PracticeCheckEntity,
  OutcomeEntity,
  OutcomeEntryEntity,
  OutcomeMonthEntity,
  OutcomePostingEntity,
  ThanksEntity,
  GuardrailsEntity,
  GuardrailsSeenEntity,
  ApprovedToolEntity,
  ConfidentialMessageEntity,
  RecipeEntity,
  RecipeVersionEntity,
  RecipeReportEntity,
  SessionPreparationEntity,
  MirrorResultEntity,
  StarterPathSkipEntity,
  StoryEntity,
  UseOfWeekEntity,
  FluencyRatingEntity,
  FluencyLevelEntity,
];

export const learningsResolvers = [
  SessionLogResolver,
  NoteResolver,
  LearningResolver,
  LearningLifeResolver,
  PracticeResolver,
  OutcomeResolver,
  ThanksResolver,
  GuidanceResolver,
  RecipesResolver,
  PreparationResolver,
  MyDataResolver,
  StoryResolver,
  FluencyResolver,
];

export const learningsJobs = [RemoveOldNotes, AskForReview, AskPractices];

/** Clocks of this context; they only enqueue. */
export const learningsTimers = [removeOldNotesTimer, askForReviewTimer, askPracticesTimer];

const commands = [
  LogSession,
  ChangeSessionLog,
  ConfirmSession,
  AddNote,
  ChangeNote,
  DeleteNote,
  AddLearning,
  ChangeLearning,
  ShareLearning,
  ConsentToLearning,
  DeleteLearning,
  RecordOutcome,
  CorroborateOutcome,
  ChangeLearningLife,
  AnswerPractice,
  RestateOutcome,
  RenewOutcome,
  GiveThanks,
  MyData,
  ConfidentialBox,
  GuardrailsBook,
  ChangeRecipes,
  PrepareSession,
  TellStory,
  ConsentToStory,
  PickUseOfWeek,
  RateFluency,
];
const readers = [
  SessionLogReader,
  SessionDeskReader,
  NoteReader,
  LearningReader,
  LearningLifeReader,
  LearningSearch,
  OutcomeReader,
  ThanksReader,
  RecipeReader,
  PreparationReader,
  StoryReader,
  FluencyReader,
  ContributionRecord,
];

const recipesToReview: MailTopic = {
  id: 'recipes_to_review',
  label: 'Recipes you look after',
  note: 'When its review date has passed, or it no longer works for two people.',
  allowed: ['now', 'never'],
  standard: 'now',
  roles: ['CHAMPION', 'HR_LEAD'],
  order: 70,
  mailKinds: ['recipe_review'],
};

const storyConsent: MailTopic = {
  id: 'story_consent',
  label: 'Stories and lines about you',
  note: 'When one waits for your yes. Nobody else reads it before.',
  allowed: ['now', 'digest', 'never'],
  standard: 'now',
  roles: ['CHAMPION', 'EXECUTIVE'],
  order: 65,
  mailKinds: ['story_consent', 'learning_consent'],
};

const practiceQuestions: MailTopic = {
  id: 'practice_questions',
  label: 'Whether what you learned lasts',
  note: 'One tap after 30, 60 and 90 days.',
  allowed: ['now', 'never'],
  standard: 'now',
  roles: ['EXECUTIVE'],
  order: 75,
  mailKinds: ['practice_check'],
};

@Module({
  imports: [AuthModule, MailChoicesModule, PairingsModule, PeopleModule, SessionsModule],
  providers: [
    ConfirmByMail,
    PracticeByMail,
    LearningLetters,
    LearningMailSamples,
    ...learningsJobs,
    ...commands,
    ...readers,
    ...learningsResolvers,
  ],
  exports: [...learningsJobs, ...commands],
})
export class LearningsModule {
  constructor(topics: MailTopics) {
    topics.register(recipesToReview, storyConsent, practiceQuestions);
  }
}
