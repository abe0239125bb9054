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
} from './outcome.type.js';
import { RecordOutcome } from './record-outcome.js';

@Resolver()
export class OutcomeResolver {
  constructor(
    private readonly reader: OutcomeReader,
    private readonly recording: RecordOutcome,
    private readonly corroborating: CorroborateOutcome,
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
}
