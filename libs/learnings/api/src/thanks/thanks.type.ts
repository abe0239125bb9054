import { connectionOf, InstantScalar } from '@flipside/platform-api';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { resultOf } from '../learning-result.js';

@ObjectType({ description: 'Thanks from an executive to their champion. Only the two read it.' })
export class Thanks {
  @Field(() => ID, { description: 'Identity of the thanks.' })
  id!: string;

  @Field({ description: 'Who wrote it.' })
  fromName!: string;

  @Field({ description: 'Whom it is for.' })
  toName!: string;

  @Field({ description: 'The text.' })
  body!: string;

  @Field(() => InstantScalar, { description: 'When it was written.' })
  at!: Date;
}

export const ThanksConnection = connectionOf(Thanks);

@InputType({ description: 'New thanks.' })
export class GiveThanksInput {
  @Field(() => ID, {
    description: 'A UUID made on the device; it becomes the id, so sending twice adds one.',
  })
  id!: string;

  @Field(() => ID, { description: 'The pairing in which the viewer is the executive.' })
  pairingId!: string;

  @Field({ description: 'The text, at most 500 characters.' })
  body!: string;
}

@ObjectType({ description: 'The thanks as saved.' })
export class ThanksPayload {
  @Field(() => Thanks, { description: 'The thanks.' })
  thanks!: Thanks;
}

export const GiveThanksResult = resultOf(
  'GiveThanksResult',
  'The thanks, or why not.',
  ThanksPayload,
);
