import { Query, Resolver } from '@nestjs/graphql';
import type { Funnel } from '@flipside/champions-domain';
import { Roles } from '@flipside/platform-api';
import { FunnelReader } from './funnel.reader.js';
import { NominationFunnel } from './funnel.type.js';

@Resolver()
export class FunnelResolver {
  constructor(private readonly reader: FunnelReader) {}

  @Query(() => NominationFunnel, { description: 'How nominations of the last two years went.' })
  @Roles('HR_LEAD')
  nominationFunnel(): Promise<Funnel> {
    return this.reader.funnel();
  }
}
