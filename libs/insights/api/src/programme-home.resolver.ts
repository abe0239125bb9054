import { Looks } from '@flipside/people-api';
import { CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import { Query, Resolver } from '@nestjs/graphql';
import { ProgrammeHomeReader } from './programme-home.reader.js';
import { ProgrammeHome } from './programme-home.type.js';
import { namedIn } from './rhythm.reader.js';

@Resolver()
export class ProgrammeHomeResolver {
  constructor(
    private readonly reader: ProgrammeHomeReader,
    private readonly looks: Looks,
  ) {}

  @Roles('HR_LEAD')
  @Query(() => ProgrammeHome, { description: 'What needs the programme owner today, worst first.' })
  async programmeHome(@CurrentViewer() viewer: Viewer): Promise<ProgrammeHome> {
    const home = await this.reader.home();
    await this.looks.noteList(viewer, namedIn(home.slipping.rows), 'pairing_list');
    return home;
  }
}
