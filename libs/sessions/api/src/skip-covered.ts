import type { Config, Database, Tx } from '@flipside/platform-api';
import { changeStatus, type SkipReason } from '@flipside/sessions-domain';
import { askWhenAwayForAll } from './ask-rhythm.js';
import { writeCallOff } from './call-off-session.js';
import { lockPeople, pairTimes, type PairPerson } from './pair-times.js';
import { sessionForChange, type SessionForChange } from './session-for-change.js';

/** Why sessions of somebody cannot take place, and which. */
export interface Cover {
  readonly personId: string;
  readonly reason: (side: 'executive' | 'champion') => SkipReason;
  readonly covers: (person: PairPerson, session: SessionForChange) => boolean;
  /** Whether a pause is offered instead when all that is planned is covered. */
  readonly offersPause: boolean;
}

interface Coming {
  id: string;
  pairingId: string;
  executiveId: string;
  championId: string;
}

/**
 * Skips the booked sessions of one person that are covered; another time in their fortnight is looked
 * for. One unit of work a pairing. Safe to run twice: what is skipped is no longer booked.
 */
export async function skipCovered(
  db: Database,
  config: Config,
  cover: Cover,
  now: Date,
): Promise<void> {
  const coming = await db.rows<Coming>(
    `select s.id, p.id as "pairingId", p.executive_id as "executiveId", p.champion_id as "championId"
     from session s join pairing p on p.id = s.pairing_id
     where $1 in (p.executive_id, p.champion_id) and p.state = 'active' and s.status = 'booked' and s.starts_at > $2
     order by s.starts_at`,
    [cover.personId, now],
  );
  const byPairing = new Map<string, Coming[]>();
  for (const each of coming)
    byPairing.set(each.pairingId, [...(byPairing.get(each.pairingId) ?? []), each]);
  for (const known of byPairing.values())
    await db.transaction((tx) => skipOfPairing(tx, config, cover, known, now));
}

async function skipOfPairing(
  tx: Tx,
  config: Config,
  { personId, reason, covers, offersPause }: Cover,
  known: readonly Coming[],
  now: Date,
): Promise<void> {
  const [pair] = known;
  if (!pair) return;
  await lockPeople(tx, [pair.executiveId, pair.championId], now);
  const people = await pairTimes(tx, pair, now);
  const side = personId === pair.executiveId ? 'executive' : 'champion';
  const sessions: SessionForChange[] = [];
  for (const { id } of known) {
    const session = await sessionForChange(tx, id);
    if (session?.status === 'booked') sessions.push(session);
  }
  const covered = sessions.filter((session) => covers(people[side], session));
  const [first] = covered;
  if (!first) return;
  if (offersPause && covered.length > 1 && covered.length === sessions.length) {
    await askWhenAwayForAll(
      tx,
      config,
      { pairingId: pair.pairingId, firstSessionId: first.id, awayName: people[side].name },
      people,
      now,
    );
    return;
  }
  for (const session of covered) {
    if (!changeStatus(session, 'skip', 'system', now).ok) continue;
    await writeCallOff(
      tx,
      config,
      { session, people },
      {
        done: 'skipped',
        reason: reason(side),
        by: { actorId: null, onBehalfOf: null, at: now },
        byWords: null,
      },
      now,
    );
  }
}
