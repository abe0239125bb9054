import { DayScalar, InstantScalar } from '@flipside/platform-api';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DataClass, RecipeState, RecipeTrack } from '../learnings.enums.js';
import { resultOf } from '../learning-result.js';

@ObjectType({ description: 'The text of a recipe as somebody left it.' })
export class RecipeVersion {
  @Field(() => Int, { description: 'Counts up with each change.' })
  version!: number;

  @Field({ description: 'What it is called.' })
  title!: string;

  @Field({ description: 'What the session is for.' })
  aim!: string;

  @Field(() => Int, { description: 'How long it takes, in minutes.' })
  minutes!: number;

  @Field(() => DataClass, { description: 'How sensitive its material usually is.' })
  dataClass!: DataClass;

  @Field(() => [String], { description: 'What to do, in order.' })
  steps!: string[];

  @Field({ description: 'Words to start with, to be copied.' })
  prompt!: string;

  @Field({ description: 'What there is at the end.' })
  expectedResult!: string;

  @Field({ description: 'How one sees that it went well.' })
  goodLooksLike!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Who wrote this version; null came with Flipside.',
  })
  changedByName!: string | null;

  @Field(() => InstantScalar, { description: 'When.' })
  changedAt!: Date;
}

@ObjectType({ description: 'A reusable session plan. Everybody can read it.' })
export class Recipe {
  @Field(() => ID, { description: 'Identity of the recipe.' })
  id!: string;

  @Field(() => RecipeTrack, { description: 'What it is for.' })
  track!: RecipeTrack;

  @Field(() => Int, { nullable: true, description: 'Place on the starter path.' })
  pathStep!: number | null;

  @Field(() => [String], { description: 'Topics it fits.' })
  topics!: string[];

  @Field(() => RecipeState, { description: 'Whether it can be relied on.' })
  state!: RecipeState;

  @Field(() => DayScalar, { description: 'When somebody looks at it again.' })
  reviewBy!: string;

  @Field(() => String, { nullable: true, description: 'Who looks after it.' })
  ownerName!: string | null;

  @Field(() => RecipeVersion, { description: 'The newest text.' })
  latest!: RecipeVersion;

  @Field(() => Int, { description: 'How often it was planned or copied.' })
  usedCount!: number;

  @Field(() => Int, { description: 'People for whom the newest text works.' })
  worksCount!: number;

  @Field(() => Int, { description: 'People for whom it no longer works.' })
  failsCount!: number;

  @Field(() => String, { nullable: true, description: 'Tool of the latest report that it works.' })
  workedWith!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was last reported to work.' })
  workedAt!: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'What the viewer reported about the newest text.',
  })
  viewerSaysWorks!: boolean | null;

  @Field({ description: 'Whether the viewer may change it.' })
  viewerCanChange!: boolean;
}

@InputType({ description: 'A recipe as it shall stand. A change makes a new version.' })
export class SaveRecipeInput {
  @Field(() => ID, { description: 'A UUID; a new one adds a recipe.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was on screen; 0 for a new recipe.' })
  version!: number;

  @Field(() => RecipeTrack, { description: 'What it is for.' })
  track!: RecipeTrack;

  @Field(() => [String], { defaultValue: [], description: 'Topics it fits.' })
  topics!: string[];

  @Field({ description: 'What it is called.' })
  title!: string;

  @Field({ description: 'What the session is for.' })
  aim!: string;

  @Field(() => Int, { description: 'Minutes.' })
  minutes!: number;

  @Field(() => DataClass, { description: 'How sensitive its material usually is.' })
  dataClass!: DataClass;

  @Field(() => [String], { description: 'What to do, in order.' })
  steps!: string[];

  @Field({ defaultValue: '', description: 'Words to start with.' })
  prompt!: string;

  @Field({ defaultValue: '', description: 'What there is at the end.' })
  expectedResult!: string;

  @Field({ defaultValue: '', description: 'How one sees that it went well.' })
  goodLooksLike!: string;
}

@InputType({ description: 'Whether a recipe works.' })
export class ReportRecipeInput {
  @Field(() => ID, { description: 'The recipe.' })
  id!: string;

  @Field({ description: 'True: it worked. False: it no longer works.' })
  works!: boolean;

  @Field({ defaultValue: '', description: 'With which tool.' })
  tool!: string;
}

@InputType({ description: 'What to do with a recipe that needs review.' })
export class ReviewRecipeInput {
  @Field(() => ID, { description: 'The recipe.' })
  id!: string;

  @Field({ description: 'True: it is still right. False: it is retired.' })
  isStillRight!: boolean;
}

@ObjectType({ description: 'The recipe as it stands.' })
export class RecipePayload {
  @Field(() => Recipe, { description: 'The recipe.' })
  recipe!: Recipe;
}

export const RecipeResult = resultOf(
  'RecipeResult',
  'The recipe, or why it was not changed.',
  RecipePayload,
);
