import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  checkSessionLog,
  learningRefusals,
  type LearningRefusal,
} from '@flipside/learnings-domain';
import { barrier, CLOCK, Database, idempotent, type Tx, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { circleOfSession } from '../circle.reader.js';
import { requireSide } from '../circle.policy.js';
import { undoneOnRefusal } from '../undone-on-refusal.js';
import { canLog } from './session-log.policy.js';
import { offeredTopics } from './session-log.reader.js';
import type { LogSessionInput } from './session-log.type.js';
import { tellSession } from './session-outcome.js';

/** The champion logs a session: the log is written and the session becomes held or not held, both or neither. */
@Injectable()
export class LogSession {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
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
    const isNew = await tx.execute(
      `insert into session_log (session_id, author_id, met, topics, on_real_work, hands_on, change_line, next_step,
         did_not_work, logged_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (session_id) do nothing returning session_id`,
      [
        circle.sessionId,
        viewer.personId,
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
    if (isNew === 0) return refuse(learningRefusals.alreadyLogged());
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
