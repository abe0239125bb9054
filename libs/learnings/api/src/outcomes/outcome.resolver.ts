import { CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { asUnion } from '../learning-result.js';
import { CorroborateOutcome } from './corroborate-outcome.js';
import { OutcomeReader } from './outcome.reader.js';
import {
  CorroborateOutcomeInput,
  CorroborateOutcomeResult,
  Outcome,
  RecordOutcomeInput,
  RecordOutcomeResult,
  RenewOutcomeInput,
  RenewOutcomeResult,
  RestateOutcomeInput,
  RestateOutcomeResult,
} from './outcome.type.js';
import { RecordOutcome } from './record-outcome.js';
import { RenewOutcome } from './renew-outcome.js';
import { RestateOutcome } from './restate-outcome.js';

@Resolver()
export class OutcomeResolver {
  constructor(
    private readonly reader: OutcomeReader,
    private readonly recording: RecordOutcome,
    private readonly corroborating: CorroborateOutcome,
    private readonly restating: RestateOutcome,
    private readonly renewing: RenewOutcome,
  ) {}

  @Roles('EMPLOYEE')
  @Query(() => [Outcome], {
    description: 'Outcomes of a pairing, newest first, at most 100; for its two people.',
  })
  outcomes(
    @CurrentViewer() viewer: Viewer,
    @Args('pairingId', { type: () => ID, description: 'The pairing.' }) pairingId: string,
  ) {
    return this.reader.ofPairing(viewer, pairingId);
  }

  @Roles('EMPLOYEE')
  @Mutation(() => RecordOutcomeResult, { description: 'Records a change in work.' })
  async recordOutcome(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The outcome.' }) input: RecordOutcomeInput,
  ) {
    const result = await this.recording.run(viewer, input);
    return asUnion(result, async (id) => ({ outcome: await this.reader.one(viewer, id) }));
  }

  @Roles('EMPLOYEE')
  @Mutation(() => CorroborateOutcomeResult, {
    description: 'Confirms what the other person of the pairing recorded.',
  })
  async corroborateOutcome(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which one.' }) input: CorroborateOutcomeInput,
  ) {
    const result = await this.corroborating.run(viewer, input.id);
    return asUnion(result, async (id) => ({ outcome: await this.reader.one(viewer, id) }));
  }

  @Roles('EMPLOYEE')
  @Mutation(() => RestateOutcomeResult, {
    description: 'Says the figures of an outcome anew: measured with a source, or corrected.',
  })
  async restateOutcome(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The figures.' }) input: RestateOutcomeInput,
  ) {
    const result = await this.restating.run(viewer, input);
    return asUnion(result, async (id) => ({ outcome: await this.reader.one(viewer, id) }));
  }

  @Roles('EMPLOYEE')
  @Mutation(() => RenewOutcomeResult, {
    description: 'Says whether an outcome still holds; without a word it ends after 90 days.',
  })
  async renewOutcome(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which one, and whether.' }) input: RenewOutcomeInput,
  ) {
    const result = await this.renewing.run(viewer, input);
    return asUnion(result, async (id) => ({ outcome: await this.reader.one(viewer, id) }));
  }
}
