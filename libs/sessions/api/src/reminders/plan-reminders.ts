import { newId } from '@flipside/kernel';
import type { Tx } from '@flipside/platform-api';
import { isWorthPlanning, timetableRow } from '@flipside/sessions-domain';
import { plannedFor } from './planned-for.js';

/**
 * Takes mails of reminders back that still wait for the mail server, when a session they tell of has
 * changed. What else such a mail told waits again.
 */
async function takeBack(tx: Tx, sessionIds: readonly string[]): Promise<void> {
  await tx.execute(
    `with dropped as (
       update mail_message set state = 'dropped' where id in (
         select m.id from mail_message m
         where m.state = 'queued' and m.id in (select r.mail_id from reminder r where r.session_id = any($1) and r.state = 'sent')
         for update skip locked)
       returning id)
     update reminder set state = 'waiting', settled_at = null, mail_id = null where mail_id in (select id from dropped)`,
    [sessionIds],
  );
}

/** Reminders are planned when the session or their moment comes near: a quarter is booked in one go. */
export const AHEAD_DAYS = 8;

/**
 * Plans the reminders of these sessions anew, in the unit of work that changed them: what no longer holds
 * is void, what holds now waits for its moment. What was sent for the same start is never planned again.
 */
export async function planReminders(
  tx: Tx,
  sessionIds: readonly string[],
  now: Date,
  { areNew = false }: { areNew?: boolean } = {},
): Promise<void> {
  if (sessionIds.length === 0) return;
  if (!areNew) await takeBack(tx, sessionIds);
  const { sessions } = await plannedFor(tx, sessionIds, now);
  const isNear = (at: Date): boolean => at.getTime() <= now.getTime() + AHEAD_DAYS * 86_400_000;
  const rows = [...sessions.values()].flatMap(({ id, startsAt, planned }) =>
    planned
      .filter(({ dueAt }) => isNear(startsAt) || isNear(dueAt))
      .map((each) => ({
        id: newId(),
        session_id: id,
        person_id: each.personId,
        kind: each.kind,
        starts_at: startsAt,
        due_at: each.dueAt,
        until_at: each.untilAt,
        is_new: isWorthPlanning(each, timetableRow(each.kind).catchesUp, now),
      })),
  );
  if (areNew && rows.length === 0) return;
  await tx.execute(
    `with planned as (
       select * from jsonb_to_recordset($1::jsonb) as r(id uuid, session_id uuid, person_id uuid, kind text,
         starts_at timestamptz, due_at timestamptz, until_at timestamptz, is_new boolean)
     ), voided as (
       update reminder r set state = 'void', settled_at = $2
       where r.session_id = any($3) and r.state = 'waiting' and not exists (
         select from planned p where p.session_id = r.session_id and p.person_id = r.person_id and p.kind = r.kind
           and p.starts_at = r.starts_at)
     )
     insert into reminder as r (id, session_id, person_id, kind, starts_at, due_at, until_at)
     select id, session_id, person_id, kind, starts_at, due_at, until_at from planned where is_new
     on conflict on constraint uq_reminder do update
       set due_at = excluded.due_at, until_at = excluded.until_at, state = 'waiting', settled_at = null
       where r.state = 'void' or (r.state = 'waiting' and (r.due_at, r.until_at) <> (excluded.due_at, excluded.until_at))`,
    [JSON.stringify(rows), now, sessionIds],
  );
}
