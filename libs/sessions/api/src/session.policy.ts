import type { Role } from '@flipside/platform-api';
import type { DelegationScope } from '@flipside/sessions-domain';

/** The two people of a session's pairing. */
export interface Parties {
  readonly executiveId: string;
  readonly championId: string;
}

/** Who asks: the person, the roles, and those whose sessions they look after today with what they may do. */
export interface Asking {
  readonly personId: string;
  readonly roles: ReadonlySet<Role>;
  readonly principals: ReadonlyMap<string, ReadonlySet<DelegationScope>>;
}

/** For whom somebody acts: for themselves, or as a delegate for one of the two people. */
export interface Standing {
  readonly side: 'executive' | 'champion';
  /** The person acted for; null when it is oneself. */
  readonly onBehalfOf: string | null;
  /** What a delegate may do; null for oneself, who may do everything. */
  readonly scopes: ReadonlySet<DelegationScope> | null;
}

/** One's own side comes first; a delegate of both acts for the executive. */
export function standingOf(asking: Asking, parties: Parties): Standing | null {
  const sides = [
    ['executive', parties.executiveId],
    ['champion', parties.championId],
  ] as const;
  for (const [side, id] of sides)
    if (asking.personId === id) return { side, onBehalfOf: null, scopes: null };
  for (const [side, id] of sides) {
    const scopes = asking.principals.get(id);
    if (scopes) return { side, onBehalfOf: id, scopes };
  }
  return null;
}

/** Whether somebody may do this for their side: the person themselves, or a delegate who was let. */
export const mayDo = ({ scopes }: Standing, scope: DelegationScope): boolean =>
  scopes === null || scopes.has(scope);

/** How much of a session somebody sees. HR sees that it is there, when, and its state. */
export type Sight = 'everything' | 'times' | 'nothing';

export function sightOf(asking: Asking, parties: Parties): Sight {
  const standing = standingOf(asking, parties);
  if (standing) return standing.onBehalfOf ? 'times' : 'everything';
  return asking.roles.has('HR_LEAD') ? 'times' : 'nothing';
}

/** Times are chosen by the executive or somebody acting for them: the champion's times are on offer. */
export const choosesTimes = (standing: Standing | null): standing is Standing =>
  standing?.side === 'executive';

/** Both people and their delegates have to do with a session; what a delegate may do is `mayDo`. */
export const canChange = (standing: Standing | null): standing is Standing => standing !== null;

/** What taking held times amounts to: one more session, or another time for one. */
export const scopeOfOffer = (kind: 'make_up' | 'move'): DelegationScope =>
  kind === 'make_up' ? 'book' : 'move';

/** Held times are answered by the side that is asked, or by whoever may do what taking them amounts to. */
export const canAnswer = (
  standing: Standing,
  offer: { readonly kind: 'make_up' | 'move'; readonly awaits: Standing['side'] },
): boolean => standing.side === offer.awaits && mayDo(standing, scopeOfOffer(offer.kind));

/** What happened is for the two who were there to say. */
export const canRecord = (standing: Standing | null): standing is Standing =>
  standing !== null && standing.onBehalfOf === null;
