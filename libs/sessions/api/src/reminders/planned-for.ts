import { mailReaders, type MailReader } from '@flipside/people-api';
import {
  plannedReminders,
  type PlannedReminder,
  type RemindedPerson,
  type ReminderReader,
  type SessionStatus,
} from '@flipside/sessions-domain';
import { delegatesOf } from '../delegates-of.js';
import type { Sql } from '../sql.js';

/** A session with every reminder that it has as it stands now. */
export interface PlannedSession {
  readonly id: string;
  readonly startsAt: Date;
  readonly planned: readonly PlannedReminder[];
}

export interface PlannedFor {
  readonly sessions: ReadonlyMap<string, PlannedSession>;
  readonly readers: ReadonlyMap<string, MailReader>;
}

interface Row {
  id: string;
  status: SessionStatus;
  startsAt: Date;
  endsAt: Date;
  executiveId: string;
  championId: string;
  awaits: 'executive' | 'champion' | null;
  holdEndsAt: Date | null;
  isFirst: boolean;
}

const DAY_MS = 86_400_000;
/** Working days are looked for so far around the sessions. */
const AROUND_DAYS = 25;

/**
 * Works out the reminders of these sessions from what the database says this moment: state, times, people,
 * assistants, where everybody is, and what they chose. Three statements, however many sessions.
 * @param alsoReaders people to read although no session may name them any more
 */
export async function plannedFor(
  sql: Sql,
  sessionIds: readonly string[],
  now: Date,
  alsoReaders: readonly string[] = [],
): Promise<PlannedFor> {
  const rows = await sql.rows<Row>(
    `select s.id, s.status, s.starts_at as "startsAt", s.ends_at as "endsAt", p.executive_id as "executiveId",
       p.champion_id as "championId", o.awaits,
       case when s.id = (select f.id from session f where f.offer_id = o.id and f.status = 'offered' order by f.starts_at, f.id limit 1)
         then o.expires_at end as "holdEndsAt",
       not exists (select from session e where e.pairing_id = s.pairing_id and e.starts_at < s.starts_at
         and e.status in ('booked', 'held', 'unconfirmed')) as "isFirst"
     from session s join pairing p on p.id = s.pairing_id
     left join session_offer o on o.id = s.offer_id and o.state = 'open'
     where s.id = any($1)`,
    [sessionIds],
  );
  const principals = [
    ...new Set(rows.flatMap(({ executiveId, championId }) => [executiveId, championId])),
  ];
  const delegates = await delegatesOf(sql, principals, now);
  const times = rows.flatMap(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()]);
  const readers = await mailReaders(
    sql,
    [...principals, ...delegates.map(({ id }) => id), ...alsoReaders],
    now,
    new Date(Math.min(now.getTime(), ...times) - AROUND_DAYS * DAY_MS),
    new Date(Math.max(now.getTime(), ...times) + AROUND_DAYS * DAY_MS),
  );
  const peopleOf = (row: Row): RemindedPerson[] => {
    const as = new Map<string, ReminderReader[]>();
    const add = (id: string, reader: ReminderReader): void => {
      as.set(id, [...(as.get(id) ?? []), reader]);
    };
    add(row.executiveId, 'executive');
    add(row.championId, 'champion');
    for (const { id, principalId } of delegates)
      if (principalId === row.executiveId) add(id, 'executive_delegate');
    if (row.awaits) {
      const awaited = row.awaits === 'executive' ? row.executiveId : row.championId;
      add(awaited, 'awaited');
      for (const { id, principalId } of delegates) if (principalId === awaited) add(id, 'awaited');
    }
    return [...as].flatMap(([id, roles]) => {
      const reader = readers.get(id);
      return reader ? [{ ...reader, as: roles }] : [];
    });
  };
  const sessions = rows.map((row) => ({
    id: row.id,
    startsAt: row.startsAt,
    planned: plannedReminders(row, peopleOf(row)),
  }));
  return { sessions: new Map(sessions.map((each) => [each.id, each])), readers };
}
