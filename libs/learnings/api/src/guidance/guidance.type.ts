import { InstantScalar } from '@flipside/platform-api';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DataClass } from '../learnings.enums.js';
import { resultOf } from '../learning-result.js';

@ObjectType({ description: 'The rule of one data class.' })
export class DataRule {
  @Field(() => DataClass, { description: 'The class.' })
  dataClass!: DataClass;

  @Field({ description: 'What may be done with material of this class.' })
  rule!: string;
}

@ObjectType({ description: 'A tool the company allows for work with AI.' })
export class ApprovedTool {
  @Field(() => ID, { description: 'Identity of the tool.' })
  id!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field({ description: 'What it is good for.' })
  purpose!: string;

  @Field(() => DataClass, { description: 'The most sensitive material that may go into it.' })
  highestClass!: DataClass;
}

@ObjectType({ description: 'What may and may not be done with AI here.' })
export class Guardrails {
  @Field(() => Int, {
    description: 'Counts up with each change; 0 before the programme wrote any.',
  })
  version!: number;

  @Field(() => [String], { description: 'What to do.' })
  dos!: string[];

  @Field(() => [String], { description: 'What not to do.' })
  donts!: string[];

  @Field(() => [DataRule], { description: 'The rule of each data class, least sensitive first.' })
  rules!: DataRule[];

  @Field(() => [ApprovedTool], { description: 'Tools in use, by name.' })
  tools!: ApprovedTool[];

  @Field(() => String, { nullable: true, description: 'Who answers boundary questions.' })
  ownerName!: string | null;

  @Field(() => ID, { nullable: true, description: 'Who answers boundary questions, by id.' })
  ownerId!: string | null;

  @Field(() => String, { nullable: true, description: 'The person of trust for concerns.' })
  trustName!: string | null;

  @Field(() => ID, { nullable: true, description: 'The person of trust, by id.' })
  trustId!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When the viewer read this version.' })
  viewerReadAt!: Date | null;

  @Field({ description: 'Whether the viewer may change them.' })
  viewerCanChange!: boolean;
}

@InputType({ description: 'The rule of one data class.' })
export class DataRuleInput {
  @Field(() => DataClass, { description: 'The class.' })
  dataClass!: DataClass;

  @Field({ description: 'What may be done, at most 600 characters.' })
  rule!: string;
}

@InputType({ description: 'A tool the company allows.' })
export class ApprovedToolInput {
  @Field(() => ID, { description: 'A UUID; a known one changes that tool.' })
  id!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field({ defaultValue: '', description: 'What it is good for.' })
  purpose!: string;

  @Field(() => DataClass, { description: 'The most sensitive material that may go into it.' })
  highestClass!: DataClass;
}

@InputType({
  description: 'The guardrails as they shall stand. Everybody is asked to read them again.',
})
export class ChangeGuardrailsInput {
  @Field(() => Int, { description: 'The version that was on screen.' })
  version!: number;

  @Field(() => [String], { description: 'What to do.' })
  dos!: string[];

  @Field(() => [String], { description: 'What not to do.' })
  donts!: string[];

  @Field(() => [DataRuleInput], { description: 'The rule of each data class.' })
  rules!: DataRuleInput[];

  @Field(() => [ApprovedToolInput], { description: 'All tools that are allowed.' })
  tools!: ApprovedToolInput[];

  @Field(() => ID, { nullable: true, description: 'Who answers boundary questions.' })
  ownerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The person of trust.' })
  trustId?: string | null;
}

@ObjectType({ description: 'The guardrails as saved.' })
export class GuardrailsPayload {
  @Field(() => Guardrails, { description: 'The guardrails.' })
  guardrails!: Guardrails;
}

@ObjectType({ description: 'A boundary question or a concern. Only its two people read it.' })
export class ConfidentialMessage {
  @Field(() => ID, { description: 'Identity of the message.' })
  id!: string;

  @Field({
    description:
      '“boundary” for a question about the guardrails, “concern” for one to the person of trust.',
  })
  kind!: string;

  @Field({ description: 'Who asks.' })
  fromName!: string;

  @Field({ description: 'Who answers.' })
  toName!: string;

  @Field({ description: 'Whether the viewer is the one who asks.' })
  isMine!: boolean;

  @Field({ description: 'The text.' })
  body!: string;

  @Field(() => InstantScalar, { description: 'When it was sent.' })
  at!: Date;

  @Field({ description: 'The answer; empty while there is none.' })
  answer!: string;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was answered.' })
  answeredAt!: Date | null;
}

@InputType({ description: 'A boundary question or a concern.' })
export class SendConfidentialInput {
  @Field(() => ID, { description: 'A UUID made on the device; sending twice sends once.' })
  id!: string;

  @Field({ description: 'True: to the person of trust. False: to who answers boundary questions.' })
  isConcern!: boolean;

  @Field({ description: 'The text, at most 1,000 characters.' })
  body!: string;
}

@InputType({ description: 'An answer to a confidential message.' })
export class AnswerConfidentialInput {
  @Field(() => ID, { description: 'The message.' })
  id!: string;

  @Field({ description: 'The text, at most 1,000 characters.' })
  body!: string;
}

@ObjectType({ description: 'The message as it stands.' })
export class ConfidentialPayload {
  @Field(() => ConfidentialMessage, { description: 'The message.' })
  sent!: ConfidentialMessage;
}

export const ChangeGuardrailsResult = resultOf(
  'ChangeGuardrailsResult',
  'The guardrails, or why they were not changed.',
  GuardrailsPayload,
);
export const ConfidentialResult = resultOf(
  'ConfidentialResult',
  'The message, or why it was not sent.',
  ConfidentialPayload,
);
