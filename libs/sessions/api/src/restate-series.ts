import type { Tx } from '@flipside/platform-api';
import {
  instantOf,
  keepsTime,
  type CalendarRule,
  type MailMeeting,
  type SessionStatus,
} from '@flipside/sessions-domain';
import { announce, type MailSettings } from './calendar-outbox.js';
import { pairTimes, type PairTimes } from './pair-times.js';
import type { LiveSeries } from './shorten-series.js';
import { localSql } from './sql.js';

interface SeriesRow {
  uid: string;
  pairingId: string;
  executiveId: string;
  championId: string;
  zone: string;
  localStart: string;
  intervalWeeks: number;
  occurrenceCount: number;
  minutes: number;
  state: 'active' | 'ended' | 'cancelled';
}

interface DateRow extends StandingDate {
  readonly status: SessionStatus;
}

/** The rule as calendars know it: shortened behind the last date that is kept, once the series has ended. */
function ruleOf(series: SeriesRow, lastKept: DateRow | undefined): CalendarRule | null {
  const { intervalWeeks, occurrenceCount, zone, state } = series;
  if (occurrenceCount === 1) return null;
  if (state !== 'ended' || !lastKept) return { intervalWeeks, count: occurrenceCount };
  const lastStart = instantOf(zone, lastKept.recurrenceLocal);
  if (!lastStart) throw new Error(`${lastKept.recurrenceLocal} does not exist in ${zone}`);
  return { intervalWeeks, lastStart };
}

/**
 * Says again how a series stands: its rule with every date that was left out, then each date that moved.
 * Numbers stay, stamps rise: nothing moved, so nobody has to answer again. Readers forget what a later
 * message about the series leaves unsaid, which is why all of it is said.
 * @param onlyTo the one person who asked; null tells both, at most once an hour
 * @param atNewAddress that person has it in no calendar yet: numbers rise, so that it counts after a cancellation
 */
export async function restateSeries(
  tx: Tx,
  settings: MailSettings,
  seriesId: string,
  now: Date,
  onlyTo: string | null = null,
  atNewAddress = false,
): Promise<void> {
  const series = await tx.one<SeriesRow>(
    `select r.ical_uid as uid, r.pairing_id as "pairingId", p.executive_id as "executiveId", p.champion_id as "championId",
       r.zone, ${localSql('r.local_start')} as "localStart", r.interval_weeks as "intervalWeeks",
       r.occurrence_count as "occurrenceCount", r.duration_min as minutes, r.state
     from series r join pairing p on p.id = r.pairing_id where r.id = $1`,
    [seriesId],
  );
  if (!series) throw new Error(`Series ${seriesId} is missing`);
  const dates = await tx.rows<DateRow>(
    `select id, ${localSql('recurrence_local')} as "recurrenceLocal", ${localSql('local_start')} as "localStart", status,
       meeting_link as "meetingLink", starts_at as "startsAt", ends_at as "endsAt"
     from session where series_id = $1 order by recurrence_local`,
    [seriesId],
  );
  const kept = dates.filter((date) => keepsTime(date.status));
  const next = kept.find((date) => date.endsAt > now) ?? kept.at(-1) ?? dates[0];
  if (!next) return;
  const isSingle = series.occurrenceCount === 1;
  const lastKept = kept.at(-1);
  const isGone = series.state === 'cancelled' || !lastKept;
  const people = await pairTimes(tx, series, now);
  const about = {
    seriesId,
    uid: series.uid,
    zone: series.zone,
    minutes: series.minutes,
    executive: people.executive,
    champion: people.champion,
    news: {
      kind: 'restated' as const,
      meeting: next,
      meetingLink: next.meetingLink,
      isGone,
      atNewAddress,
    },
    path: isGone ? '/sessions' : `/sessions/${next.id}`,
    ...(!isGone && { sessionId: next.id }),
    restates: !atNewAddress,
    onlyTo,
  };
  const first = isSingle ? (dates[0]?.localStart ?? series.localStart) : series.localStart;
  await announce(
    tx,
    settings,
    {
      ...about,
      method: isGone ? 'CANCEL' : 'REQUEST',
      localStart: first,
      recurrenceLocal: null,
      rule: isGone ? null : ruleOf(series, lastKept),
      exceptLocal:
        isGone || isSingle
          ? []
          : dates
              .filter((date) => !keepsTime(date.status))
              .filter(
                (date) =>
                  series.state !== 'ended' || date.recurrenceLocal < lastKept.recurrenceLocal,
              )
              .map((date) => date.recurrenceLocal),
      meetingLink: next.meetingLink,
    },
    now,
  );
  if (isGone || isSingle) return;
  await restateDates(
    tx,
    settings,
    { ...series, id: seriesId },
    kept,
    people,
    now,
    onlyTo,
    atNewAddress,
  );
}

/** One date of a series as calendars show it. */
export interface StandingDate extends MailMeeting {
  readonly id: string;
  readonly recurrenceLocal: string;
  readonly localStart: string;
  readonly meetingLink: string | null;
}

/** Says again where each date that moved stands: a message about the whole series makes readers forget it. */
export async function restateDates(
  tx: Tx,
  settings: MailSettings,
  series: Pick<LiveSeries, 'id' | 'uid' | 'zone' | 'minutes'>,
  dates: readonly StandingDate[],
  { executive, champion }: PairTimes,
  now: Date,
  onlyTo: string | null = null,
  atNewAddress = false,
): Promise<void> {
  for (const date of dates.filter((each) => each.localStart !== each.recurrenceLocal)) {
    await announce(
      tx,
      settings,
      {
        seriesId: series.id,
        uid: series.uid,
        zone: series.zone,
        minutes: series.minutes,
        executive,
        champion,
        method: 'REQUEST',
        localStart: date.localStart,
        recurrenceLocal: date.recurrenceLocal,
        rule: null,
        exceptLocal: [],
        meetingLink: date.meetingLink,
        news: {
          kind: 'restated',
          meeting: date,
          meetingLink: date.meetingLink,
          isGone: false,
          atNewAddress,
        },
        path: `/sessions/${date.id}`,
        sessionId: date.id,
        restates: !atNewAddress,
        onlyTo,
      },
      now,
    );
  }
}
