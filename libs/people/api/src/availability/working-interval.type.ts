import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('WorkingInterval', { description: 'A stretch of work on one weekday, wall time.' })
export class WorkingIntervalType {
  @Field(() => Int, { description: '1 = Monday … 7 = Sunday.' })
  weekday!: number;

  @Field(() => Int, { description: 'Beginning in minutes from midnight.' })
  fromMinute!: number;

  @Field(() => Int, { description: 'End in minutes from midnight; 1440 is midnight at the end.' })
  toMinute!: number;
}

@InputType({ description: 'A stretch of work on one weekday, wall time.' })
export class WorkingIntervalInput {
  @Field(() => Int, { description: '1 = Monday … 7 = Sunday.' })
  weekday!: number;

  @Field(() => Int, { description: 'Beginning in minutes from midnight.' })
  fromMinute!: number;

  @Field(() => Int, { description: 'End in minutes from midnight; 1440 is midnight at the end.' })
  toMinute!: number;
}
