import { isId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  checkSessionLog,
  isLogOpen,
  learningRefusals,
  LOG_OPEN_HOURS,
  type LearningRefusal,
} from '@flipside/learnings-domain';
import {
  barrier,
  CLOCK,
  Database,
  idempotent,
  Vault,
  type Tx,
  type Viewer,
} from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { circleOfSession } from '../circle.reader.js';
import { requireSide } from '../circle.policy.js';
import { undoneOnRefusal } from '../undone-on-refusal.js';
import { canLog } from './session-log.policy.js';
import { offeredTopics } from './session-log.reader.js';
import { saySession } from './session-log.store.js';
import type { LogSessionInput } from './session-log.type.js';
import { answerSession } from './session-answer.store.js';
import { tellSession } from './session-outcome.js';

/**
 * The champion logs a session: the log is written and the session becomes held or not held, both or neither. A second
 * submission, from another device or sent late, is merged into the log (see `mergeLogs`).
 */
@Injectable()
export class LogSession {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  run(viewer: Viewer, input: LogSessionInput): Promise<Result<string, LearningRefusal>> {
    const call = { actorId: viewer.personId, key: input.submissionKey, request: input };
    return undoneOnRefusal(this.db, (tx) =>
      idempotent(tx, call, () => this.#log(tx, viewer, input)),
    );
  }

  async #log(
    tx: Tx,
    viewer: Viewer,
    input: LogSessionInput,
  ): Promise<Result<string, LearningRefusal>> {
    const circle = await circleOfSession(tx, input.sessionId);
    requireSide(viewer, circle);
    if (!canLog(viewer, circle)) throw barrier('FORBIDDEN', 'The champion logs the session.');
    const now = this.clock.now();
    const checked = checkSessionLog(entryOf(input), await offeredTopics(tx, circle));
    if (!checked.ok) return checked;
    const before = await lockLog(tx, circle.sessionId);
    if (before && !isLogOpen(before.loggedAt, now))
      return refuse(learningRefusals.logClosed(LOG_OPEN_HOURS));
    // A device whose clock is ahead does not get the last word for ever.
    const writtenAt = input.writtenAt && input.writtenAt < now ? input.writtenAt : now;
    await answerSession(tx, viewer, { ...input, at: writtenAt });
    const log = await saySession(tx, this.vault, circle, {
      ...checked.value,
      key: input.submissionKey,
      isCorrection: false,
      writtenAt,
      authorId: viewer.personId,
      receivedAt: now,
    });
    const told = await tellSession(tx, {
      sessionId: circle.sessionId,
      actorId: viewer.personId,
      now,
      met: log.met,
      absentSide: log.absentSide,
    });
    return told.ok ? ok(circle.sessionId) : told;
  }
}

/** The session locked until the transaction ends, with its log if there is one. */
export async function lockLog(
  tx: Tx,
  sessionId: string,
): Promise<{ authorId: string; loggedAt: Date; version: number } | null> {
  if (!isId(sessionId)) throw barrier('NOT_FOUND');
  await tx.rows('select 1 from session where id = $1 for no key update', [sessionId]);
  return tx.one(
    `select author_id as "authorId", logged_at as "loggedAt", version from session_log where session_id = $1`,
    [sessionId],
  );
}

/** What was left out stands as not said. */
export const entryOf = (input: Omit<LogSessionInput, 'submissionKey' | 'writtenAt'>) => ({
  ...input,
  absentSide: input.absentSide ?? null,
  lastStepDone: input.lastStepDone ?? null,
  onRealWork: input.onRealWork ?? null,
  handsOn: input.handsOn ?? null,
});
