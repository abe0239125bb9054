import { Inject, Injectable } from '@nestjs/common';
import { championRestSql } from '@flipside/champions-api';
import type { Clock } from '@flipside/kernel';
import { zoneAtSql, zoneSql } from '@flipside/people-api';
import type { TravelDays } from '@flipside/people-domain';
import { CLOCK, Database, type Viewer } from '@flipside/platform-api';
import type { AbsentSide, SessionStatus } from '@flipside/sessions-domain';
import { sightOf, standingOf, type Sight, type Standing } from './session.policy.js';
import { askingOf, type AskingReader } from './standing.js';

/** One session as read, with both people's names and the zones they are in when it begins. */
export interface SessionRow {
  readonly id: string;
  readonly pairingId: string;
  readonly pairingState: string;
  readonly seriesId: string;
  readonly seriesState: string;
  readonly executiveId: string;
  readonly executiveName: string;
  readonly executiveZone: string;
  readonly championId: string;
  readonly championName: string;
  readonly championZone: string;
  readonly status: SessionStatus;
  readonly statusReason: string | null;
  readonly absentSide: AbsentSide | null;
  readonly isDisputed: boolean;
  /** What its two people should look at, as the jobs and mails that noticed it wrote it down. */
  readonly attention: readonly string[];
  readonly moveCount: number;
  readonly minutes: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly meetingLink: string | null;
  readonly agenda: string;
  readonly version: number;
  readonly recordedAt: Date | null;
}

/** A session together with what its reader may see of it and do with it. */
export interface SeenSession {
  readonly row: SessionRow;
  /** The reader's own journeys. */
  readonly travel: readonly TravelDays[];
  readonly sight: Sight;
  readonly standing: Standing | null;
}

const COLUMNS = `s.id, s.pairing_id as "pairingId", p.state as "pairingState", s.series_id as "seriesId", r.state as "seriesState",
  p.executive_id as "executiveId", e.name as "executiveName", ${zoneAtSql('e', 's.starts_at')} as "executiveZone",
  p.champion_id as "championId", c.name as "championName", ${zoneAtSql('c', 's.starts_at')} as "championZone",
  s.status, s.status_reason as "statusReason", s.absent_side as "absentSide", s.is_disputed as "isDisputed", s.attention,
  s.move_count as "moveCount", s.duration_min as minutes, s.starts_at as "startsAt", s.ends_at as "endsAt",
  s.meeting_link as "meetingLink", s.agenda, s.version,
  (select max(v.at) from session_event v where v.session_id = s.id and v.kind in ('held', 'not_held')) as "recordedAt"`;

const FROM = `from session s join pairing p on p.id = s.pairing_id join series r on r.id = s.series_id
  join person e on e.id = p.executive_id join person c on c.id = p.champion_id`;

/** A booking taken back within its minute, or a held time that nobody took, never happened for any list. */
const NOT_UNDONE = `s.status_reason is distinct from 'undone' and s.status <> 'expired'`;

/** As many as somebody decides on in one go; the rest come up when these are decided. */
const MOST_IN_REST = 20;
const MOST_DISPUTED = 20;

/** Every read of sessions; each method sends a fixed number of statements, however long the list. */
@Injectable()
export class SessionReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One session, or null when there is none or it is not for this viewer to know of. Two statements. */
  async one(viewer: Viewer, sessionId: string): Promise<SeenSession | null> {
    const row = await this.db.one<SessionRow>(`select ${COLUMNS} ${FROM} where s.id = $1`, [
      sessionId,
    ]);
    if (!row) return null;
    const seen = this.see(await this.asking(viewer), row);
    return seen.sight === 'nothing' ? null : seen;
  }

  /** These sessions as far as the viewer may see them, in order. Two statements. */
  async several(viewer: Viewer, sessionIds: readonly string[]): Promise<SeenSession[]> {
    const asking = await this.asking(viewer);
    const rows = await this.db.rows<SessionRow>(
      `select ${COLUMNS} ${FROM} where s.id = any($1) order by s.starts_at, s.id`,
      [sessionIds],
    );
    return rows.map((row) => this.see(asking, row)).filter((seen) => seen.sight !== 'nothing');
  }

  /** The viewer's own sessions that begin in [from, to), in order. Two statements. */
  async own(viewer: Viewer, from: Date, to: Date): Promise<SeenSession[]> {
    return this.list(viewer, [viewer.personId], from, to);
  }

  /** Sessions of the people this viewer looks after, in [from, to), in order. Two statements. */
  async lookedAfter(viewer: Viewer, from: Date, to: Date): Promise<SeenSession[]> {
    const asking = await this.asking(viewer);
    if (asking.principals.size === 0) return [];
    return this.list(viewer, [...asking.principals.keys()], from, to, asking);
  }

  /** The next session of the viewer's own that is not over. Two statements. */
  async next(viewer: Viewer): Promise<SeenSession | null> {
    const row = await this.db.one<SessionRow>(
      `select ${COLUMNS} ${FROM}
       where (p.executive_id = $1 or p.champion_id = $1) and s.status = 'booked' and s.ends_at > $2
       order by s.starts_at limit 1`,
      [viewer.personId, this.clock.now()],
    );
    return row && this.see(await this.asking(viewer), row);
  }

  /**
   * The viewer's coming sessions as a champion in time they keep free, on their own clock, soonest first: booked before
   * they did, and not said to be kept. Two statements.
   */
  async inRest(viewer: Viewer): Promise<SeenSession[]> {
    const rows = await this.db.rows<SessionRow>(
      `select ${COLUMNS} ${FROM}
       cross join lateral (select (s.starts_at at time zone ${zoneSql('c')})::date as day) own
       where p.champion_id = $1 and s.status = 'booked' and s.starts_at > $2 and not s.is_kept_in_rest
         and exists (select from jsonb_to_recordset(${championRestSql('c', 'own.day', 'own.day')}) as rest ("fromOn" date, "toOn" date)
           where own.day >= rest."fromOn" and own.day < rest."toOn")
       order by s.starts_at, s.id limit ${MOST_IN_REST}`,
      [viewer.personId, this.clock.now()],
    );
    const asking = await this.asking(viewer);
    return rows.map((row) => this.see(asking, row));
  }

  /** Sessions about which the two people said different things, latest first; none of the viewer's own. Two statements. */
  async disputed(viewer: Viewer): Promise<SeenSession[]> {
    const rows = await this.db.rows<SessionRow>(
      `select ${COLUMNS} ${FROM}
       where s.is_disputed and p.executive_id <> $1 and p.champion_id <> $1
       order by s.starts_at desc, s.id limit ${MOST_DISPUTED}`,
      [viewer.personId],
    );
    const asking = await this.asking(viewer);
    return rows.map((row) => this.see(asking, row));
  }

  /** Sessions of several pairings by pairing id, in order, as far as the viewer may see. Two statements. */
  async ofPairings(
    viewer: Viewer,
    pairingIds: readonly string[],
  ): Promise<Map<string, SeenSession[]>> {
    const asking = await this.asking(viewer);
    const rows = await this.db.rows<SessionRow>(
      `select ${COLUMNS} ${FROM} where s.pairing_id = any($1) and ${NOT_UNDONE} order by s.starts_at`,
      [pairingIds],
    );
    const found = new Map<string, SeenSession[]>(pairingIds.map((id) => [id, []]));
    for (const row of rows) {
      const seen = this.see(asking, row);
      if (seen.sight !== 'nothing') found.get(row.pairingId)?.push(seen);
    }
    return found;
  }

  private async list(
    viewer: Viewer,
    personIds: readonly string[],
    from: Date,
    to: Date,
    known: AskingReader | null = null,
  ): Promise<SeenSession[]> {
    const asking = known ?? (await this.asking(viewer));
    const rows = await this.db.rows<SessionRow>(
      `select ${COLUMNS} ${FROM}
       where p.id in (select id from pairing where executive_id = any($1) or champion_id = any($1))
         and s.starts_at >= $2 and s.starts_at < $3 and ${NOT_UNDONE}
       order by s.starts_at, s.id`,
      [personIds, from, to],
    );
    return rows.map((row) => this.see(asking, row));
  }

  private asking(viewer: Viewer): Promise<AskingReader> {
    return askingOf(this.db, viewer, this.clock.now());
  }

  private see(asking: AskingReader, row: SessionRow): SeenSession {
    const { travel } = asking;
    return { row, travel, sight: sightOf(asking, row), standing: standingOf(asking, row) };
  }
}
