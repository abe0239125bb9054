import { ok, type Clock, type Result } from '@flipside/kernel';
import type { LearningRefusal } from '@flipside/learnings-domain';
import { barrier, CLOCK, Database, type Tx, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { requireSide } from '../circle.policy.js';
import { circleOfSession } from '../circle.reader.js';
import { undoneOnRefusal } from '../undone-on-refusal.js';
import { canConfirm } from './session-log.policy.js';
import type { ConfirmSessionInput, ConfirmSessionPayload } from './session-log.type.js';
import { answerSession } from './session-answer.store.js';
import { tellSession } from './session-outcome.js';

/** The executive says whether they met, and for themselves whether it was useful. The same answer again changes nothing; another one replaces it. */
@Injectable()
export class ConfirmSession {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(
    viewer: Viewer,
    input: ConfirmSessionInput,
  ): Promise<Result<ConfirmSessionPayload, LearningRefusal>> {
    return undoneOnRefusal(this.db, (tx) => this.#confirm(tx, viewer, input));
  }

  async #confirm(
    tx: Tx,
    viewer: Viewer,
    { sessionId, met, ...own }: ConfirmSessionInput,
  ): Promise<Result<ConfirmSessionPayload, LearningRefusal>> {
    const circle = await circleOfSession(tx, sessionId);
    requireSide(viewer, circle);
    if (!canConfirm(viewer, circle))
      throw barrier('FORBIDDEN', 'The executive confirms the session.');
    const now = this.clock.now();
    await tx.execute(
      `insert into session_confirmation (session_id, person_id, met, at) values ($1, $2, $3, $4)
       on conflict (session_id, person_id) do update set met = excluded.met, at = excluded.at`,
      [sessionId, viewer.personId, met, now],
    );
    await answerSession(tx, viewer, { sessionId, met, ...own, at: now });
    const told = await tellSession(tx, {
      sessionId,
      actorId: viewer.personId,
      now,
      met,
      absentSide: null,
    });
    return told.ok ? ok({ sessionId, isDisputed: told.value.isDisputed }) : told;
  }
}
