import { createHash, randomBytes } from 'node:crypto';
import { newId } from '@flipside/kernel';
import type { Config } from '../config.js';
import type { Tx } from '../database.js';
import type { MailAction } from './mail-action.js';

/** No link lives longer, whatever it is about. */
const MOST_DAYS = 30;

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** What a token of a link looks like: 256 random bits in letters that no mail gateway rewrites. */
export const isActionToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

/** A text column as anybody but the recipient may read it: links without their tokens. */
export const withoutTokens = (column: string): string =>
  `regexp_replace(${column}, '/a/[A-Za-z0-9_-]{43}', '/a/…', 'g')`;

/**
 * Makes a link that opens exactly this action for exactly this person, in the caller's unit of work.
 * Only a hash of its token is stored.
 * @returns the address to put into the mail
 */
export async function actionLink<S>(
  tx: Tx,
  settings: Pick<Config, 'baseUrl'>,
  link: {
    readonly action: Pick<MailAction<S>, 'name' | 'subject'>;
    readonly personId: string;
    readonly subject: S;
    readonly now: Date;
    /** When what it is about begins; at the latest after 30 days it only tells how things stand. */
    readonly until?: Date;
  },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const latest = link.now.getTime() + MOST_DAYS * 86_400_000;
  await tx.execute(
    `insert into action_link (id, token_hash, action, person_id, subject, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      newId(),
      hashOfToken(token),
      link.action.name,
      link.personId,
      JSON.stringify(link.action.subject.parse(link.subject)),
      link.now,
      new Date(Math.min(latest, link.until?.getTime() ?? latest)),
    ],
  );
  return `${settings.baseUrl}/a/${token}`;
}
