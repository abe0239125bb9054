import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Config } from '@flipside/platform-api';

/** Whose choices a link opens, and which topics one click in a mail program silences. */
export interface MailLink {
  readonly personId: string;
  readonly topics: readonly string[];
}

type Keys = Pick<Config, 'secret' | 'earlierSecrets'>;

/** 256 bits in base64url. */
const SEAL_LENGTH = 43;

const sealOf = (secret: Buffer, body: string): string =>
  createHmac('sha256', secret).update(`mail-choices:${body}`).digest('base64url');

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/**
 * The token in the foot of a mail, in letters that no gateway rewrites. It is signed instead of stored:
 * every mail carries one, it has to work for as long as mails are kept, and all it opens is which mails
 * come.
 */
export function mailLinkToken(keys: Pick<Keys, 'secret'>, link: MailLink): string {
  const body = Buffer.concat([
    Buffer.from(link.personId.replaceAll('-', ''), 'hex'),
    Buffer.from(link.topics.join(' ')),
  ]).toString('base64url');
  return body + sealOf(keys.secret, body);
}

/** What a token says when it is ours, under the present key or an earlier one; null otherwise. */
export function readMailLink(keys: Keys, token: string): MailLink | null {
  if (!/^[A-Za-z0-9_-]{65,400}$/.test(token)) return null;
  const body = token.slice(0, -SEAL_LENGTH);
  const seal = token.slice(-SEAL_LENGTH);
  if (![keys.secret, ...keys.earlierSecrets].some((key) => isSame(seal, sealOf(key, body))))
    return null;
  const bytes = Buffer.from(body, 'base64url');
  const personId = bytes
    .subarray(0, 16)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const topics = bytes.subarray(16).toString('utf8').split(' ').filter(Boolean);
  return { personId, topics };
}
