import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import type { TravelDays } from '@flipside/people-domain';
import { CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { askingOf } from './standing.js';

/** Kinds of changes that are about times. What happened in a session is recorded elsewhere. */
const ABOUT_TIMES = ['offered', 'booked', 'moved', 'skipped', 'cancelled', 'restored', 'expired'];

export interface HistoryRow {
  readonly sessionId: string;
  readonly kind: 'offered' | 'booked' | 'moved' | 'skipped' | 'cancelled' | 'restored' | 'expired';
  readonly at: Date;
  /** 'Kim Lee', or null when the programme did it. */
  readonly actorName: string | null;
  /** The person acted for; null when the actor acted for themselves. */
  readonly forName: string | null;
  /** Start before a move. */
  readonly from: string | null;
  /** The reader's own journeys. */
  readonly travel: readonly TravelDays[];
}

/** Who changed the times of sessions, and for whom: for the two people and their delegates. */
@Injectable()
export class SessionHistoryReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By session id, oldest first; nothing of sessions that are others'. Two statements. */
  async of(viewer: Viewer, sessionIds: readonly string[]): Promise<Map<string, HistoryRow[]>> {
    const { principals, travel } = await askingOf(this.db, viewer, this.clock.now());
    const rows = await this.db.rows<Omit<HistoryRow, 'travel'>>(
      `select e.session_id as "sessionId", e.kind, e.at, a.name as "actorName", f.name as "forName",
         e.before ->> 'startsAt' as "from"
       from session_event e join session s on s.id = e.session_id join pairing p on p.id = s.pairing_id
       left join person a on a.id = e.actor_id left join person f on f.id = e.on_behalf_of
       where e.session_id = any($1) and e.kind = any($3) and (p.executive_id = any($2) or p.champion_id = any($2))
       order by e.at, e.id`,
      [sessionIds, [viewer.personId, ...principals.keys()], ABOUT_TIMES],
    );
    const found = new Map<string, HistoryRow[]>();
    for (const row of rows)
      found.set(row.sessionId, [...(found.get(row.sessionId) ?? []), { ...row, travel }]);
    return found;
  }
}
