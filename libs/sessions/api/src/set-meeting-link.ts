import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { CLOCK, CONFIG, Database, type Config, type Viewer } from '@flipside/platform-api';
import { sessionRefusal, type SessionRefusal } from '@flipside/sessions-domain';
import { restateSeries } from './restate-series.js';
import { openSession } from './session-for-change.js';
import { mayDo } from './session.policy.js';
import { orRefusal } from './session-write.js';

const MOST_CHARACTERS = 500;

/** Only what opens in a browser over an encrypted connection; null for anything else. */
function checkedLink(text: string): string | null {
  try {
    const url = new URL(text);
    return url.protocol === 'https:' && text.length <= MOST_CHARACTERS ? url.href : null;
  } catch {
    return null;
  }
}

/** Where this session and the coming ones of its series are held. Calendars are told; no time changes. */
@Injectable()
export class SetMeetingLink {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** An empty link takes the old one away. */
  run(
    viewer: Viewer,
    request: { sessionId: string; meetingLink: string },
  ): Promise<Result<{ sessionId: string }, SessionRefusal>> {
    const wish = request.meetingLink.trim();
    const link = wish ? checkedLink(wish) : null;
    return orRefusal(() =>
      this.db.transaction(async (tx) => {
        const now = this.clock.now();
        const { session, standing } = await openSession(tx, viewer, request.sessionId, now);
        if (!mayDo(standing, 'book')) return refuse(sessionRefusal('DELEGATE_MAY_NOT'));
        if (wish && !link) return refuse(sessionRefusal('LINK_INVALID', 'meetingLink'));
        if (session.status !== 'booked') return refuse(sessionRefusal('NO_LONGER_BOOKED'));
        const changed = await tx.execute(
          `update session set meeting_link = $2, version = version + 1
           where series_id = $1 and status = 'booked' and ends_at > $3 and meeting_link is distinct from $2`,
          [session.seriesId, link, now],
        );
        if (changed > 0) await restateSeries(tx, this.config, session.seriesId, now);
        return ok({ sessionId: session.id });
      }),
    );
  }
}
