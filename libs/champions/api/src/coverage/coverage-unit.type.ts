import { Field, ObjectType } from '@nestjs/graphql';
import { DayScalar } from '@flipside/platform-api';
import { Champion } from '../champions/champion.type.js';
import { Nomination } from '../nominations/nomination.type.js';
import { CoverageNode } from './coverage.type.js';

@ObjectType('CoverageUnit', {
  description: 'One unit on one day, with the people behind its figures.',
})
export class CoverageUnitType {
  @Field(() => DayScalar, { description: 'The day.' }) asOf!: string;
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
}
