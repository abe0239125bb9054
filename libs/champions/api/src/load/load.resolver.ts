import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isId } from '@flipside/kernel';
import { barrier, CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import { type ChampionRefusalType, refusalOf } from '../champion-refusal.type.js';
import { ChampionReader } from '../champions/champion.reader.js';
import { type ChampionPayload, MyLoad } from '../champions/champion.type.js';
import { LoadReader } from './load.reader.js';
import {
  NetworkLoad,
  OwnLoad,
  PlanRestWeekArgs,
  PlanRestWeekResult,
  RecordOverAgreedArgs,
  type RecordOverAgreedPayload,
  RecordOverAgreedResult,
} from './load.type.js';
import { PlanRestWeek } from './plan-rest-week.js';
import { RecordOverAgreed } from './record-over-agreed.js';

@Resolver(() => MyLoad)
export class LoadResolver {
  constructor(
    private readonly reader: LoadReader,
    private readonly champions: ChampionReader,
    private readonly planning: PlanRestWeek,
    private readonly recording: RecordOverAgreed,
  ) {}

  @ResolveField(() => OwnLoad, { description: 'What is asked of you now.' })
  now(@Parent() { champion }: MyLoad): Promise<OwnLoad> {
    return this.reader.own(champion.personId);
  }

  @Query(() => NetworkLoad, { description: 'How load is spread over the network.' })
  @Roles('HR_LEAD')
  networkLoad(): Promise<NetworkLoad> {
    return this.reader.network();
  }

  @Mutation(() => RecordOverAgreedResult, {
    description: 'Puts on record why more is asked of a champion than agreed.',
  })
  @Roles('HR_LEAD')
  async recordOverAgreed(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Whose, and why.' }) input: RecordOverAgreedArgs,
  ): Promise<RecordOverAgreedPayload | ChampionRefusalType> {
    if (!isId(input.personId)) throw barrier('NOT_FOUND');
    const done = await this.recording.run(viewer, input);
    return done.ok ? done.value : refusalOf(done.refusal);
  }

  @Mutation(() => PlanRestWeekResult, {
    description: 'Keep a week free of asks, or take that back; nobody has to agree.',
  })
  @Roles('EMPLOYEE')
  async planRestWeek(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which week.' }) input: PlanRestWeekArgs,
  ): Promise<ChampionPayload | ChampionRefusalType> {
    const done = await this.planning.run(viewer, input);
    if (!done.ok) return refusalOf(done.refusal);
    return { champion: await this.champions.champion(viewer, done.value.personId) };
  }
}
