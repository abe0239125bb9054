import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isId, type Result } from '@flipside/kernel';
import type { ChampionRefusal } from '@flipside/champions-domain';
import { barrier, CurrentViewer, PageArgs, Roles, type Viewer } from '@flipside/platform-api';
import { type ChampionRefusalType, refusalOf } from '../champion-refusal.type.js';
import { ChangeChampionProfile } from './change-champion-profile.js';
import { AnswerHours } from './answer-hours.js';
import { ChampionReader } from './champion.reader.js';
import {
  ChampionChoicesType,
  ChampionConnection,
  ChampionFilterInput,
  type ChampionPayload,
  Champion,
  AnswerHoursArgs,
  AnswerHoursResult,
  ChangeChampionProfileArgs,
  ChangeChampionProfileResult,
  EndBreakResult,
  EndChampionArgs,
  EndChampionResult,
  MyLoad,
  NameChampionArgs,
  NameChampionResult,
  TakeBreakArgs,
  TakeBreakResult,
} from './champion.type.js';
import { EndBreak } from './end-break.js';
import { EndChampion } from './end-champion.js';
import { NameChampion } from './name-champion.js';
import { TakeBreak } from './take-break.js';

type Answer = Promise<ChampionPayload | ChampionRefusalType>;

@Resolver(() => Champion)
export class ChampionsResolver {
  constructor(
    private readonly reader: ChampionReader,
    private readonly naming: NameChampion,
    private readonly changing: ChangeChampionProfile,
    private readonly answeringHours: AnswerHours,
    private readonly resting: TakeBreak,
    private readonly returning: EndBreak,
    private readonly ending: EndChampion,
  ) {}

  @Query(() => ChampionConnection, { description: 'The directory of champions, by name.' })
  @Roles('EMPLOYEE')
  champions(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true, description: 'Which ones.' }) filter?: ChampionFilterInput,
  ) {
    return this.reader.page(viewer, { filter: checked(filter), page });
  }

  @Query(() => ChampionChoicesType, {
    description: 'What there is to choose from when looking for champions.',
  })
  @Roles('EMPLOYEE')
  championChoices(): Promise<ChampionChoicesType> {
    return this.reader.choices();
  }

  @Query(() => Champion, { description: 'One champion.' })
  @Roles('EMPLOYEE')
  champion(
    @CurrentViewer() viewer: Viewer,
    @Args('personId', { type: () => ID, description: 'The person.' }) personId: string,
  ): Promise<Champion> {
    return this.reader.champion(viewer, idOf(personId));
  }

  @Query(() => MyLoad, {
    nullable: true,
    description: 'What you agreed to as a champion; null if you never were one.',
  })
  @Roles('EMPLOYEE')
  async myLoad(@CurrentViewer() viewer: Viewer): Promise<MyLoad | null> {
    const champion = await this.reader.find(viewer, viewer.personId);
    return (
      champion && {
        champion,
        agreedHours: champion.agreedHours ?? 0,
        capacity: champion.capacity ?? 0,
      }
    );
  }

  @Mutation(() => NameChampionResult, { description: 'Makes somebody a champion.' })
  @Roles('HR_LEAD')
  nameChampion(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Whom, from when, with what.' }) input: NameChampionArgs,
  ): Answer {
    idOf(input.personId);
    return this.answer(viewer, this.naming.run(viewer, input));
  }

  @Mutation(() => ChangeChampionProfileResult, { description: 'Changes your own profile.' })
  @Roles('EMPLOYEE')
  changeChampionProfile(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'What changes.' }) input: ChangeChampionProfileArgs,
  ): Answer {
    return this.answer(viewer, this.changing.run(viewer, input));
  }

  @Mutation(() => AnswerHoursResult, {
    description: 'Says yes or no to more hours that a champion offers.',
  })
  @Roles('HR_LEAD')
  answerHours(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Whose, and what.' }) input: AnswerHoursArgs,
  ): Answer {
    idOf(input.personId);
    return this.answer(viewer, this.answeringHours.run(viewer, input));
  }

  @Mutation(() => TakeBreakResult, { description: 'Rest from today; nobody has to agree.' })
  @Roles('EMPLOYEE')
  takeBreak(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Until when.' }) input: TakeBreakArgs,
  ): Answer {
    return this.answer(viewer, this.resting.run(viewer, input));
  }

  @Mutation(() => EndBreakResult, { description: 'Be back from today.' })
  @Roles('EMPLOYEE')
  endBreak(@CurrentViewer() viewer: Viewer): Answer {
    return this.answer(viewer, this.returning.run(viewer));
  }

  @Mutation(() => EndChampionResult, { description: 'Ends somebody’s time as a champion.' })
  @Roles('HR_LEAD')
  endChampion(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Whose, when, why.' }) input: EndChampionArgs,
  ): Answer {
    idOf(input.personId);
    return this.answer(viewer, this.ending.run(viewer, input));
  }

  private async answer(
    viewer: Viewer,
    done: Promise<Result<{ personId: string }, ChampionRefusal>>,
  ): Answer {
    const result = await done;
    if (!result.ok) return refusalOf(result.refusal);
    return { champion: await this.reader.champion(viewer, result.value.personId) };
  }
}

/** @throws Barrier NOT_FOUND for what cannot be an identifier of ours */
function idOf(id: string): string {
  if (!isId(id)) throw barrier('NOT_FOUND');
  return id;
}

function checked(filter: ChampionFilterInput | undefined): ChampionFilterInput | null {
  for (const id of [filter?.unitId, filter?.locationId]) {
    if (id != null && !isId(id)) throw barrier('BAD_INPUT', 'This filter names something unknown.');
  }
  return filter ?? null;
}
