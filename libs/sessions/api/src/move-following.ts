import { Inject, Injectable } from '@nestjs/common';
import { newId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { timeZoneDataVersion } from '@flipside/people-api';
import { localOf } from '@flipside/people-domain';
import {
  CLOCK,
  CONFIG,
  Database,
  idempotent,
  type Config,
  type Tx,
  type Viewer,
} from '@flipside/platform-api';
import {
  exceptionsInWords,
  patternAt,
  sessionRefusal,
  type Pattern,
  type SessionRefusal,
} from '@flipside/sessions-domain';
import { authorshipOf, byWordsOf } from './authorship.js';
import { announce } from './calendar-outbox.js';
import { releaseTime, takeTime } from './claims.js';
import { pairTimes, type PairTimes } from './pair-times.js';
import { aboutOne, openSession, type ChangeableSession } from './session-for-change.js';
import { mayDo } from './session.policy.js';
import { writeEvents } from './session-event.js';
import { orRefusal } from './session-write.js';
import { namesOf, uidFor } from './series-writer.js';
import { datesOf, placeAll, seriesOf, type Dated, type Placed } from './series-dates.js';
import { announceShortened, isOff, type LiveSeries } from './shorten-series.js';

export interface MoveFollowingRequest {
  readonly sessionId: string;
  /** New start of this session; those after it follow in the same rhythm. */
  readonly startsAt: Date;
  /** Sessions that were moved by hand before keep their time instead of following. */
  readonly keepsMoved: boolean;
  readonly idempotencyKey: string;
}

/**
 * Gives this session and all after it another usual hour. Calendars get two series: the old one ends
 * before the cut, a new one with an identity of its own begins. The sessions themselves stay what they
 * are: same page, same notes. What has begun stays in the old series.
 */
@Injectable()
export class MoveFollowing {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(
    viewer: Viewer,
    request: MoveFollowingRequest,
  ): Promise<Result<{ sessionId: string }, SessionRefusal>> {
    const { idempotencyKey, ...rest } = request;
    const call = { actorId: viewer.personId, key: idempotencyKey, request: rest };
    return orRefusal(() =>
      this.db.transaction((tx) => idempotent(tx, call, () => this.split(tx, viewer, request))),
    );
  }

  private async split(
    tx: Tx,
    viewer: Viewer,
    request: MoveFollowingRequest,
  ): Promise<Result<{ sessionId: string }, SessionRefusal>> {
    const now = this.clock.now();
    const opened = await openSession(tx, viewer, request.sessionId, now);
    const { session, standing } = opened;
    if (!mayDo(standing, 'move')) return refuse(sessionRefusal('DELEGATE_MAY_NOT'));
    if (standing.side !== 'executive') return refuse(sessionRefusal('ASK_FIRST'));
    if (session.status !== 'booked') return refuse(sessionRefusal('NO_LONGER_BOOKED'));
    if (session.startsAt <= now) return refuse(sessionRefusal('ALREADY_STARTED'));
    if (session.occurrenceCount === 1 || session.seriesState !== 'active')
      return refuse(sessionRefusal('NOTHING_FOLLOWS'));
    const series = await seriesOf(tx, session.seriesId);
    const rows = await datesOf(tx, session.seriesId);
    const following = rows.filter((row) => row.recurrenceLocal >= session.recurrenceLocal);
    const ids = following.map(({ id }) => id);
    const people = await pairTimes(tx, session, now, ids);
    const pattern = patternAt(
      {
        pairingId: session.pairingId,
        executive: people.executive,
        champion: people.champion,
        now,
        intervalWeeks: series.intervalWeeks,
        count: following.length,
        minutes: session.minutes,
        minNoticeHours: session.minNoticeHours,
      },
      localOf(request.startsAt, people.executive.zone),
    );
    if (!pattern) return refuse(sessionRefusal('SLOT_TAKEN', 'startsAt'));
    const placed = placeAll(following, pattern, request.keepsMoved);
    const by = authorshipOf(viewer, standing, now);
    await releaseTime(tx, ids);
    await this.shorten(tx, series, rows, following, people, now);
    const seriesId = await this.beginSeries(tx, opened, people, pattern, placed, viewer, now);
    await writeEvents(
      tx,
      by,
      placed
        .filter((each) => each.status === 'booked')
        .map(({ row, localStart, startsAt, endsAt }) => ({
          sessionId: row.id,
          kind: 'moved' as const,
          from: row.status,
          to: 'booked' as const,
          reasonCode: 'following',
          before: { localStart: row.localStart, startsAt: row.startsAt, endsAt: row.endsAt },
          after: { localStart, startsAt, endsAt, seriesId },
        })),
    );
    return ok({ sessionId: session.id });
  }

  /** The old series ends before the cut; what is before it stays as it is. */
  private async shorten(
    tx: Tx,
    series: LiveSeries,
    rows: readonly Dated[],
    following: readonly Dated[],
    people: PairTimes,
    now: Date,
  ): Promise<void> {
    const before = rows.slice(0, rows.length - following.length);
    const kept = before.filter((row) => !isOff(row.status));
    const isOver = !kept.some((row) => row.status === 'booked' && row.startsAt > now);
    const state = kept.length === 0 ? 'cancelled' : isOver ? 'ended' : 'active';
    await tx.execute(
      'update series set state = $2, occurrence_count = greatest(1, $3), version = version + 1 where id = $1',
      [series.id, state, before.length],
    );
    await announceShortened(
      tx,
      this.config,
      {
        series,
        kept,
        left: before.filter((row) => isOff(row.status)),
        gone: following.filter((row) => !isOff(row.status)),
        people,
        told: {
          why: 'They move to another hour; the new invitation comes with a mail of its own.',
        },
      },
      now,
    );
  }

  /** The new series: rows moved over, time taken, one invitation, and one more for each kept exception. */
  private async beginSeries(
    tx: Tx,
    { session, standing }: ChangeableSession,
    people: PairTimes,
    pattern: Pattern,
    placed: readonly Placed[],
    viewer: Viewer,
    now: Date,
  ): Promise<string> {
    const seriesId = newId();
    const uid = uidFor(this.config);
    await tx.execute(
      `insert into series (id, pairing_id, ical_uid, zone, local_start, interval_weeks, occurrence_count, duration_min, created_at)
       values ($1, $2, $3, $4, $5::timestamp, $6, $7, $8, $9)`,
      [
        seriesId,
        session.pairingId,
        uid,
        pattern.zone,
        pattern.localStart,
        pattern.intervalWeeks,
        placed.length,
        pattern.minutes,
        now,
      ],
    );
    await tx.execute(
      `update session s set series_id = $1, recurrence_local = n.recurrence::timestamp, local_start = n.local::timestamp, zone = $2,
         starts_at = n.starts_at, ends_at = n.ends_at, status = n.status, status_reason = n.reason, tzdb_version = $3,
         move_count = s.move_count + case when n.status = 'booked' and n.starts_at <> s.starts_at then 1 else 0 end,
         attention = '{}', version = s.version + 1
       from jsonb_to_recordset($4::jsonb) as n(id uuid, recurrence text, local text, starts_at timestamptz, ends_at timestamptz,
         status text, reason text)
       where s.id = n.id`,
      [
        seriesId,
        pattern.zone,
        timeZoneDataVersion(),
        JSON.stringify(
          placed.map((each) => ({
            id: each.row.id,
            recurrence: each.recurrenceLocal,
            local: each.localStart,
            starts_at: each.startsAt,
            ends_at: each.endsAt,
            status: each.status,
            reason: each.reason,
          })),
        ),
      ],
    );
    const booked = placed.filter((each) => each.status === 'booked');
    await takeTime(
      tx,
      [people.executive.id, people.champion.id],
      booked.map(({ row, startsAt, endsAt }) => ({ sessionId: row.id, startsAt, endsAt })),
    );
    const byWords = byWordsOf(viewer, standing, people);
    const about = { ...aboutOne(session, people), seriesId, uid, zone: pattern.zone };
    await announce(
      tx,
      this.config,
      {
        ...about,
        method: 'REQUEST',
        localStart: pattern.localStart,
        recurrenceLocal: null,
        rule:
          placed.length > 1 ? { intervalWeeks: pattern.intervalWeeks, count: placed.length } : null,
        exceptLocal: placed
          .filter((each) => each.status !== 'booked')
          .map((each) => each.recurrenceLocal),
        news: {
          kind: 'series_booked',
          meetings: booked,
          everyWeeks: pattern.intervalWeeks,
          exceptions: exceptionsInWords(pattern, namesOf(people)),
          by: byWords,
        },
      },
      now,
    );
    for (const each of booked.filter(({ isMoved }) => isMoved)) {
      const planned = pattern.occurrences.find(({ local }) => local === each.recurrenceLocal);
      await announce(
        tx,
        this.config,
        {
          ...about,
          method: 'REQUEST',
          localStart: each.localStart,
          recurrenceLocal: placed.length > 1 ? each.recurrenceLocal : null,
          news: { kind: 'moved', from: planned?.occurrence ?? each, to: each, by: byWords },
        },
        now,
      );
    }
    return seriesId;
  }
}
