import { refuse, ok, type Result } from '@flipside/kernel';
import {
  learningRefusals,
  type AbsentSide,
  type LearningRefusal,
} from '@flipside/learnings-domain';
import type { Tx, Viewer } from '@flipside/platform-api';
import { RecordHeld, RecordNotHeld } from '@flipside/sessions-api';
import type { SessionRefusal } from '@flipside/sessions-domain';
import { Injectable } from '@nestjs/common';
import type { SessionCircle } from '../circle.reader.js';

/** What one of the two people says happened. */
export interface Said {
  met: boolean;
  absentSide: AbsentSide | null;
}

/** Tells the sessions context what happened, inside the transaction that saves the words about it. */
@Injectable()
export class SessionOutcome {
  constructor(
    private readonly recordHeld: RecordHeld,
    private readonly recordNotHeld: RecordNotHeld,
  ) {}

  /** Whether the two now disagree. A session that already stands as told is left as it is. */
  async tell(
    tx: Tx,
    viewer: Viewer,
    circle: SessionCircle,
    said: Said,
  ): Promise<Result<{ isDisputed: boolean }, LearningRefusal>> {
    if (circle.status === (said.met ? 'held' : 'not_held')) {
      return ok({ isDisputed: circle.isDisputed });
    }
    const { sessionId } = circle;
    const result = said.met
      ? await this.recordHeld.runIn(tx, viewer, { sessionId })
      : await this.recordNotHeld.runIn(tx, viewer, { sessionId, absentSide: said.absentSide });
    return result.ok
      ? ok({ isDisputed: result.value.isDisputed })
      : refuse(inOurWords(result.refusal, circle));
  }
}

function inOurWords(refusal: SessionRefusal, circle: SessionCircle): LearningRefusal {
  switch (refusal.code) {
    case 'NOT_YET_STARTED':
      return learningRefusals.sessionNotOver();
    case 'RECORD_STANDS':
      return learningRefusals.logClosed(48);
    case 'STALE_VERSION':
      return learningRefusals.changedMeanwhile();
    default:
      return learningRefusals.sessionCalledOff(circle.status);
  }
}
