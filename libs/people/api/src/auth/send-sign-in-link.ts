import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import {
  CLOCK,
  CONFIG,
  Database,
  enqueueMail,
  mailHtml,
  type Config,
  type JobHandler,
  type Tx,
} from '@flipside/platform-api';
import { worksHereSql } from '../availability/day-sql.js';
import { signInLinkAsked } from './sign-in-link.job.js';
import { hashOf, newToken } from './token.js';

const LINK_MINUTES = 30;
/** More links than this in one life time of a link are not sent: the mailbox has them already. */
const MOST_OPEN_LINKS = 5;

/** Makes a single-use link for one person and stores its hash. */
export async function makeSignInLink(
  tx: Tx,
  link: { personId: string; baseUrl: string; returnTo: string; now: Date },
): Promise<string> {
  const token = newToken();
  await tx.execute(
    `insert into sign_in_link (token_hash, person_id, created_at, expires_at) values ($1, $2, $3, $4)`,
    [hashOf(token), link.personId, link.now, new Date(link.now.getTime() + LINK_MINUTES * 60_000)],
  );
  const query = link.returnTo === '/' ? '' : `?to=${encodeURIComponent(link.returnTo)}`;
  return `${link.baseUrl}/auth/use/${token}${query}`;
}

/** The mail that opens an account: it names nothing but the link. */
export const writeSignInLink = (
  tx: Tx,
  person: { readonly id: string; readonly name: string; readonly email: string },
  url: string,
): Promise<string | null> =>
  enqueueMail(tx, {
    dedupeKey: `sign-in:${hashOf(url).toString('hex')}`,
    kind: 'sign_in',
    personId: person.id,
    to: { name: person.name, email: person.email },
    subject: 'Your link to sign in',
    text: `Hello ${person.name},\n\nopen this link and press "Sign in". It works once, for ${LINK_MINUTES} minutes:\n${url}\n\nYou did not ask for it? Then there is nothing to do.\n`,
    html: mailHtml({
      heading: 'Sign in',
      paragraphs: [`Hello ${person.name}, this link works once, for ${LINK_MINUTES} minutes.`],
      buttons: [{ label: 'Open the sign-in page', href: url }],
      small: 'You did not ask for it? Then there is nothing to do.',
    }),
  });

@Injectable()
export class SendSignInLink implements JobHandler<{ email: string; returnTo: string }> {
  readonly job = signInLinkAsked;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle({ email, returnTo }: { email: string; returnTo: string }): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      // Held until the link is written: of all workers, one at a time counts and writes for this person.
      const person = await tx.one<{ id: string; name: string; email: string }>(
        `select p.id, p.name, p.email from person p
         where p.email = lower($1) and ${worksHereSql('p', '$2')}
         for no key update of p`,
        [email, now],
      );
      if (!person) return;
      const links = await tx.one<{ open: number }>(
        'select count(*) as open from sign_in_link where person_id = $1 and used_at is null and expires_at > $2',
        [person.id, now],
      );
      if (!links || links.open >= MOST_OPEN_LINKS) return;
      const url = await makeSignInLink(tx, {
        personId: person.id,
        baseUrl: this.config.baseUrl,
        returnTo,
        now,
      });
      await writeSignInLink(tx, person, url);
    });
  }
}
