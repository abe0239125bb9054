// Stand-in until the schema is printed; replaced by the generated file of the same name.
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- replaced by generated types
export declare function graphql(source: string): TypedDocumentNode<any, any>;
