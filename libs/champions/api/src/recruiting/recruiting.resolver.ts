import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isId } from '@flipside/kernel';
import { barrier, CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import { refusalOf } from '../champion-refusal.type.js';
import type { PlaceAsked } from '../coverage/place.js';
import { StrategyReader } from '../strategy/strategy.reader.js';
import { AnswerCall } from './answer-call.js';
import { RecruitingReader } from './recruiting.reader.js';
import {
  AnswerCallArgs,
  AnswerCallResult,
  CallDraftType,
  CallForMeType,
  SendCallArgs,
  SendCallResult,
} from './recruiting.type.js';
import { SendCall } from './send-call.js';

@Resolver()
export class RecruitingResolver {
  constructor(
    private readonly reader: RecruitingReader,
    private readonly strategy: StrategyReader,
    private readonly sending: SendCall,
    private readonly answering: AnswerCall,
  ) {}

  @Query(() => CallDraftType, {
    description:
      'Whom to ask in a unit, at a site, at a level, or what these have in common; with what words, and who answered before.',
  })
  @Roles('HR_LEAD')
  async recruitingDraft(
    @Args('unitId', { type: () => ID, nullable: true, description: 'The unit.' })
    unitId?: string | null,
    @Args('locationId', { type: () => ID, nullable: true, description: 'Only at this site.' })
    locationId?: string | null,
    @Args('level', {
      type: () => Int,
      nullable: true,
      description: 'Only people of this level, 1 being the top.',
    })
    level?: number | null,
    @Args('priorityId', {
      type: () => ID,
      nullable: true,
      description: 'For what a priority lacks; the place says whom to ask.',
    })
    priorityId?: string | null,
  ): Promise<CallDraftType> {
    const lacking = priorityId == null ? null : await this.strategy.standing(idOf(priorityId));
    return this.reader.draft(placeOf({ unitId, locationId, level }), lacking);
  }

  @Query(() => CallForMeType, { description: 'A call for champions that you were asked by.' })
  @Roles('EMPLOYEE')
  recruitingCall(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The call.' }) id: string,
  ): Promise<CallForMeType> {
    return this.reader.forMe(viewer, idOf(id));
  }

  @Mutation(() => SendCallResult, {
    description: 'Asks the managers or the people of a unit, site or level for champions.',
  })
  @Roles('HR_LEAD')
  async sendRecruitingCall(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Whom, with what words.' }) input: SendCallArgs,
  ) {
    const priorityId = input.priorityId == null ? null : idOf(input.priorityId);
    const result = await this.sending.run(viewer, { ...input, priorityId, ...placeOf(input) });
    return result.ok ? result.value : refusalOf(result.refusal);
  }

  @Mutation(() => AnswerCallResult, { description: 'Says "not now" to a call for champions.' })
  @Roles('EMPLOYEE')
  async answerRecruitingCall(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which.' }) { callId }: AnswerCallArgs,
  ) {
    const result = await this.answering.run(viewer, idOf(callId));
    return result.ok ? result.value : refusalOf(result.refusal);
  }
}

/** @throws Barrier NOT_FOUND for what cannot be a place */
function placeOf({ unitId, locationId, level }: Partial<PlaceAsked>): PlaceAsked {
  return {
    unitId: unitId == null ? null : idOf(unitId),
    locationId: locationId == null ? null : idOf(locationId),
    level: level ?? null,
  };
}

/** @throws Barrier NOT_FOUND for what cannot be an identifier of ours */
function idOf(id: string): string {
  if (!isId(id)) throw barrier('NOT_FOUND');
  return id;
}
