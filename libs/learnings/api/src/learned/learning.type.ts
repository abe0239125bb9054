import { connectionOf, InstantScalar } from '@flipside/platform-api';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { LearningAudience, LearningConsent, LearningStage } from '../learnings.enums.js';
import { resultOf } from '../learning-result.js';

@ObjectType({ description: 'One thing somebody learned and now does, in own words.' })
export class Learning {
  @Field(() => ID, { description: 'Identity of the learning.' })
  id!: string;

  @Field({ description: 'Who learned it.' })
  personName!: string;

  @Field({ description: 'Whether it is the viewer’s own.' })
  isMine!: boolean;

  @Field(() => ID, { nullable: true, description: 'The session it came from.' })
  sessionId!: string | null;

  @Field({ description: 'The text.' })
  body!: string;

  @Field(() => LearningStage, { description: 'How far it has gone.' })
  stage!: LearningStage;

  @Field(() => LearningAudience, { description: 'Who may read it.' })
  audience!: LearningAudience;

  @Field(() => LearningConsent, {
    nullable: true,
    description:
      'What the other of the two says to everyone reading it; null when nobody was asked, and for everybody else.',
  })
  consent!: LearningConsent | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Whose yes it needs before everyone can read it; null when its writer decides alone, and for everybody else.',
  })
  needsYesOf!: string | null;

  @Field({ description: 'Whether the viewer is the one whose yes was asked for.' })
  viewerCanAnswer!: boolean;

  @Field(() => InstantScalar, { description: 'When it was written.' })
  createdAt!: Date;

  @Field(() => Int, { description: 'Send it back when changing the learning.' })
  version!: number;
}

export const LearningConnection = connectionOf(Learning);

@ObjectType({
  description: 'Counters of one’s own list. They contain each other and have no target.',
})
export class LearningCounts {
  @Field(() => Int, { description: 'Things tried at least once.' })
  tried!: number;

  @Field(() => Int, { description: 'Of these, kept in daily work.' })
  kept!: number;

  @Field(() => Int, { description: 'Of these, passed on to somebody else.' })
  passedOn!: number;
}

@InputType({ description: 'A new learning.' })
export class AddLearningInput {
  @Field(() => ID, {
    description:
      'A UUID made on the device; it becomes the learning’s id, so sending twice adds one.',
  })
  id!: string;

  @Field({ description: 'The text, at most 1,000 characters.' })
  body!: string;

  @Field(() => LearningStage, { defaultValue: 'tried', description: 'How far it has gone.' })
  stage!: LearningStage;

  @Field(() => ID, {
    nullable: true,
    description: 'The session it came from, one of the viewer’s own.',
  })
  sessionId?: string | null;
}

@InputType({ description: 'A learning that has gone further, or was said better.' })
export class ChangeLearningInput {
  @Field(() => ID, { description: 'The learning.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The new text; left out, it stays.' })
  body?: string | null;

  @Field(() => LearningStage, { nullable: true, description: 'The new stage; left out, it stays.' })
  stage?: LearningStage | null;

  @Field(() => Int, { description: 'The version that was on screen.' })
  version!: number;
}

@InputType({ description: 'Who may read one learning from now on. Others stay as they are.' })
export class ShareLearningInput {
  @Field(() => ID, { description: 'The learning.' })
  id!: string;

  @Field(() => LearningAudience, { description: 'Who may read it.' })
  audience!: LearningAudience;

  @Field(() => Int, {
    description: 'The version that was on screen, so that nothing unseen is shared.',
  })
  version!: number;
}

@InputType({ description: 'The answer of the other one of the two, then or at any time later.' })
export class ConsentToLearningInput {
  @Field(() => ID, { description: 'The learning.' })
  id!: string;

  @Field({ description: 'True: everyone may read these very words. False: it stays with the two.' })
  agrees!: boolean;

  @Field(() => Int, { description: 'The version that was on screen.' })
  version!: number;
}

@InputType({ description: 'A learning to remove.' })
export class DeleteLearningInput {
  @Field(() => ID, { description: 'The learning.' })
  id!: string;
}

@ObjectType({ description: 'The learning as saved.' })
export class LearningPayload {
  @Field(() => Learning, { description: 'The learning.' })
  learning!: Learning;
}

@ObjectType({ description: 'A removed learning.' })
export class DeleteLearningPayload {
  @Field(() => ID, { description: 'The id it had.' })
  id!: string;
}

export const AddLearningResult = resultOf(
  'AddLearningResult',
  'The new learning, or why not.',
  LearningPayload,
);
export const ChangeLearningResult = resultOf(
  'ChangeLearningResult',
  'The changed learning, or why it was not changed.',
  LearningPayload,
);
export const ShareLearningResult = resultOf(
  'ShareLearningResult',
  'The learning with its new readers, or why it was not shared.',
  LearningPayload,
);
export const ConsentToLearningResult = resultOf(
  'ConsentToLearningResult',
  'The learning after the answer, or why it was not taken.',
  LearningPayload,
);
