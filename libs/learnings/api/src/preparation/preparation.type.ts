import { InstantScalar } from '@flipside/platform-api';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DataClass } from '../learnings.enums.js';
import { resultOf } from '../learning-result.js';
import { ApprovedTool } from '../guidance/guidance.type.js';
import { LastTime } from '../log/session-desk.type.js';
import { Recipe } from '../recipes/recipe.type.js';

@ObjectType({ description: 'A recipe that fits the next session, and why.' })
export class SuggestedRecipe {
  @Field(() => Recipe, { description: 'The recipe.' })
  recipe!: Recipe;

  @Field({ description: 'Why it is suggested, in one sentence.' })
  reason!: string;
}

@ObjectType({ description: 'What the two plan to do in a session. Only they read it.' })
export class Preparation {
  @Field(() => ID, { description: 'The session.' })
  sessionId!: string;

  @Field(() => ID, { description: 'The pairing.' })
  pairingId!: string;

  @Field(() => InstantScalar, { description: 'When the session begins.' })
  startsAt!: Date;

  @Field({ description: 'Name of the other person.' })
  otherName!: string;

  @Field({ description: 'Whether the viewer is the executive.' })
  viewerIsExecutive!: boolean;

  @Field(() => LastTime, { nullable: true, description: 'What was agreed last time.' })
  lastTime!: LastTime | null;

  @Field({ description: 'The task on the desk today; empty when none is written.' })
  task!: string;

  @Field({ description: 'Whether the two decide when they meet.' })
  decidesThere!: boolean;

  @Field(() => DataClass, {
    nullable: true,
    description: 'How sensitive the material is; null before it is prepared.',
  })
  dataClass!: DataClass | null;

  @Field({ description: 'The rule of that class; empty before it is prepared.' })
  rule!: string;

  @Field({ description: 'Whether the rule of restricted material was read and ticked.' })
  acceptsRule!: boolean;

  @Field(() => [ApprovedTool], { description: 'Tools into which such material may go.' })
  tools!: ApprovedTool[];

  @Field(() => Recipe, { nullable: true, description: 'The recipe that was chosen.' })
  recipe!: Recipe | null;

  @Field(() => [SuggestedRecipe], { description: 'Up to three recipes that fit, best first.' })
  suggestions!: SuggestedRecipe[];

  @Field({ description: 'Whether the pairing does without the starter path.' })
  skipsPath!: boolean;

  @Field({
    description: 'What the viewer, as executive, wrote for themselves about a mirror recipe.',
  })
  mirrorResult!: string;

  @Field(() => Int, { description: 'Send it back when saving; 0 before it is prepared.' })
  version!: number;
}

@InputType({ description: 'What the two plan to do.' })
export class PrepareSessionInput {
  @Field(() => ID, { description: 'The session.' })
  sessionId!: string;

  @Field({ defaultValue: '', description: 'The task on the desk today, at most 280 characters.' })
  task!: string;

  @Field({ defaultValue: false, description: 'The two decide when they meet.' })
  decidesThere!: boolean;

  @Field(() => DataClass, { description: 'How sensitive the material is.' })
  dataClass!: DataClass;

  @Field({ defaultValue: false, description: 'The rule of restricted material was read.' })
  acceptsRule!: boolean;

  @Field(() => ID, { nullable: true, description: 'The recipe to follow.' })
  recipeId?: string | null;

  @Field(() => Int, { description: 'The version that was on screen.' })
  version!: number;
}

@InputType({ description: 'What an executive saw in a mirror recipe.' })
export class KeepMirrorResultInput {
  @Field(() => ID, { description: 'The session.' })
  sessionId!: string;

  @Field({ description: 'The text, at most 2,000 characters; empty removes it.' })
  body!: string;
}

@InputType({ description: 'Whether a pairing walks the starter path.' })
export class SkipStarterPathInput {
  @Field(() => ID, { description: 'The pairing.' })
  pairingId!: string;

  @Field({ description: 'True: does without. False: walks it again.' })
  skips!: boolean;
}

@ObjectType({ description: 'The preparation as it stands.' })
export class PreparationPayload {
  @Field(() => Preparation, { description: 'The preparation.' })
  preparation!: Preparation;
}

@ObjectType({ description: 'The choice about the starter path as it stands.' })
export class StarterPathPayload {
  @Field(() => ID, { description: 'The pairing.' })
  pairingId!: string;

  @Field({ description: 'Whether it does without the path.' })
  skips!: boolean;
}

export const PreparationResult = resultOf(
  'PreparationResult',
  'The preparation, or why it was not saved.',
  PreparationPayload,
);
