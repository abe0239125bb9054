import { enqueueMail, mailHtml, type Config, type Tx } from '@flipside/platform-api';
import { dayInWords, scopesInWords, type DelegationScope } from '@flipside/sessions-domain';
import type { Day } from '@flipside/kernel';

/** How far and how long somebody looks after sessions. */
export interface DelegationTerms {
  readonly scopes: readonly DelegationScope[];
  readonly from: Day;
  /** Last day; null while no end is set. */
  readonly until: Day | null;
}

export interface ToldPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

/** What somebody may do and when; to the delegate as "you", to others by `name`. */
export const termsInWords = (
  { scopes, from, until }: DelegationTerms,
  today: Day,
  name: string | null = null,
): string => {
  const verbs = scopesInWords(scopes);
  const days = [
    ...(from > today ? [`from ${dayInWords(from)}`] : []),
    ...(until ? [`until ${dayInWords(until)}`] : []),
  ].join(' ');
  const when = days ? `, ${days}` : '';
  if (name)
    return verbs
      ? `${name} can ${verbs} your sessions${when}, and sees when they are: never what they are about, no notes and no learnings.`
      : `${name} sees when your sessions are${when}, and changes nothing: never what they are about, no notes and no learnings.`;
  return verbs
    ? `You can ${verbs} the sessions${when}. You see their times, not what they are about.`
    : `You see the times of the sessions${when}, and change nothing.`;
};

interface MailButton {
  readonly label: string;
  /** A path, or a whole address. */
  readonly to: string;
}

/** One plain mail about a delegation. */
export async function tellOfDelegation(
  tx: Tx,
  config: Pick<Config, 'baseUrl'>,
  to: ToldPerson,
  told: {
    readonly key: string;
    readonly heading: string;
    readonly paragraphs: readonly string[];
    /** Pages of the product, or signed links. */
    readonly buttons: readonly MailButton[];
  },
): Promise<void> {
  if (!to.email) return;
  const { heading, paragraphs } = told;
  const buttons = told.buttons.map(({ label, to }) => ({
    label,
    href: new URL(to, config.baseUrl).href,
  }));
  const links = buttons.map(({ label, href }) => `${label}: ${href}`);
  await enqueueMail(tx, {
    dedupeKey: told.key,
    kind: 'delegation',
    personId: to.id,
    to: { name: to.name, email: to.email },
    subject: heading,
    text: [heading, ...paragraphs, ...links].join('\n\n') + '\n',
    html: mailHtml({ heading, paragraphs, buttons }),
  });
}
