import { recordChampionAct, withdrawChampionAct } from '@flipside/champions-api';
import { ok, refuse, type Result } from '@flipside/kernel';
import { barrier, type Tx } from '@flipside/platform-api';
import {
  changeStatus,
  sessionRefusal,
  type AbsentSide,
  type SessionRefusal,
  type SessionStatus,
} from '@flipside/sessions-domain';
import { keepMakeUp } from './beside-room.js';
import { enqueueHealing } from './heal-session.job.js';
import { writeEvents } from './session-event.js';
import { sessionForChange } from './session-for-change.js';
import { writeSession } from './session-write.js';

/** Reason of a 'settled' event by which an HR lead decided what stands. */
export const DECIDED = 'decided';

/** What a session stands at after it was recorded. */
export interface RecordedSession {
  readonly sessionId: string;
  readonly status: SessionStatus;
  readonly isDisputed: boolean;
}

interface Record {
  readonly sessionId: string;
  readonly actorId: string;
  readonly now: Date;
}

/**
 * Records that a session took place, in the caller's unit of work. Repeating it changes nothing. When
 * the other person has said the opposite, the session keeps its state and is marked as disputed; what an HR lead has
 * decided stands, whatever is said later.
 * Throws NOT_FOUND unless the actor is one of the two people.
 */
export const recordHeld = (
  tx: Tx,
  record: Record,
): Promise<Result<RecordedSession, SessionRefusal>> => recordAs(tx, record, 'held', null);

/** Records that a session did not take place, and who was missing; otherwise as `recordHeld`. */
export const recordNotHeld = (
  tx: Tx,
  record: Record & { readonly absentSide: AbsentSide | null },
): Promise<Result<RecordedSession, SessionRefusal>> =>
  recordAs(tx, record, 'not_held', record.absentSide);

async function recordAs(
  tx: Tx,
  { sessionId, actorId, now }: Record,
  to: 'held' | 'not_held',
  absentSide: AbsentSide | null,
): Promise<Result<RecordedSession, SessionRefusal>> {
  await tx.rows('select 1 from session where id = $1 for no key update', [sessionId]);
  const session = await sessionForChange(tx, sessionId);
  const side =
    actorId === session?.executiveId
      ? 'executive'
      : actorId === session?.championId
        ? 'champion'
        : null;
  if (!session || !side) throw barrier('NOT_FOUND');
  const { status, isDisputed } = session;
  if (status === to) {
    // Who was missing can be put right, by the one who said so, without a change of state.
    if (to === 'not_held' && absentSide !== null) {
      await tx.execute('update session set absent_side = $2 where id = $1', [
        sessionId,
        absentSide,
      ]);
    }
    return ok({ sessionId, status, isDisputed });
  }
  if (await isDecided(tx, sessionId)) return ok({ sessionId, status, isDisputed });
  const changed = changeStatus(
    session,
    to === 'held' ? 'record_held' : 'record_not_held',
    side,
    now,
  );
  if (!changed.ok) return refuse(sessionRefusal(changed.refusal));
  const recordedBy = await tx.one<{ actor_id: string | null }>(
    `select actor_id from session_event where session_id = $1 and kind in ('held', 'not_held') order by at desc, id desc limit 1`,
    [sessionId],
  );
  const by = { actorId, onBehalfOf: null, at: now };
  const isContradiction =
    (status === 'held' || status === 'not_held') && recordedBy?.actor_id !== actorId;
  if (isContradiction) {
    await markDisputed(tx, { sessionId, actorId, isDisputed: true, now });
    return ok({ sessionId, status, isDisputed: true });
  }
  const isWritten = await writeSession(tx, session, {
    status: changed.value,
    absent_side: to === 'not_held' ? absentSide : null,
  });
  if (!isWritten) return refuse(sessionRefusal('STALE_VERSION'));
  await writeEvents(tx, by, [
    { sessionId, kind: to, from: status, to: changed.value, after: { absentSide } },
  ]);
  // A session that took place is what the champion did for a colleague; effective coverage counts it.
  const act = { personId: session.championId, kind: 'session', key: sessionId };
  if (to === 'held') await recordChampionAct(tx, { ...act, on: session.localStart.slice(0, 10) });
  else await withdrawChampionAct(tx, act);
  if (to === 'held' && status === 'not_held') await keepMakeUp(tx, sessionId, actorId, now);
  if (to === 'not_held') await enqueueHealing(tx, sessionId, now);
  return ok({ sessionId, status: changed.value, isDisputed });
}

const isDecided = async (tx: Tx, sessionId: string): Promise<boolean> =>
  (await tx.one(
    `select 1 from session_event where session_id = $1 and kind = 'settled' and reason_code = '${DECIDED}'`,
    [sessionId],
  )) !== null;

/**
 * Marks that the two people told different stories, or that this is settled. Does not change the state; nothing is
 * disputed any more once an HR lead has decided. Tells how it stands.
 */
export async function markDisputed(
  tx: Tx,
  mark: Record & { readonly isDisputed: boolean },
): Promise<boolean> {
  const session = await tx.one<{ status: SessionStatus; is_disputed: boolean }>(
    'select status, is_disputed from session where id = $1 for no key update',
    [mark.sessionId],
  );
  if (!session) throw barrier('NOT_FOUND');
  if (session.is_disputed === mark.isDisputed) return mark.isDisputed;
  if (mark.isDisputed && (await isDecided(tx, mark.sessionId))) return false;
  await tx.execute('update session set is_disputed = $2, version = version + 1 where id = $1', [
    mark.sessionId,
    mark.isDisputed,
  ]);
  await writeEvents(tx, { actorId: mark.actorId, onBehalfOf: null, at: mark.now }, [
    {
      sessionId: mark.sessionId,
      kind: mark.isDisputed ? 'disputed' : 'settled',
      from: session.status,
      to: session.status,
    },
  ]);
  return mark.isDisputed;
}
