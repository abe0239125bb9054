import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { Logger } from '@nestjs/common';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyRequest } from 'fastify';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import {
  getVariableValues,
  GraphQLError,
  isListType,
  isNonNullType,
  separateOperations,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { barrier, maskError } from './errors.js';
import type { RequestContext } from './request-context.js';

const MOST_COMPLEXITY = 50_000;
const MOST_DEPTH = 14;
const MOST_TOKENS = 4000;
/** Assumed length of a list that has no `first` argument. */
const USUAL_LENGTH = 10;

const isList = (type: GraphQLOutputType): boolean =>
  isListType(isNonNullType(type) ? type.ofType : type);

/** A page costs as much as it may return; other lists count with a usual length. Reading the schema is free. */
const estimate: ComplexityEstimator = ({ args, childComplexity, field }) => {
  if (field.name.startsWith('__')) return 0;
  const first = (args as { first?: unknown }).first;
  // The edges of a page are counted by its `first` already.
  const factor =
    typeof first === 'number'
      ? Math.max(1, first)
      : isList(field.type) && field.name !== 'edges'
        ? USUAL_LENGTH
        : 1;
  return 1 + factor * childComplexity;
};

/** A variable that its type does not allow is the caller's mistake, whichever scalar noticed it. */
const wrongVariable = ({ message, extensions }: GraphQLError): GraphQLError =>
  new GraphQLError(message, {
    extensions: { code: extensions['code'] ?? 'BAD_USER_INPUT', http: { status: 400 } },
  });

const complexityLimit: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    let schema: GraphQLSchema;
    return {
      async didResolveOperation({ request, operation, document, schema: current, operationName }) {
        schema = current;
        const { errors } = getVariableValues(
          schema,
          operation?.variableDefinitions ?? [],
          request.variables ?? {},
          { maxErrors: 1 },
        );
        if (errors?.[0]) throw wrongVariable(errors[0]);
        const query = operationName
          ? (separateOperations(document)[operationName] ?? document)
          : document;
        const complexity = getComplexity({
          schema,
          query,
          variables: request.variables ?? {},
          estimators: [estimate],
        });
        if (complexity > MOST_COMPLEXITY) {
          throw new GraphQLError(
            `This request asks for too much at once (${complexity}, at most ${MOST_COMPLEXITY}). Ask for fewer rows or fields.`,
            {
              extensions: { code: 'BAD_INPUT', http: { status: 400 } },
            },
          );
        }
      },
    };
  },
};

/** Apollo Server as we run it: limits before any resolver, errors masked, the schema open to its users. */
export function graphqlOptions(): ApolloDriverConfig {
  const armor = new ApolloArmor({
    maxDepth: { n: MOST_DEPTH },
    maxAliases: { n: 30 },
    maxDirectives: { n: 20 },
    costLimit: { enabled: false },
    maxTokens: { enabled: false },
    blockFieldSuggestion: { enabled: false },
  }).protect();
  const logger = new Logger('GraphQL');
  return {
    driver: ApolloDriver,
    autoSchemaFile: true,
    sortSchema: true,
    playground: false,
    graphiql: false,
    introspection: true,
    csrfPrevention: { requestHeaders: ['x-flipside-request', 'apollo-require-preflight'] },
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: MOST_TOKENS },
    plugins: [ApolloServerPluginCacheControlDisabled(), complexityLimit],
    validationRules: armor.validationRules,
    stopOnTerminationSignals: false,
    context: (request: FastifyRequest & { flipside?: RequestContext }) => {
      if (!request.flipside) throw barrier('UNAUTHENTICATED');
      return request.flipside;
    },
    formatError: (formatted, error) =>
      maskError(formatted, error, (id, cause) => {
        const original = (cause as { originalError?: Error }).originalError ?? cause;
        logger.error(
          `${id} ${original instanceof Error ? (original.stack ?? original.message) : String(original)}`,
        );
      }),
  };
}
