import { mergeLogs, type SaidOfSession, type SessionLogEntry } from '@flipside/learnings-domain';
import { twoOfUs, type Tx, type Vault } from '@flipside/platform-api';
import type { SessionCircle } from '../circle.reader.js';

/** Where the words of a log are sealed. The same for an entry and for the log that entries make, so words move unopened. */
export const LOG_CELLS = {
  changeLine: 'log.changeLine',
  nextStep: 'log.nextStep',
  didNotWork: 'log.didNotWork',
} as const;

/** One row of what was said, its words sealed. */
export const ENTRY_COLUMNS = `
  key, written_at as "writtenAt", is_correction as "isCorrection", met, absent_side as "absentSide", topics,
  last_step_done as "lastStepDone", on_real_work as "onRealWork", hands_on as "handsOn", behaviours, change_line as "changeLine",
  next_step as "nextStep", did_not_work as "didNotWork"`;

/**
 * Adds one submission and makes the session's log anew from all of them. The session must be locked, so that two
 * submissions follow each other.
 * @returns the log as it stands now, its words sealed
 */
export async function saySession(
  tx: Tx,
  vault: Vault,
  circle: SessionCircle,
  said: SaidOfSession & { authorId: string; receivedAt: Date },
): Promise<SessionLogEntry> {
  const seal = (field: keyof typeof LOG_CELLS): Promise<string> =>
    vault.seal(tx, twoOfUs(circle), `${LOG_CELLS[field]}:${circle.sessionId}`, said[field]);
  await tx.execute(
    `insert into session_log_entry (key, session_id, author_id, is_correction, written_at, received_at, met, absent_side,
       topics, on_real_work, hands_on, behaviours, change_line, next_step, did_not_work, last_step_done)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) on conflict (key) do nothing returning key`,
    [
      said.key,
      circle.sessionId,
      said.authorId,
      said.isCorrection,
      said.writtenAt,
      said.receivedAt,
      said.met,
      said.absentSide,
      said.topics,
      said.onRealWork,
      said.handsOn,
      said.behaviours,
      await seal('changeLine'),
      await seal('nextStep'),
      await seal('didNotWork'),
      said.lastStepDone,
    ],
  );
  const log = mergeLogs(
    await tx.rows<SaidOfSession>(
      `select ${ENTRY_COLUMNS} from session_log_entry where session_id = $1`,
      [circle.sessionId],
    ),
  );
  if (!log) throw new Error(`Nothing was said about session ${circle.sessionId}`);
  await tx.execute(
    `insert into session_log as l (session_id, author_id, met, absent_side, topics, on_real_work, hands_on, behaviours,
       change_line, next_step, did_not_work, logged_at, last_step_done)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (session_id) do update set met = excluded.met, absent_side = excluded.absent_side,
       topics = excluded.topics, on_real_work = excluded.on_real_work, hands_on = excluded.hands_on,
       behaviours = excluded.behaviours, change_line = excluded.change_line, next_step = excluded.next_step,
       did_not_work = excluded.did_not_work,
       last_step_done = excluded.last_step_done, changed_at = excluded.logged_at, version = l.version + 1
     returning session_id`,
    [
      circle.sessionId,
      said.authorId,
      log.met,
      log.absentSide,
      log.topics,
      log.onRealWork,
      log.handsOn,
      log.behaviours,
      log.changeLine,
      log.nextStep,
      log.didNotWork,
      said.receivedAt,
      log.lastStepDone,
    ],
  );
  return log;
}
