import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, InstantScalar } from '@flipside/platform-api';
import type { PairDifference } from './publish-difference.reader.js';

export const PairDifferenceEnum = { NEW: 'new', CHANGED: 'changed', AGAIN: 'again' } as const;
registerEnumType(PairDifferenceEnum, {
  name: 'PairDifference',
  description: 'What a pair to be published is against what its executive had before.',
  valuesMap: {
    NEW: { description: 'The executive meets a champion for the first time.' },
    CHANGED: { description: 'The executive had another champion before.' },
    AGAIN: { description: 'The same two as the last time.' },
  },
});

@ObjectType('PublishablePair', { description: 'A pair that publishing would propose.' })
export class PublishablePairType {
  @Field(() => ID, { description: 'The proposal it comes from.' })
  proposalId!: string;

  /** Not fields: read by the loaders. */
  executiveId!: string;
  championId!: string;
  championBeforeId!: string | null;

  @Field(() => PairDifferenceEnum, { description: 'What is different from before.' })
  change!: PairDifference;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When the executive’s last pairing ended.',
  })
  endedAt!: Date | null;
}

@ObjectType({ description: 'A page of pairs that publishing would propose.' })
export class PublishablePairConnection extends connectionOf(
  PublishablePairType,
  'PublishablePair',
) {}
