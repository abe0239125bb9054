import {
  Args,
  Context,
  ID,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { PersonType } from '@flipside/people-api';
import {
  barrier,
  CurrentViewer,
  PageArgs,
  RequestContext,
  Roles,
  type Viewer,
} from '@flipside/platform-api';
import { answerOf, type PairingRefusalType } from '../pairing-refusal.type.js';
import { AcceptUnflagged } from './accept-unflagged.js';
import { ChangeRound } from './change-round.js';
import { DecideProposal, type DecisionWish } from './decide-proposal.js';
import { DiscardRound } from './discard-round.js';
import { ProposeRound } from './propose-round.js';
import { known } from './known.js';
import { PublishRound } from './publish-round.js';
import { ReopenProposals } from './reopen-proposals.js';
import {
  AcceptUnflaggedInput,
  AcceptUnflaggedPayload,
  AcceptUnflaggedResult,
  ChangeRoundInput,
  ChangeRoundResult,
  DecideProposalInput,
  DecideProposalPayload,
  DecideProposalResult,
  DiscardRoundResult,
  ProposeMatchesInput,
  ProposeMatchesResult,
  PublishRoundInput,
  PublishRoundPayload,
  PublishRoundResult,
  ReopenProposalsInput,
  ReopenProposalsResult,
  RoundInput,
  RoundPayload,
  StartRoundInput,
  StartRoundResult,
  StopProposingResult,
} from './round-payloads.type.js';
import { RoundReader } from './round.reader.js';
import { ProposalReader } from './proposal.reader.js';
import { rulesGiven } from './rules-given.js';
import { ProposalConnection, ProposalDetail, WhyNotType } from './proposal.type.js';
import { RoundPreview, RoundType } from './round.type.js';
import { StartRound } from './start-round.js';
import { StopProposing } from './stop-proposing.js';

@Resolver(() => RoundType)
export class RoundsResolver {
  constructor(
    private readonly reader: RoundReader,
    private readonly proposalReader: ProposalReader,
    private readonly start: StartRound,
    private readonly change: ChangeRound,
    private readonly propose: ProposeRound,
    private readonly stop: StopProposing,
    private readonly decide: DecideProposal,
    private readonly accept: AcceptUnflagged,
    private readonly reopen: ReopenProposals,
    private readonly publish: PublishRound,
    private readonly discard: DiscardRound,
  ) {}

  @Query(() => [RoundType], { description: 'Matching rounds, the latest first.' })
  @Roles('HR_LEAD')
  rounds(
    @Args('withDiscarded', { defaultValue: false, description: 'Also those put away.' })
    isWithDiscarded: boolean,
  ): Promise<RoundType[]> {
    return this.reader.all(isWithDiscarded);
  }

  @Query(() => RoundType, { description: 'One round.' })
  @Roles('HR_LEAD')
  round(
    @Args('id', { type: () => ID, description: 'Identifier of the round.' }) id: string,
  ): Promise<RoundType> {
    return this.reader.one(known(id));
  }

  @Query(() => ProposalConnection, {
    description:
      'Proposals of a round: flagged first, then the weakest; executives without a champion last.',
  })
  @Roles('HR_LEAD')
  roundProposals(
    @Args('roundId', { type: () => ID, description: 'Identifier of the round.' }) roundId: string,
    @Args() page: PageArgs,
    @Context() context: RequestContext,
  ): Promise<ProposalConnection> {
    return this.proposalReader.page(known(roundId), page, context);
  }

  @Query(() => ProposalDetail, { description: 'One proposal with what it rests on.' })
  @Roles('HR_LEAD')
  proposal(
    @Args('id', { type: () => ID, description: 'Identifier of the proposal.' }) id: string,
    @Context() context: RequestContext,
  ): Promise<ProposalDetail> {
    return this.proposalReader.detail(known(id), context);
  }

  @ResolveField(() => RoundPreview, {
    nullable: true,
    description:
      'What its rules would allow today; null when there are too many pairs to try at once.',
  })
  preview(
    @Parent() round: RoundType,
    @Context() context: RequestContext,
  ): Promise<RoundPreview | null> {
    return this.reader.preview(round, context);
  }

  @ResolveField(() => [PersonType], { description: 'Executives who sit this round out.' })
  leftOut(@Parent() round: RoundType, @Context() context: RequestContext): Promise<PersonType[]> {
    return this.reader.persons(round.leftOutIds, context);
  }

  @Query(() => WhyNotType, { description: 'Why a champion is not with an executive.' })
  @Roles('HR_LEAD')
  whyNot(
    @Args('proposalId', { type: () => ID, description: 'The executive’s proposal.' })
    proposalId: string,
    @Args('championId', { type: () => ID, description: 'The champion asked about.' })
    championId: string,
  ): Promise<WhyNotType> {
    return this.proposalReader.whyNot(known(proposalId), known(championId));
  }

  @Mutation(() => StartRoundResult, { description: 'Opens a round as a draft.' })
  @Roles('HR_LEAD')
  async startRound(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The round.' }) input: StartRoundInput,
  ): Promise<RoundPayload | PairingRefusalType> {
    return answerOf(await this.start.run(viewer.personId, input), this.payload);
  }

  @Mutation(() => ChangeRoundResult, { description: 'Changes the set-up of a round.' })
  @Roles('HR_LEAD')
  async changeRound(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The changes.' }) input: ChangeRoundInput,
  ): Promise<RoundPayload | PairingRefusalType> {
    const { roundId, version, name, rules, leftOutIds } = input;
    const result = await this.change.run(viewer.personId, {
      roundId: known(roundId),
      version,
      ...(name != null && { name }),
      ...(rules && { rules: rulesGiven(rules) }),
      ...(leftOutIds && { leftOut: leftOutIds.map(known) }),
    });
    return answerOf(result, this.payload);
  }

  @Mutation(() => ProposeMatchesResult, {
    description: 'Proposes champions; a large round is proposed in the background, see `progress`.',
  })
  @Roles('HR_LEAD')
  async proposeMatches(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The round.' }) input: ProposeMatchesInput,
  ): Promise<RoundPayload | PairingRefusalType> {
    const { roundId, scope, version } = input;
    return answerOf(
      await this.propose.run({
        roundId: known(roundId),
        scope,
        version,
        actorId: viewer.personId,
      }),
      this.payload,
    );
  }

  @Mutation(() => StopProposingResult, {
    description: 'Stops a proposing that runs in the background.',
  })
  @Roles('HR_LEAD')
  async stopProposing(
    @Args('input', { description: 'The round.' }) { roundId }: RoundInput,
  ): Promise<RoundPayload | PairingRefusalType> {
    return answerOf(await this.stop.run({ roundId: known(roundId) }), this.payload);
  }

  @Mutation(() => DecideProposalResult, { description: 'Decides about one proposal.' })
  @Roles('HR_LEAD')
  async decideProposal(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The decision.' }) input: DecideProposalInput,
    @Context() context: RequestContext,
  ): Promise<DecideProposalPayload | PairingRefusalType> {
    const { version } = input;
    const proposalId = known(input.proposalId);
    const result = await this.decide.run(viewer, { proposalId, version, wish: wishOf(input) });
    return answerOf(result, async ({ roundId, movedIds }) => {
      const [proposals, round] = await Promise.all([
        this.proposalReader.several([proposalId, ...movedIds], context),
        this.reader.one(roundId),
      ]);
      const [proposal, ...moved] = proposals;
      if (!proposal) throw barrier('NOT_FOUND');
      return { proposal, moved, round };
    });
  }

  @Mutation(() => AcceptUnflaggedResult, {
    description: 'Accepts every open proposal without a flag.',
  })
  @Roles('HR_LEAD')
  async acceptUnflagged(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The round.' }) { roundId, version }: AcceptUnflaggedInput,
  ): Promise<AcceptUnflaggedPayload | PairingRefusalType> {
    return answerOf(
      await this.accept.run(viewer, { roundId: known(roundId), version }),
      async (accepted) => ({
        proposalIds: [...accepted.proposalIds],
        round: await this.reader.one(accepted.roundId),
      }),
    );
  }

  @Mutation(() => ReopenProposalsResult, { description: 'Takes acceptances back.' })
  @Roles('HR_LEAD')
  async reopenProposals(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The proposals.' })
    { roundId, proposalIds }: ReopenProposalsInput,
  ): Promise<RoundPayload | PairingRefusalType> {
    const wish = { roundId: known(roundId), proposalIds: proposalIds.map(known) };
    return answerOf(await this.reopen.run(viewer, wish), this.payload);
  }

  @Mutation(() => PublishRoundResult, {
    description:
      'Puts the round on hold; when that is over, pairings are proposed and people introduced by mail.',
  })
  @Roles('HR_LEAD')
  async publishRound(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The round.' }) { roundId, version, key }: PublishRoundInput,
  ): Promise<PublishRoundPayload | PairingRefusalType> {
    const result = await this.publish.run(viewer, { roundId: known(roundId), version, key });
    return answerOf(result, async ({ pairings }) => ({
      pairings,
      round: await this.reader.one(roundId),
    }));
  }

  @Mutation(() => DiscardRoundResult, {
    description: 'Puts a round away; nobody is told anything.',
  })
  @Roles('HR_LEAD')
  async discardRound(
    @Args('input', { description: 'The round.' }) { roundId }: RoundInput,
  ): Promise<RoundPayload | PairingRefusalType> {
    return answerOf(await this.discard.run({ roundId: known(roundId) }), this.payload);
  }

  private readonly payload = async ({ roundId }: { roundId: string }): Promise<RoundPayload> => ({
    round: await this.reader.one(roundId),
  });
}

function wishOf({ decision, championId, reason }: DecideProposalInput): DecisionWish {
  if (decision === 'forbid') return { kind: 'forbid', reason: reason?.trim() || null };
  if (decision !== 'swap' && decision !== 'allow') return { kind: decision };
  if (!championId) throw barrier('BAD_INPUT', 'Name the champion.');
  return { kind: decision, championId: known(championId) };
}
