import { CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { asUnion } from '../learning-result.js';
import { FluencyReader } from './fluency.reader.js';
import { BeforeAndNow, Fluency, RateFluencyInput, RateFluencyResult } from './fluency.type.js';
import { RateFluency } from './rate-fluency.js';

@Resolver()
export class FluencyResolver {
  constructor(
    private readonly reader: FluencyReader,
    private readonly rating: RateFluency,
  ) {}

  @Roles('EMPLOYEE')
  @Query(() => Fluency, {
    description: 'How fluent the executive of a pairing is, for its two people alone.',
  })
  fluency(
    @CurrentViewer() viewer: Viewer,
    @Args('pairingId', { type: () => ID, description: 'The pairing.' }) pairingId: string,
  ) {
    return this.reader.ofPairing(viewer, pairingId);
  }

  @Roles('EMPLOYEE')
  @Query(() => [BeforeAndNow], {
    description: 'How the viewer saw themselves first and sees themselves now. For nobody else.',
  })
  beforeAndNow(@CurrentViewer() viewer: Viewer) {
    return this.reader.beforeAndNow(viewer);
  }

  @Roles('EMPLOYEE')
  @Mutation(() => RateFluencyResult, {
    description: 'Adds a look at fluency: one’s own as executive, an observation as champion.',
  })
  async rateFluency(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The look.' }) input: RateFluencyInput,
  ) {
    const result = await this.rating.run(viewer, input);
    return asUnion(result, async (pairingId) => ({
      fluency: await this.reader.ofPairing(viewer, pairingId),
    }));
  }
}
