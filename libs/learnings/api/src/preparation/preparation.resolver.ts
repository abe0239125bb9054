import { CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { asUnion } from '../learning-result.js';
import { PreparationReader } from './preparation.reader.js';
import {
  KeepMirrorResultInput,
  Preparation,
  PreparationResult,
  PrepareSessionInput,
  SkipStarterPathInput,
  StarterPathPayload,
} from './preparation.type.js';
import { PrepareSession } from './prepare-session.js';

@Resolver()
export class PreparationResolver {
  constructor(
    private readonly preparations: PreparationReader,
    private readonly prepare: PrepareSession,
  ) {}

  @Roles('EMPLOYEE')
  @Query(() => Preparation, { description: 'What a session is prepared with, for its two people.' })
  preparation(
    @CurrentViewer() viewer: Viewer,
    @Args('sessionId', { type: () => ID, description: 'The session.' }) sessionId: string,
  ) {
    return this.preparations.read(viewer, sessionId);
  }

  @Roles('EMPLOYEE')
  @Mutation(() => PreparationResult, { description: 'Saves what the two plan to do.' })
  async prepareSession(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The plan.' }) input: PrepareSessionInput,
  ) {
    const result = await this.prepare.run(viewer, input);
    return asUnion(result, async (id) => ({
      preparation: await this.preparations.read(viewer, id),
    }));
  }

  @Roles('EMPLOYEE')
  @Mutation(() => PreparationResult, {
    description: 'Keeps what the executive saw in a mirror recipe, for themselves alone.',
  })
  async keepMirrorResult(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The text.' }) input: KeepMirrorResultInput,
  ) {
    const result = await this.prepare.keepMirror(viewer, input);
    return asUnion(result, async (id) => ({
      preparation: await this.preparations.read(viewer, id),
    }));
  }

  @Roles('EMPLOYEE')
  @Mutation(() => StarterPathPayload, {
    description: 'Walks the starter path, or does without it.',
  })
  async skipStarterPath(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The choice.' }) input: SkipStarterPathInput,
  ) {
    await this.prepare.skipPath(viewer, input);
    return input;
  }
}
