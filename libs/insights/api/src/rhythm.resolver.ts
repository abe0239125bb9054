import { Looks } from '@flipside/people-api';
import { CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { namedIn, RhythmReader } from './rhythm.reader.js';
import { Rhythm, RhythmState } from './rhythm.type.js';

@Resolver()
export class RhythmResolver {
  constructor(
    private readonly reader: RhythmReader,
    private readonly looks: Looks,
  ) {}

  @Roles('HR_LEAD')
  @Query(() => Rhythm, { description: 'Which pairings need a hand: dates and states of 26 weeks.' })
  async rhythm(
    @CurrentViewer() viewer: Viewer,
    @Args('states', {
      type: () => [RhythmState],
      nullable: true,
      description: 'Pairings to list; all when left out.',
    })
    states?: RhythmState[] | null,
  ) {
    const found = await this.reader.rhythm(states);
    await this.looks.noteList(viewer, namedIn(found.pairings), 'pairing_list');
    return found;
  }
}
