import { newId } from '@flipside/kernel';
import { sqlStateOf, constraintOf, type Tx } from '@flipside/platform-api';
import { GAP_MINUTES } from '@flipside/sessions-domain';

export interface ClaimedTime {
  readonly sessionId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** End of a claim: the session and the gap behind it, so that two neighbours keep one gap, not two. */
export const claimEnd = (endsAt: Date): Date => new Date(endsAt.getTime() + GAP_MINUTES * 60_000);

/**
 * Takes the time of each person for each session; with `heldUntil` only until then. The exclusion
 * constraint refuses (23P01) whatever the search before it overlooked.
 */
export async function takeTime(
  tx: Tx,
  personIds: readonly string[],
  times: readonly ClaimedTime[],
  heldUntil: Date | null = null,
): Promise<void> {
  const rows = times.flatMap(({ sessionId, startsAt, endsAt }) =>
    personIds.map((personId) => ({
      id: newId(),
      person_id: personId,
      session_id: sessionId,
      from: startsAt,
      to: claimEnd(endsAt),
    })),
  );
  await tx.execute(
    `insert into claim (id, person_id, session_id, kind, during, hold_expires_at)
     select c.id, c.person_id, c.session_id, case when $2::timestamptz is null then 'firm' else 'hold' end,
       tstzrange(c."from", c."to"), $2
     from jsonb_to_recordset($1::jsonb) as c(id uuid, person_id uuid, session_id uuid, "from" timestamptz, "to" timestamptz)`,
    [JSON.stringify(rows), heldUntil],
  );
}

/**
 * Makes the held time of one session firm.
 * @returns whether it was still held for everybody
 */
export async function keepHeldTime(tx: Tx, sessionId: string, people: number): Promise<boolean> {
  const kept = await tx.execute(
    `update claim set kind = 'firm', hold_expires_at = null where session_id = $1 and kind = 'hold' and active`,
    [sessionId],
  );
  return kept === people;
}

/**
 * Gives the time of these sessions back.
 * @returns how many people's claims there were
 */
export async function releaseTime(tx: Tx, sessionIds: readonly string[]): Promise<number> {
  return tx.execute('delete from claim where session_id = any($1)', [sessionIds]);
}

/** Moves the claims of one session, both people at once. */
export async function shiftTime(
  tx: Tx,
  sessionId: string,
  startsAt: Date,
  endsAt: Date,
): Promise<void> {
  await tx.execute('update claim set during = tstzrange($2, $3) where session_id = $1 and active', [
    sessionId,
    startsAt,
    claimEnd(endsAt),
  ]);
}

/** Whether a statement failed because somebody's time was already taken. */
export const isTimeTaken = (error: unknown): boolean =>
  sqlStateOf(error) === '23P01' && constraintOf(error) === 'ex_claim_no_overlap';

/** Whether the lock on the people could not be had in time. */
export const isLockTimeout = (error: unknown): boolean => sqlStateOf(error) === '55P03';
