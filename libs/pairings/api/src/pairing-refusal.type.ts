import type { Type } from '@nestjs/common';
import { createUnionType, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Result } from '@flipside/kernel';
import { PAIRING_REFUSAL_CODES, type PairingRefusal } from '@flipside/pairings-domain';
import { Refusal } from '@flipside/platform-api';

const codes = Object.fromEntries(PAIRING_REFUSAL_CODES.map((code) => [code, code]));
registerEnumType(codes, {
  name: 'PairingRefusalCode',
  description: 'Why something about executives, rounds or pairings cannot be done now.',
});

@ObjectType('PairingRefusal', {
  implements: () => Refusal,
  description: 'Something about executives, rounds or pairings that cannot be done now.',
})
export class PairingRefusalType extends Refusal {
  @Field(() => codes, { description: 'The reason, for programs.' })
  code!: PairingRefusal['code'];
}

/** The answer of a mutation: what it did, or the refusal. */
export const payloadOrRefusal = <P extends object>(
  name: string,
  Payload: Type<P>,
): P | PairingRefusalType =>
  createUnionType({
    name,
    description: 'What was done, or why it cannot be done now.',
    types: () => [Payload, PairingRefusalType] as const,
    resolveType: (value: object) =>
      value instanceof PairingRefusalType ? PairingRefusalType : Payload,
  });

export const refused = (refusal: PairingRefusal): PairingRefusalType =>
  Object.assign(new PairingRefusalType(), refusal);

/** A command's result as the API's answer, with `payloadOf` reading what the payload shows. */
export async function answerOf<T, P extends object>(
  result: Result<T, PairingRefusal>,
  payloadOf: (value: T) => P | Promise<P>,
): Promise<P | PairingRefusalType> {
  return result.ok ? payloadOf(result.value) : refused(result.refusal);
}
