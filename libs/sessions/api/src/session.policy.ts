import type { Role } from '@flipside/platform-api';

/** The two people of a session's pairing. */
export interface Parties {
  readonly executiveId: string;
  readonly championId: string;
}

/** Who asks: the person, the roles, and those whose sessions they look after today. */
export interface Asking {
  readonly personId: string;
  readonly roles: ReadonlySet<Role>;
  readonly principals: ReadonlySet<string>;
}

/** For whom somebody acts: for themselves, or as a delegate for one of the two people. */
export interface Standing {
  readonly side: 'executive' | 'champion';
  /** The person acted for; null when it is oneself. */
  readonly onBehalfOf: string | null;
}

/** One's own side comes first; a delegate of both acts for the executive. */
export function standingOf(asking: Asking, parties: Parties): Standing | null {
  if (asking.personId === parties.executiveId) return { side: 'executive', onBehalfOf: null };
  if (asking.personId === parties.championId) return { side: 'champion', onBehalfOf: null };
  if (asking.principals.has(parties.executiveId)) {
    return { side: 'executive', onBehalfOf: parties.executiveId };
  }
  if (asking.principals.has(parties.championId)) {
    return { side: 'champion', onBehalfOf: parties.championId };
  }
  return null;
}

/** How much of a session somebody sees. HR sees that it is there, when, and its state. */
export type Sight = 'everything' | 'times' | 'nothing';

export function sightOf(asking: Asking, parties: Parties): Sight {
  const standing = standingOf(asking, parties);
  if (standing) return standing.onBehalfOf ? 'times' : 'everything';
  return asking.roles.has('HR_LEAD') ? 'times' : 'nothing';
}

/** Times are chosen by the executive or somebody acting for them: the champion's times are on offer. */
export const canBook = (standing: Standing | null): standing is Standing =>
  standing?.side === 'executive';

/** Both people and their delegates may move, skip and call off. */
export const canChange = (standing: Standing | null): standing is Standing => standing !== null;

/** What happened is for the two who were there to say. */
export const canRecord = (standing: Standing | null): standing is Standing =>
  standing !== null && standing.onBehalfOf === null;
