import {
  BEHAVIOURS,
  DATA_CLASSES,
  OBSERVED_BEHAVIOURS,
  type Behaviour,
  type DataClassCode,
} from '@flipside/learnings-domain';
import { registerEnumType } from '@nestjs/graphql';

/** Who may read what a person wrote. The values are those of the columns. */
export const LearningAudience = {
  ONLY_ME: 'only_me',
  TWO_OF_US: 'two_of_us',
  EVERYONE: 'everyone',
} as const;
export type LearningAudience = (typeof LearningAudience)[keyof typeof LearningAudience];
registerEnumType(LearningAudience, {
  name: 'LearningAudience',
  description: 'Who may read a text, narrowest first.',
  valuesMap: {
    ONLY_ME: { description: 'The writer.' },
    TWO_OF_US: { description: 'The two people of the pairing.' },
    EVERYONE: { description: 'Everybody in the company, with the writer’s name.' },
  },
});

export const NoteAudience = { ONLY_ME: 'only_me', TWO_OF_US: 'two_of_us' } as const;
export type NoteAudience = (typeof NoteAudience)[keyof typeof NoteAudience];
registerEnumType(NoteAudience, {
  name: 'NoteAudience',
  description: 'Who may read a note. Notes never leave the two people.',
  valuesMap: {
    ONLY_ME: { description: 'The writer.' },
    TWO_OF_US: { description: 'The two people of the pairing.' },
  },
});

export const LoggedAbsence = {
  EXECUTIVE: 'executive',
  CHAMPION: 'champion',
  BOTH: 'both',
} as const;
export type LoggedAbsence = (typeof LoggedAbsence)[keyof typeof LoggedAbsence];
registerEnumType(LoggedAbsence, {
  name: 'LoggedAbsence',
  description: 'Who could not come to a session that did not take place.',
  valuesMap: {
    EXECUTIVE: { description: 'The executive.' },
    CHAMPION: { description: 'The champion.' },
    BOTH: { description: 'Neither could.' },
  },
});

export const SessionUsefulness = { VERY: 'very', SOMEWHAT: 'somewhat', LITTLE: 'little' } as const;
export type SessionUsefulness = (typeof SessionUsefulness)[keyof typeof SessionUsefulness];
registerEnumType(SessionUsefulness, {
  name: 'SessionUsefulness',
  description: 'How useful a session was for one’s own work.',
  valuesMap: {
    VERY: { description: 'It helped.' },
    SOMEWHAT: { description: 'In part.' },
    LITTLE: { description: 'Hardly.' },
  },
});

export const HandsOnShare = { NONE: 'none', SOME: 'some', MOST: 'most' } as const;
export type HandsOnShare = (typeof HandsOnShare)[keyof typeof HandsOnShare];
registerEnumType(HandsOnShare, {
  name: 'HandsOnShare',
  description: 'How much of the time the executive worked with their own hands.',
  valuesMap: {
    NONE: { description: 'Watched and talked.' },
    SOME: { description: 'Part of the time.' },
    MOST: { description: 'Most of the time.' },
  },
});

export const LearningConsent = {
  WAITING: 'waiting',
  AGREED: 'agreed',
  DECLINED: 'declined',
} as const;
export type LearningConsent = (typeof LearningConsent)[keyof typeof LearningConsent];
registerEnumType(LearningConsent, {
  name: 'LearningConsent',
  description: 'What the other person of a pairing says to everyone reading a line.',
  valuesMap: {
    WAITING: { description: 'Asked, not answered yet. The two people read it.' },
    AGREED: { description: 'Everyone may read these very words.' },
    DECLINED: { description: 'It stays between the two.' },
  },
});

export const LearningStage = { TRIED: 'tried', KEPT: 'kept', PASSED_ON: 'passed_on' } as const;
export type LearningStage = (typeof LearningStage)[keyof typeof LearningStage];
registerEnumType(LearningStage, {
  name: 'LearningStage',
  description: 'How far a learning has gone.',
  valuesMap: {
    TRIED: { description: 'Tried at least once.' },
    KEPT: { description: 'Kept in daily work.' },
    PASSED_ON: { description: 'Passed on to somebody else.' },
  },
});

export const OutcomeCategory = {
  MANUAL_EFFORT: 'manual_effort',
  CYCLE_TIME: 'cycle_time',
  DECISION_QUALITY: 'decision_quality',
  CUSTOMER_EXPERIENCE: 'customer_experience',
  NEW_WORKFLOW: 'new_workflow',
} as const;
export type OutcomeCategory = (typeof OutcomeCategory)[keyof typeof OutcomeCategory];
registerEnumType(OutcomeCategory, {
  name: 'OutcomeCategory',
  description: 'The five kinds of change in work.',
  valuesMap: {
    MANUAL_EFFORT: { description: 'Less manual effort.' },
    CYCLE_TIME: { description: 'Things get done sooner.' },
    DECISION_QUALITY: { description: 'Better decisions.' },
    CUSTOMER_EXPERIENCE: { description: 'Customers are served better.' },
    NEW_WORKFLOW: { description: 'A way of working that did not exist before.' },
  },
});

export const EvidenceGrade = {
  CLAIMED: 'claimed',
  CORROBORATED: 'corroborated',
  MEASURED: 'measured',
} as const;
export type EvidenceGrade = (typeof EvidenceGrade)[keyof typeof EvidenceGrade];
registerEnumType(EvidenceGrade, {
  name: 'EvidenceGrade',
  description: 'How well an outcome is supported. Grades are never added to one another.',
  valuesMap: {
    CLAIMED: { description: 'One person says so.' },
    CORROBORATED: { description: 'A second person confirms it.' },
    MEASURED: { description: 'There is data from before and after.' },
  },
});

export const OutcomeEntryKind = {
  RECORDED: 'recorded',
  MERGED: 'merged',
  CORROBORATED: 'corroborated',
  RESTATED: 'restated',
  RENEWED: 'renewed',
  ENDED: 'ended',
} as const;
export type OutcomeEntryKind = (typeof OutcomeEntryKind)[keyof typeof OutcomeEntryKind];
registerEnumType(OutcomeEntryKind, {
  name: 'OutcomeEntryKind',
  description: 'What one of the two people said about an outcome.',
  valuesMap: {
    RECORDED: { description: 'Wrote it down.' },
    MERGED: { description: 'Wrote the same workflow down too.' },
    CORROBORATED: { description: 'Confirmed it.' },
    RESTATED: { description: 'Said its figures anew.' },
    RENEWED: { description: 'Said that it still holds.' },
    ENDED: { description: 'Said that it no longer holds.' },
  },
});

export const LearningLifeState = {
  DRAFT: 'draft',
  SHARED: 'shared',
  TRIED_BY_OTHERS: 'tried_by_others',
  REFINED: 'refined',
  RETIRED: 'retired',
} as const;
export type LearningLifeState = (typeof LearningLifeState)[keyof typeof LearningLifeState];
registerEnumType(LearningLifeState, {
  name: 'LearningLifeState',
  description: 'How far a learning has come in the company.',
  valuesMap: {
    DRAFT: { description: 'Only its writer, or the two, can read it.' },
    SHARED: { description: 'Everybody can read it.' },
    TRIED_BY_OTHERS: { description: 'A colleague tried it.' },
    REFINED: { description: 'It was said better, by its writer or a colleague.' },
    RETIRED: { description: 'Its writer took it out of sight; its history stays.' },
  },
});

export const PracticeAnswer = {
  WOULD_NOT_GO_BACK: 'would_not_go_back',
  COULD_GO_BACK: 'could_go_back',
  STOPPED: 'stopped',
} as const;
export type PracticeAnswer = (typeof PracticeAnswer)[keyof typeof PracticeAnswer];
registerEnumType(PracticeAnswer, {
  name: 'PracticeAnswer',
  description: 'Whether somebody still does what they learned, and would go back.',
  valuesMap: {
    WOULD_NOT_GO_BACK: { description: 'Still does it and would not go back.' },
    COULD_GO_BACK: { description: 'Still does it and could go back.' },
    STOPPED: { description: 'No longer does it.' },
  },
});

export const ObservedBehaviour = Object.fromEntries(
  BEHAVIOURS.map((behaviour) => [behaviour.toUpperCase(), behaviour]),
) as Record<Uppercase<Behaviour>, Behaviour>;
export type ObservedBehaviour = Behaviour;
registerEnumType(ObservedBehaviour, {
  name: 'ObservedBehaviour',
  description: 'What a champion may have seen the executive do.',
  valuesMap: Object.fromEntries(
    BEHAVIOURS.map((behaviour) => [
      behaviour.toUpperCase(),
      { description: `${OBSERVED_BEHAVIOURS[behaviour]}.` },
    ]),
  ) as Record<Uppercase<Behaviour>, { description: string }>,
});

export const DataClass = Object.fromEntries(
  DATA_CLASSES.map((code) => [code.toUpperCase(), code]),
) as Record<Uppercase<DataClassCode>, DataClassCode>;
export type DataClass = DataClassCode;
registerEnumType(DataClass, {
  name: 'DataClass',
  description: 'How sensitive material is.',
  valuesMap: {
    PUBLIC: { description: 'Anybody may know it.' },
    INTERNAL: { description: 'For people of the company.' },
    CONFIDENTIAL: { description: 'For those who need it.' },
    RESTRICTED: { description: 'For named people only; does not go into AI as it is.' },
  },
});

export const RecipeTrack = {
  STARTER: 'starter',
  EXECUTIVE: 'executive',
  MIRROR: 'mirror',
  THINKING: 'thinking',
  LEADING: 'leading',
} as const;
export type RecipeTrack = (typeof RecipeTrack)[keyof typeof RecipeTrack];
registerEnumType(RecipeTrack, {
  name: 'RecipeTrack',
  description: 'What a recipe is for.',
  valuesMap: {
    STARTER: { description: 'The first five sessions, in their order.' },
    EXECUTIVE: { description: 'The work of an executive.' },
    MIRROR: { description: 'A look at oneself; the result stays with the executive.' },
    THINKING: { description: 'Thinking a decision through.' },
    LEADING: { description: 'Leading people whose work changes.' },
  },
});

export const RecipeState = {
  GOOD: 'good',
  NEEDS_REVIEW: 'needs_review',
  RETIRED: 'retired',
} as const;
export type RecipeState = (typeof RecipeState)[keyof typeof RecipeState];
registerEnumType(RecipeState, {
  name: 'RecipeState',
  description: 'Whether a recipe can be relied on.',
  valuesMap: {
    GOOD: { description: 'Looked at lately, and it works.' },
    NEEDS_REVIEW: {
      description: 'Its review date has passed, or two people found that it no longer works.',
    },
    RETIRED: { description: 'No longer offered; its history stays.' },
  },
});
