import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { newId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { barrier, CLOCK, CONFIG, Database, type Config, type Viewer } from '@flipside/platform-api';
import { sessionRefusal, type FeedDetail, type SessionRefusal } from '@flipside/sessions-domain';
import { principalsOf } from '../standing.js';
import { hashOfFeedToken } from './feed.reader.js';

/** More than anybody has devices; a forgotten address is better ended than kept. */
const MOST_FEEDS = 10;
const MOST_LABEL = 60;

/** Makes a private calendar address of one's own sessions, or of somebody's one looks after. */
@Injectable()
export class MakeFeed {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns the address; it is told this once and never again */
  run(
    viewer: Viewer,
    request: { label: string; detail: FeedDetail; principalId?: string | null },
  ): Promise<Result<{ id: string; url: string }, SessionRefusal>> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const principalId = request.principalId ?? viewer.personId;
      const isOwn = principalId === viewer.personId;
      if (!isOwn && !(await principalsOf(tx, viewer.personId, now)).has(principalId))
        throw barrier('NOT_FOUND');
      const label = request.label.trim();
      if (!label || label.length > MOST_LABEL)
        return refuse(sessionRefusal('FEED_NEEDS_LABEL', 'label'));
      // Names of the other side are for the two people; a delegate sees times.
      if (!isOwn && request.detail === 'full')
        return refuse(sessionRefusal('FEED_TOO_DETAILED', 'detail'));
      await tx.rows('select 1 from person where id = $1 for no key update', [viewer.personId]);
      const live = await tx.one<{ count: number }>(
        'select count(*) as count from calendar_feed where person_id = $1 and revoked_at is null',
        [viewer.personId],
      );
      if ((live?.count ?? 0) >= MOST_FEEDS) return refuse(sessionRefusal('FEEDS_FULL'));
      const token = randomBytes(32).toString('base64url');
      const id = newId();
      await tx.execute(
        `insert into calendar_feed (id, person_id, principal_id, token_hash, label, detail, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, viewer.personId, principalId, hashOfFeedToken(token), label, request.detail, now],
      );
      return ok({ id, url: `${this.config.baseUrl}/calendar/${token}.ics` });
    });
  }
}
