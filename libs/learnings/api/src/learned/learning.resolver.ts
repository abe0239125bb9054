import { CurrentViewer, PageArgs, Roles, type Viewer } from '@flipside/platform-api';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { asUnion } from '../learning-result.js';
import { AddLearning } from './add-learning.js';
import { ChangeLearning } from './change-learning.js';
import { ConsentToLearning } from './consent-to-learning.js';
import { DeleteLearning } from './delete-learning.js';
import { LearningReader } from './learning.reader.js';
import {
  AddLearningInput,
  AddLearningResult,
  ChangeLearningInput,
  ChangeLearningResult,
  ConsentToLearningInput,
  ConsentToLearningResult,
  DeleteLearningInput,
  DeleteLearningPayload,
  Learning,
  LearningConnection,
  LearningCounts,
  ShareLearningInput,
  ShareLearningResult,
} from './learning.type.js';
import { ShareLearning } from './share-learning.js';

@Resolver()
export class LearningResolver {
  constructor(
    private readonly learnings: LearningReader,
    private readonly adding: AddLearning,
    private readonly changing: ChangeLearning,
    private readonly sharing: ShareLearning,
    private readonly consenting: ConsentToLearning,
    private readonly deleting: DeleteLearning,
  ) {}

  @Roles('EMPLOYEE')
  @Query(() => LearningConnection, { description: 'The viewer’s own learnings, newest first.' })
  myLearnings(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.learnings.mine(viewer, page);
  }

  @Roles('EMPLOYEE')
  @Query(() => LearningCounts, { description: 'How far the viewer’s own learnings have gone.' })
  myLearningCounts(@CurrentViewer() viewer: Viewer) {
    return this.learnings.counts(viewer);
  }

  @Roles('EMPLOYEE')
  @Query(() => LearningConnection, {
    description: 'Learnings that their writers shared with everyone, newest first.',
  })
  sharedLearnings(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.learnings.shared(viewer, page);
  }

  @Roles('EMPLOYEE')
  @Query(() => [Learning], {
    description: 'The last 20 learnings shared within a pairing, for its two people.',
  })
  pairingLearnings(
    @CurrentViewer() viewer: Viewer,
    @Args('pairingId', { type: () => ID, description: 'The pairing.' }) pairingId: string,
  ) {
    return this.learnings.ofPairing(viewer, pairingId);
  }

  @Roles('EMPLOYEE')
  @Query(() => [Learning], {
    description:
      'Lines about the viewer and a colleague that wait for the viewer’s yes, longest first.',
  })
  learningsToAnswer(@CurrentViewer() viewer: Viewer) {
    return this.learnings.toAnswer(viewer);
  }

  @Roles('EMPLOYEE')
  @Mutation(() => AddLearningResult, { description: 'Writes down what one learned, for oneself.' })
  async addLearning(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The learning.' }) input: AddLearningInput,
  ) {
    const result = await this.adding.run(viewer, input);
    return asUnion(result, async (id) => ({ learning: await this.learnings.own(viewer, id) }));
  }

  @Roles('EMPLOYEE')
  @Mutation(() => ChangeLearningResult, { description: 'Changes the text or the stage.' })
  async changeLearning(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'What changes.' }) input: ChangeLearningInput,
  ) {
    const result = await this.changing.run(viewer, input);
    return asUnion(result, async (id) => ({ learning: await this.learnings.own(viewer, id) }));
  }

  @Roles('EMPLOYEE')
  @Mutation(() => ShareLearningResult, {
    description: 'Opens one learning to more people, or closes it again.',
  })
  async shareLearning(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which one, and for whom.' }) input: ShareLearningInput,
  ) {
    const result = await this.sharing.run(viewer, input);
    return asUnion(result, async (id) => ({ learning: await this.learnings.own(viewer, id) }));
  }

  @Roles('EMPLOYEE')
  @Mutation(() => ConsentToLearningResult, {
    description: 'Says whether everyone may read a line that concerns the viewer too.',
  })
  async consentToLearning(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The answer.' }) input: ConsentToLearningInput,
  ) {
    const result = await this.consenting.run(viewer, input);
    return asUnion(result, async (id) => ({ learning: await this.learnings.asked(viewer, id) }));
  }

  @Roles('EMPLOYEE')
  @Mutation(() => DeleteLearningPayload, { description: 'Removes one’s own learning everywhere.' })
  async deleteLearning(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which one.' }) input: DeleteLearningInput,
  ) {
    return { id: await this.deleting.run(viewer, input.id) };
  }
}
