import type { Type } from '@nestjs/common';
import { createUnionType, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Result } from '@flipside/kernel';
import { PEOPLE_REFUSAL_CODES, type PeopleRefusal } from '@flipside/people-domain';
import { Refusal } from '@flipside/platform-api';

const codes = Object.fromEntries(PEOPLE_REFUSAL_CODES.map((code) => [code, code]));
registerEnumType(codes, {
  name: 'PeopleRefusalCode',
  description: 'Why something about people or the programme’s rules cannot be done now.',
});

@ObjectType('PeopleRefusal', {
  implements: () => Refusal,
  description: 'Something about people or the programme’s rules that cannot be done now.',
})
export class PeopleRefusalType extends Refusal {
  @Field(() => codes, { description: 'The reason, for programs.' })
  code!: PeopleRefusal['code'];
}

/** The answer of a mutation: what it did, or the refusal. */
export const payloadOrRefusal = <P extends object>(
  name: string,
  Payload: Type<P>,
): P | PeopleRefusalType =>
  createUnionType({
    name,
    description: 'What was done, or why it cannot be done now.',
    types: () => [Payload, PeopleRefusalType] as const,
    resolveType: (value: object) =>
      value instanceof PeopleRefusalType ? PeopleRefusalType : Payload,
  });

/** A command's result as the API's answer. */
export const answerOf = <P extends object>(
  result: Result<P, PeopleRefusal>,
): P | PeopleRefusalType =>
  result.ok ? result.value : Object.assign(new PeopleRefusalType(), result.refusal);
