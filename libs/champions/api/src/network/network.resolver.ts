import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Result } from '@flipside/kernel';
import type { ChampionRefusal } from '@flipside/champions-domain';
import { CurrentViewer, DayScalar, Roles, type Viewer } from '@flipside/platform-api';
import { type ChampionRefusalType, refusalOf } from '../champion-refusal.type.js';
import { canSeeLoad } from '../champions/champion.policy.js';
import { ChampionReader } from '../champions/champion.reader.js';
import { Champion, type ChampionPayload } from '../champions/champion.type.js';
import { ConfirmSections } from './confirm-sections.js';
import { NetworkReader } from './network.reader.js';
import {
  ConfirmSectionsArgs,
  ConfirmSectionsResult,
  NetworkHealth,
  RenewTermResult,
  SectionFreshness,
  TimelineEntry,
} from './network.type.js';
import { RenewTerm } from './renew-term.js';

type Answer = Promise<ChampionPayload | ChampionRefusalType>;

/** The relationship with champions: whether the network lives, and what stands on record about each. */
@Resolver(() => Champion)
export class NetworkResolver {
  constructor(
    private readonly reader: NetworkReader,
    private readonly champions: ChampionReader,
    private readonly renewing: RenewTerm,
    private readonly confirming: ConfirmSections,
  ) {}

  @Query(() => NetworkHealth, { description: 'Heartbeat, breadth of nominators and freshness.' })
  @Roles('HR_LEAD')
  networkHealth(): Promise<NetworkHealth> {
    return this.reader.health();
  }

  /** One champion at a time is opened; lists do not ask for it. */
  @ResolveField(() => [TimelineEntry], {
    description: 'What is on record, newest first; empty unless it is yours or you run the programme.',
  })
  timeline(
    @CurrentViewer() viewer: Viewer,
    @Parent() { personId }: Champion,
  ): Promise<TimelineEntry[]> {
    return canSeeLoad(viewer, { personId })
      ? this.reader.timeline(viewer, personId)
      : Promise.resolve([]);
  }

  @ResolveField(() => [SectionFreshness], {
    description: 'When each section of the profile was last confirmed.',
  })
  freshness(@Parent() { personId }: Champion): Promise<SectionFreshness[]> {
    return this.reader.freshness(personId);
  }

  @ResolveField(() => DayScalar, {
    nullable: true,
    description: 'Last day of the term; null unless it is yours or you run the programme.',
  })
  termEndsOn(
    @CurrentViewer() viewer: Viewer,
    @Parent() { personId }: Champion,
  ): Promise<string | null> {
    return canSeeLoad(viewer, { personId })
      ? this.reader.termEndsOn(personId)
      : Promise.resolve(null);
  }

  @Mutation(() => RenewTermResult, { description: 'Go on as a champion for one more term.' })
  @Roles('EMPLOYEE')
  renewTerm(@CurrentViewer() viewer: Viewer): Answer {
    return this.answer(viewer, this.renewing.run(viewer));
  }

  @Mutation(() => ConfirmSectionsResult, { description: 'Says that sections are still right.' })
  @Roles('EMPLOYEE')
  confirmSections(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which.' }) input: ConfirmSectionsArgs,
  ): Answer {
    return this.answer(viewer, this.confirming.run(viewer, input));
  }

  private async answer(
    viewer: Viewer,
    done: Promise<Result<{ personId: string }, ChampionRefusal>>,
  ): Answer {
    const result = await done;
    if (!result.ok) return refusalOf(result.refusal);
    return { champion: await this.champions.champion(viewer, result.value.personId) };
  }
}
