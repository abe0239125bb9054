import { dayInWords, scopesInWords, type DelegationScope } from '@flipside/sessions-domain';
import type { Day } from '@flipside/kernel';
import { actionLink, type Config, type Tx } from '@flipside/platform-api';
import { endDelegationByMail } from './mail-actions/mail-action-kinds.js';
import { tellPlainly, type ToldPerson } from './plain-mail.js';

/** How far and how long somebody looks after sessions. */
export interface DelegationTerms {
  readonly scopes: readonly DelegationScope[];
  readonly from: Day;
  /** Last day; null while no end is set. */
  readonly until: Day | null;
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

type Tell = Pick<Config, 'baseUrl'>;

/** To somebody who looks after sessions from now on; `arrangedBy`: an HR lead set it up for the principal. */
export const writeDelegateAdded = (
  tx: Tx,
  config: Tell,
  told: {
    readonly delegate: ToldPerson;
    readonly principal: ToldPerson;
    readonly arrangedBy: string | null;
    readonly terms: DelegationTerms;
    readonly today: Day;
    readonly now: Date;
  },
): Promise<void> => {
  const { delegate, principal, arrangedBy, terms, today, now } = told;
  const by = arrangedBy ? `${arrangedBy} (HR) set this up.` : `${principal.name} added you.`;
  return tellPlainly(tx, config, delegate, {
    kind: 'delegation',
    key: `delegate:${principal.id}:${delegate.id}:${now.toISOString()}`,
    heading: `You can look after ${principal.name}’s sessions`,
    paragraphs: [`${by} ${termsInWords(terms, today)}`],
    buttons: [{ label: 'Open the sessions', to: '/looked-after' }],
  });
};

/** To the principal of a delegation that HR set up: ending it is one press away, without signing in. */
export const writeDelegateArranged = async (
  tx: Tx,
  config: Tell,
  told: {
    readonly delegationId: string;
    readonly principal: ToldPerson;
    readonly delegateName: string;
    readonly by: string;
    readonly terms: DelegationTerms;
    readonly today: Day;
    readonly now: Date;
  },
): Promise<void> => {
  const { delegationId, principal, delegateName, by, terms, today, now } = told;
  const end = await actionLink(tx, config, {
    action: endDelegationByMail,
    personId: principal.id,
    subject: { delegationId },
    now,
  });
  await tellPlainly(tx, config, principal, {
    kind: 'delegation',
    key: `delegate-arranged:${delegationId}`,
    heading: `${delegateName} can look after your sessions now`,
    paragraphs: [
      `${by} (HR) set this up for you. ${termsInWords(terms, today, delegateName)}`,
      'If it suits you there is nothing to do. If not, end it: it holds at once.',
    ],
    buttons: [
      { label: 'End it', to: end },
      { label: 'Change how far it goes', to: '/me/delegates' },
    ],
  });
};

export const writeDelegateChanged = (
  tx: Tx,
  config: Tell,
  told: {
    readonly delegationId: string;
    readonly delegate: ToldPerson;
    readonly principalName: string;
    readonly terms: DelegationTerms;
    readonly today: Day;
    readonly now: Date;
  },
): Promise<void> =>
  tellPlainly(tx, config, told.delegate, {
    kind: 'delegation',
    key: `delegate-changed:${told.delegationId}:${told.now.toISOString()}`,
    heading: `How you look after ${told.principalName}’s sessions has changed`,
    paragraphs: [termsInWords(told.terms, told.today)],
    buttons: [{ label: 'Open the sessions', to: '/looked-after' }],
  });

/** To whichever of the two did not end it; `by`: an HR lead did. */
export const writeDelegationEnded = (
  tx: Tx,
  config: Tell,
  to: 'principal' | 'delegate',
  told: {
    readonly principal: ToldPerson;
    readonly delegate: ToldPerson;
    readonly by: string | null;
    readonly now: Date;
  },
): Promise<void> => {
  const { principal, delegate, now } = told;
  const by = told.by ? `${told.by} (HR) ended it. ` : '';
  const reader = told[to];
  const isPrincipal = to === 'principal';
  return tellPlainly(tx, config, reader, {
    kind: 'delegation',
    key: `delegate-ended:${principal.id}:${delegate.id}:${now.toISOString()}:${reader.id}`,
    heading: isPrincipal
      ? `${delegate.name} no longer looks after your sessions`
      : `You no longer look after ${principal.name}’s sessions`,
    paragraphs: [
      isPrincipal
        ? `${by}It holds at once. What was booked stays as it is.`
        : `${by}It holds at once. Nothing is left for you to do; what you booked stays as it is.`,
    ],
    buttons: isPrincipal
      ? [{ label: 'Choose somebody else', to: '/me/delegates' }]
      : [{ label: 'Open Flipside', to: '/' }],
  });
};
