import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isId } from '@flipside/kernel';
import { Looks } from '@flipside/people-api';
import { barrier, CurrentViewer, PageArgs, Roles, type Viewer } from '@flipside/platform-api';
import { answerOf, type PairingRefusalType } from '../pairing-refusal.type.js';
import { AcceptPairing } from './accept-pairing.js';
import { AgreePairing } from './agree-pairing.js';
import { AskAboutPairing } from './ask-about-pairing.js';
import { DeclinePairing } from './decline-pairing.js';
import { EndPairing } from './end-pairing.js';
import { PairingReader } from './pairing.reader.js';
import {
  AcceptPairingResult,
  AgreePairingInput,
  AgreePairingResult,
  AskAboutPairingInput,
  AskAboutPairingResult,
  DeclinePairingResult,
  EndPairingInput,
  EndPairingResult,
  PairingConnection,
  PairingFilter,
  PairingInput,
  PairingPayload,
  PairingQuestion,
  PairingType,
  PausePairingInput,
  PausePairingResult,
  PostponePairingInput,
  PostponePairingResult,
  ResumePairingResult,
} from './pairing.type.js';
import { PausePairing } from './pause-pairing.js';
import { PostponePairing } from './postpone-pairing.js';
import { ResumePairing } from './resume-pairing.js';

/** As many as are looked through at a glance. */
const MOST_FOUND = 5;

const known = (id: string): string => {
  if (!isId(id)) throw barrier('NOT_FOUND');
  return id;
};

type Answer = PairingPayload | PairingRefusalType;

@Resolver(() => PairingType)
export class PairingsResolver {
  constructor(
    private readonly reader: PairingReader,
    private readonly accept: AcceptPairing,
    private readonly decline: DeclinePairing,
    private readonly postpone: PostponePairing,
    private readonly ask: AskAboutPairing,
    private readonly pause: PausePairing,
    private readonly resume: ResumePairing,
    private readonly end: EndPairing,
    private readonly agree: AgreePairing,
    private readonly looks: Looks,
  ) {}

  @Query(() => PairingConnection, {
    description: 'Pairings with states and dates, the latest first. Never their words.',
  })
  @Roles('HR_LEAD')
  async pairings(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('filter', { type: () => PairingFilter, nullable: true, description: 'Which pairings.' })
    filter: PairingFilter | null,
  ): Promise<PairingConnection> {
    if (filter?.unitId) known(filter.unitId);
    if (filter?.roundId) known(filter.roundId);
    const found = await this.reader.page(viewer, filter ?? {}, page);
    const named = found.edges.flatMap(({ node }) => [node.executive.id, node.champion.id]);
    await this.looks.noteList(viewer, named, 'pairing_list');
    return found;
  }

  @Query(() => PairingType, { description: 'One pairing, for its two people and HR leads.' })
  @Roles('EMPLOYEE')
  async pairing(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'Identifier of the pairing.' }) id: string,
  ): Promise<PairingType> {
    const pairing = await this.reader.one(viewer, known(id));
    await this.looks.note(viewer, [pairing.executive.id, pairing.champion.id], 'pairing');
    return pairing;
  }

  @Query(() => [PairingType], {
    description:
      'Pairings of the signed-in person: running ones first, then the latest; at most 100.',
  })
  @Roles('EMPLOYEE')
  myPairings(@CurrentViewer() viewer: Viewer): Promise<PairingType[]> {
    return this.reader.mine(viewer);
  }

  @Query(() => [PairingType], {
    description:
      'At most 5 pairings that what somebody is typing may mean, by the names of the two, running ones first. HR leads find everybody’s, others their own.',
  })
  @Roles('EMPLOYEE')
  findPairings(
    @CurrentViewer() viewer: Viewer,
    @Args('text', { description: 'What has been typed so far.' }) text: string,
  ): Promise<PairingType[]> {
    return this.reader.find(viewer, text, MOST_FOUND);
  }

  @Mutation(() => AcceptPairingResult, { description: 'Says yes to a proposed pairing.' })
  @Roles('EMPLOYEE')
  async acceptPairing(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The pairing.' }) { pairingId }: PairingInput,
  ): Promise<Answer> {
    return this.answer(viewer, await this.accept.run(viewer, { pairingId: known(pairingId) }));
  }

  @Mutation(() => DeclinePairingResult, {
    description: 'Says no to a proposed pairing; no reason is asked.',
  })
  @Roles('EMPLOYEE')
  async declinePairing(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The pairing.' }) { pairingId }: PairingInput,
  ): Promise<Answer> {
    return this.answer(viewer, await this.decline.run(viewer, { pairingId: known(pairingId) }));
  }

  @Mutation(() => PostponePairingResult, {
    description: 'Lets a proposal wait for some weeks. The place is kept; no reason is asked.',
  })
  @Roles('EMPLOYEE')
  async postponePairing(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The pairing and the weeks.' }) input: PostponePairingInput,
  ): Promise<Answer> {
    known(input.pairingId);
    return this.answer(viewer, await this.postpone.run(viewer, input));
  }

  @Mutation(() => AskAboutPairingResult, {
    description: 'Asks about a proposal, or writes back. The proposal stays open.',
  })
  @Roles('EMPLOYEE')
  async askAboutPairing(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The text and its readers.' }) input: AskAboutPairingInput,
  ): Promise<Answer> {
    known(input.id);
    known(input.pairingId);
    return this.answer(viewer, await this.ask.run(viewer, input));
  }

  @ResolveField(() => [PairingQuestion], {
    description: 'What was asked and answered about the proposal, as far as the viewer reads it.',
  })
  questions(
    @CurrentViewer() viewer: Viewer,
    @Parent() pairing: PairingType,
  ): Promise<PairingQuestion[]> {
    return this.reader.questions(viewer, pairing);
  }

  @Mutation(() => PausePairingResult, { description: 'Lets a pairing rest.' })
  @Roles('EMPLOYEE')
  async pausePairing(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The pause.' }) { pairingId, until }: PausePairingInput,
  ): Promise<Answer> {
    const wish = { pairingId: known(pairingId), until: until ?? null };
    return this.answer(viewer, await this.pause.run(viewer, wish));
  }

  @Mutation(() => ResumePairingResult, { description: 'Ends the pause of a pairing.' })
  @Roles('EMPLOYEE')
  async resumePairing(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The pairing.' }) { pairingId }: PairingInput,
  ): Promise<Answer> {
    return this.answer(viewer, await this.resume.run(viewer, { pairingId: known(pairingId) }));
  }

  @Mutation(() => EndPairingResult, {
    description: 'Ends a pairing quietly; HR leads also take a proposal back.',
  })
  @Roles('EMPLOYEE')
  async endPairing(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The end.' }) { pairingId, isCompleted }: EndPairingInput,
  ): Promise<Answer> {
    const wish = { pairingId: known(pairingId), isCompleted };
    return this.answer(viewer, await this.end.run(viewer, wish));
  }

  @Mutation(() => AgreePairingResult, {
    description: 'Sets what the two want to reach, and their rhythm.',
  })
  @Roles('EMPLOYEE')
  async agreePairing(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The agreement.' }) input: AgreePairingInput,
  ): Promise<Answer> {
    known(input.pairingId);
    return this.answer(viewer, await this.agree.run(viewer, input));
  }

  private answer(
    viewer: Viewer,
    result: Awaited<ReturnType<AcceptPairing['run']>>,
  ): Promise<Answer> {
    return answerOf(result, async ({ pairingId }) => ({
      pairing: await this.reader.one(viewer, pairingId),
    }));
  }
}
