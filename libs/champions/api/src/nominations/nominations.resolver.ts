import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isId, type Result } from '@flipside/kernel';
import type { ChampionRefusal, NominationStage } from '@flipside/champions-domain';
import { Looks } from '@flipside/people-api';
import {
  barrier,
  CONFIG,
  type Config,
  CurrentViewer,
  PageArgs,
  Roles,
  type Viewer,
} from '@flipside/platform-api';
import { type ChampionRefusalType, refusalOf } from '../champion-refusal.type.js';
import { canRunProgramme } from '../champions/champion.policy.js';
import { AnswerNomination } from './answer-nomination.js';
import { MoveNomination } from './move-nomination.js';
import { Nominate } from './nominate.js';
import { nominationAddress } from './nominate-by-mail.js';
import { NominationReader } from './nomination.reader.js';
import { NominationStageEnum } from './nomination-enums.js';
import {
  AnswerNominationArgs,
  AnswerNominationResult,
  MoveNominationArgs,
  MoveNominationResult,
  MyNominations,
  NominateArgs,
  NominateResult,
  NominationConnection,
  NominationCount,
  NominationEvent,
  type NominationPayload,
  Nomination,
  WithdrawNominationArgs,
  WithdrawNominationResult,
} from './nomination.type.js';
import { WithdrawNomination } from './withdraw-nomination.js';

type Answer = Promise<NominationPayload | ChampionRefusalType>;
type Done = Promise<Result<{ nominationId: string }, ChampionRefusal>>;

@Resolver(() => Nomination)
export class NominationsResolver {
  constructor(
    private readonly reader: NominationReader,
    private readonly nominating: Nominate,
    private readonly answering: AnswerNomination,
    private readonly withdrawing: WithdrawNomination,
    private readonly moving: MoveNomination,
    private readonly looks: Looks,
    @Inject(CONFIG) private readonly config: Pick<Config, 'inbound' | 'mailFrom'>,
  ) {}

  @Query(() => NominationConnection, {
    description: 'Nominations by stage, the longest waiting first.',
  })
  @Roles('HR_LEAD')
  nominations(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('stages', {
      type: () => [NominationStageEnum],
      nullable: true,
      description: 'Open stages if left out.',
    })
    stages?: NominationStage[],
  ) {
    return this.reader.page(viewer, { stages: stages ?? null, page });
  }

  @Query(() => [NominationCount], { description: 'Nominations per stage.' })
  @Roles('HR_LEAD')
  nominationCounts(): Promise<NominationCount[]> {
    return this.reader.counts();
  }

  @Query(() => Nomination, {
    description: 'One nomination, for the programme team and its nominee.',
  })
  @Roles('EMPLOYEE')
  async nomination(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The nomination.' }) id: string,
  ): Promise<Nomination> {
    const nomination = await this.reader.nomination(viewer, idOf(id));
    // Nobody hears from a trace that they are thought of before they are asked.
    if (nomination.stage !== 'candidate')
      await this.looks.note(viewer, [nomination.nomineeId], 'nomination');
    return nomination;
  }

  @Query(() => MyNominations, { description: 'Nominations that concern you.' })
  @Roles('EMPLOYEE')
  async myNominations(@CurrentViewer() viewer: Viewer): Promise<MyNominations> {
    const [forMe, byMe, forMyTeam] = await Promise.all([
      this.reader.forMe(viewer),
      this.reader.byMe(viewer),
      this.reader.forMyTeam(viewer),
    ]);
    return { forMe, byMe, forMyTeam };
  }

  @Query(() => String, {
    nullable: true,
    description: 'Where nominations can be sent by mail; null where nobody reads the mailbox.',
  })
  @Roles('EMPLOYEE')
  nominationAddress(): string | null {
    return this.config.inbound && nominationAddress(this.config);
  }

  /** One nomination at a time is opened with its history; lists do not ask for it. */
  @ResolveField(() => [NominationEvent], {
    description: 'Its history, oldest first; empty unless you run the programme.',
  })
  history(
    @CurrentViewer() viewer: Viewer,
    @Parent() { id }: Nomination,
  ): Promise<NominationEvent[]> {
    return canRunProgramme(viewer) ? this.reader.events(id) : Promise.resolve([]);
  }

  @Mutation(() => NominateResult, {
    description: 'Proposes a colleague or yourself as a champion.',
  })
  @Roles('EMPLOYEE')
  nominate(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Whom, and why.' }) input: NominateArgs,
  ): Answer {
    idOf(input.nomineeId);
    if (input.callId != null) idOf(input.callId);
    return answer(this.nominating.run(viewer, input));
  }

  @Mutation(() => AnswerNominationResult, {
    description: 'Says yes or no to a nomination of yourself.',
  })
  @Roles('EMPLOYEE')
  answerNomination(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which, and what.' })
    { nominationId, answer: said }: AnswerNominationArgs,
  ): Answer {
    if (said === 'pending') throw barrier('BAD_INPUT', 'Answer YES or NO.');
    return answer(this.answering.run(viewer, { nominationId: idOf(nominationId), answer: said }));
  }

  @Mutation(() => WithdrawNominationResult, { description: 'Takes your nomination back.' })
  @Roles('EMPLOYEE')
  withdrawNomination(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which.' }) input: WithdrawNominationArgs,
  ): Answer {
    idOf(input.nominationId);
    return answer(this.withdrawing.run(viewer, input));
  }

  @Mutation(() => MoveNominationResult, {
    description: 'Takes a nomination one step further, or declines it.',
  })
  @Roles('HR_LEAD')
  moveNomination(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which, where to, why.' }) input: MoveNominationArgs,
  ): Answer {
    idOf(input.nominationId);
    return answer(this.moving.run(viewer, input));
  }
}

async function answer(done: Done): Answer {
  const result = await done;
  return result.ok ? result.value : refusalOf(result.refusal);
}

/** @throws Barrier NOT_FOUND for what cannot be an identifier of ours */
function idOf(id: string): string {
  if (!isId(id)) throw barrier('NOT_FOUND');
  return id;
}
