import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import serveFiles from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Clock } from '@flipside/kernel';
import { SignIn } from '@flipside/people-api';
import {
  PLAIN_PAGE_STYLE_HASH,
  RequestContext,
  type Config,
  type Database,
} from '@flipside/platform-api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module.js';
import { BarrierFilter } from './barrier.filter.js';
import { requestLimits } from './request-limits.js';

const BODY_LIMIT = 1024 * 1024;

/** The client, its styles and its fonts come from this server alone; nothing is inline. */
const contentPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", PLAIN_PAGE_STYLE_HASH],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

/**
 * A writing request must come from our own pages. Browsers name the origin of every such request; programs that do
 * not must carry a header that no foreign page can set without being asked first.
 */
function isFromOurPages(request: FastifyRequest): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) {
    try {
      return new URL(origin).host === request.host;
    } catch {
      return false;
    }
  }
  return (
    request.headers['x-flipside-request'] !== undefined ||
    request.headers['sec-fetch-site'] === 'same-origin'
  );
}

/** Addresses whose own secret says who asks; mail programs call them without a page of ours (RFC 8058). */
const isOpenedByItsToken = (url: string): boolean => url.startsWith('/m/');

const isAsset = (url: string): boolean => url.startsWith('/assets/');

type AnsweredRequest = FastifyRequest & { flipside?: RequestContext };

async function addPlugins(server: FastifyInstance, config: Config): Promise<void> {
  await server.register(cookie);
  await server.register(helmet, {
    contentSecurityPolicy: contentPolicy,
    strictTransportSecurity: config.isSecure
      ? { maxAge: 31_536_000, includeSubDomains: true }
      : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  });
  await server.register(compress, { threshold: 1024 });
}

/** Any address that is not ours is a page of the client; it decides what to show. */
async function addClient(server: FastifyInstance, webRoot: string): Promise<void> {
  await server.register(serveFiles, {
    root: webRoot,
    wildcard: false,
    index: false,
    preCompressed: false,
    setHeaders: (reply, path) => {
      void reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  server.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    if (isAsset(request.url)) return reply.callNotFound();
    return reply.sendFile('index.html');
  });
}

/** Builds the server; it listens only when told to. */
export async function createHttpApp(parts: {
  config: Config;
  database: Database;
  clock?: Clock;
  webRoot?: string;
}): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    // Hop 0 is whoever opened the connection: behind one proxy that is the proxy, and the address it names is the client's.
    trustProxy:
      parts.config.trustedProxies > 0
        ? (_address: string, hop: number) => hop < parts.config.trustedProxies
        : false,
    bodyLimit: BODY_LIMIT,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(parts), adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  app.useGlobalFilters(new BarrierFilter());
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await addPlugins(server, parts.config);
  // A streamed upload reaches its handler as a stream, whatever its size; the handler counts the bytes.
  server.addContentTypeParser('application/octet-stream', (_request, payload, done) =>
    done(null, payload),
  );
  // One click in a mail program may come in parts; the handler looks for the one word in it.
  server.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'string', bodyLimit: 10_000 },
    (_request, body, done) => done(null, body),
  );
  const signIn = app.get(SignIn);
  const admit = await requestLimits(server, (cookie) => signIn.viewerOf(cookie));
  // Before anything of a body is read.
  server.addHook('onRequest', async (request: AnsweredRequest, reply) => {
    if (isAsset(request.url)) return;
    const isWriting = request.method !== 'GET' && request.method !== 'HEAD';
    if (isWriting && !isOpenedByItsToken(request.url) && !isFromOurPages(request)) {
      return reply
        .status(403)
        .send({ code: 'FORBIDDEN', message: 'This request does not come from this site.' });
    }
    const viewer = await admit(request, reply);
    if (viewer === 'too many') return reply;
    request.flipside = new RequestContext(viewer, request, reply);
    return undefined;
  });
  if (parts.webRoot) await addClient(server, parts.webRoot);
  await app.init();
  await server.ready();
  return app;
}
