import { aPairing, anExecutive } from '@flipside/pairings-api/builders';
import { addDays, type Day } from '@flipside/kernel';
import type { Database } from '@flipside/platform-api';
import type { PairingState } from '@flipside/pairings-domain';
import { aSession } from '@flipside/sessions-api/builders';
import type { SessionStatus } from '@flipside/sessions-domain';

/** When the specs take place: a Tuesday. Fortnights of pairings anchored on 31 August end on 23 November. */
export const NOW = new Date('2026-11-24T15:00:00Z');
export const ANCHOR: Day = '2026-08-31';

/**
 * A pairing that met as told: one status per fortnight from the anchor on, null for a fortnight without a session.
 * Sessions take place on the second day of their fortnight at 9:30.
 */
export async function aRhythm(
  db: Database,
  wish: {
    executive?: string;
    unitId?: string;
    state?: PairingState;
    anchorOn?: Day;
    endedAt?: Date;
    fortnights: readonly (SessionStatus | null)[];
    reason?: string;
  },
): Promise<{ pairingId: string; executiveId: string }> {
  const executive = await anExecutive(db, {
    person: {
      ...(wish.executive !== undefined && { name: wish.executive }),
      ...(wish.unitId !== undefined && { unitId: wish.unitId }),
    },
  });
  const anchorOn = wish.anchorOn ?? ANCHOR;
  const pairing = await aPairing(db, {
    executiveId: executive.id,
    state: wish.state ?? 'active',
    anchorOn,
    proposedAt: new Date(`${addDays(anchorOn, -10)}T09:00:00Z`),
    ...(wish.endedAt && { endedAt: wish.endedAt }),
  });
  for (const [number, status] of wish.fortnights.entries()) {
    if (status === null) continue;
    await aSession(db, {
      pairingId: pairing.id,
      startsAt: `${addDays(anchorOn, number * 14 + 1)}T09:30:00Z`,
      status,
      reason: status === 'skipped' ? (wish.reason ?? 'holiday') : null,
    });
  }
  return { pairingId: pairing.id, executiveId: executive.id };
}
