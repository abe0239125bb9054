import { InstantScalar } from '@flipside/platform-api';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Learning } from '../learned/learning.type.js';
import { resultOf } from '../learning-result.js';
import { LearningLifeState } from '../learnings.enums.js';

@ObjectType({ description: 'What was found, best first, at most 50.' })
export class FoundLearnings {
  @Field(() => Int, { description: 'How many match; of more than 2,000 the freshest 2,000.' })
  totalCount!: number;

  @Field(() => [Learning], { description: 'The best of them.' })
  learnings!: Learning[];
}

@ObjectType({ description: 'A colleague who tried a learning and said so with their name.' })
export class LearningTrial {
  @Field({ description: 'Who.' })
  personName!: string;

  @Field({ description: 'Whether it worked for them.' })
  works!: boolean;

  @Field(() => InstantScalar, { description: 'When they said so.' })
  at!: Date;
}

@ObjectType({ description: 'What a shared learning said before.' })
export class LearningVersion {
  @Field({ description: 'The text.' })
  body!: string;

  @Field(() => InstantScalar, { description: 'Until when it said so.' })
  untilAt!: Date;
}

@ObjectType({ description: 'A learning with where it came from and what became of it.' })
export class LearningLife {
  @Field(() => ID, { description: 'The learning’s id.' })
  id!: string;

  @Field(() => Learning, { description: 'The learning as it is now.' })
  learning!: Learning;

  @Field(() => LearningLifeState, { description: 'How far it has come.' })
  state!: LearningLifeState;

  @Field(() => Int, {
    description:
      'Distinct people who tried it or a version of it, the writer and their pairing left out.',
  })
  ripple!: number;

  @Field(() => Learning, { nullable: true, description: 'What it is a version of, while shared.' })
  origin!: Learning | null;

  @Field(() => [Learning], {
    description: 'Shared versions by colleagues, newest first, 20 at most.',
  })
  descendants!: Learning[];

  @Field(() => [LearningTrial], { description: 'Who tried it, newest first, 50 at most.' })
  trials!: LearningTrial[];

  @Field(() => [LearningVersion], { description: 'Its earlier texts, newest first.' })
  versions!: LearningVersion[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it worked for the viewer; null when they have not said.',
  })
  viewerSaidWorks!: boolean | null;
}

@InputType({ description: 'That one tried a colleague’s learning.' })
export class TryLearningInput {
  @Field(() => ID, { description: 'The learning.' })
  id!: string;

  @Field({ description: 'Whether it worked.' })
  works!: boolean;
}

@InputType({ description: 'That one’s own learning is no longer right, or is again.' })
export class RetireLearningInput {
  @Field(() => ID, { description: 'The learning.' })
  id!: string;

  @Field({ description: 'False takes it back.' })
  isRetired!: boolean;
}

@InputType({ description: 'One’s own version of a colleague’s learning, for everyone.' })
export class RefineLearningInput {
  @Field(() => ID, { description: 'A UUID made on the device; it becomes the version’s id.' })
  id!: string;

  @Field(() => ID, { description: 'The colleague’s learning.' })
  originId!: string;

  @Field({ description: 'The text, at most 1,000 characters.' })
  body!: string;
}

@ObjectType({ description: 'The learning’s life as it is now.' })
export class LearningLifePayload {
  @Field(() => LearningLife, { description: 'Its life.' })
  life!: LearningLife;
}

export const LearningLifeResult = resultOf(
  'LearningLifeResult',
  'The learning with its life, or why nothing was changed.',
  LearningLifePayload,
);
