/**
 * How often one may ask. It is decided from the headers alone: whoever asks too often is turned away before a byte of
 * the body is read, and costs no question to the database either (`infra/decisions/0039-refused-before-the-work.md`).
 */
import { createHash } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import { SESSION_COOKIE } from '@flipside/people-api';
import type { Viewer } from '@flipside/platform-api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const A_MINUTE = {
  /** Of one person who is signed in, from wherever. */
  person: 1200,
  /** Of one address that nobody is signed in from. */
  address: 1200,
  /** Wishes to sign in, of one address. A whole office may share one; a mailbox gets no more than a few links. */
  signIns: 120,
  /** Cookies not seen lately, of one address: each is looked up once. Whoever is known already is not held up by these. */
  newCookies: 12_000,
};
/** People, addresses and cookies kept in mind; beyond that those longest unused are forgotten. */
const KEPT = 20_000;

const isSigningIn = ({ url, method }: FastifyRequest): boolean =>
  url.startsWith('/auth/') && method === 'POST';

/** Whom a cookie opened for last time. It says whose request is counted, never who may come in. */
class CookiesSeen {
  readonly #people = new Map<string, string>();

  /** Only hashes are kept in mind. */
  static keyOf = (cookie: string): string => createHash('sha256').update(cookie).digest('base64');

  get(cookie: string): string | undefined {
    return this.#people.get(CookiesSeen.keyOf(cookie));
  }

  note(cookie: string, personId: string | undefined): void {
    const key = CookiesSeen.keyOf(cookie);
    this.#people.delete(key);
    if (personId === undefined) return;
    this.#people.set(key, personId);
    const [oldest] = this.#people.keys();
    if (this.#people.size > KEPT && oldest !== undefined) this.#people.delete(oldest);
  }
}

/**
 * Makes the step that every request takes first.
 * @param viewerOf looks up the person behind a cookie
 * @returns the viewer, or `'too many'` after the refusal has been sent
 */
export async function requestLimits(
  server: FastifyInstance,
  viewerOf: (cookie: string) => Promise<Viewer | null>,
): Promise<(request: FastifyRequest, reply: FastifyReply) => Promise<Viewer | null | 'too many'>> {
  await server.register(rateLimit, { global: false, timeWindow: '1 minute', cache: KEPT });
  const asked = new WeakMap<FastifyRequest, string>();
  const limits = {
    person: server.createRateLimit({
      max: A_MINUTE.person,
      keyGenerator: (request) => asked.get(request) ?? '',
    }),
    address: server.createRateLimit({ max: A_MINUTE.address }),
    signIns: server.createRateLimit({ max: A_MINUTE.signIns }),
    newCookies: server.createRateLimit({ max: A_MINUTE.newCookies }),
  };
  const seen = new CookiesSeen();

  return async (request, reply) => {
    const exceeds = async (which: keyof typeof limits, personId = ''): Promise<boolean> => {
      asked.set(request, personId);
      const counted = await limits[which](request);
      if (counted.isAllowed || !counted.isExceeded) return false;
      await reply.status(429).header('retry-after', counted.ttlInSeconds).send({
        code: 'TOO_MANY',
        message: 'Too many requests. Wait a minute, then try again.',
      });
      return true;
    };
    const cookie = request.cookies[SESSION_COOKIE];
    const known = cookie && seen.get(cookie);
    if (isSigningIn(request)) {
      if (await exceeds('signIns')) return 'too many';
    } else if (known) {
      if (await exceeds('person', known)) return 'too many';
    } else if (await exceeds(cookie ? 'newCookies' : 'address')) return 'too many';
    if (!cookie) return null;

    const viewer = await viewerOf(cookie);
    seen.note(cookie, viewer?.personId);
    if (known || isSigningIn(request)) return viewer;
    const isOver = viewer ? await exceeds('person', viewer.personId) : await exceeds('address');
    return isOver ? 'too many' : viewer;
  };
}
