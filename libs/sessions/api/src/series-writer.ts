import { newId } from '@flipside/kernel';
import type { Tx } from '@flipside/platform-api';
import { timeZoneDataVersion } from '@flipside/people-api';
import {
  exceptionsInWords,
  type Beside,
  type OptionPeople,
  type Pattern,
  type PlannedOccurrence,
} from '@flipside/sessions-domain';
import { announce, type MailSettings } from './calendar-outbox.js';
import { takeTime } from './claims.js';
import type { PairTimes } from './pair-times.js';
import { writeEvents, type Authorship } from './session-event.js';

/** A series as it stands after booking. */
export interface WrittenSeries {
  readonly seriesId: string;
  /** Ids of all its sessions in order, also of a date that is left out. */
  readonly sessionIds: readonly string[];
}

interface PlannedRow {
  readonly id: string;
  readonly planned: PlannedOccurrence;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The two people as the words of a series speak of them. */
export const namesOf = ({ executive, champion }: PairTimes): OptionPeople => ({
  executiveName: executive.name,
  championName: champion.name,
  championZone: champion.zone,
});

/** A new identity for calendars: random, at the host of the organizer. */
export const uidFor = (settings: Pick<MailSettings, 'mailFrom'>): string =>
  `${newId()}@${settings.mailFrom.email.split('@')[1] ?? 'localhost'}`;

function rowsOf(pattern: Pattern): PlannedRow[] {
  return pattern.occurrences.map((planned) => {
    if (!planned.occurrence) throw new Error(`${planned.local} does not exist in ${pattern.zone}`);
    const { startsAt, endsAt } = planned.occurrence;
    return { id: newId(), planned, startsAt, endsAt };
  });
}

/**
 * Writes a series with its sessions, claims, history and invitations. A date that does not suit becomes
 * a skipped session, so that rule and rows always tell the same.
 */
export async function writeSeries(
  tx: Tx,
  settings: MailSettings,
  parts: {
    readonly pairingId: string;
    readonly pattern: Pattern;
    readonly people: PairTimes;
    readonly by: Authorship;
    /** The booking person in words, null for the programme. */
    readonly byWords: string | null;
    /** The next weeks of a rhythm that runs already. */
    readonly goesOn?: boolean;
    /** One session beside the rhythm, which stays what it is; left out, this is the rhythm. */
    readonly beside?: Beside;
  },
): Promise<WrittenSeries> {
  const { pattern, people, by } = parts;
  const seriesId = newId();
  const uid = uidFor(settings);
  const rows = rowsOf(pattern);
  const booked = rows.filter((row) => !row.planned.block);
  await tx.execute(
    `insert into series (id, pairing_id, ical_uid, zone, local_start, interval_weeks, occurrence_count, duration_min, created_at, is_beside)
     values ($1, $2, $3, $4, $5::timestamp, $6, $7, $8, $9, $10)`,
    [
      seriesId,
      parts.pairingId,
      uid,
      pattern.zone,
      pattern.localStart,
      pattern.intervalWeeks,
      rows.length,
      pattern.minutes,
      by.at,
      parts.beside !== undefined,
    ],
  );
  await tx.execute(
    `insert into session (id, pairing_id, series_id, recurrence_local, local_start, zone, duration_min, starts_at, ends_at,
       tzdb_version, status, status_reason, created_at, makes_up_for, is_extra)
     select s.id, $1, $2, s.local::timestamp, s.local::timestamp, $3, $4, s.starts_at, s.ends_at, $5, s.status, s.reason, $6, $8, $9
     from jsonb_to_recordset($7::jsonb) as s(id uuid, local text, starts_at timestamptz, ends_at timestamptz, status text, reason text)`,
    [
      parts.pairingId,
      seriesId,
      pattern.zone,
      pattern.minutes,
      timeZoneDataVersion(),
      by.at,
      JSON.stringify(
        rows.map((row) => ({
          id: row.id,
          local: row.planned.local,
          starts_at: row.startsAt,
          ends_at: row.endsAt,
          status: row.planned.block ? 'skipped' : 'booked',
          reason: row.planned.block ? 'not_free' : null,
        })),
      ),
      parts.beside?.makesUpFor ?? null,
      parts.beside?.isExtra ?? false,
    ],
  );
  await takeTime(
    tx,
    [people.executive.id, people.champion.id],
    booked.map((row) => ({ sessionId: row.id, startsAt: row.startsAt, endsAt: row.endsAt })),
  );
  await writeEvents(
    tx,
    by,
    rows.map((row) =>
      row.planned.block
        ? { sessionId: row.id, kind: 'skipped', from: null, to: 'skipped', reasonCode: 'not_free' }
        : { sessionId: row.id, kind: 'booked', from: null, to: 'booked' },
    ),
  );
  const meetings = booked.map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));
  const [first] = meetings;
  if (!first) throw new Error('A series has at least one meeting');
  await announce(
    tx,
    settings,
    {
      seriesId,
      uid,
      method: 'REQUEST',
      zone: pattern.zone,
      localStart: pattern.localStart,
      minutes: pattern.minutes,
      recurrenceLocal: null,
      rule: rows.length > 1 ? { intervalWeeks: pattern.intervalWeeks, count: rows.length } : null,
      exceptLocal: rows.filter((row) => row.planned.block).map((row) => row.planned.local),
      meetingLink: null,
      executive: people.executive,
      champion: people.champion,
      news:
        rows.length > 1
          ? {
              kind: 'series_booked',
              meetings,
              everyWeeks: pattern.intervalWeeks,
              ...(parts.goesOn && { goesOn: true }),
              exceptions: exceptionsInWords(pattern, namesOf(people)),
              by: parts.byWords,
            }
          : { kind: 'session_booked', meeting: first, by: parts.byWords },
      path: `/sessions/${booked[0]?.id ?? ''}`,
      sessionId: booked[0]?.id ?? '',
    },
    by.at,
  );
  return { seriesId, sessionIds: rows.map((row) => row.id) };
}
