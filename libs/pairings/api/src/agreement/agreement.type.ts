import { DayScalar, InstantScalar } from '@flipside/platform-api';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { payloadOrRefusal } from '../pairing-refusal.type.js';

export const TermWishEnum = { RENEW: 'renew', ROTATE: 'rotate', CLOSE: 'close' } as const;
export type TermWishEnum = (typeof TermWishEnum)[keyof typeof TermWishEnum];
registerEnumType(TermWishEnum, {
  name: 'TermWish',
  description: 'What one side wishes for the end of a term.',
  valuesMap: {
    RENEW: { description: 'Another half year together.' },
    ROTATE: { description: 'Somebody new, for both.' },
    CLOSE: { description: 'It is enough for now.' },
  },
});

export const Confidentiality = { TWO_OF_US: 'two_of_us', ASK_FIRST: 'ask_first' } as const;
export type Confidentiality = (typeof Confidentiality)[keyof typeof Confidentiality];
registerEnumType(Confidentiality, {
  name: 'Confidentiality',
  description: 'What may leave the two people.',
  valuesMap: {
    TWO_OF_US: { description: 'Nothing leaves the two.' },
    ASK_FIRST: { description: 'What was learned may, after asking.' },
  },
});

@ObjectType({ description: 'A business outcome that a pairing can work towards.' })
export class GoalCategory {
  @Field(() => ID, { description: 'Short name for programs.' })
  code!: string;

  @Field({ description: 'What people read.' })
  name!: string;

  @Field({ description: 'Whether it is about decisions; recipes for thinking fit it.' })
  isForDecisions!: boolean;

  @Field({ description: 'Whether it is offered.' })
  isActive!: boolean;
}

@ObjectType({
  description: 'Something that happened in a pairing. It holds no words that anybody wrote.',
})
export class TimelineEntry {
  @Field({ description: 'What happened, as a short word.' })
  kind!: string;

  @Field(() => String, { nullable: true, description: 'Who did it; null = the programme.' })
  actorName!: string | null;

  @Field(() => InstantScalar, { description: 'When.' })
  at!: Date;
}

@ObjectType({ description: 'How the two of a pairing agreed to work. Only they read it.' })
export class WorkingAgreementType {
  @Field(() => ID, { description: 'The pairing.' })
  pairingId!: string;

  @Field(() => GoalCategory, { nullable: true, description: 'The outcome they work towards.' })
  goalCategory!: GoalCategory | null;

  @Field({ description: 'What they work on.' })
  worksOn!: string;

  @Field({ description: 'What stays out.' })
  staysOut!: string;

  @Field(() => Confidentiality, { description: 'What may leave the two.' })
  confidentiality!: Confidentiality;

  @Field(() => Int, {
    description: 'Send it back when changing or confirming; 0 before there is one.',
  })
  version!: number;

  @Field({ description: 'Whether the viewer confirmed this version.' })
  viewerConfirmed!: boolean;

  @Field({ description: 'Whether the other person confirmed this version.' })
  otherConfirmed!: boolean;

  @Field({ description: 'Whether a goal is still missing.' })
  needsGoal!: boolean;

  @Field(() => [GoalCategory], { description: 'Outcomes to choose from.' })
  offeredGoals!: GoalCategory[];

  @Field(() => Int, {
    nullable: true,
    description: 'Which term runs, from 1; null before it begins.',
  })
  termNumber!: number | null;

  @Field(() => DayScalar, { nullable: true, description: 'First day after the term.' })
  termEndsOn!: string | null;

  @Field({ description: 'Whether the two are asked what comes next.' })
  isTermEnding!: boolean;

  @Field(() => TermWishEnum, { nullable: true, description: 'What the viewer wished for.' })
  viewerWish!: TermWishEnum | null;

  @Field({ description: 'Whether the other person wishes to renew.' })
  otherWishesToRenew!: boolean;
}

@ObjectType({ description: 'A pairing of the viewer that has no goal yet.' })
export class PairingWithoutGoal {
  @Field({ description: 'The other person.' })
  otherName!: string;

  @Field(() => WorkingAgreementType, { description: 'The agreement as it stands.' })
  agreement!: WorkingAgreementType;
}

@InputType({ description: 'How the two want to work.' })
export class SetWorkingAgreementInput {
  @Field(() => ID, { description: 'The pairing.' })
  pairingId!: string;

  @Field(() => Int, { description: 'The version that was on screen.' })
  version!: number;

  @Field(() => ID, { nullable: true, description: 'The outcome they work towards.' })
  goalCategory?: string | null;

  @Field({ defaultValue: '', description: 'What they work on, at most 500 characters.' })
  worksOn!: string;

  @Field({ defaultValue: '', description: 'What stays out, at most 500 characters.' })
  staysOut!: string;

  @Field(() => Confidentiality, { description: 'What may leave the two.' })
  confidentiality!: Confidentiality;
}

@InputType({ description: 'A yes to the agreement as it was on screen.' })
export class ConfirmAgreementInput {
  @Field(() => ID, { description: 'The pairing.' })
  pairingId!: string;

  @Field(() => Int, { description: 'The version that was on screen.' })
  version!: number;
}

@InputType({ description: 'What one side wishes for the end of a term; no reason is asked.' })
export class WishForTermInput {
  @Field(() => ID, { description: 'The pairing.' })
  pairingId!: string;

  @Field(() => TermWishEnum, { description: 'The wish.' })
  wish!: TermWishEnum;
}

@InputType({ description: 'An outcome that pairings can work towards.' })
export class GoalCategoryInput {
  @Field({ description: 'What people read, at most 80 characters.' })
  name!: string;

  @Field(() => ID, { nullable: true, description: 'Left out for a new one.' })
  code?: string | null;

  @Field({ description: 'Whether it is about decisions.' })
  isForDecisions!: boolean;

  @Field({ defaultValue: true, description: 'Whether it is offered.' })
  isActive!: boolean;
}

@InputType({ description: 'All outcomes in the order in which they are offered.' })
export class SetGoalCategoriesInput {
  @Field(() => [GoalCategoryInput], { description: 'The outcomes.' })
  goals!: GoalCategoryInput[];
}

@ObjectType({ description: 'The outcomes as they stand.' })
export class GoalCategoriesPayload {
  @Field(() => [GoalCategory], { description: 'The outcomes.' })
  goals!: GoalCategory[];
}

@ObjectType({ description: 'The agreement as it stands.' })
export class WorkingAgreementPayload {
  @Field(() => WorkingAgreementType, { description: 'The agreement.' })
  agreement!: WorkingAgreementType;
}

export const WorkingAgreementResult = payloadOrRefusal(
  'WorkingAgreementResult',
  WorkingAgreementPayload,
);
