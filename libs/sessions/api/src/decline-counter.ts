import type { Tx } from '@flipside/platform-api';
import { announce, type MailSettings } from './calendar-outbox.js';
import { pairTimes } from './pair-times.js';
import { aboutOne, sessionForChange } from './session-for-change.js';

/**
 * Answers a calendar program that asked for another time with a no (RFC 5546, DECLINECOUNTER): the reader's calendar
 * takes the open request away, and the mail says why and what stands.
 * @returns false when there is nothing that stands; then the present state has to be said instead
 */
export async function declineCounter(
  tx: Tx,
  settings: MailSettings,
  asked: {
    readonly sessionId: string;
    readonly personId: string;
    readonly wanted: Date;
    readonly why: string;
  },
  now: Date,
): Promise<boolean> {
  const session = await sessionForChange(tx, asked.sessionId);
  if (session?.status !== 'booked') return false;
  const people = await pairTimes(tx, session, now);
  await announce(
    tx,
    settings,
    {
      ...aboutOne(session, people),
      method: 'DECLINECOUNTER',
      localStart: session.localStart,
      news: {
        kind: 'counter_declined',
        meeting: session,
        wanted: asked.wanted,
        why: asked.why,
      },
      restates: true,
      onlyTo: asked.personId,
    },
    now,
  );
  return true;
}

/** The same for those of these settled offers that a calendar program had asked for. */
export async function declineCounters(
  tx: Tx,
  settings: MailSettings,
  offerIds: readonly string[],
  now: Date,
): Promise<void> {
  const counters = await tx.rows<{
    sessionId: string;
    personId: string;
    wanted: Date;
    why: string;
  }>(
    `select o.about_session_id as "sessionId", o.proposed_by as "personId", s.starts_at as wanted,
       a.name || case o.state when 'expired' then ' did not answer in time.' else ' cannot make it.' end as why
     from session_offer o join session s on s.offer_id = o.id join pairing p on p.id = o.pairing_id
     join person a on a.id = case o.awaits when 'executive' then p.executive_id else p.champion_id end
     where o.id = any($1) and o.is_counter and o.proposed_by is not null order by o.id`,
    [offerIds],
  );
  for (const counter of counters) await declineCounter(tx, settings, counter, now);
}
