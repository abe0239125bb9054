import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  checkSessionLog,
  isLogOpen,
  learningRefusals,
  LOG_OPEN_HOURS,
  type LearningRefusal,
} from '@flipside/learnings-domain';
import { barrier, CLOCK, Database, type Tx, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { requireSide } from '../circle.policy.js';
import { circleOfSession } from '../circle.reader.js';
import { undoneOnRefusal } from '../undone-on-refusal.js';
import { offeredTopics } from './session-log.reader.js';
import type { ChangeSessionLogInput } from './session-log.type.js';
import { tellSession } from './session-outcome.js';

/** The author changes a log within 48 hours, unless another screen was faster. */
@Injectable()
export class ChangeSessionLog {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, input: ChangeSessionLogInput): Promise<Result<string, LearningRefusal>> {
    return undoneOnRefusal(this.db, (tx) => this.#change(tx, viewer, input));
  }

  async #change(
    tx: Tx,
    viewer: Viewer,
    input: ChangeSessionLogInput,
  ): Promise<Result<string, LearningRefusal>> {
    const circle = await circleOfSession(tx, input.sessionId);
    requireSide(viewer, circle);
    const before = await tx.one<{ authorId: string; loggedAt: Date }>(
      `select author_id as "authorId", logged_at as "loggedAt" from session_log where session_id = $1`,
      [circle.sessionId],
    );
    if (before === null || before.authorId !== viewer.personId) throw barrier('NOT_FOUND');
    const now = this.clock.now();
    if (!isLogOpen(before.loggedAt, now)) return refuse(learningRefusals.logClosed(LOG_OPEN_HOURS));
    const checked = checkSessionLog(
      {
        ...input,
        absentSide: input.absentSide ?? null,
        onRealWork: input.onRealWork ?? null,
        handsOn: input.handsOn ?? null,
      },
      await offeredTopics(tx, circle),
    );
    if (!checked.ok) return checked;
    const log = checked.value;
    const changed = await tx.execute(
      `update session_log set met = $3, topics = $4, on_real_work = $5, hands_on = $6, change_line = $7, next_step = $8,
         did_not_work = $9, changed_at = $10, version = version + 1
       where session_id = $1 and version = $2`,
      [
        circle.sessionId,
        input.version,
        log.met,
        log.topics,
        log.onRealWork,
        log.handsOn,
        log.changeLine,
        log.nextStep,
        log.didNotWork,
        now,
      ],
    );
    if (changed === 0) return refuse(learningRefusals.changedMeanwhile());
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
