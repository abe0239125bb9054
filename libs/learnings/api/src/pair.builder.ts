import { aChampion } from '@flipside/champions-api/builders';
import { aPairing, anExecutive } from '@flipside/pairings-api/builders';
import { aPerson } from '@flipside/people-api/builders';
import type { Database, Role, Viewer } from '@flipside/platform-api';
import { aSession, type SessionWish } from '@flipside/sessions-api/builders';

/** When the specs take place: a Tuesday afternoon in London. */
export const NOW = new Date('2026-11-24T15:00:00Z');

const viewerOf = (personId: string, name: string, ...roles: Role[]): Viewer => ({
  personId,
  name,
  email: null,
  roles: new Set<Role>(['EMPLOYEE', ...roles]),
  timeZone: 'Europe/London',
});

/** A person as the guard would see them. */
export async function aViewer(db: Database, name: string, ...roles: Role[]): Promise<Viewer> {
  return viewerOf((await aPerson(db, { name })).id, name, ...roles);
}

export interface Pair {
  pairingId: string;
  champion: Viewer;
  executive: Viewer;
}

/** Priya coaches Helen, who wished for help with board papers, since June. */
export async function aPair(db: Database): Promise<Pair> {
  const executive = await anExecutive(db, {
    person: { name: 'Helen Ward' },
    topics: ['Board papers'],
  });
  const champion = await aChampion(db, { person: { name: 'Priya Nair' } });
  const pairing = await aPairing(db, {
    executiveId: executive.id,
    championId: champion.id,
    state: 'active',
    anchorOn: '2026-06-01',
  });
  return {
    pairingId: pairing.id,
    champion: viewerOf(champion.id, 'Priya Nair', 'CHAMPION'),
    executive: viewerOf(executive.id, 'Helen Ward', 'EXECUTIVE'),
  };
}

/** A half-hour session of the pair; without a start it took place this morning and is still booked. */
export async function aSessionOf(
  db: Database,
  pair: Pair,
  wish: Pick<SessionWish, 'startsAt' | 'status'> = {},
): Promise<string> {
  const session = await aSession(db, {
    pairingId: pair.pairingId,
    startsAt: '2026-11-24T09:30:00Z',
    status: 'booked',
    ...wish,
  });
  return session.id;
}
