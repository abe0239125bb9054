import { createHash, randomBytes } from 'node:crypto';
import { createHttpApp, entities, jobHandlers } from '@flipside/app-api';
import { fixedClock } from '@flipside/kernel';
import type { INestApplicationContext } from '@nestjs/common';
import { countingStatements, drainJobs, readConfig, type Database } from '@flipside/platform-api';
import { SPEC_SECRET, testDatabase } from '@flipside/testing';
import {
  buildClientSchema,
  getIntrospectionQuery,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';

export interface Answer {
  readonly status: number;
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly {
    message: string;
    extensions?: { code?: string; requestId?: string };
  }[];
}

export interface TestApp {
  readonly nest: INestApplicationContext;
  readonly db: Database;
  readonly url: string;
  readonly clock: ReturnType<typeof fixedClock>;
  /** A cookie that signs in as this person. */
  cookieFor(personId: string): Promise<string>;
  /** Sends one GraphQL operation over HTTP, signed in as `as` or as nobody, from an address. */
  gql(
    query: string,
    variables?: Record<string, unknown>,
    options?: { as?: string; from?: string },
  ): Promise<Answer>;
  /** Number of SQL statements that one operation sends. */
  statements(
    query: string,
    variables: Record<string, unknown>,
    options: { as: string },
  ): Promise<string[]>;
  /** Any HTTP request, from this machine or another address. */
  inject(request: {
    method: 'GET' | 'POST' | 'HEAD' | 'OPTIONS';
    url: string;
    remoteAddress?: string;
    headers?: Record<string, string>;
    payload?: string | Buffer;
  }): Promise<{
    status: number;
    headers: Record<string, unknown>;
    body: string;
  }>;
  /** Runs all jobs that are due. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

/** The whole server on a database of its own, with a clock that stands still at `now`. */
export async function testApp(
  options: { company?: 'demo' | 'own'; now?: string; env?: Record<string, string> } = {},
): Promise<TestApp> {
  const database = await testDatabase(entities);
  const clock = fixedClock(options.now ?? '2026-11-23T09:00:00Z');
  const config = readConfig(
    { url: 'http://localhost:4173', company: options.company ?? 'own' },
    { DATABASE_URL: database.url, FLIPSIDE_SECRET: SPEC_SECRET, ...options.env },
  );
  const app = await createHttpApp({ config, database: database.db, clock });
  const cookies = new Map<string, string>();

  const cookieFor = async (personId: string): Promise<string> => {
    let cookie = cookies.get(personId);
    if (!cookie) {
      const token = randomBytes(32).toString('base64url');
      const hash = createHash('sha256').update(token).digest();
      await database.db.rows(
        `insert into web_session (token_hash, person_id, expires_at) values ($1, $2, 'infinity')`,
        [hash, personId],
      );
      cookie = `flipside=${token}`;
      cookies.set(personId, cookie);
    }
    return cookie;
  };

  const gql: TestApp['gql'] = async (query, variables = {}, { as, from } = {}) => {
    const response = await app.inject({
      method: 'POST',
      url: '/graphql',
      ...(from && { remoteAddress: from }),
      headers: { 'x-flipside-request': '1', ...(as && { cookie: await cookieFor(as) }) },
      payload: { query, variables },
    });
    const body = response.json<{
      data?: Record<string, unknown> | null;
      errors?: Answer['errors'];
    }>();
    return { status: response.statusCode, data: body.data ?? null, errors: body.errors ?? [] };
  };

  return {
    nest: app,
    db: database.db,
    url: database.url,
    clock,
    cookieFor,
    gql,
    statements: async (query, variables, who) => {
      await cookieFor(who.as);
      return (await countingStatements(() => gql(query, variables, who))).statements;
    },
    inject: async (request) => {
      const response = await app.inject(request);
      return { status: response.statusCode, headers: response.headers, body: response.body };
    },
    drain: () => drainJobs(database.url, jobHandlers(app)),
    close: async () => {
      await app.close();
      await database.close();
    },
  };
}

/** The schema as the server tells it. */
export async function servedSchema(app: TestApp): Promise<GraphQLSchema> {
  const { data } = await app.gql(getIntrospectionQuery());
  return buildClientSchema(data as unknown as IntrospectionQuery);
}
