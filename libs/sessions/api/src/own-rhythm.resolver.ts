import { Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, DayScalar, Roles, type Viewer } from '@flipside/platform-api';
import { OwnRhythmReader } from './own-rhythm.reader.js';
import { SessionPerson } from './session.type.js';

@ObjectType({ description: 'How the rhythm of one of one’s own pairings stands.' })
export class OwnRhythm {
  @Field(() => ID, { description: 'The pairing.' })
  pairingId!: string;

  @Field(() => SessionPerson, { description: 'The champion.' })
  champion!: SessionPerson;

  @Field(() => Int, {
    description: 'Days beyond rhythm and grace since the last held session; 0 while it holds.',
  })
  debtDays!: number;

  @Field(() => DayScalar, { nullable: true, description: 'Day of the last held session.' })
  lastHeldOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is so and what helps, when the rhythm has slipped.',
  })
  inWords!: string | null;
}

@Resolver()
export class OwnRhythmResolver {
  constructor(private readonly reader: OwnRhythmReader) {}

  @Query(() => [OwnRhythm], {
    description: 'The rhythm of the viewer’s active pairings as an executive.',
  })
  @Roles('EXECUTIVE')
  async ownRhythms(@CurrentViewer() viewer: Viewer): Promise<OwnRhythm[]> {
    return this.reader.of(viewer);
  }
}
