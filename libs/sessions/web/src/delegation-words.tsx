import { formatCalendarDay, graphql } from '@flipside/platform-web';
import { DELEGATION_SCOPES, scopesInWords } from '@flipside/sessions-domain';

graphql(`
  fragment DelegationFields on Delegation {
    id
    hasBegun
    since
    until
    scopes
    viewerCanEnd
    arrangedBy {
      id
      name
    }
    person {
      id
      name
    }
  }
`);

/** How far and how long somebody looks after sessions. */
export interface ShownDelegation {
  id: string;
  hasBegun: boolean;
  since: string;
  until?: string | null | undefined;
  scopes: readonly string[];
  viewerCanEnd: boolean;
  arrangedBy?: { name: string } | null | undefined;
  person: { id: string; name: string };
}

export const SCOPES = [
  { value: 'BOOK', label: 'Book and take held times' },
  { value: 'MOVE', label: 'Move' },
  { value: 'CANCEL', label: 'Skip and bring back' },
] as const;
export type ScopeValue = (typeof SCOPES)[number]['value'];

/** "book, move and skip"; "see times" where nothing may be changed. */
const scopeWords = (scopes: readonly string[]): string =>
  scopesInWords(DELEGATION_SCOPES.filter((scope) => scopes.includes(scope.toUpperCase()))) ??
  'see times';

/** "since 2 Nov", "from 1 Mar until 5 Mar" */
const daysWords = ({ hasBegun, since, until }: Omit<ShownDelegation, 'viewerCanEnd'>): string =>
  [
    `${hasBegun ? 'since' : 'from'} ${formatCalendarDay(since)}`,
    ...(until ? [`until ${formatCalendarDay(until)}`] : []),
  ].join(' ');

/** "can move, since 2 Nov, set up by Sam Okafor (HR)" */
export const delegationWords = (delegation: ShownDelegation): string =>
  [
    `can ${scopeWords(delegation.scopes)}`,
    daysWords(delegation),
    ...(delegation.arrangedBy ? [`set up by ${delegation.arrangedBy.name} (HR)`] : []),
  ].join(', ');

/** One line about somebody whom the reader looks after. */
export function LookedAfterWords({
  delegation,
}: {
  delegation: Omit<ShownDelegation, 'viewerCanEnd'>;
}) {
  return (
    <>
      {delegation.person.name}: you can {scopeWords(delegation.scopes)}, {daysWords(delegation)}.
    </>
  );
}
