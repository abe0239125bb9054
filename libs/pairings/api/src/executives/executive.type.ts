import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PersonType } from '@flipside/people-api';
import { DayScalar } from '@flipside/platform-api';
import { payloadOrRefusal } from '../pairing-refusal.type.js';

export const ExecutiveSource = { LEVEL: 'level', HAND: 'hand' } as const;
registerEnumType(ExecutiveSource, {
  name: 'ExecutiveSource',
  description: 'How somebody came to take part as an executive.',
  valuesMap: {
    LEVEL: { description: 'By the level rule.' },
    HAND: { description: 'Marked by hand; the level rule leaves them alone.' },
  },
});

@ObjectType('Executive', { description: 'A senior leader taking part as the learner.' })
export class ExecutiveType {
  @Field(() => ID, { description: 'Identifier of the person.' })
  personId!: string;

  @Field(() => ExecutiveSource, { description: 'How this person came to take part.' })
  source!: 'level' | 'hand';

  @Field({
    description:
      'What the executive wants to reach, in their words. Read by HR leads and matching.',
  })
  goal!: string;

  @Field(() => [String], { description: 'Topics and problems to be coached in.' })
  topics!: string[];

  @Field(() => DayScalar, { description: 'First day in the programme.' })
  enrolledOn!: string;

  @Field({ description: 'True while the person does not want to be proposed.' })
  isOptedOut!: boolean;

  @Field(() => Int, {
    description: 'Changes by one with every change; pass it back when changing.',
  })
  version!: number;

  /** Not a field: the pairing that is proposed or running. */
  pairingId!: string | null;
}

@InputType({ description: 'Somebody to take part as an executive.' })
export class EnrolExecutiveInput {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Field({ defaultValue: '', description: 'What they want to reach, up to 500 characters.' })
  goal!: string;

  @Field(() => [String], { defaultValue: [], description: 'Up to 8 topics.' })
  topics!: string[];
}

@InputType({ description: 'An executive to be taken out of the programme.' })
export class RemoveExecutiveInput {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;
}

@InputType({ description: 'What an executive wants to learn.' })
export class SetExecutiveGoalsInput {
  @Field(() => ID, { description: 'The executive.' })
  personId!: string;

  @Field({ description: 'What they want to reach, up to 500 characters.' })
  goal!: string;

  @Field(() => [String], { description: 'Up to 8 topics.' })
  topics!: string[];

  @Field(() => Int, { description: 'The version that was shown.' })
  version!: number;
}

@InputType({ description: 'Whether the signed-in person wants to be proposed.' })
export class SetPairingOptOutInput {
  @Field({ description: 'True = do not propose me.' })
  isOptedOut!: boolean;
}

@ObjectType({ description: 'The executive after the change.' })
export class ExecutivePayload {
  @Field(() => ExecutiveType, { description: 'The executive.' })
  executive!: ExecutiveType;
}

@ObjectType({ description: 'Somebody was taken out of the programme.' })
export class RemoveExecutivePayload {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;
}

@ObjectType('LevelRulePlan', { description: 'What applying the level rule would change now.' })
export class LevelRulePlanType {
  @Field(() => Int, {
    description: 'The level down to which people take part; the head of the company is level 1.',
  })
  level!: number;

  @Field(() => Int, { description: 'Executives it would add.' })
  enrol!: number;

  @Field(() => Int, {
    description: 'Executives it would take out because they are below the level now.',
  })
  remove!: number;

  @Field(() => [PersonType], {
    description: 'The first of those it would add, the most senior first; at most 5.',
  })
  first!: PersonType[];
}

@ObjectType({ description: 'What applying the level rule changed.' })
export class ApplyLevelRulePayload {
  @Field(() => Int, { description: 'Executives added.' })
  enrolled!: number;

  @Field(() => Int, { description: 'Executives taken out because they are below the level now.' })
  removed!: number;

  @Field(() => Int, { description: 'Below the level, but kept because they are in a pairing.' })
  keptInPairing!: number;
}

@ObjectType({ description: 'Whether the signed-in person wants to be proposed.' })
export class PairingOptOutPayload {
  @Field({ description: 'True = not proposed to anybody.' })
  isOptedOut!: boolean;
}

export const EnrolExecutiveResult = payloadOrRefusal('EnrolExecutiveResult', ExecutivePayload);
export const SetExecutiveGoalsResult = payloadOrRefusal(
  'SetExecutiveGoalsResult',
  ExecutivePayload,
);
export const RemoveExecutiveResult = payloadOrRefusal(
  'RemoveExecutiveResult',
  RemoveExecutivePayload,
);
export const ApplyLevelRuleResult = payloadOrRefusal('ApplyLevelRuleResult', ApplyLevelRulePayload);
