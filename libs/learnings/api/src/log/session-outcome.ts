import { ok, refuse, type Result } from '@flipside/kernel';
import {
  disagree,
  learningRefusals,
  type AbsentSide,
  type LearningRefusal,
} from '@flipside/learnings-domain';
import type { Tx } from '@flipside/platform-api';
import { markDisputed, recordHeld, recordNotHeld } from '@flipside/sessions-api';
import type { SessionRefusal } from '@flipside/sessions-domain';

/** What one of the two people says happened. */
export interface Said {
  sessionId: string;
  actorId: string;
  now: Date;
  met: boolean;
  absentSide: AbsentSide | null;
}

/**
 * Tells the sessions context what happened, inside the transaction that has just saved the words about it, and keeps
 * the disputed mark true: set while the champion's log and the executive's answer differ, gone when they agree.
 */
export async function tellSession(
  tx: Tx,
  { met, absentSide, ...record }: Said,
): Promise<Result<{ isDisputed: boolean }, LearningRefusal>> {
  const told = met
    ? await recordHeld(tx, record)
    : await recordNotHeld(tx, { ...record, absentSide });
  if (!told.ok) return refuse(inOurCode(told.refusal));
  const says = await tx.one<{ champion: boolean | null; executive: boolean | null }>(
    `select l.met as champion, x.met as executive
     from session s join pairing p on p.id = s.pairing_id
     left join session_log l on l.session_id = s.id
     left join session_confirmation x on x.session_id = s.id and x.person_id = p.executive_id
     where s.id = $1`,
    [record.sessionId],
  );
  const isDisputed = disagree(says?.champion ?? null, says?.executive ?? null);
  return ok({ isDisputed: await markDisputed(tx, { ...record, isDisputed }) });
}

const CODES: Readonly<Record<string, 'SESSION_NOT_OVER' | 'LOG_CLOSED' | 'CHANGED_MEANWHILE'>> = {
  NOT_YET_STARTED: 'SESSION_NOT_OVER',
  RECORD_STANDS: 'LOG_CLOSED',
  STALE_VERSION: 'CHANGED_MEANWHILE',
};

const inOurCode = ({ code, message }: SessionRefusal): LearningRefusal =>
  learningRefusals.sessionSaysNo(CODES[code] ?? 'SESSION_CALLED_OFF', message);
