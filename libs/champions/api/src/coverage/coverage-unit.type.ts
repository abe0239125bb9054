import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DayScalar } from '@flipside/platform-api';
import { Champion } from '../champions/champion.type.js';
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
  @Field(() => [Champion], {
    description: 'Champions whose home is the unit or below it, at most 500.',
  })
  champions!: Champion[];
  @Field(() => [Nomination], {
    description: 'Open nominations of people in the unit or below it, at most 200.',
  })
  nominations!: Nomination[];
  @Field(() => SeatPlan, { description: 'The plan for the units below.' }) seatPlan!: SeatPlan;
}
