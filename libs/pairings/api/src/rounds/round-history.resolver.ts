import {
  Args,
  Context,
  ID,
  Int,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { PersonType } from '@flipside/people-api';
import { CurrentViewer, RequestContext, Roles, type Viewer } from '@flipside/platform-api';
import { answerOf, type PairingRefusalType } from '../pairing-refusal.type.js';
import { ChangeRound } from './change-round.js';
import { known } from './known.js';
import { ProposalChangesReader } from './proposal-changes.reader.js';
import { ProposalType } from './proposal.type.js';
import { PublishRound } from './publish-round.js';
import { RoundHistoryReader } from './round-history.reader.js';
import {
  ContinuityPoint,
  DraftDifferenceType,
  MatchingRunType,
  RoundStepType,
  RulesPreview,
  RulesVersionType,
} from './round-history.type.js';
import {
  RestoreRulesInput,
  RestoreRulesResult,
  RoundInput,
  RoundPayload,
  RoundRulesInput,
  SendRoundNowResult,
  StopPublishingResult,
} from './round-payloads.type.js';
import { RoundReader } from './round.reader.js';
import { RoundType } from './round.type.js';
import { rulesGiven } from './rules-given.js';

/** What a round went through, what other rules would do to it, and the hold before its mails leave. */
@Resolver(() => RoundType)
export class RoundHistoryResolver {
  constructor(
    private readonly reader: RoundReader,
    private readonly history: RoundHistoryReader,
    private readonly changes: ProposalChangesReader,
    private readonly change: ChangeRound,
    private readonly publish: PublishRound,
  ) {}

  @Query(() => RulesPreview, {
    nullable: true,
    description:
      'What other rules would do to a round; null when it is too large to try while waiting.',
  })
  @Roles('HR_LEAD')
  rulesPreview(
    @Args('roundId', { type: () => ID, description: 'The round.' }) roundId: string,
    @Args('rules', { description: 'Rules to try; what is left out stays.' }) rules: RoundRulesInput,
  ): Promise<RulesPreview | null> {
    return this.reader.rulesPreview(known(roundId), rulesGiven(rules));
  }

  @Query(() => DraftDifferenceType, { description: 'Two computations of one round side by side.' })
  @Roles('HR_LEAD')
  compareRuns(
    @Args('beforeId', { type: () => ID, description: 'The first.' }) beforeId: string,
    @Args('afterId', { type: () => ID, description: 'The second.' }) afterId: string,
    @Context() context: RequestContext,
  ): Promise<DraftDifferenceType> {
    return this.history.compare(known(beforeId), known(afterId), context);
  }

  @Query(() => [ProposalType], {
    nullable: true,
    description:
      'Proposals of a round changed by decisions after a step; null when all should be asked for again.',
  })
  @Roles('HR_LEAD')
  proposalChanges(
    @Args('roundId', { type: () => ID, description: 'The round.' }) roundId: string,
    @Args('since', { type: () => Int, description: 'Number of the last step already seen.' })
    since: number,
    @Context() context: RequestContext,
  ): Promise<ProposalType[] | null> {
    return this.changes.since(known(roundId), since, context);
  }

  @ResolveField(() => PersonType, {
    nullable: true,
    description: 'Who asked to publish, while the round is on hold.',
  })
  heldBy(
    @Parent() round: RoundType,
    @Context() context: RequestContext,
  ): Promise<PersonType | null> {
    return this.history.person(round.heldById, context);
  }

  @ResolveField(() => [RoundStepType], { description: 'What was done in it, the latest first.' })
  steps(@Parent() round: RoundType, @Context() context: RequestContext): Promise<RoundStepType[]> {
    return this.history.steps(round.id, context);
  }

  @ResolveField(() => RoundStepType, {
    nullable: true,
    description: 'The last thing done in it; its number tells whether anything changed.',
  })
  async lastStep(
    @Parent() round: RoundType,
    @Context() context: RequestContext,
  ): Promise<RoundStepType | null> {
    const [last] = await this.history.steps(round.id, context, 1);
    return last ?? null;
  }

  @ResolveField(() => [MatchingRunType], { description: 'Its computations, the latest first.' })
  runs(@Parent() round: RoundType, @Context() context: RequestContext): Promise<MatchingRunType[]> {
    return this.history.runs(round.id, context);
  }

  @ResolveField(() => [RulesVersionType], { description: 'All rules it had, the latest first.' })
  rulesHistory(
    @Parent() round: RoundType,
    @Context() context: RequestContext,
  ): Promise<RulesVersionType[]> {
    return this.history.rules(round.id, context);
  }

  @ResolveField(() => [ContinuityPoint], {
    description: 'How much of what is proposed each size of continuity would keep.',
  })
  continuityCurve(@Parent() round: RoundType): Promise<ContinuityPoint[]> {
    return this.reader.continuity(round);
  }

  @Mutation(() => StopPublishingResult, {
    description: 'Stops a round on hold: it is in review again and nobody was told.',
  })
  @Roles('HR_LEAD')
  async stopPublishing(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The round.' }) { roundId }: RoundInput,
  ): Promise<RoundPayload | PairingRefusalType> {
    return answerOf(await this.publish.stop(viewer, { roundId: known(roundId) }), this.payload);
  }

  @Mutation(() => SendRoundNowResult, { description: 'Ends the hold of a round at once.' })
  @Roles('HR_LEAD')
  async sendRoundNow(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The round.' }) { roundId }: RoundInput,
  ): Promise<RoundPayload | PairingRefusalType> {
    return answerOf(await this.publish.sendNow(viewer, { roundId: known(roundId) }), this.payload);
  }

  @Mutation(() => RestoreRulesResult, { description: 'Puts rules back that the round had before.' })
  @Roles('HR_LEAD')
  async restoreRules(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which rules.' })
    { roundId, version, rulesVersion }: RestoreRulesInput,
  ): Promise<RoundPayload | PairingRefusalType> {
    const wish = { roundId: known(roundId), version, rulesVersion };
    return answerOf(await this.change.restore(viewer.personId, wish), this.payload);
  }

  private readonly payload = async ({ roundId }: { roundId: string }): Promise<RoundPayload> => ({
    round: await this.reader.one(roundId),
  });
}
