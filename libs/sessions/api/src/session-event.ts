import { newId } from '@flipside/kernel';
import type { Tx } from '@flipside/platform-api';
import type { SessionStatus } from '@flipside/sessions-domain';
import { planReminders } from './reminders/plan-reminders.js';

/** What is written down about a change. `actorId` null: the programme did it. */
export interface SessionEvent {
  readonly sessionId: string;
  readonly kind:
    | 'booked'
    | 'moved'
    | 'skipped'
    | 'cancelled'
    | 'restored'
    | 'held'
    | 'not_held'
    | 'unconfirmed'
    | 'disputed'
    | 'settled'
    | 'offered'
    | 'expired'
    | 'clock_rule_changed';
  readonly from: SessionStatus | null;
  readonly to: SessionStatus;
  readonly reasonCode?: string | null;
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface Authorship {
  readonly actorId: string | null;
  readonly onBehalfOf: string | null;
  readonly at: Date;
}

/**
 * Adds to the history, all in one statement, and plans the reminders of these sessions anew. To be called
 * after the sessions were written: whatever changes a session comes through here.
 */
export async function writeEvents(
  tx: Tx,
  by: Authorship,
  events: readonly SessionEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await tx.execute(
    `insert into session_event (id, session_id, kind, from_status, to_status, actor_id, on_behalf_of, reason_code, before, after, at)
     select e.id, e.session_id, e.kind, e.from_status, e.to_status, $1, $2, e.reason_code, e.before, e.after, $3
     from jsonb_to_recordset($4::jsonb) as e(id uuid, session_id uuid, kind text, from_status text, to_status text,
       reason_code text, before jsonb, after jsonb)`,
    [
      by.actorId,
      by.onBehalfOf,
      by.at,
      JSON.stringify(
        events.map((event) => ({
          id: newId(),
          session_id: event.sessionId,
          kind: event.kind,
          from_status: event.from,
          to_status: event.to,
          reason_code: event.reasonCode ?? null,
          before: event.before ?? null,
          after: event.after ?? null,
        })),
      ),
    ],
  );
  const sessionIds = [...new Set(events.map(({ sessionId }) => sessionId))];
  // Of a session that was written a moment ago nobody was reminded.
  const areNew = events.every(({ from }) => from === null);
  await planReminders(tx, sessionIds, by.at, { areNew });
}
