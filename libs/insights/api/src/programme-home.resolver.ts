import { Roles } from '@flipside/platform-api';
import { Query, Resolver } from '@nestjs/graphql';
import { ProgrammeHomeReader } from './programme-home.reader.js';
import { ProgrammeHome } from './programme-home.type.js';

@Resolver()
export class ProgrammeHomeResolver {
  constructor(private readonly reader: ProgrammeHomeReader) {}

  @Roles('HR_LEAD')
  @Query(() => ProgrammeHome, { description: 'What needs the programme owner today, worst first.' })
  programmeHome() {
    return this.reader.home();
  }
}
