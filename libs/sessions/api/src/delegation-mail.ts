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

export const termsInWords = ({ scopes, from, until }: DelegationTerms, today: Day): string => {
  const verbs = scopesInWords(scopes);
  const days = [
    ...(from > today ? [`from ${dayInWords(from)}`] : []),
    ...(until ? [`until ${dayInWords(until)}`] : []),
  ].join(' ');
  const when = days ? `, ${days}` : '';
  return verbs
    ? `You can ${verbs} the sessions${when}. You see their times, not what they are about.`
    : `You see the times of the sessions${when}, and change nothing.`;
};

/** One plain mail about a delegation. */
export async function tellOfDelegation(
  tx: Tx,
  config: Pick<Config, 'baseUrl'>,
  to: ToldPerson,
  told: {
    readonly key: string;
    readonly heading: string;
    readonly paragraphs: readonly string[];
    readonly button: { readonly label: string; readonly path: string };
  },
): Promise<void> {
  if (!to.email) return;
  const { heading, paragraphs } = told;
  const button = { label: told.button.label, href: `${config.baseUrl}${told.button.path}` };
  await enqueueMail(tx, {
    dedupeKey: told.key,
    kind: 'delegation',
    personId: to.id,
    to: { name: to.name, email: to.email },
    subject: heading,
    text: [heading, ...paragraphs, `${button.label}: ${button.href}`].join('\n\n') + '\n',
    html: mailHtml({ heading, paragraphs, buttons: [button] }),
  });
}
