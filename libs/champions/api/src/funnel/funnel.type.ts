import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DayScalar } from '@flipside/platform-api';
import type { Cohort, SourceFunnel, StageFunnel } from '@flipside/champions-domain';
import { NominationSourceEnum, NominationStageEnum } from '../nominations/nomination-enums.js';

@ObjectType({ description: 'Those who entered a stage in one month and what became of them.' })
export class FunnelCohort {
  @Field({ description: 'Month of entering, as YYYY-MM.' }) month!: string;
  @Field(() => Int, { description: 'Those who entered.' }) entered!: number;
  @Field(() => Int, { description: 'Of these, those who entered a later stage.' }) movedOn!: number;
  @Field(() => Int, { description: 'Those who declined or withdrew.' }) stopped!: number;
  @Field(() => Int, { description: 'Those still there.' }) waiting!: number;
}

@ObjectType({
  description: 'One stage: what became of those who entered it, and how long it took.',
})
export class FunnelStage {
  @Field(() => NominationStageEnum, { description: 'The stage.' }) stage!: string;
  @Field(() => Int, { description: 'Those who entered.' }) entered!: number;
  @Field(() => Int, { description: 'Of these, those who entered a later stage.' }) movedOn!: number;
  @Field(() => Int, { description: 'Those who declined or withdrew from here.' }) stopped!: number;
  @Field(() => Int, { description: 'Those still there.' }) waiting!: number;
  @Field(() => [FunnelCohort], { description: 'By month of entering, newest last.' })
  cohorts!: Cohort[];
  @Field(() => Int, {
    nullable: true,
    description:
      'Days until half have moved on, those waiting as unfinished and those who stopped left out; null while fewer have.',
  })
  medianDays!: number | null;
  @Field(() => Int, { nullable: true, description: 'The same for nine in ten.' })
  ninetiethDays!: number | null;
  @Field(() => Int, { nullable: true, description: 'Median days of those who stopped.' })
  stoppedMedianDays!: number | null;
  @Field(() => Int, { description: 'Longest wait of those still there, in days.' })
  longestDays!: number;
}

@ObjectType({ description: 'Nominations of one source and how they ended.' })
export class FunnelSource {
  @Field(() => NominationSourceEnum, { description: 'Who proposed.' }) source!: string;
  @Field(() => Int, { description: 'Nominations.' }) nominated!: number;
  @Field(() => Int, { description: 'Of these, those whose way is over.' }) decided!: number;
  @Field(() => Int, { description: 'Of these, those who became a champion.' }) accepted!: number;
}

@ObjectType({ description: 'Decisions against the days aimed at.' })
export class FunnelDecisions {
  @Field(() => Int, { description: 'Days from being nominated to a decision aimed at.' })
  targetDays!: number;
  @Field(() => Int, { description: 'Nominations that were decided.' }) decided!: number;
  @Field(() => Int, { description: 'Of these, those within the days aimed at.' }) inTime!: number;
  @Field(() => Int, { description: 'Undecided ones that wait for longer.' }) overdue!: number;
}

@ObjectType({ description: 'How nominations went.' })
export class NominationFunnel {
  @Field(() => DayScalar, { description: 'The programme’s day until which was looked.' })
  asOf!: string;
  @Field(() => [FunnelStage], { description: 'Stages in their order.' })
  stages!: readonly StageFunnel[];
  @Field(() => [FunnelSource], { description: 'Sources, the most frequent first.' })
  sources!: readonly SourceFunnel[];
  @Field(() => FunnelDecisions, { description: 'Decision times.' }) decisions!: FunnelDecisions;
}
