import { newId } from '@flipside/kernel';
import { timeZoneDataVersion } from '@flipside/people-api';
import { localOf } from '@flipside/people-domain';
import type { Tx } from '@flipside/platform-api';
import { releaseTime, takeTime } from './claims.js';
import { uidFor } from './series-writer.js';
import type { MailSettings } from './calendar-outbox.js';
import { writeEvents, type Authorship } from './session-event.js';
import type { Sql } from './sql.js';

/** What is offered: another session for one that fell through, or other times for one that is booked. */
export type OfferKind = 'make_up' | 'move';
export type OfferState = 'open' | 'accepted' | 'declined' | 'expired' | 'withdrawn';

export interface StoredOffer {
  readonly id: string;
  readonly pairingId: string;
  readonly kind: OfferKind;
  readonly aboutSessionId: string;
  readonly proposedBy: string | null;
  readonly awaits: 'executive' | 'champion';
  readonly round: number;
  readonly expiresAt: Date;
  readonly state: OfferState;
}

const COLUMNS = `id, pairing_id as "pairingId", kind, about_session_id as "aboutSessionId", proposed_by as "proposedBy",
  awaits, round, expires_at as "expiresAt", state`;

/** One offer, kept as it is until the unit of work ends. */
export const lockOffer = (tx: Tx, offerId: string): Promise<StoredOffer | null> =>
  tx.one<StoredOffer>(`select ${COLUMNS} from session_offer where id = $1 for update`, [offerId]);

/** The open offer about a session, if there is one. */
export const openOfferAbout = (sql: Sql, sessionId: string): Promise<StoredOffer | null> =>
  sql.one<StoredOffer>(
    `select ${COLUMNS} from session_offer where about_session_id = $1 and state = 'open'`,
    [sessionId],
  );

export interface HeldTimes {
  readonly pairingId: string;
  readonly executiveId: string;
  readonly championId: string;
  readonly kind: OfferKind;
  readonly aboutSessionId: string;
  readonly awaits: 'executive' | 'champion';
  readonly round: number;
  readonly starts: readonly Date[];
  readonly minutes: number;
  readonly zone: string;
  readonly expiresAt: Date;
  /** A calendar program asked for it and waits for an answer. */
  readonly isCounter?: boolean;
}

/**
 * Holds one to three times for an answer: both people's time is kept, nobody's calendar is touched yet.
 * Each time is a session of its own with a UID of its own, so that taking it needs no new identity.
 */
export async function holdTimes(
  tx: Tx,
  settings: Pick<MailSettings, 'mailFrom'>,
  held: HeldTimes,
  by: Authorship,
): Promise<{ offerId: string; sessionIds: readonly string[] }> {
  const offerId = newId();
  await tx.execute(
    `insert into session_offer (id, pairing_id, kind, about_session_id, proposed_by, on_behalf_of, awaits, round, expires_at, created_at, is_counter)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      offerId,
      held.pairingId,
      held.kind,
      held.aboutSessionId,
      by.actorId,
      by.onBehalfOf,
      held.awaits,
      held.round,
      held.expiresAt,
      by.at,
      held.isCounter === true,
    ],
  );
  const rows = held.starts.map((startsAt) => ({
    series_id: newId(),
    session_id: newId(),
    uid: uidFor(settings),
    local: localOf(startsAt, held.zone),
    starts_at: startsAt,
    ends_at: new Date(startsAt.getTime() + held.minutes * 60_000),
  }));
  const given = JSON.stringify(rows);
  const shape = `jsonb_to_recordset($1::jsonb) as o(series_id uuid, session_id uuid, uid text, local text,
    starts_at timestamptz, ends_at timestamptz)`;
  await tx.execute(
    `insert into series (id, pairing_id, ical_uid, zone, local_start, interval_weeks, occurrence_count, is_beside, duration_min, created_at)
     select o.series_id, $2, o.uid, $3, o.local::timestamp, 1, 1, true, $4, $5 from ${shape}`,
    [given, held.pairingId, held.zone, held.minutes, by.at],
  );
  await tx.execute(
    `insert into session (id, pairing_id, series_id, recurrence_local, local_start, zone, duration_min, starts_at, ends_at,
       tzdb_version, status, offer_id, created_at)
     select o.session_id, $2, o.series_id, o.local::timestamp, o.local::timestamp, $3, $4, o.starts_at, o.ends_at, $5, 'offered', $6, $7
     from ${shape}`,
    [given, held.pairingId, held.zone, held.minutes, timeZoneDataVersion(), offerId, by.at],
  );
  await takeTime(
    tx,
    [held.executiveId, held.championId],
    rows.map((row) => ({
      sessionId: row.session_id,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
    })),
    held.expiresAt,
  );
  await writeEvents(
    tx,
    by,
    rows.map((row) => ({
      sessionId: row.session_id,
      kind: 'offered' as const,
      from: null,
      to: 'offered' as const,
    })),
  );
  return { offerId, sessionIds: rows.map((row) => row.session_id) };
}

/**
 * Settles offers and lets every time of theirs go that is still only offered.
 * @returns how many times were let go
 */
export async function settleOffers(
  tx: Tx,
  offerIds: readonly string[],
  state: Exclude<OfferState, 'open'>,
  by: Authorship,
): Promise<number> {
  if (offerIds.length === 0) return 0;
  await tx.execute(`update session_offer set state = $2 where id = any($1) and state = 'open'`, [
    offerIds,
    state,
  ]);
  const left = await tx.rows<{ id: string; series_id: string }>(
    `update session set status = 'expired', status_reason = $2, version = version + 1
     where offer_id = any($1) and status = 'offered' returning id, series_id`,
    [offerIds, state === 'accepted' ? 'other_chosen' : state],
  );
  await releaseTime(
    tx,
    left.map(({ id }) => id),
  );
  await tx.execute(`update series set state = 'cancelled' where id = any($1)`, [
    left.map((row) => row.series_id),
  ]);
  await writeEvents(
    tx,
    by,
    left.map(({ id }) => ({
      sessionId: id,
      kind: 'expired' as const,
      from: 'offered' as const,
      to: 'expired' as const,
      reasonCode: state,
    })),
  );
  return left.length;
}

/** Takes every open offer of a pairing back, or only the one about a session. */
export async function withdrawOffers(
  tx: Tx,
  of: { readonly pairingId: string; readonly aboutSessionId?: string },
  by: Authorship,
): Promise<void> {
  const open = await tx.rows<{ id: string }>(
    `select id from session_offer where pairing_id = $1 and state = 'open' and about_session_id = coalesce($2, about_session_id)
     for update`,
    [of.pairingId, of.aboutSessionId ?? null],
  );
  await settleOffers(
    tx,
    open.map(({ id }) => id),
    'withdrawn',
    by,
  );
}

/** Takes back what the programme held in place of these sessions: they take place after all. */
export async function withdrawMakeUps(
  tx: Tx,
  aboutSessionIds: readonly string[],
  by: Authorship,
): Promise<void> {
  const open = await tx.rows<{ id: string }>(
    `select id from session_offer where about_session_id = any($1) and state = 'open' and proposed_by is null for update`,
    [aboutSessionIds],
  );
  await settleOffers(
    tx,
    open.map(({ id }) => id),
    'withdrawn',
    by,
  );
}
