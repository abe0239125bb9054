import type { LearningRefusal as Refused } from '@flipside/learnings-domain';
import type { Result } from '@flipside/kernel';
import type { Type } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import { LearningRefusal } from './learning-refusal.type.js';

/** The union of a command's payload and the context's refusal. */
export function resultOf<T extends object>(name: string, description: string, Payload: Type<T>) {
  return createUnionType({
    name,
    description,
    types: () => [Payload, LearningRefusal] as const,
    resolveType: (value: object) => ('code' in value ? LearningRefusal : Payload),
  });
}

/** A domain result as the union's value; `show` makes the payload. */
export const asUnion = <T, P>(result: Result<T, Refused>, show: (value: T) => P): P | Refused =>
  result.ok ? show(result.value) : result.refusal;
