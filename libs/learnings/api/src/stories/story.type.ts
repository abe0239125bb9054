import { connectionOf, InstantScalar } from '@flipside/platform-api';
import type { StoryConsent as Consent, StoryState as State } from '@flipside/learnings-domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { EvidenceGrade } from '../learnings.enums.js';
import { resultOf } from '../learning-result.js';

const StoryConsent = { NAMED: 'named', ANONYMOUS: 'anonymous', NO: 'no' } as const;
registerEnumType(StoryConsent, {
  name: 'StoryConsent',
  description: 'How one of the two agrees to a story.',
  valuesMap: {
    NAMED: { description: 'With their name.' },
    ANONYMOUS: { description: 'Without their name.' },
    NO: { description: 'Not at all; this takes a story back as well.' },
  },
});

const StoryState = { WAITING: 'waiting', SHARED: 'shared', WITHDRAWN: 'withdrawn' } as const;
registerEnumType(StoryState, {
  name: 'StoryState',
  description: 'How far a story has come.',
  valuesMap: {
    WAITING: { description: 'One of the two has not answered. Only the two can read it.' },
    SHARED: { description: 'Both agree. Everyone can read it.' },
    WITHDRAWN: { description: 'One of the two said no. Only the two can read it.' },
  },
});

@ObjectType({ description: 'What two people tell others of their work together.' })
export class Story {
  @Field(() => ID, { description: 'Identity of the story.' })
  id!: string;

  @Field({ description: 'What came of it, in one line.' })
  result!: string;

  @Field({ description: 'The story.' })
  body!: string;

  @Field(() => [String], { description: 'Names of those who agreed to be named.' })
  tellers!: string[];

  @Field(() => EvidenceGrade, {
    nullable: true,
    description: 'How well the outcome it tells of is known; null where it tells of none.',
  })
  grade!: EvidenceGrade | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When both had agreed.' })
  sharedAt!: Date | null;

  @Field(() => StoryState, { description: 'How far it has come.' })
  state!: State;

  @Field({ description: 'Whether the viewer is one of the two it is about.' })
  isMine!: boolean;

  @Field(() => StoryConsent, {
    nullable: true,
    description: 'The viewer’s own answer, where they are one of the two and have given it.',
  })
  viewerConsent!: Consent | null;

  @Field(() => String, {
    nullable: true,
    description: 'The other person of the pairing, for the two it is about.',
  })
  otherName!: string | null;

  @Field({ description: 'Whether the viewer may pick it as use of the week.' })
  viewerCanPick!: boolean;

  @Field(() => Int, { description: 'Send it back when answering.' })
  version!: number;
}

export const StoryConnection = connectionOf(Story);

@ObjectType({ description: 'A story that an executive picked for this week, and why.' })
export class UseOfWeek {
  @Field({ description: 'Who picked it.' })
  pickedByName!: string;

  @Field({ description: 'Why, in their words.' })
  why!: string;

  @Field(() => Story, { description: 'The story.' })
  story!: Story;
}

@InputType({ description: 'A story about a pairing, by one of the two.' })
export class TellStoryInput {
  @Field(() => ID, { description: 'A UUID made on the device, so that sending twice adds one.' })
  id!: string;

  @Field(() => ID, { description: 'The pairing it is about.' })
  pairingId!: string;

  @Field({
    description: 'What came of it, at most 120 characters; a figure in it needs an outcome.',
  })
  result!: string;

  @Field({ description: 'The story, at most 2,000 characters.' })
  body!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The outcome of the pairing it tells of; its grade is shown.',
  })
  outcomeId?: string | null;

  @Field(() => StoryConsent, { description: 'How the writer wants to appear.' })
  consent!: Consent;
}

@InputType({ description: 'An answer to a story about the viewer; it can be changed at any time.' })
export class ConsentToStoryInput {
  @Field(() => ID, { description: 'The story.' })
  id!: string;

  @Field(() => StoryConsent, { description: 'The answer.' })
  consent!: Consent;

  @Field(() => Int, { description: 'The version that was on screen.' })
  version!: number;
}

@InputType({
  description: 'A pick for this week. A second one in the same week replaces the first.',
})
export class PickUseOfWeekInput {
  @Field(() => ID, { description: 'The story.' })
  storyId!: string;

  @Field({ description: 'Why, at most 200 characters. Everyone reads it.' })
  why!: string;
}

@ObjectType({ description: 'The story as it stands now.' })
export class StoryPayload {
  @Field(() => Story, { description: 'The story.' })
  story!: Story;
}

export const StoryResult = resultOf('StoryResult', 'The story, or why not.', StoryPayload);
