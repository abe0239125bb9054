import { barrier, type Tx, type Viewer } from '@flipside/platform-api';
import type { SessionStatus } from '@flipside/sessions-domain';
import type { Announcement } from './calendar-outbox.js';
import { lockPeople, pairTimes, type PairTimes } from './pair-times.js';
import { canChange, type Standing } from './session.policy.js';
import { localSql, type Sql } from './sql.js';
import { standingIn } from './standing.js';

/** One session with its series, its neighbours and its last event: all that a change looks at. */
export interface SessionForChange {
  readonly id: string;
  readonly pairingId: string;
  readonly pairingState: string;
  readonly executiveId: string;
  readonly championId: string;
  readonly seriesId: string;
  readonly uid: string;
  readonly seriesState: string;
  /** Beside the rhythm: a make-up, or one more. */
  readonly isBeside: boolean;
  readonly occurrenceCount: number;
  readonly recurrenceLocal: string;
  readonly localStart: string;
  readonly zone: string;
  readonly minutes: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly status: SessionStatus;
  readonly statusReason: string | null;
  readonly isDisputed: boolean;
  readonly moveCount: number;
  /** The offer that this time belongs to; null for sessions that were booked straight away. */
  readonly offerId: string | null;
  readonly attention: readonly string[];
  /** Times that are held in place of this session. */
  readonly heldIds: readonly string[];
  readonly meetingLink: string | null;
  readonly version: number;
  readonly recordedAt: Date | null;
  readonly minNoticeHours: number;
  /** Starts of the neighbouring dates of the series that take place. */
  readonly previousStart: Date | null;
  readonly nextStart: Date | null;
  /** The pairing's next booked session after this one, of any series. */
  readonly followingStart: Date | null;
  readonly followingEnd: Date | null;
}

const NEIGHBOUR = `from session n where n.series_id = s.series_id and n.status not in ('skipped', 'cancelled', 'expired')`;
const FOLLOWING = `from session f where f.pairing_id = s.pairing_id and f.status = 'booked' and f.id <> s.id and f.starts_at > s.starts_at
  order by f.starts_at limit 1`;

/** Reads one session; null when there is none. */
export function sessionForChange(sql: Sql, sessionId: string): Promise<SessionForChange | null> {
  return sql.one<SessionForChange>(
    `select s.id, s.pairing_id as "pairingId", p.state as "pairingState", p.executive_id as "executiveId",
       p.champion_id as "championId", s.series_id as "seriesId", r.ical_uid as uid, r.state as "seriesState", r.is_beside as "isBeside",
       r.occurrence_count as "occurrenceCount", ${localSql('s.recurrence_local')} as "recurrenceLocal",
       ${localSql('s.local_start')} as "localStart", s.zone, s.duration_min as minutes, s.starts_at as "startsAt",
       s.ends_at as "endsAt", s.status, s.status_reason as "statusReason", s.is_disputed as "isDisputed",
       s.move_count as "moveCount", s.offer_id as "offerId", s.attention, s.meeting_link as "meetingLink", s.version,
       array(select h.id from session_offer o join session h on h.offer_id = o.id
         where o.about_session_id = s.id and o.state = 'open' and h.status = 'offered') as "heldIds",
       (select min_notice_hours from programme) as "minNoticeHours",
       (select max(e.at) from session_event e where e.session_id = s.id and e.kind in ('held', 'not_held')) as "recordedAt",
       (select max(n.starts_at) ${NEIGHBOUR} and n.recurrence_local < s.recurrence_local) as "previousStart",
       (select min(n.starts_at) ${NEIGHBOUR} and n.recurrence_local > s.recurrence_local) as "nextStart",
       (select f.starts_at ${FOLLOWING}) as "followingStart", (select f.ends_at ${FOLLOWING}) as "followingEnd"
     from session s join series r on r.id = s.series_id join pairing p on p.id = s.pairing_id
     where s.id = $1`,
    [sessionId],
  );
}

/** A session that this viewer may change, read under the lock of both its people. */
export interface ChangeableSession {
  readonly session: SessionForChange;
  readonly standing: Standing;
  readonly people: PairTimes;
}

/**
 * Asks the policy, locks both people and reads again. Throws NOT_FOUND when there is no such session or
 * it is not this viewer's to change.
 */
export async function openSession(
  tx: Tx,
  viewer: Viewer,
  sessionId: string,
  now: Date,
): Promise<ChangeableSession> {
  const known = await sessionForChange(tx, sessionId);
  const standing = known && (await standingIn(tx, viewer, known, now));
  if (!known || !canChange(standing)) throw barrier('NOT_FOUND');
  await lockPeople(tx, [known.executiveId, known.championId], now);
  const session = await sessionForChange(tx, sessionId);
  if (!session) throw barrier('NOT_FOUND');
  const except = [sessionId, ...session.heldIds];
  return { session, standing, people: await pairTimes(tx, session, now, except) };
}

type AnnouncementOfOne = Pick<
  Announcement,
  | 'seriesId'
  | 'uid'
  | 'zone'
  | 'minutes'
  | 'recurrenceLocal'
  | 'rule'
  | 'exceptLocal'
  | 'meetingLink'
  | 'executive'
  | 'champion'
  | 'path'
  | 'sessionId'
>;

/** What every message about one date of a series has in common. A series of one has no recurrence id. */
export const aboutOne = (session: SessionForChange, people: PairTimes): AnnouncementOfOne => ({
  seriesId: session.seriesId,
  uid: session.uid,
  zone: session.zone,
  minutes: session.minutes,
  recurrenceLocal: session.occurrenceCount > 1 ? session.recurrenceLocal : null,
  rule: null,
  exceptLocal: [],
  meetingLink: session.meetingLink,
  executive: people.executive,
  champion: people.champion,
  path: `/sessions/${session.id}`,
  sessionId: session.id,
});
