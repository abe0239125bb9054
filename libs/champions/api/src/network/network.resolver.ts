import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Result } from '@flipside/kernel';
import { Looks } from '@flipside/people-api';
import type { ChampionRefusal } from '@flipside/champions-domain';
import { CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import { type ChampionRefusalType, refusalOf } from '../champion-refusal.type.js';
import { canSeeLoad } from '../champions/champion.policy.js';
import { ChampionReader } from '../champions/champion.reader.js';
import { Champion, type ChampionPayload } from '../champions/champion.type.js';
import { ConfirmSections } from './confirm-sections.js';
import { NetworkReader } from './network.reader.js';
import {
  ChampionTerm,
  ConfirmSectionsArgs,
  ConfirmSectionsResult,
  NetworkHealth,
  RenewTermResult,
  StayInTouchArgs,
  StayInTouchResult,
  StepDownArgs,
  StepDownResult,
  SectionFreshness,
  RecordEntry,
} from './network.type.js';
import { RenewTerm } from './renew-term.js';
import { StayInTouch } from './stay-in-touch.js';
import { StepDown } from './step-down.js';

type Answer = Promise<ChampionPayload | ChampionRefusalType>;

/** The relationship with champions: whether the network lives, and what stands on record about each. */
@Resolver(() => Champion)
export class NetworkResolver {
  constructor(
    private readonly reader: NetworkReader,
    private readonly champions: ChampionReader,
    private readonly renewing: RenewTerm,
    private readonly confirming: ConfirmSections,
    private readonly ending: StepDown,
    private readonly touching: StayInTouch,
    private readonly looks: Looks,
  ) {}

  @Query(() => NetworkHealth, { description: 'Heartbeat, breadth of nominators and freshness.' })
  @Roles('HR_LEAD')
  networkHealth(): Promise<NetworkHealth> {
    return this.reader.health();
  }

  /** One champion at a time is opened; lists do not ask for it. */
  @ResolveField(() => [RecordEntry], {
    description:
      'What is on record, newest first; empty unless it is yours or you run the programme.',
  })
  async timeline(
    @CurrentViewer() viewer: Viewer,
    @Parent() { personId }: Champion,
  ): Promise<RecordEntry[]> {
    if (!canSeeLoad(viewer, { personId })) return [];
    await this.looks.note(viewer, [personId], 'person');
    return this.reader.timeline(viewer, personId);
  }

  @ResolveField(() => [SectionFreshness], {
    description: 'When each section of the profile was last confirmed.',
  })
  freshness(@Parent() { personId }: Champion): Promise<SectionFreshness[]> {
    return this.reader.freshness(personId);
  }

  @ResolveField(() => ChampionTerm, {
    nullable: true,
    description: 'Until when they said yes; null unless it is yours or you run the programme.',
  })
  term(
    @CurrentViewer() viewer: Viewer,
    @Parent() { personId }: Champion,
  ): Promise<ChampionTerm | null> {
    return canSeeLoad(viewer, { personId }) ? this.reader.term(personId) : Promise.resolve(null);
  }

  @Mutation(() => RenewTermResult, { description: 'Go on as a champion for one more term.' })
  @Roles('EMPLOYEE')
  renewTerm(@CurrentViewer() viewer: Viewer): Answer {
    return this.answer(viewer, this.renewing.run(viewer));
  }

  @Mutation(() => StepDownResult, { description: 'Ends your own role; no reason is asked for.' })
  @Roles('EMPLOYEE')
  stepDown(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'When.' }) input: StepDownArgs,
  ): Answer {
    return this.answer(viewer, this.ending.run(viewer, input));
  }

  @Mutation(() => StayInTouchResult, { description: 'Whether you may be asked as an alumnus.' })
  @Roles('EMPLOYEE')
  stayInTouch(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Yes or no.' }) input: StayInTouchArgs,
  ): Answer {
    return this.answer(viewer, this.touching.run(viewer, input));
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
