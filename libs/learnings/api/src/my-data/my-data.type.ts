import type { Day } from '@flipside/kernel';
import { DayScalar } from '@flipside/platform-api';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'One kind of record that Flipside holds of the viewer.' })
export class HeldKind {
  @Field(() => ID, { description: 'Short name for programs.' })
  kind!: string;

  @Field({ description: 'What it is.' })
  name!: string;

  @Field({ description: 'Who can read it.' })
  readers!: string;

  @Field({ description: 'How long it is kept.' })
  kept!: string;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The next day on which one of them goes; null where none has a day.',
  })
  nextGoesOn!: Day | null;

  @Field(() => Int, { description: 'How many there are.' })
  count!: number;
}

@ObjectType({ description: 'Notes that were removed.' })
export class DeleteMyNotesPayload {
  @Field(() => Int, { description: 'How many.' })
  count!: number;
}
