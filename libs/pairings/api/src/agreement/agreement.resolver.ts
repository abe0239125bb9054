import { isId } from '@flipside/kernel';
import { Looks } from '@flipside/people-api';
import { barrier, CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PairingReader } from '../pairings/pairing.reader.js';
import { answerOf } from '../pairing-refusal.type.js';
import {
  ConfirmAgreementInput,
  GoalCategoriesPayload,
  GoalCategory,
  PairingWithoutGoal,
  SetGoalCategoriesInput,
  SetWorkingAgreementInput,
  TimelineEntry,
  WishForTermInput,
  WorkingAgreementResult,
  WorkingAgreementType,
} from './agreement.type.js';
import { Agreements } from './agreements.js';

const PAIRING = { type: () => ID, description: 'The pairing.' };

const known = (id: string): string => {
  if (!isId(id)) throw barrier('NOT_FOUND');
  return id;
};

@Resolver()
export class AgreementResolver {
  constructor(
    private readonly agreements: Agreements,
    private readonly pairings: PairingReader,
    private readonly looks: Looks,
  ) {}

  @Roles('EMPLOYEE')
  @Query(() => WorkingAgreementType, { description: 'How the two agreed to work, for the two.' })
  workingAgreement(@CurrentViewer() viewer: Viewer, @Args('pairingId', PAIRING) pairingId: string) {
    return this.agreements.read(viewer, known(pairingId));
  }

  @Roles('EMPLOYEE')
  @Query(() => [TimelineEntry], {
    description: 'What happened in a pairing, oldest first, for the two people and HR leads.',
  })
  async pairingTimeline(
    @CurrentViewer() viewer: Viewer,
    @Args('pairingId', PAIRING) pairingId: string,
  ) {
    const { executive, champion } = await this.pairings.one(viewer, known(pairingId));
    await this.looks.note(viewer, [executive.id, champion.id], 'pairing');
    return this.agreements.timeline(pairingId);
  }

  @Roles('EMPLOYEE')
  @Query(() => [PairingWithoutGoal], {
    description: 'Accepted pairings of the viewer that have no goal before their first session.',
  })
  pairingsWithoutGoal(@CurrentViewer() viewer: Viewer) {
    return this.agreements.withoutGoal(viewer);
  }

  @Roles('EMPLOYEE')
  @Query(() => [GoalCategory], { description: 'Outcomes that pairings can work towards.' })
  goalCategories() {
    return this.agreements.goals();
  }

  @Roles('HR_LEAD')
  @Mutation(() => GoalCategoriesPayload, { description: 'Sets the outcomes that are offered.' })
  async setGoalCategories(
    @Args('input', { description: 'The outcomes.' }) { goals }: SetGoalCategoriesInput,
  ) {
    return { goals: await this.agreements.setGoals(goals) };
  }

  @Roles('EMPLOYEE')
  @Mutation(() => WorkingAgreementResult, { description: 'Writes how the two want to work.' })
  async setWorkingAgreement(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The agreement.' }) input: SetWorkingAgreementInput,
  ) {
    known(input.pairingId);
    return answerOf(await this.agreements.set(viewer, input), async ({ pairingId }) => ({
      agreement: await this.agreements.read(viewer, pairingId),
    }));
  }

  @Roles('EMPLOYEE')
  @Mutation(() => WorkingAgreementResult, { description: 'Says yes to the agreement.' })
  async confirmAgreement(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which version.' }) input: ConfirmAgreementInput,
  ) {
    known(input.pairingId);
    return answerOf(await this.agreements.confirm(viewer, input), async ({ pairingId }) => ({
      agreement: await this.agreements.read(viewer, pairingId),
    }));
  }

  @Roles('EMPLOYEE')
  @Mutation(() => WorkingAgreementResult, {
    description: 'Renew, rotate or close at the end of a term. Renewing needs both.',
  })
  async wishForTerm(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The wish.' }) input: WishForTermInput,
  ) {
    known(input.pairingId);
    return answerOf(await this.agreements.wish(viewer, input), async ({ pairingId }) => ({
      agreement: await this.agreements.read(viewer, pairingId),
    }));
  }
}
