import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { barrier } from './errors.js';

@ObjectType({ description: 'Where a page ends and whether another follows.' })
export class PageInfo {
  @Field(() => String, { nullable: true, description: 'Pass as `after` to get the next page.' })
  endCursor!: string | null;

  @Field({ description: 'True when another page follows.' })
  hasNextPage!: boolean;
}

/** `first` and `after` of a growing list. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 50, description: 'How many at most, 1 to 200.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Cursor of the last one already seen.' })
  after?: string | null;
}

const MOST = 200;

/** @throws Barrier when `first` is outside 1…200. */
export function pageSize({ first }: PageArgs): number {
  if (!Number.isInteger(first) || first < 1 || first > MOST)
    throw barrier('BAD_INPUT', `Ask for 1 to ${MOST} at a time.`);
  return first;
}

export interface Connection<T> {
  edges: { cursor: string; node: T }[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** Makes the GraphQL types `XEdge` and `XConnection` for a node type, whose GraphQL name is `name`. */
export function connectionOf<T extends object>(
  Node: Type<T>,
  name = Node.name,
): Type<Connection<T>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} and its place in the list.` })
  class Edge {
    @Field({ description: 'Place in the list.' })
    cursor!: string;
    @Field(() => Node, { description: 'The one at this place.' })
    node!: T;
  }
  @ObjectType(`${name}Connection`, { description: `A page of a growing list of ${name}.` })
  class Page {
    @Field(() => [Edge], { description: 'The page, in order.' })
    edges!: Edge[];
    @Field(() => PageInfo, { description: 'What follows.' })
    pageInfo!: PageInfo;
    @Field(() => Int, { description: 'How many there are in all under the same filter.' })
    totalCount!: number;
  }
  return Page;
}

export const encodeCursor = (values: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** @throws Barrier when the cursor is not one of ours with `length` parts. */
export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(values) &&
      values.length === length &&
      values.every((v) => v === null || ['string', 'number'].includes(typeof v))
    ) {
      return values as (string | number | null)[];
    }
  } catch {
    // falls through to the one answer for every broken cursor
  }
  throw barrier('BAD_INPUT', 'This cursor is not from this list. Start again without it.');
}

/** Cuts `first + 1` fetched rows into a page. */
export function pageOf<R, T>(
  rows: readonly R[],
  first: number,
  totalCount: number,
  toNode: (row: R) => T,
  keyOf: (row: R) => readonly unknown[],
): Connection<T> {
  const edges = rows
    .slice(0, first)
    .map((row) => ({ cursor: encodeCursor(keyOf(row)), node: toNode(row) }));
  return {
    edges,
    totalCount,
    pageInfo: { endCursor: edges.at(-1)?.cursor ?? null, hasNextPage: rows.length > first },
  };
}
