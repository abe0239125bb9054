import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isId } from '@flipside/kernel';
import { barrier, CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import { refusalOf } from '../champion-refusal.type.js';
import { SavePriority } from './save-priority.js';
import { StrategyReader } from './strategy.reader.js';
import { SavePriorityArgs, SavePriorityResult, Strategy } from './strategy.type.js';

@Resolver()
export class StrategyResolver {
  constructor(
    private readonly reader: StrategyReader,
    private readonly saving: SavePriority,
  ) {}

  @Query(() => Strategy, {
    description: 'Champions against the company’s aims, and where they conflict with coverage.',
  })
  @Roles('HR_LEAD')
  async championStrategy(): Promise<Strategy> {
    const { asOf, standings, candidates, conflicts, champions, composition } =
      await this.reader.strategy();
    return {
      asOf,
      priorities: standings.map(({ priority, version, ...standing }) => ({
        ...priority,
        match: [...priority.match],
        ...standing,
        version,
      })),
      candidates: candidates.map(({ reasons, nominationId, name, unitName, stage }) => ({
        nominationId,
        name,
        unitName,
        stage,
        reasons: [...reasons],
      })),
      conflicts,
      champions,
      composition: composition.map(({ dimension, parts }) => ({
        dimension,
        parts: parts.map(({ value, champions: count, isWithheld }) => ({
          value,
          champions: isWithheld ? null : count,
        })),
      })),
    };
  }

  @Mutation(() => SavePriorityResult, {
    description: 'States where champions are wanted, or changes it.',
  })
  @Roles('HR_LEAD')
  async savePriority(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'What is wanted.' }) input: SavePriorityArgs,
  ) {
    if (input.id != null && !isId(input.id)) throw barrier('NOT_FOUND');
    const result = await this.saving.run(viewer, input);
    return result.ok ? result.value : refusalOf(result.refusal);
  }

  @Mutation(() => ID, { description: 'Takes a priority away.' })
  @Roles('HR_LEAD')
  async removePriority(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The priority.' }) id: string,
  ): Promise<string> {
    if (!isId(id)) throw barrier('NOT_FOUND');
    await this.saving.remove(viewer, id);
    return id;
  }
}
