import type { Tx } from '@flipside/platform-api';
import type { Pattern, SessionStatus } from '@flipside/sessions-domain';
import type { LiveSeries } from './shorten-series.js';
import { localSql } from './sql.js';

/** One date of a series. */
export interface Dated {
  id: string;
  status: SessionStatus;
  statusReason: string | null;
  recurrenceLocal: string;
  localStart: string;
  startsAt: Date;
  meetingLink: string | null;
  endsAt: Date;
  isMoved: boolean;
}

/** One session after the cut, with its place in the new rhythm. */
export interface Placed {
  readonly row: Dated;
  readonly recurrenceLocal: string;
  readonly localStart: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly status: SessionStatus;
  readonly reason: string | null;
  readonly isMoved: boolean;
}

export const seriesOf = async (tx: Tx, seriesId: string): Promise<LiveSeries> => {
  const series = await tx.one<LiveSeries>(
    `select id, ical_uid as uid, zone, ${localSql('local_start')} as "localStart", interval_weeks as "intervalWeeks",
       occurrence_count as "occurrenceCount", duration_min as minutes
     from series where id = $1`,
    [seriesId],
  );
  if (!series) throw new Error(`Series ${seriesId} is missing`);
  return series;
};

/** All dates of a series in the order of the rhythm. */
export const datesOf = (tx: Tx, seriesId: string): Promise<Dated[]> =>
  tx.rows<Dated>(
    `select id, status, status_reason as "statusReason", ${localSql('recurrence_local')} as "recurrenceLocal",
       ${localSql('local_start')} as "localStart", starts_at as "startsAt", ends_at as "endsAt",
       recurrence_local <> local_start as "isMoved", meeting_link as "meetingLink"
     from session where series_id = $1 order by recurrence_local`,
    [seriesId],
  );

/** Puts the n-th session at the n-th date of the new rhythm; left-out ones stay left out. */
export function placeAll(
  following: readonly Dated[],
  pattern: Pattern,
  keepsMoved: boolean,
): Placed[] {
  return following.map((row, index) => {
    const planned = pattern.occurrences[index];
    if (!planned?.occurrence)
      throw new Error(`${planned?.local ?? index} is no date of the rhythm`);
    const isKept = keepsMoved && index > 0 && row.isMoved && row.status === 'booked';
    const isBooked = row.status === 'booked' && (isKept || !planned.block);
    return {
      row,
      recurrenceLocal: planned.local,
      localStart: isKept ? row.localStart : planned.local,
      startsAt: isKept ? row.startsAt : planned.occurrence.startsAt,
      endsAt: isKept ? row.endsAt : planned.occurrence.endsAt,
      status: isBooked ? 'booked' : row.status === 'booked' ? 'skipped' : row.status,
      reason: isBooked ? null : row.status === 'booked' ? 'not_free' : row.statusReason,
      isMoved: isKept,
    };
  });
}
