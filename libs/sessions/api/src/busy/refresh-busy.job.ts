import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Clock } from '@flipside/kernel';
import { zoneSql } from '@flipside/people-api';
import type { Interval } from '@flipside/people-domain';
import {
  CLOCK,
  CONFIG,
  Database,
  defineJob,
  defineTimer,
  enqueue,
  type Config,
  type JobHandler,
  type Tx,
} from '@flipside/platform-api';
import { openPassword } from './calendar-sources.js';
import { CalendarProblem } from './guarded-fetch.js';
import { fetchCaldav, fetchIcs } from './fetch-calendar.js';
import { readBusy } from './read-busy.js';

type Nothing = Record<string, never>;

export const refreshBusy = defineJob<Nothing>({
  name: 'sessions.refresh-busy',
  payload: z.strictObject({}),
});

export const refreshBusyTimer = defineTimer({ cron: '*/10 * * * *', job: refreshBusy });

export const refreshSource = defineJob({
  name: 'sessions.refresh-source',
  payload: z.object({ sourceId: z.uuid() }),
});

const EVERY_MINUTES = 60;
const MOST_AT_ONCE = 500;
const DAY_MS = 86_400_000;
const LOOK_AHEAD_DAYS = 150;

/** Gives each calendar that was not looked at for an hour a job of its own. */
@Injectable()
export class RefreshBusy implements JobHandler<Nothing> {
  readonly job = refreshBusy;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle(): Promise<void> {
    const due = new Date(this.clock.now().getTime() - EVERY_MINUTES * 60_000);
    await this.db.transaction(async (tx) => {
      const sources = await tx.rows<{ id: string }>(
        `select id from calendar_source where checked_at is null or checked_at <= $1 order by checked_at nulls first limit ${MOST_AT_ONCE}`,
        [due],
      );
      for (const { id } of sources)
        await enqueue(tx, refreshSource, { sourceId: id }, { key: `sessions.busy:${id}` });
    });
  }
}

interface Source {
  id: string;
  personId: string;
  kind: 'ics' | 'caldav';
  address: string;
  username: string | null;
  passwordSealed: Buffer | null;
  isAllDayBusy: boolean;
  etag: string | null;
  zone: string;
}

/**
 * Reads one calendar: over the network first, then in one short unit of work. What cannot be read keeps
 * the times known before, and tells its owner why.
 */
@Injectable()
export class RefreshSource implements JobHandler<{ sourceId: string }> {
  readonly job = refreshSource;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle({ sourceId }: { sourceId: string }): Promise<void> {
    const now = this.clock.now();
    const source = await this.db.one<Source>(
      `select c.id, c.person_id as "personId", c.kind, c.address, c.username, c.password_sealed as "passwordSealed",
         c.is_all_day_busy as "isAllDayBusy", c.etag, ${zoneSql('p')} as zone
       from calendar_source c join person p on p.id = c.person_id where c.id = $1`,
      [sourceId],
    );
    if (!source) return;
    try {
      await this.read(source, now);
    } catch (error) {
      if (!(error instanceof CalendarProblem)) throw error;
      await this.db.transaction((tx) =>
        tx.execute(
          `update calendar_source set state = 'failing', problem = $2, checked_at = $3 where id = $1`,
          [sourceId, error.message, now],
        ),
      );
    }
  }

  private async read(source: Source, now: Date): Promise<void> {
    const window = {
      fromMs: now.getTime() - DAY_MS,
      toMs: now.getTime() + LOOK_AHEAD_DAYS * DAY_MS,
    };
    const asked = {
      url: source.address,
      allowsPrivate: this.config.allowsPrivateCalendars,
      etag: source.etag,
      ...(source.username && { username: source.username }),
      ...(source.passwordSealed && { password: this.password(source.id, source.passwordSealed) }),
    };
    const fetched =
      source.kind === 'ics'
        ? await fetchIcs(asked)
        : await fetchCaldav({ ...asked, from: new Date(window.fromMs), to: new Date(window.toMs) });
    if (fetched === 'unchanged') {
      await this.db.transaction((tx) =>
        tx.execute(`update calendar_source set checked_at = $2, read_at = $2 where id = $1`, [
          source.id,
          now,
        ]),
      );
      return;
    }
    const own = await this.db.rows<{ uid: string }>(
      `select r.ical_uid as uid from series r join pairing p on p.id = r.pairing_id
       where $1 in (p.executive_id, p.champion_id)`,
      [source.personId],
    );
    const busy: Interval[] = [];
    const unknown = new Set<string>();
    for (const text of fetched.texts) {
      const read = await readBusy({
        text,
        ...window,
        ownUids: own.map(({ uid }) => uid),
        isAllDayBusy: source.isAllDayBusy,
        ownerZone: source.zone,
      });
      busy.push(...read.intervals);
      for (const zone of read.unknownZones) unknown.add(zone);
    }
    await this.db.transaction((tx) =>
      keep(tx, source, { busy, unknown: [...unknown], etag: fetched.etag }, now),
    );
  }

  private password(sourceId: string, sealed: Buffer): string {
    try {
      return openPassword(this.config, sourceId, sealed);
    } catch {
      throw new CalendarProblem(
        'Enter the password of this calendar again: remove it and add it anew.',
      );
    }
  }
}

/** Replaces what is known of a calendar, and flags booked sessions that meet something in it. */
async function keep(
  tx: Tx,
  source: Source,
  found: { busy: readonly Interval[]; unknown: readonly string[]; etag: string | null },
  now: Date,
): Promise<void> {
  await tx.execute('delete from busy_interval where source_id = $1', [source.id]);
  await tx.execute(
    `insert into busy_interval (source_id, person_id, from_at, to_at)
     select $1, $2, b.from_at, max(b.to_at) from jsonb_to_recordset($3::jsonb) as b(from_at timestamptz, to_at timestamptz)
     group by b.from_at`,
    [
      source.id,
      source.personId,
      JSON.stringify(
        found.busy.map(({ from, to }) => ({
          from_at: new Date(from).toISOString(),
          to_at: new Date(to).toISOString(),
        })),
      ),
    ],
  );
  await tx.execute(
    `update calendar_source set state = 'ok', problem = null, etag = $2, unknown_zones = $3, checked_at = $4, read_at = $4
     where id = $1`,
    [source.id, found.etag, found.unknown, now],
  );
  await tx.execute(
    `update session s set attention = case when m.meets then array(select distinct unnest(s.attention || '{calendar_conflict}'))
         else array_remove(s.attention, 'calendar_conflict') end
     from (
       select s.id, exists (select 1 from busy_interval b where b.person_id in (p.executive_id, p.champion_id)
           and b.from_at < s.ends_at and b.to_at > s.starts_at) as meets
       from session s join pairing p on p.id = s.pairing_id
       where s.status = 'booked' and s.starts_at > $2 and $1 in (p.executive_id, p.champion_id)
     ) m
     where s.id = m.id and m.meets <> ('calendar_conflict' = any(s.attention))`,
    [source.personId, now],
  );
}
