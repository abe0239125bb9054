import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Result } from '@flipside/kernel';
import {
  barrier,
  CurrentViewer,
  PageArgs,
  Roles,
  type Connection,
  type Viewer,
} from '@flipside/platform-api';
import type { SessionRefusal } from '@flipside/sessions-domain';
import { refusalOf } from '../booking.type.js';
import { checkId } from '../sessions.resolver.js';
import { PlanReader, type PlannedFilter } from './plan.reader.js';
import {
  ChangeQuarterPlanResult,
  LockPlannedPairingsInput,
  PlannedFilterName,
  PlannedPairing,
  PlannedPairingConnection,
  PublishQuarterPlanInput,
  QuarterPlan,
  QuarterPlanChangeInput,
  QuarterPlanInput,
  QuarterPlanPayload,
  StartQuarterPlanInput,
  StartQuarterPlanResult,
} from './plan.type.js';
import { plannedView, planView } from './plan.view.js';
import { PublishPlan, StopPublishingPlan } from './publish-plan.js';
import { DiscardPlan, LockPlanned, PlanAgain, StartPlan } from './start-plan.js';

@ArgsType()
class PlannedPairingsArgs extends PageArgs {
  @Field(() => ID, { description: 'The plan.' })
  planId!: string;

  @Field(() => PlannedFilterName, {
    defaultValue: PlannedFilterName.ALL,
    description: 'Which pairings.',
  })
  filter!: PlannedFilter;

  @Field(() => String, { nullable: true, description: 'Part of a name of either side.' })
  search?: string | null;
}

const MOST_AT_ONCE = 500;

/** The plan of a quarter, for HR alone. */
@Resolver()
export class PlansResolver {
  constructor(
    private readonly reader: PlanReader,
    private readonly start: StartPlan,
    private readonly again: PlanAgain,
    private readonly lock: LockPlanned,
    private readonly publish: PublishPlan,
    private readonly stop: StopPublishingPlan,
    private readonly discard: DiscardPlan,
  ) {}

  @Query(() => QuarterPlan, {
    nullable: true,
    description: 'The draft of a quarter, or else the latest plan; null before the first.',
  })
  @Roles('HR_LEAD')
  async quarterPlan(): Promise<QuarterPlan | null> {
    const plan = await this.reader.latest();
    return plan && planView(plan);
  }

  @Query(() => PlannedPairingConnection, {
    description: 'The pairings of a plan, by the executive’s name.',
  })
  @Roles('HR_LEAD')
  async plannedPairings(
    @Args({ type: () => PlannedPairingsArgs }) args: PlannedPairingsArgs,
  ): Promise<Connection<PlannedPairing>> {
    checkId(args.planId);
    const page = await this.reader.pairings(args.planId, args.filter, args.search ?? null, args);
    return {
      ...page,
      edges: page.edges.map(({ cursor, node }) => ({ cursor, node: plannedView(node) })),
    };
  }

  @Mutation(() => StartQuarterPlanResult, {
    description: 'Begins a draft: a time, or a reason, for every pairing that needs one.',
  })
  @Roles('HR_LEAD')
  async startQuarterPlan(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The quarter.' }) input: StartQuarterPlanInput,
  ): Promise<typeof StartQuarterPlanResult> {
    return this.changed(await this.start.run(viewer.personId, input));
  }

  @Mutation(() => ChangeQuarterPlanResult, {
    description: 'Plans again: locked times stay, and as many of the others as still fit.',
  })
  @Roles('HR_LEAD')
  async planQuarterAgain(
    @Args('input', { description: 'The plan.' }) input: QuarterPlanChangeInput,
  ): Promise<typeof ChangeQuarterPlanResult> {
    checkId(input.planId);
    return this.changed(await this.again.run(input));
  }

  @Mutation(() => ChangeQuarterPlanResult, { description: 'Locks or unlocks times of a draft.' })
  @Roles('HR_LEAD')
  async lockPlannedPairings(
    @Args('input', { description: 'Which.' }) input: LockPlannedPairingsInput,
  ): Promise<typeof ChangeQuarterPlanResult> {
    [input.planId, ...input.pairingIds].forEach(checkId);
    if (input.pairingIds.length > MOST_AT_ONCE)
      throw barrier('BAD_INPUT', `Lock at most ${MOST_AT_ONCE} at a time.`);
    return this.changed(await this.lock.run(input));
  }

  @Mutation(() => ChangeQuarterPlanResult, {
    description: 'Books the times of a draft; begins after a minute, in which it can be stopped.',
  })
  @Roles('HR_LEAD')
  async publishQuarterPlan(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The plan.' }) input: PublishQuarterPlanInput,
  ): Promise<typeof ChangeQuarterPlanResult> {
    checkId(input.planId);
    return this.changed(await this.publish.run(viewer, { ...input }));
  }

  @Mutation(() => ChangeQuarterPlanResult, {
    description: 'Stops publishing: what is booked stays booked, the rest is a draft again.',
  })
  @Roles('HR_LEAD')
  async stopPublishingPlan(
    @Args('input', { description: 'The plan.' }) input: QuarterPlanInput,
  ): Promise<typeof ChangeQuarterPlanResult> {
    checkId(input.planId);
    return this.changed(await this.stop.run(input));
  }

  @Mutation(() => ChangeQuarterPlanResult, {
    description: 'Throws a draft away; what was booked from it stays booked.',
  })
  @Roles('HR_LEAD')
  async discardQuarterPlan(
    @Args('input', { description: 'The plan.' }) input: QuarterPlanInput,
  ): Promise<typeof ChangeQuarterPlanResult> {
    checkId(input.planId);
    return this.changed(await this.discard.run(input));
  }

  private async changed(
    result: Result<{ planId: string }, SessionRefusal>,
  ): Promise<typeof ChangeQuarterPlanResult> {
    if (!result.ok) return refusalOf(result.refusal);
    const plan = planView(await this.reader.one(result.value.planId));
    return Object.assign(new QuarterPlanPayload(), { plan });
  }
}
