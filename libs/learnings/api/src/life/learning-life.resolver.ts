import { CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { asUnion } from '../learning-result.js';
import { ChangeLearningLife } from './change-learning-life.js';
import { LearningLifeReader } from './learning-life.reader.js';
import {
  FoundLearnings,
  LearningLife,
  LearningLifeResult,
  RefineLearningInput,
  RetireLearningInput,
  TryLearningInput,
} from './learning-life.type.js';
import { LearningSearch } from './learning-search.js';

@Resolver()
export class LearningLifeResolver {
  constructor(
    private readonly search: LearningSearch,
    private readonly reader: LearningLifeReader,
    private readonly changing: ChangeLearningLife,
  ) {}

  @Roles('EMPLOYEE')
  @Query(() => FoundLearnings, {
    description:
      'Finds in everything the viewer may read, also what is misspelt; best first for the viewer.',
  })
  findLearnings(
    @CurrentViewer() viewer: Viewer,
    @Args('words', { description: 'What to look for.' }) words: string,
  ) {
    return this.search.find(viewer, words);
  }

  @Roles('EMPLOYEE')
  @Query(() => LearningLife, {
    description: 'A shared learning, or one’s own, with where it came from and what became of it.',
  })
  learningLife(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The learning.' }) id: string,
  ) {
    return this.reader.life(viewer, id);
  }

  @Roles('EMPLOYEE')
  @Mutation(() => LearningLifeResult, {
    description: 'Says with one’s name that one tried a colleague’s learning.',
  })
  async tryLearning(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which one, and whether it worked.' }) input: TryLearningInput,
  ) {
    const result = await this.changing.try(viewer, input);
    return asUnion(result, async (id) => ({ life: await this.reader.life(viewer, id) }));
  }

  @Roles('EMPLOYEE')
  @Mutation(() => LearningLifeResult, {
    description: 'Takes one’s own learning out of sight, or back. Its history stays.',
  })
  async retireLearning(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which one.' }) input: RetireLearningInput,
  ) {
    const result = await this.changing.retire(viewer, input);
    return asUnion(result, async (id) => ({ life: await this.reader.life(viewer, id) }));
  }

  @Roles('EMPLOYEE')
  @Mutation(() => LearningLifeResult, {
    description: 'Shares one’s own version of a colleague’s learning with everyone.',
  })
  async refineLearning(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The version.' }) input: RefineLearningInput,
  ) {
    const result = await this.changing.refine(viewer, input);
    return asUnion(result, async (id) => ({ life: await this.reader.life(viewer, id) }));
  }
}
