import { Inject } from '@nestjs/common';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Clock } from '@flipside/kernel';
import { PersonLoader, PersonType } from '@flipside/people-api';
import { barrier, CLOCK, PageArgs, RequestContext, Roles } from '@flipside/platform-api';
import { known } from './known.js';
import { PublishDifferenceReader } from './publish-difference.reader.js';
import { PublishPreviewReader } from './publish-preview.reader.js';
import { PublishablePairConnection, PublishablePairType } from './publishing.type.js';
import { MailPreview, PublishPreview, RoundType } from './round.type.js';

/** Exactly who hears what, and how long it can still be stopped. */
@Resolver(() => RoundType)
export class PublishingResolver {
  constructor(
    private readonly preview: PublishPreviewReader,
    private readonly difference: PublishDifferenceReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @ResolveField(() => PublishPreview, { description: 'What publishing it would do.' })
  publishPreview(
    @Parent() round: RoundType,
    @Context() context: RequestContext,
  ): Promise<PublishPreview> {
    return this.preview.of(round, context);
  }

  @ResolveField(() => Int, {
    nullable: true,
    description:
      'Seconds until the mails leave, by the clock of the server; null when it is not on hold.',
  })
  secondsToPublish(@Parent() { publishAt }: RoundType): number | null {
    if (publishAt === null) return null;
    return Math.max(0, Math.ceil((publishAt.getTime() - this.clock.now().getTime()) / 1000));
  }

  @Query(() => PublishablePairConnection, {
    description: 'The pairs that publishing would propose: changed ones first, then by name.',
  })
  @Roles('HR_LEAD')
  publishablePairs(
    @Args('roundId', { type: () => ID, description: 'The round.' }) roundId: string,
    @Args() page: PageArgs,
  ) {
    return this.difference.pairs(known(roundId), page);
  }

  @Query(() => [MailPreview], {
    description: 'The two mails that introduce the pair of a proposal, as they would look.',
  })
  @Roles('HR_LEAD')
  introductionMails(
    @Args('proposalId', { type: () => ID, description: 'The proposal.' }) proposalId: string,
  ): Promise<MailPreview[]> {
    return this.preview.mailsOfProposal(known(proposalId));
  }
}

@Resolver(() => PublishablePairType)
export class PublishablePairResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => PersonType, { description: 'The executive.' })
  executive(
    @Parent() { executiveId }: PublishablePairType,
    @Context() context: RequestContext,
  ): Promise<PersonType> {
    return this.person(executiveId, context);
  }

  @ResolveField(() => PersonType, { description: 'The champion.' })
  champion(
    @Parent() { championId }: PublishablePairType,
    @Context() context: RequestContext,
  ): Promise<PersonType> {
    return this.person(championId, context);
  }

  @ResolveField(() => PersonType, {
    nullable: true,
    description: 'The champion of the executive’s last pairing.',
  })
  async championBefore(
    @Parent() { championBeforeId }: PublishablePairType,
    @Context() context: RequestContext,
  ): Promise<PersonType | null> {
    return championBeforeId === null ? null : this.person(championBeforeId, context);
  }

  private async person(id: string, context: RequestContext): Promise<PersonType> {
    const person = await this.people.of(context).load(id);
    if (!person) throw barrier('NOT_FOUND');
    return person;
  }
}
