import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('OrgUnit', { description: 'A unit of the organisation.' })
export class OrgUnitType {
  @Field(() => ID, { description: 'Identifier of the unit.' })
  id!: string;

  @Field({ description: 'Code in the roster; stays when the name changes.' })
  code!: string;

  @Field({ description: 'Name as people say it.' })
  name!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'People per champion for this unit; null = the programme’s target.',
  })
  targetRatio!: number | null;
}

@ObjectType({ description: 'A unit at its place in the tree on one day.' })
export class OrgUnitNode {
  @Field(() => OrgUnitType, { description: 'The unit.' })
  unit!: OrgUnitType;

  @Field(() => ID, { nullable: true, description: 'The unit above; null at the top.' })
  parentId!: string | null;

  @Field(() => Int, { description: 'How many units stand above it.' })
  depth!: number;

  @Field(() => Int, { description: 'People working in the unit itself on that day.' })
  people!: number;

  @Field(() => Int, { description: 'People working in the unit and everything below it.' })
  peopleWithBelow!: number;
}
