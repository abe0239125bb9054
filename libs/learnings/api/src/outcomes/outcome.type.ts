import type { TimeFigures, ValueFigures } from '@flipside/learnings-domain';
import { DayScalar, InstantScalar } from '@flipside/platform-api';
import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { EvidenceGrade, OutcomeCategory, OutcomeEntryKind } from '../learnings.enums.js';
import { resultOf } from '../learning-result.js';

@ObjectType({ description: 'One thing that was said about an outcome.' })
export class OutcomeEntry {
  @Field(() => OutcomeEntryKind, { description: 'What was said.' })
  kind!: OutcomeEntryKind;

  @Field({ description: 'Who said it.' })
  actorName!: string;

  @Field(() => InstantScalar, { description: 'When.' })
  at!: Date;

  @Field(() => EvidenceGrade, { description: 'The grade from then on.' })
  grade!: EvidenceGrade;

  @Field(() => Float, { nullable: true, description: 'Hours a month from then on.' })
  monthlyHours!: number | null;
}

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
    description: 'Minutes each time, after, without the checking.',
  })
  minutesAfter!: number | null;

  @Field(() => Float, {
    description: 'Minutes each time for checking what AI wrote; they count as time after.',
  })
  checkingMinutes!: number;

  @Field(() => Float, { nullable: true, description: 'How often a month and person.' })
  timesPerMonth!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many people do it.' })
  people!: number | null;

  @Field(() => Float, { description: 'Minutes spent once to set it up.' })
  setupMinutes!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Hours a month: (before − after − checking) × times × people ÷ 60. Negative when it costs time.',
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

  @Field(() => Float, {
    nullable: true,
    description:
      'Cycle time: the median before. Customer experience: the indicator before. Null otherwise.',
  })
  valueBefore!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The same after. Decision quality: decided the same again. New workflow: people who used it in the last 30 days.',
  })
  valueAfter!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Cycle time: cases. Decision quality: decisions looked at again.',
  })
  cases!: number | null;

  @Field({ description: 'Customer experience: whether less of the indicator is better.' })
  isLowerBetter!: boolean;

  @Field({ description: 'Customer experience: what is counted.' })
  indicator!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'Hours a month that were claimed before they were measured.',
  })
  claimedHours!: number | null;

  @Field({ description: 'Whether it holds today.' })
  holds!: boolean;

  @Field({ description: 'Whether it can be renewed for another 90 days now.' })
  canRenew!: boolean;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'When one of the two said that it no longer holds.',
  })
  endedOn!: string | null;

  @Field(() => [OutcomeEntry], { description: 'What was said about it, oldest first.' })
  history!: OutcomeEntry[];

  @Field(() => Int, { description: 'Send it back when saying its figures anew.' })
  version!: number;

  @Field({ description: 'Whether the viewer is the one who can confirm it now.' })
  viewerCanCorroborate!: boolean;
}

@InputType({ isAbstract: true })
class OutcomeFiguresInput {
  @Field({
    defaultValue: '',
    description: 'Where the figures come from. With it and figures the outcome counts as measured.',
  })
  source!: string;

  @Field(() => Float, { nullable: true, description: 'Minutes each time, before.' })
  minutesBefore?: number | null;

  @Field(() => Float, { nullable: true, description: 'Minutes each time, after.' })
  minutesAfter?: number | null;

  @Field(() => Float, {
    defaultValue: 0,
    description: 'Minutes each time for checking what AI wrote, on top of the time after.',
  })
  checkingMinutes!: number;

  @Field(() => Float, { nullable: true, description: 'How often a month; weekly is 52 ÷ 12.' })
  timesPerMonth?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many people do it.' })
  people?: number | null;

  @Field(() => Float, { defaultValue: 0, description: 'Minutes spent once to set it up.' })
  setupMinutes!: number;

  @Field(() => Float, { nullable: true, description: 'As in Outcome.valueBefore.' })
  valueBefore?: number | null;

  @Field(() => Float, { nullable: true, description: 'As in Outcome.valueAfter.' })
  valueAfter?: number | null;

  @Field(() => Int, { nullable: true, description: 'As in Outcome.cases.' })
  cases?: number | null;

  @Field({ defaultValue: true, description: 'As in Outcome.isLowerBetter.' })
  isLowerBetter!: boolean;
}

@InputType({
  description:
    'A new outcome. Manual effort needs minutes, times and people; the other categories take their values once known.',
})
export class RecordOutcomeInput extends OutcomeFiguresInput {
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

  @Field({ defaultValue: '', description: 'Customer experience: what is counted.' })
  indicator!: string;

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

@InputType({ description: 'The figures of an outcome said anew: measured, or corrected.' })
export class RestateOutcomeInput extends OutcomeFiguresInput {
  @Field(() => ID, { description: 'The outcome.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was on screen.' })
  version!: number;
}

@InputType({ description: 'Whether an outcome still holds.' })
export class RenewOutcomeInput {
  @Field(() => ID, { description: 'The outcome.' })
  id!: string;

  @Field({ description: 'True: another 90 days. False: it ends today.' })
  stillHolds!: boolean;

  @Field(() => Int, {
    description: 'The version that was on screen, so that pressing twice renews once.',
  })
  version!: number;
}

/** Time figures when all four are there; null leaves it to the domain to ask for them. */
export function saidFigures(input: OutcomeFiguresInput): TimeFigures | null {
  const { minutesBefore, minutesAfter, timesPerMonth, people } = input;
  if (minutesBefore == null || minutesAfter == null || timesPerMonth == null || people == null)
    return null;
  const { checkingMinutes, setupMinutes } = input;
  return { minutesBefore, minutesAfter, checkingMinutes, timesPerMonth, people, setupMinutes };
}

/** The values of the other categories, as they were said. */
export const saidValues = (input: OutcomeFiguresInput): ValueFigures => ({
  valueBefore: input.valueBefore ?? null,
  valueAfter: input.valueAfter ?? null,
  cases: input.cases ?? null,
  isLowerBetter: input.isLowerBetter,
});

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
export const RestateOutcomeResult = resultOf(
  'RestateOutcomeResult',
  'The outcome with its new figures, or why they were not taken.',
  OutcomePayload,
);
export const RenewOutcomeResult = resultOf(
  'RenewOutcomeResult',
  'The outcome with its new end, or why it was not renewed.',
  OutcomePayload,
);
