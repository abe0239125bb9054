import { createFragmentRegistry } from '@apollo/client/cache';
import { Kind, parse, type DocumentNode } from 'graphql';
import type { graphql as TypedGraphql } from './gql/gql.js';

/** Fragments by name. A component's fragment is known as soon as its module is loaded, so pages only spread it. */
export const fragments = createFragmentRegistry();

const parsed = new Map<string, DocumentNode>();

function document(source: string): DocumentNode {
  const known = parsed.get(source);
  if (known) return known;
  const node = parse(source, { noLocation: true });
  parsed.set(source, node);
  if (node.definitions.some((definition) => definition.kind === Kind.FRAGMENT_DEFINITION))
    fragments.register(node);
  return node;
}

/**
 * Writes a query, mutation or fragment: graphql(`query Roster { … }`). Its types are generated; the text is parsed here
 * instead of taken from the generated list, which would put every page's documents into the first download.
 */
export const graphql = document as unknown as typeof TypedGraphql;
