import { CurrentViewer, PageArgs, Roles, type Viewer } from '@flipside/platform-api';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { asUnion } from '../learning-result.js';
import { ConsentToStory } from './consent-to-story.js';
import { PickUseOfWeek } from './pick-use-of-week.js';
import { StoryReader } from './story.reader.js';
import {
  ConsentToStoryInput,
  PickUseOfWeekInput,
  Story,
  StoryConnection,
  StoryResult,
  TellStoryInput,
  UseOfWeek,
} from './story.type.js';
import { TellStory } from './tell-story.js';

@Resolver()
export class StoryResolver {
  constructor(
    private readonly stories: StoryReader,
    private readonly telling: TellStory,
    private readonly consenting: ConsentToStory,
    private readonly picking: PickUseOfWeek,
  ) {}

  @Roles('EMPLOYEE')
  @Query(() => StoryConnection, {
    description: 'Stories that both people of a pairing share with everyone, newest first.',
  })
  sharedStories(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.stories.shared(viewer, page);
  }

  @Roles('EMPLOYEE')
  @Query(() => [Story], {
    description: 'Stories about the viewer in every state, what waits for them first; at most 50.',
  })
  myStories(@CurrentViewer() viewer: Viewer) {
    return this.stories.mine(viewer);
  }

  @Roles('EMPLOYEE')
  @Query(() => [Story], {
    description: 'Stories about the viewer that wait for the viewer’s answer, longest first.',
  })
  storiesToAnswer(@CurrentViewer() viewer: Viewer) {
    return this.stories.toAnswer(viewer);
  }

  @Roles('EMPLOYEE')
  @Query(() => [UseOfWeek], { description: 'What executives picked this week, newest first.' })
  usesOfTheWeek(@CurrentViewer() viewer: Viewer) {
    return this.stories.usesOfTheWeek(viewer);
  }

  @Roles('EMPLOYEE')
  @Mutation(() => StoryResult, {
    description: 'Writes a story about a pairing. It stays with the two until both agree.',
  })
  async tellStory(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The story.' }) input: TellStoryInput,
  ) {
    const result = await this.telling.run(viewer, input);
    return asUnion(result, async (id) => ({ story: await this.stories.one(viewer, id) }));
  }

  @Roles('EMPLOYEE')
  @Mutation(() => StoryResult, {
    description: 'Answers for oneself: with one’s name, without it, or not at all.',
  })
  async consentToStory(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The answer.' }) input: ConsentToStoryInput,
  ) {
    const result = await this.consenting.run(viewer, input);
    return asUnion(result, async (id) => ({ story: await this.stories.one(viewer, id) }));
  }

  @Roles('EXECUTIVE')
  @Mutation(() => StoryResult, { description: 'Picks a shared story as use of the week.' })
  async pickUseOfWeek(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which one, and why.' }) input: PickUseOfWeekInput,
  ) {
    const result = await this.picking.run(viewer, input);
    return asUnion(result, async (id) => ({ story: await this.stories.one(viewer, id) }));
  }
}
