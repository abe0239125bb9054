import { FOREVER, newId, type Day } from '@flipside/kernel';
import { loadsOf } from '@flipside/champions-api';
import {
  fourWeekMinutes,
  type Answer,
  type LivePairingState,
  type PairingState,
  type RunningPairing,
} from '@flipside/pairings-domain';
import { barrier, type Tx, type Viewer } from '@flipside/platform-api';
import { actorOf } from './pairing.policy.js';

/** The columns of a pairing that its life changes. */
export interface PairingRow {
  readonly id: string;
  readonly executiveId: string;
  readonly championId: string;
  readonly state: PairingState;
  readonly cadenceDays: number;
  readonly sessionMinutes: number;
  readonly goal: string;
  readonly executiveAnswer: Answer;
  readonly championAnswer: Answer;
  readonly expiresAt: Date | null;
  readonly executiveBackOn: Day | null;
  readonly championBackOn: Day | null;
  readonly pausedFrom: Day | null;
  readonly pausedUntil: Day | null;
  readonly version: number;
}

const COLUMNS = `id, executive_id as "executiveId", champion_id as "championId", state,
  cadence_days as "cadenceDays", session_minutes as "sessionMinutes", goal,
  executive_answer as "executiveAnswer", champion_answer as "championAnswer", expires_at as "expiresAt",
  executive_back_on as "executiveBackOn", champion_back_on as "championBackOn",
  paused_from as "pausedFrom", paused_until as "pausedUntil", version`;

/** The pairing, locked until the transaction ends; null when there is none. */
export const lockPairing = (tx: Tx, pairingId: string): Promise<PairingRow | null> =>
  tx.one<PairingRow>(`select ${COLUMNS} from pairing where id = $1 for update`, [pairingId]);

/** The pairing, locked, for somebody who may know of it. @throws Barrier NOT_FOUND for everybody else */
export async function lockPairingFor(
  tx: Tx,
  viewer: Viewer,
  pairingId: string,
): Promise<PairingRow> {
  const pairing = await lockPairing(tx, pairingId);
  if (!pairing || actorOf(viewer, pairing) === null) throw barrier('NOT_FOUND');
  return pairing;
}

/** A champion as capacity sees them. */
export interface ChampionPlaces {
  readonly championId: string;
  readonly capacity: number;
}

/**
 * Locks these champions in the order of their ids, so that two transactions that need several of
 * them cannot wait for each other in a ring. Whoever holds the lock may count and use places.
 */
export const lockChampions = (tx: Tx, championIds: readonly string[]): Promise<ChampionPlaces[]> =>
  tx.rows<ChampionPlaces>(
    `select person_id as "championId", capacity from champion
     where person_id = any($1::uuid[]) order by person_id for update`,
    [championIds],
  );

/** Pairings of each champion in these states; champions without any are absent. */
export async function countPairings(
  tx: Pick<Tx, 'rows'>,
  championIds: readonly string[],
  states: readonly LivePairingState[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.rows<{ championId: string; count: number }>(
    `select champion_id as "championId", count(*)::int as count from pairing
     where champion_id = any($1::uuid[]) and state = any($2::text[]) group by champion_id`,
    [championIds, states],
  );
  return new Map(rows.map(({ championId, count }) => [championId, count]));
}

/**
 * Whether a pairing in this rhythm keeps to the hours its champion agreed to, beside everything else that is asked, or
 * with `isFirmOnly` everything that is certain. The champion must be locked.
 */
export async function hasHoursFor(
  tx: Tx,
  { id, championId, ...rhythm }: Pick<PairingRow, 'id' | 'championId'> & RunningPairing,
  { today, isFirmOnly }: { today: Day; isFirmOnly: boolean },
): Promise<boolean> {
  const wish = { span: { from: today, to: FOREVER }, without: id, isFirmOnly };
  const load = (await loadsOf(tx, [championId], wish)).get(championId);
  return load !== undefined && load.peakMinutes + fourWeekMinutes(rhythm) <= load.agreedMinutes;
}

type Change = Partial<Omit<PairingRow, 'id' | 'executiveId' | 'championId' | 'version'>> & {
  acceptedAt?: Date;
  anchorOn?: Day;
  endedAt?: Date;
};

const COLUMN_OF: Record<keyof Change, string> = {
  state: 'state',
  cadenceDays: 'cadence_days',
  sessionMinutes: 'session_minutes',
  goal: 'goal',
  executiveAnswer: 'executive_answer',
  championAnswer: 'champion_answer',
  expiresAt: 'expires_at',
  executiveBackOn: 'executive_back_on',
  championBackOn: 'champion_back_on',
  pausedFrom: 'paused_from',
  pausedUntil: 'paused_until',
  acceptedAt: 'accepted_at',
  anchorOn: 'anchor_on',
  endedAt: 'ended_at',
};

/** Writes the change and its event. The pairing must be locked. */
export async function changePairing(
  tx: Tx,
  pairingId: string,
  change: Change,
  event: { kind: string; actorId: string | null; at: Date; detail?: Record<string, unknown> },
): Promise<void> {
  const entries = Object.entries(change) as [keyof Change, unknown][];
  const sets = entries.map(([key], index) => `${COLUMN_OF[key]} = $${index + 2}`);
  await tx.execute(
    `update pairing set ${[...sets, 'version = version + 1'].join(', ')} where id = $1`,
    [pairingId, ...entries.map(([, value]) => value)],
  );
  await notePairingEvent(tx, pairingId, event);
}

export async function notePairingEvent(
  tx: Tx,
  pairingId: string,
  event: { kind: string; actorId: string | null; at: Date; detail?: Record<string, unknown> },
): Promise<void> {
  await tx.execute(
    `insert into pairing_event (id, pairing_id, kind, actor_id, detail, at) values ($1, $2, $3, $4, $5, $6)`,
    [newId(), pairingId, event.kind, event.actorId, JSON.stringify(event.detail ?? {}), event.at],
  );
}
