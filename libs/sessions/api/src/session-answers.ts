import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Result } from '@flipside/kernel';
import { barrier, CLOCK, type Viewer } from '@flipside/platform-api';
import { asksForOtherTimes, type SessionRefusal } from '@flipside/sessions-domain';
import { BookingReader } from './booking.reader.js';
import { refusalOf, SessionPayload, type ChangeSessionResult } from './booking.type.js';
import { timesView } from './booking.view.js';
import { SessionReader } from './session.reader.js';
import { sessionView } from './session.view.js';

/** What a change of a session answers: the session as it is now, or why not, with other times where they help. */
@Injectable()
export class SessionAnswers {
  constructor(
    private readonly sessions: SessionReader,
    private readonly booking: BookingReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param aboutId the session that other times are looked for, when it was refused */
  async changed(
    viewer: Viewer,
    result: Result<{ sessionId: string }, SessionRefusal>,
    aboutId: string | null,
  ): Promise<typeof ChangeSessionResult> {
    if (result.ok) {
      const seen = await this.sessions.one(viewer, result.value.sessionId);
      if (!seen) throw barrier('NOT_FOUND');
      const session = sessionView(seen, viewer, this.clock.now());
      return Object.assign(new SessionPayload(), { session });
    }
    const { refusal } = result;
    if (!asksForOtherTimes(refusal.code) || !aboutId) return refusalOf(refusal);
    const fresh = await this.booking.otherTimes(viewer, aboutId);
    return refusalOf(refusal, { times: timesView(fresh, viewer) });
  }
}
