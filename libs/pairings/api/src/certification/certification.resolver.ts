import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Champion } from '@flipside/champions-api';
import type { Result } from '@flipside/kernel';
import type { PairingRefusal } from '@flipside/pairings-domain';
import { PersonLoader, PersonType } from '@flipside/people-api';
import {
  barrier,
  CurrentViewer,
  PageArgs,
  RequestContext,
  Roles,
  type Viewer,
} from '@flipside/platform-api';
import { answerOf, type PairingRefusalType } from '../pairing-refusal.type.js';
import { known } from '../rounds/known.js';
import { CertificationReader } from './certification.reader.js';
import {
  CertificationCounts,
  CertificationFilterInput,
  CertificationInput,
  CertificationPayload,
  ChampionCertificationConnection,
  ChampionCertificationType,
  RecordCertificationInput,
  RecordCertificationResult,
  WithdrawCertificationResult,
} from './certification.type.js';
import { RecordCertification } from './record-certification.js';
import { WithdrawCertification } from './withdraw-certification.js';

type Answer = Promise<CertificationPayload | PairingRefusalType>;

@Resolver(() => ChampionCertificationType)
export class CertificationResolver {
  constructor(
    private readonly reader: CertificationReader,
    private readonly people: PersonLoader,
    private readonly record: RecordCertification,
    private readonly withdraw: WithdrawCertification,
  ) {}

  @Query(() => ChampionCertificationConnection, {
    description:
      'Champions of today with their certification: those without a valid one first, then by its end.',
  })
  @Roles('HR_LEAD')
  certifications(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true, description: 'Which ones.' })
    filter?: CertificationFilterInput,
  ) {
    return this.reader.page(viewer, {
      filter: filter?.show ?? 'all',
      text: filter?.text.trim() ?? '',
      page,
    });
  }

  @Query(() => CertificationCounts, {
    description: 'How many champions a round that asks for certification would keep.',
  })
  @Roles('HR_LEAD')
  certificationCounts(): Promise<CertificationCounts> {
    return this.reader.counts();
  }

  @Mutation(() => RecordCertificationResult, {
    description: 'Notes that a champion is certified, on what evidence and until when.',
  })
  @Roles('HR_LEAD')
  async recordCertification(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The certification.' }) input: RecordCertificationInput,
    @Context() context: RequestContext,
  ): Answer {
    const championId = known(input.championId);
    const { evidence, validUntil } = input;
    const done = await this.record.run(viewer, { championId, evidence, validUntil });
    return this.answer(done, championId, viewer, context);
  }

  @Mutation(() => WithdrawCertificationResult, {
    description: 'Withdraws a certification from today on.',
  })
  @Roles('HR_LEAD')
  async withdrawCertification(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The champion.' }) input: CertificationInput,
    @Context() context: RequestContext,
  ): Answer {
    const championId = known(input.championId);
    return this.answer(await this.withdraw.run(viewer, championId), championId, viewer, context);
  }

  @Mutation(() => WithdrawCertificationResult, {
    description: 'Takes the withdrawal of a certification back.',
  })
  @Roles('HR_LEAD')
  async restoreCertification(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The champion.' }) input: CertificationInput,
    @Context() context: RequestContext,
  ): Answer {
    const championId = known(input.championId);
    return this.answer(await this.withdraw.restore(championId), championId, viewer, context);
  }

  @ResolveField(() => PersonType, { description: 'The champion as a person.' })
  async person(
    @Parent() { championId }: ChampionCertificationType,
    @Context() context: RequestContext,
  ): Promise<PersonType> {
    const person = await this.people.of(context).load(championId);
    if (!person) throw barrier('NOT_FOUND');
    return person;
  }

  @ResolveField(() => PersonType, {
    nullable: true,
    description: 'Who noted it; null unless it is yours or you run the programme.',
  })
  async recordedBy(
    @Parent() { recordedById }: ChampionCertificationType,
    @Context() context: RequestContext,
  ): Promise<PersonType | null> {
    return recordedById === null ? null : this.people.of(context).load(recordedById);
  }

  private answer(
    result: Result<undefined, PairingRefusal>,
    championId: string,
    viewer: Viewer,
    context: RequestContext,
  ): Answer {
    return answerOf(result, async () => ({
      certification: await this.reader.of(context, viewer).load(championId),
    }));
  }
}

/** What pairings adds to a champion. */
@Resolver(() => Champion)
export class CertifiedChampionResolver {
  constructor(private readonly reader: CertificationReader) {}

  @ResolveField(() => ChampionCertificationType, {
    description: 'Whether this champion is certified; its days are for everybody.',
  })
  certification(
    @Parent() { personId }: Champion,
    @CurrentViewer() viewer: Viewer,
    @Context() context: RequestContext,
  ): Promise<ChampionCertificationType> {
    return this.reader.of(context, viewer).load(personId);
  }
}
