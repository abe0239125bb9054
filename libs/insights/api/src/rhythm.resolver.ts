import { Roles } from '@flipside/platform-api';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { RhythmReader } from './rhythm.reader.js';
import { Rhythm, RhythmState } from './rhythm.type.js';

@Resolver()
export class RhythmResolver {
  constructor(private readonly reader: RhythmReader) {}

  @Roles('HR_LEAD')
  @Query(() => Rhythm, { description: 'Which pairings need a hand: dates and states of 26 weeks.' })
  rhythm(
    @Args('states', {
      type: () => [RhythmState],
      nullable: true,
      description: 'Pairings to list; all when left out.',
    })
    states?: RhythmState[] | null,
  ) {
    return this.reader.rhythm(states);
  }
}
