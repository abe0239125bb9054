import { Inject } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Clock } from '@flipside/kernel';
import { PairingType } from '@flipside/pairings-api';
import { barrier, CLOCK, type RequestContext } from '@flipside/platform-api';
import DataLoader from 'dataloader';
import { SessionReader } from './session.reader.js';
import { SessionType } from './session.type.js';
import { sessionView } from './session.view.js';

/** A pairing looks right to its sessions from here, so that pairings need not know of them. */
@Resolver(() => PairingType)
export class PairingSessionsResolver {
  constructor(
    private readonly reader: SessionReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @ResolveField(() => [SessionType], {
    description:
      'Its sessions in order: for the two people; for HR leads with times and state only.',
  })
  async sessions(
    @Parent() pairing: PairingType,
    @Context() context: RequestContext,
  ): Promise<SessionType[]> {
    return this.loader(context).load(pairing.id);
  }

  /** All pairings of a list in two statements. */
  private loader(context: RequestContext): DataLoader<string, SessionType[]> {
    const { viewer } = context;
    if (!viewer) throw barrier('UNAUTHENTICATED');
    return context.loader<string, SessionType[]>(
      this,
      () =>
        new DataLoader(async (pairingIds) => {
          const found = await this.reader.ofPairings(viewer, pairingIds);
          const now = this.clock.now();
          return pairingIds.map((id) =>
            (found.get(id) ?? []).map((seen) => sessionView(seen, viewer, now)),
          );
        }),
    );
  }
}
