import { randomUUID } from 'node:crypto';
import { Field, InterfaceType } from '@nestjs/graphql';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Reasons for which a request stops before any rule is asked. Not found and not yours are one. */
export type BarrierCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_INPUT' | 'TOO_MANY';

const WORDING: Record<BarrierCode, string> = {
  UNAUTHENTICATED: 'Sign in to go on.',
  FORBIDDEN: 'Your roles do not include this.',
  NOT_FOUND: 'There is nothing here for you.',
  BAD_INPUT: 'This request cannot be read.',
  TOO_MANY: 'Too many requests. Wait a minute, then try again.',
};

export class Barrier extends GraphQLError {
  constructor(
    readonly code: BarrierCode,
    message = WORDING[code],
  ) {
    super(message, { extensions: { code } });
  }
}

/** Makes the error to throw when a request may not go on. */
export const barrier = (code: BarrierCode, message?: string): Barrier => new Barrier(code, message);

/** What every refusal has in common; each context adds its own typed `code`. */
@InterfaceType({
  description: 'Something that cannot be done now, said so that a person can act on it.',
})
export abstract class Refusal {
  @Field({ description: 'One sentence: what happened and what to do.' })
  message!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the input field that the sentence is about, if one.',
  })
  field?: string | null;
}

const PASSED_ON = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_INPUT',
  'TOO_MANY',
  'GRAPHQL_VALIDATION_FAILED',
  'GRAPHQL_PARSE_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
]);

/** Hides what a bug says about the inside, and gives the person an id to quote. */
export function maskError(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: (id: string, error: unknown) => void,
): GraphQLFormattedError {
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && PASSED_ON.has(code)) {
    return {
      message: formatted.message,
      ...(formatted.path && { path: formatted.path }),
      extensions: { code },
    };
  }
  const requestId = randomUUID().slice(0, 8);
  log(requestId, error);
  return {
    message: `This did not work, and it is our fault. Tell your administrator the number ${requestId}.`,
    ...(formatted.path && { path: formatted.path }),
    extensions: { code: 'INTERNAL', requestId },
  };
}
