import { dayInWords, scopesInWords, type DelegationScope } from '@flipside/sessions-domain';
import type { Day } from '@flipside/kernel';

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
