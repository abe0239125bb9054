import type { Tx } from '@flipside/platform-api';
import type { SessionStatus } from '@flipside/sessions-domain';
import type { MailSettings } from './calendar-outbox.js';
import { releaseTime } from './claims.js';
import { lockPeople, pairTimes, type PairTimes } from './pair-times.js';
import { writeEvents, type Authorship } from './session-event.js';
import { withdrawOffers } from './offer-store.js';
import { announceShortened, isOff, type LiveSeries } from './shorten-series.js';
import { localSql } from './sql.js';

/** Why coming sessions fall away. */
export type EndReason = 'pairing_paused' | 'pairing_ended' | 'person_left' | 'undone';

const WHY: Readonly<Record<EndReason, string>> = {
  pairing_paused: 'Your pairing is paused. New times are offered when it goes on.',
  pairing_ended: 'Your pairing has ended.',
  person_left: 'One of you is no longer with the company.',
  undone: 'The booking was taken back.',
};

interface Row {
  id: string;
  seriesId: string;
  recurrenceLocal: string;
  localStart: string;
  status: SessionStatus;
  startsAt: Date;
  endsAt: Date;
  isMoved: boolean;
  meetingLink: string | null;
}

/**
 * Cancels every coming session of a pairing and tells both calendars. Nothing took place yet: the whole
 * UID is cancelled. Otherwise the rule is shortened behind the last date that began, and moved dates
 * beyond that cut are cancelled one by one, since a shortened rule leaves them standing.
 * `onlySeriesId` leaves the pairing's other series alone.
 * @returns how many sessions were cancelled
 */
export async function endComingSessions(
  tx: Tx,
  settings: MailSettings,
  pairing: { id: string; executiveId: string; championId: string },
  reason: EndReason,
  by: Authorship,
  onlySeriesId: string | null = null,
): Promise<number> {
  await lockPeople(tx, [pairing.executiveId, pairing.championId], by.at);
  if (!onlySeriesId) await withdrawOffers(tx, { pairingId: pairing.id }, by);
  const live = await tx.rows<LiveSeries>(
    `select id, ical_uid as uid, zone, ${localSql('local_start')} as "localStart", interval_weeks as "intervalWeeks",
       occurrence_count as "occurrenceCount", duration_min as minutes
     from series where pairing_id = $1 and state = 'active' and id = coalesce($2, id) order by local_start`,
    [pairing.id, onlySeriesId],
  );
  const rows = await tx.rows<Row>(
    `select id, series_id as "seriesId", ${localSql('recurrence_local')} as "recurrenceLocal", ${localSql('local_start')} as "localStart",
       status, starts_at as "startsAt", ends_at as "endsAt", recurrence_local <> local_start as "isMoved", meeting_link as "meetingLink"
     from session where series_id = any($1) order by recurrence_local`,
    [live.map((series) => series.id)],
  );
  const people = await pairTimes(tx, pairing, by.at);
  let cancelled = 0;
  for (const series of live) {
    const own = rows.filter((row) => row.seriesId === series.id);
    cancelled += await endOne(tx, settings, series, own, people, reason, by);
  }
  return cancelled;
}

async function endOne(
  tx: Tx,
  settings: MailSettings,
  series: LiveSeries,
  rows: readonly Row[],
  people: PairTimes,
  reason: EndReason,
  by: Authorship,
): Promise<number> {
  const coming = rows.filter((row) => row.status === 'booked' && row.startsAt > by.at);
  const kept = rows.filter((row) => !isOff(row.status) && row.startsAt <= by.at);
  const state = kept.length ? 'ended' : 'cancelled';
  await tx.execute('update series set state = $2, version = version + 1 where id = $1', [
    series.id,
    state,
  ]);
  const [first] = coming;
  if (!first) return 0;
  await releaseTime(
    tx,
    coming.map((row) => row.id),
  );
  const sequence = await announceShortened(
    tx,
    settings,
    {
      series,
      kept: rows.filter((row) => !isOff(row.status) && row.startsAt <= by.at),
      // What was left out before the cut has to be said again with every new rule.
      left: rows.filter((row) => isOff(row.status)),
      gone: coming,
      people,
      told: { why: WHY[reason], isUndo: reason === 'undone' },
    },
    by.at,
  );
  await tx.execute(
    `update session set status = 'cancelled', status_reason = $2, sequence = $3, version = version + 1 where id = any($1)`,
    [coming.map((row) => row.id), reason, sequence],
  );
  await writeEvents(
    tx,
    by,
    coming.map((row) => ({
      sessionId: row.id,
      kind: 'cancelled' as const,
      from: 'booked' as const,
      to: 'cancelled' as const,
      reasonCode: reason,
    })),
  );
  return coming.length;
}
