import { DayScalar, InstantScalar } from '@flipside/platform-api';
import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { EvidenceGrade, OutcomeCategory } from '../learnings.enums.js';
import { resultOf } from '../learning-result.js';

@ObjectType({ description: 'A change in work that the two people of a pairing recorded.' })
export class Outcome {
  @Field(() => ID, { description: 'Identity of the outcome.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The session it came from.' })
  sessionId!: string | null;

  @Field(() => OutcomeCategory, { description: 'Which of the five kinds.' })
  category!: OutcomeCategory;

  @Field(() => EvidenceGrade, { description: 'How well it is supported.' })
  grade!: EvidenceGrade;

  @Field({ description: 'The workflow that changed, in a few words.' })
  workflow!: string;

  @Field({ description: 'Where the before and after figures come from; empty for a claim.' })
  source!: string;

  @Field(() => Float, { nullable: true, description: 'Minutes each time, before.' })
  minutesBefore!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Minutes each time, after, checking included.',
  })
  minutesAfter!: number | null;

  @Field(() => Float, { nullable: true, description: 'How often a month and person.' })
  timesPerMonth!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many people do it.' })
  people!: number | null;

  @Field(() => Float, { description: 'Minutes spent once to set it up.' })
  setupMinutes!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Hours a month: (before − after) × times × people ÷ 60. Negative when it costs time.',
  })
  monthlyHours!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Net hours from its first day up to today, set-up taken off. Negative while it has cost more.',
  })
  netHoursSoFar!: number | null;

  @Field(() => DayScalar, { description: 'First day it counts.' })
  validFrom!: string;

  @Field(() => DayScalar, { description: 'First day it no longer counts.' })
  validTo!: string;

  @Field({ description: 'Who recorded it.' })
  authorName!: string;

  @Field(() => String, { nullable: true, description: 'Who confirmed it.' })
  corroboratedByName!: string | null;

  @Field(() => InstantScalar, { description: 'When it was recorded.' })
  createdAt!: Date;

  @Field({ description: 'Whether the viewer is the one who can confirm it now.' })
  viewerCanCorroborate!: boolean;
}

@InputType({
  description: 'A new outcome. Figures are needed for manual effort and ignored otherwise.',
})
export class RecordOutcomeInput {
  @Field(() => ID, {
    description:
      'A UUID made on the device; it becomes the outcome’s id, so sending twice adds one.',
  })
  id!: string;

  @Field(() => ID, { description: 'The pairing.' })
  pairingId!: string;

  @Field(() => ID, { nullable: true, description: 'The session it came from.' })
  sessionId?: string | null;

  @Field(() => OutcomeCategory, { description: 'Which of the five kinds.' })
  category!: OutcomeCategory;

  @Field({ description: 'The workflow that changed, at most 120 characters.' })
  workflow!: string;

  @Field({
    defaultValue: '',
    description:
      'Where the before and after figures come from. With it the outcome counts as measured.',
  })
  source!: string;

  @Field(() => Float, { nullable: true, description: 'Minutes each time, before.' })
  minutesBefore?: number | null;

  @Field(() => Float, { nullable: true, description: 'Minutes each time, after.' })
  minutesAfter?: number | null;

  @Field(() => Float, { nullable: true, description: 'How often a month; weekly is 52 ÷ 12.' })
  timesPerMonth?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many people do it.' })
  people?: number | null;

  @Field(() => Float, { defaultValue: 0, description: 'Minutes spent once to set it up.' })
  setupMinutes!: number;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'First day it counts; today when left out.',
  })
  validFrom?: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'First day it no longer counts; 90 days later when left out.',
  })
  validTo?: string | null;
}

@InputType({ description: 'An outcome to confirm.' })
export class CorroborateOutcomeInput {
  @Field(() => ID, { description: 'The outcome.' })
  id!: string;
}

@ObjectType({ description: 'The outcome as saved.' })
export class OutcomePayload {
  @Field(() => Outcome, { description: 'The outcome.' })
  outcome!: Outcome;
}

export const RecordOutcomeResult = resultOf(
  'RecordOutcomeResult',
  'The new outcome, or why it was not recorded.',
  OutcomePayload,
);
export const CorroborateOutcomeResult = resultOf(
  'CorroborateOutcomeResult',
  'The confirmed outcome, or why it was not confirmed.',
  OutcomePayload,
);
