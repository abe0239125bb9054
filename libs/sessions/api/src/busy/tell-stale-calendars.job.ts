import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Clock } from '@flipside/kernel';
import { worksHereSql, zoneSql } from '@flipside/people-api';
import {
  CLOCK,
  CONFIG,
  Database,
  defineJob,
  defineTimer,
  type Config,
  type JobHandler,
  type Tx,
} from '@flipside/platform-api';
import { dayInWords, wallTimeOf, weekdayOfLocal } from '@flipside/sessions-domain';
import { tellPlainly } from '../plain-mail.js';

type Nothing = Record<string, never>;

export const tellStaleCalendars = defineJob<Nothing>({
  name: 'sessions.tell-stale-calendars',
  payload: z.strictObject({}),
});

export const tellStaleCalendarsTimer = defineTimer({ cron: '5 * * * *', job: tellStaleCalendars });

const HOUR_MS = 3_600_000;
const STALE_AFTER_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * 24 * HOUR_MS;
/** In the owner's own morning, Monday to Friday. */
const TOLD_AT_HOUR = 8;

interface Stale {
  id: string;
  personId: string;
  name: string;
  email: string;
  zone: string;
  address: string;
  problem: string | null;
  /** When it was last read, or added. */
  since: Date;
}

/**
 * Tells the owner of a calendar that was not read for a day, and goes on once a week until it can be read or is
 * removed. Safe to run twice.
 */
@Injectable()
export class TellStaleCalendars implements JobHandler<Nothing> {
  readonly job = tellStaleCalendars;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle(): Promise<void> {
    const now = this.clock.now();
    const stale = await this.db.rows<Stale>(
      `select c.id, p.id as "personId", p.name, p.email, ${zoneSql('p')} as zone, c.address, c.problem,
         coalesce(c.read_at, c.created_at) as since
       from calendar_source c join person p on p.id = c.person_id
       where coalesce(c.read_at, c.created_at) <= $1 and p.email is not null and ${worksHereSql('p', '$2')}
       order by c.id`,
      [new Date(now.getTime() - STALE_AFTER_MS), now],
    );
    const due = stale.filter(({ zone }) => {
      const { day, time } = wallTimeOf(now, zone);
      return Number(time.slice(0, 2)) === TOLD_AT_HOUR && weekdayOfLocal(day) <= 5;
    });
    await this.db.transaction(async (tx) => {
      for (const source of due) await writeStaleCalendar(tx, this.config, source, now);
    });
  }
}

/** Tells the owner which calendar is not seen any more, and why. */
export function writeStaleCalendar(
  tx: Tx,
  config: Pick<Config, 'baseUrl'>,
  source: Stale,
  now: Date,
): Promise<void> {
  const week = Math.floor((now.getTime() - source.since.getTime()) / WEEK_MS);
  const since = dayInWords(wallTimeOf(source.since, source.zone).day);
  const line = `Since ${since} nothing new was seen there, so times may be offered that you do not have. ${source.problem ?? ''}`;
  return tellPlainly(
    tx,
    config,
    { ...source, id: source.personId },
    {
      kind: 'calendar_stale',
      key: `stale-calendar:${source.id}:${source.since.toISOString()}:${week}`,
      heading: `Your calendar at ${new URL(source.address).hostname} cannot be read`,
      paragraphs: [line.trim()],
      buttons: [{ label: 'Mend or remove it', to: '/me/availability/calendars' }],
    },
  );
}
