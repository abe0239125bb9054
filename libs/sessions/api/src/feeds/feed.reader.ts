import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Day } from '@flipside/kernel';
import { ownDaySql, worksHereSql, zoneSql } from '@flipside/people-api';
import { CLOCK, CONFIG, Database, type Config, type Viewer } from '@flipside/platform-api';
import { FEED_FORMAT, feedText, type FeedDetail, type FeedEvent } from '@flipside/sessions-domain';
import { holdsSql } from '../standing.js';

const DAYS_BACK = 90;
const DAYS_AHEAD = 200;
/** Programs ask every few minutes; when a feed was last read is noted once an hour. */
const NOTE_USE_MS = 3_600_000;

/** A live feed as far as one statement tells: enough to say whether anything changed. */
export interface FeedHead {
  readonly id: string;
  readonly principalId: string;
  readonly detail: FeedDetail;
  readonly etag: string;
  readonly changedAt: Date;
  /** The day it is for whom the feed is about, and their zone: a feed reaches over whole days of theirs. */
  readonly today: Day;
  readonly zone: string;
}

export interface FeedRow {
  readonly id: string;
  readonly label: string;
  readonly detail: FeedDetail;
  readonly principalId: string;
  readonly principalName: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

interface HeadRow {
  id: string;
  principal_id: string;
  detail: FeedDetail;
  last_used_at: Date | null;
  version: number;
  changed_at: Date;
  today: Day;
  zone: string;
}

export const hashOfFeedToken = (token: string): Buffer =>
  createHash('sha256').update(token).digest();

@Injectable()
export class FeedReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * The feed behind an address, with its ETag; null when it is unknown, revoked, its owner has left, or
   * the delegation it rests on has ended. One statement, none of it about sessions.
   */
  async head(token: string): Promise<FeedHead | null> {
    const now = this.clock.now();
    const row = await this.db.one<HeadRow>(
      `select f.id, f.principal_id, f.detail, f.last_used_at, coalesce(c.version, 0) as version,
         coalesce(c.changed_at, f.created_at) as changed_at, ${ownDaySql('q', '$2')} as today, ${zoneSql('q')} as zone
       from calendar_feed f
       join person p on p.id = f.person_id and ${worksHereSql('p', '$2')}
       join person q on q.id = f.principal_id and ${worksHereSql('q', '$2')}
       left join calendar_change c on c.person_id = f.principal_id
       where f.token_hash = $1 and f.revoked_at is null
         and (f.person_id = f.principal_id or exists (
           select 1 from delegation d where d.delegate_id = f.person_id and d.principal_id = f.principal_id
             and ${holdsSql('$2')}))`,
      [hashOfFeedToken(token), now],
    );
    if (!row) return null;
    if (now.getTime() - (row.last_used_at?.getTime() ?? 0) > NOTE_USE_MS) {
      await this.db.rows('update calendar_feed set last_used_at = $2 where id = $1 returning id', [
        row.id,
        now,
      ]);
    }
    const { today, zone } = row;
    const parts = [row.id, row.detail, row.version, FEED_FORMAT, today, zone];
    return {
      id: row.id,
      principalId: row.principal_id,
      detail: row.detail,
      etag: `"${createHash('sha256').update(parts.join(':')).digest('base64url').slice(0, 27)}"`,
      changedAt: row.changed_at,
      today,
      zone,
    };
  }

  /** The text of a feed; the same for the same ETag. One statement. */
  async body(head: FeedHead): Promise<string> {
    const events = await this.db.rows<FeedEvent>(
      `select s.id, s.starts_at as "startsAt", s.ends_at as "endsAt", s.meeting_link as "meetingLink",
         s.status = 'offered' as "isHold", e.name as "executiveName", c.name as "championName",
         $4 || s.id as href,
         greatest(s.created_at, (select max(v.at) from session_event v where v.session_id = s.id)) as "changedAt"
       from session s join pairing p on p.id = s.pairing_id
       join person e on e.id = p.executive_id join person c on c.id = p.champion_id
       where p.id in (select id from pairing where executive_id = $1 or champion_id = $1)
         and s.status not in ('skipped', 'cancelled', 'expired')
         and s.starts_at >= ($2::date - ${DAYS_BACK})::timestamp at time zone $3
         and s.starts_at < ($2::date + ${DAYS_AHEAD})::timestamp at time zone $3
       order by s.starts_at, s.id`,
      [head.principalId, head.today, head.zone, `${this.config.baseUrl}/sessions/`],
    );
    return feedText(events, head.detail, this.config.mailFrom.email.split('@')[1] ?? 'localhost');
  }

  /** A person's live feeds, newest first. One statement. */
  of(viewer: Viewer): Promise<FeedRow[]> {
    return this.db.rows<FeedRow>(
      `select f.id, f.label, f.detail, f.principal_id as "principalId", p.name as "principalName",
         f.created_at as "createdAt", f.last_used_at as "lastUsedAt"
       from calendar_feed f join person p on p.id = f.principal_id
       where f.person_id = $1 and f.revoked_at is null order by f.created_at desc, f.id desc`,
      [viewer.personId],
    );
  }
}
