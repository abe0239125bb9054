import type { Clock } from '@flipside/kernel';
import { zoneAtSql } from '@flipside/people-api';
import { CLOCK, Database, Vault, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { LOG_CELLS } from './session-log.store.js';
import type { LastTime, SessionTask, SessionToPrepare } from './session-desk.type.js';

/** After that long nobody is asked any more: the session stays unconfirmed. */
const ASKED_FOR_DAYS = 14;
/** How far ahead a champion is reminded to prepare. */
const PREPARE_WITHIN_DAYS = 3;
const DAY_MS = 86_400_000;
const ZONE = `${zoneAtSql('me', 's.starts_at')} as zone`;

/** Short lists for the two homes: what waits for a word, what comes next, what was said last time. */
@Injectable()
export class SessionDeskReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  /** Ended sessions that the champion has not logged, latest first, at most 5. */
  toLog(viewer: Viewer): Promise<SessionTask[]> {
    return this.db.rows<SessionTask>(
      `select s.id as "sessionId", s.starts_at as "startsAt", s.ends_at as "endsAt", s.duration_min as "durationMin", ${ZONE},
              e.name as "otherName", x.met as "otherSaysMet"
       from pairing p
       join session s on s.pairing_id = p.id
       join person e on e.id = p.executive_id
       join person me on me.id = $1
       left join session_confirmation x on x.session_id = s.id and x.person_id = p.executive_id
       where p.champion_id = $1 and s.ends_at <= $2 and s.ends_at > $3
         and s.status in ('booked', 'held', 'not_held', 'unconfirmed')
         and not exists (select from session_log l where l.session_id = s.id)
       order by s.starts_at desc, s.id limit 5`,
      [viewer.personId, ...this.#askedSince()],
    );
  }

  /** Ended sessions about which the executive has said nothing, latest first, at most 3. */
  toConfirm(viewer: Viewer): Promise<SessionTask[]> {
    return this.db.rows<SessionTask>(
      `select s.id as "sessionId", s.starts_at as "startsAt", s.ends_at as "endsAt", s.duration_min as "durationMin", ${ZONE},
              c.name as "otherName", l.met as "otherSaysMet"
       from pairing p
       join session s on s.pairing_id = p.id
       join person c on c.id = p.champion_id
       join person me on me.id = $1
       left join session_log l on l.session_id = s.id
       where p.executive_id = $1 and s.ends_at <= $2 and s.ends_at > $3
         and s.status in ('booked', 'held', 'not_held', 'unconfirmed')
         and not exists (select from session_confirmation x where x.session_id = s.id and x.person_id = $1)
       order by s.starts_at desc, s.id limit 3`,
      [viewer.personId, ...this.#askedSince()],
    );
  }

  /** Booked sessions of the next 3 days with what was agreed last time, soonest first, at most 3. */
  async toPrepare(viewer: Viewer): Promise<SessionToPrepare[]> {
    const now = this.clock.now();
    const rows = await this.db.rows<SessionTask & { last: RawLastTime | null }>(
      `select s.id as "sessionId", s.starts_at as "startsAt", s.ends_at as "endsAt", s.duration_min as "durationMin", ${ZONE},
              e.name as "otherName", null::boolean as "otherSaysMet",
              case when l.session_id is not null then jsonb_build_object('sessionId', l.session_id, 'pairingId', p.id,
                'startsAt', l.starts_at, 'otherName', e.name, 'topics', l.topics, 'changeLine', l.change_line,
                'nextStep', l.next_step) end as last
       from pairing p
       join session s on s.pairing_id = p.id
       join person e on e.id = p.executive_id
       join person me on me.id = $1
       left join lateral (
         select sl.session_id, h.starts_at, sl.topics, sl.change_line, sl.next_step
         from session h join session_log sl on sl.session_id = h.id
         where h.pairing_id = p.id and h.status = 'held' and h.starts_at < s.starts_at
         order by h.starts_at desc limit 1
       ) l on true
       where p.champion_id = $1 and s.status = 'booked' and s.starts_at > $2 and s.starts_at <= $3
       order by s.starts_at, s.id limit 3`,
      [viewer.personId, now, new Date(now.getTime() + PREPARE_WITHIN_DAYS * DAY_MS)],
    );
    const words = rows.flatMap(({ last }) => (last ? [last] : []));
    const opened = await this.#open(viewer, words);
    const byId = new Map(opened.map((last) => [last.sessionId, last]));
    return rows.map(({ last, ...session }) => ({
      session,
      lastTime: (last && byId.get(last.sessionId)) ?? null,
    }));
  }

  /** The last held session of the executive, or null before the first. */
  async lastTime(viewer: Viewer): Promise<LastTime | null> {
    const last = await this.db.one<LastTime>(
      `select s.id as "sessionId", p.id as "pairingId", s.starts_at as "startsAt", c.name as "otherName",
              coalesce(l.topics, '{}') as topics, coalesce(l.change_line, '') as "changeLine",
              coalesce(l.next_step, '') as "nextStep"
       from pairing p
       join session s on s.pairing_id = p.id
       join person c on c.id = p.champion_id
       left join session_log l on l.session_id = s.id
       where p.executive_id = $1 and s.status = 'held'
       order by s.starts_at desc, s.id limit 1`,
      [viewer.personId],
    );
    return last && ((await this.#open(viewer, [last]))[0] ?? null);
  }

  async #open(viewer: Viewer, rows: readonly (LastTime | RawLastTime)[]): Promise<LastTime[]> {
    const opened = await this.vault.openRows(
      this.db,
      viewer.personId,
      rows,
      ({ sessionId }) => sessionId,
      { changeLine: LOG_CELLS.changeLine, nextStep: LOG_CELLS.nextStep },
    );
    return opened.map((last) => ({ ...last, startsAt: new Date(last.startsAt) }));
  }

  #askedSince(): [Date, Date] {
    const now = this.clock.now();
    return [now, new Date(now.getTime() - ASKED_FOR_DAYS * DAY_MS)];
  }
}

/** As it comes out of JSON: the instant is text. */
type RawLastTime = Omit<LastTime, 'startsAt'> & { startsAt: string };
