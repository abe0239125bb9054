import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ChampionState } from '@flipside/champions-domain';
import { DayScalar } from '@flipside/platform-api';
import { ChampionStateEnum } from '../champions/champion.type.js';
import { Nomination } from '../nominations/nomination.type.js';
import { CoverageBasisEnum, CoverageNode } from './coverage.type.js';

@ObjectType({ description: 'Seats planned for one unit below.' })
export class PlannedSeat {
  @Field(() => CoverageNode, { description: 'The unit.' }) unit!: CoverageNode;
  @Field(() => Int, { description: 'Seats of the plan.' }) seats!: number;
  @Field(() => Int, { description: 'Seats that today’s numbers would give.' }) seatsToday!: number;
}

@ObjectType({
  description:
    'How the seats a unit needs are split among the units right below it, by largest remainder. They add up to the need.',
})
export class SeatPlan {
  @Field(() => DayScalar, { description: 'First day of the quarter.' }) quarter!: string;
  @Field({ description: 'Whether the plan is frozen for the quarter.' }) isFrozen!: boolean;
  @Field(() => [PlannedSeat], { description: 'Seats by unit.' }) seats!: PlannedSeat[];
}

@ObjectType({ description: 'A champion as one of the people behind a unit’s figures.' })
export class UnitChampion {
  @Field(() => ID, { description: 'Identifier of the person.' }) personId!: string;
  @Field({ description: 'Full name.' }) name!: string;
  @Field({ description: 'Job title.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'Name of the home unit.' }) unitName!:
    string | null;
  @Field(() => ChampionStateEnum, { description: 'State on that day.' }) state!: ChampionState;
  @Field(() => DayScalar, { nullable: true, description: 'First day, while it is still to come.' })
  startsOn!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'First day back from a break.' })
  restsUntil!: string | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'First day no longer counted, when it lies within 90 days.',
  })
  endsOn!: string | null;
  @Field(() => [String], { description: 'Good at.' }) skills!: string[];
}

@ObjectType({ description: 'Champions whose home is a unit or below it.' })
export class UnitChampions {
  @Field(() => Int, { description: 'Those who count.' }) active!: number;
  @Field(() => Int, { description: 'Those on a break or on leave.' }) resting!: number;
  @Field(() => Int, { description: 'Those with a first day to come.' }) approved!: number;
  @Field(() => Int, { description: 'Of the active ones, those who stop within 90 days.' })
  leaving!: number;
  @Field(() => Float, {
    nullable: true,
    description:
      'Active champions by agreed time: half the programme’s usual hours count half. Null for a past day: agreed hours have no past.',
  })
  byAgreedTime!: number | null;
  @Field(() => [UnitChampion], { description: 'By name, at most 100.' }) people!: UnitChampion[];
}

@ObjectType('CoverageUnit', {
  description: 'One unit on one day, with the people behind its figures.',
})
export class CoverageUnitType {
  @Field(() => DayScalar, { description: 'The day.' }) asOf!: string;
  @Field(() => CoverageBasisEnum, { description: 'What the figures are made of.' }) basis!: string;
  @Field(() => CoverageNode, { description: 'The unit.' }) unit!: CoverageNode;
  @Field({ description: 'The unit in one or two sentences.' }) sentence!: string;
  @Field({ description: 'The rule behind the figures, in words.' }) rule!: string;
  @Field(() => [CoverageNode], { description: 'Units above, from the top down.' })
  above!: CoverageNode[];
  @Field(() => [CoverageNode], { description: 'Units directly below, by name.' })
  children!: CoverageNode[];
  @Field(() => UnitChampions, { description: 'Champions whose home is the unit or below it.' })
  champions!: UnitChampions;
  @Field(() => [Nomination], {
    description: 'Open nominations of people in the unit or below it, at most 200.',
  })
  nominations!: Nomination[];
  @Field(() => SeatPlan, { description: 'The plan for the units below.' }) seatPlan!: SeatPlan;
}
