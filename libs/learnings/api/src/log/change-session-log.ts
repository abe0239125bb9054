import { newId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  checkSessionLog,
  isLogOpen,
  learningRefusals,
  LOG_OPEN_HOURS,
  type LearningRefusal,
} from '@flipside/learnings-domain';
import { barrier, CLOCK, Database, Vault, type Tx, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { requireSide } from '../circle.policy.js';
import { circleOfSession } from '../circle.reader.js';
import { undoneOnRefusal } from '../undone-on-refusal.js';
import { entryOf, lockLog } from './log-session.js';
import { offeredTopics } from './session-log.reader.js';
import { saySession } from './session-log.store.js';
import type { ChangeSessionLogInput } from './session-log.type.js';
import { answerSession } from './session-answer.store.js';
import { tellSession } from './session-outcome.js';

/** The author corrects a log within 48 hours, unless another screen was faster. What stood there stays in its history. */
@Injectable()
export class ChangeSessionLog {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly vault: Vault,
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
    const before = await lockLog(tx, circle.sessionId);
    if (before === null || before.authorId !== viewer.personId) throw barrier('NOT_FOUND');
    const now = this.clock.now();
    if (!isLogOpen(before.loggedAt, now)) return refuse(learningRefusals.logClosed(LOG_OPEN_HOURS));
    const checked = checkSessionLog(entryOf(input), await offeredTopics(tx, circle));
    if (!checked.ok) return checked;
    if (before.version !== input.version) return refuse(learningRefusals.changedMeanwhile());
    await answerSession(tx, viewer, { ...input, at: now });
    const log = await saySession(tx, this.vault, circle, {
      ...checked.value,
      key: newId(),
      isCorrection: true,
      writtenAt: now,
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
