import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Clock } from '@flipside/kernel';
import { ownClockSql, timeZoneDataVersion } from '@flipside/people-api';
import { zoneAt } from '@flipside/people-domain';
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
import { instantOf, ownSpanInWords, wallTimeOf, type OwnClock } from '@flipside/sessions-domain';
import { isTimeTaken, takeTime } from './claims.js';
import { lockPeople } from './pair-times.js';
import { tellPlainly } from './plain-mail.js';
import { writeEvents } from './session-event.js';
import { localSql } from './sql.js';

type Nothing = Record<string, never>;

export const rederiveTimes = defineJob<Nothing>({
  name: 'sessions.rederive-times',
  payload: z.strictObject({}),
});

/** New time-zone data comes with a new version of the product, so it is noticed within the hour. */
export const rederiveTimesTimer = defineTimer({ cron: '50 * * * *', job: rederiveTimes });

/** Two people's sessions are no longer apart, since the clock of one of them changed. */
export const CONFLICT_AFTER_CLOCK_CHANGE = 'conflict_after_tz_change';

interface Derived {
  id: string;
  zone: string;
  local: string;
  minutes: number;
  startsAt: Date;
  endsAt: Date;
  status: 'booked' | 'offered';
  holdExpiresAt: Date | null;
  executiveId: string;
  championId: string;
}

interface Shown extends OwnClock {
  id: string;
  name: string;
  email: string | null;
}

/**
 * Works out the instants of coming sessions anew when the time-zone data is another one than they were
 * made with. Wall times never change. What overlaps now keeps its place in both calendars and is flagged
 * for somebody to look at; a person hears of it only when the time on their own clock changed.
 */
@Injectable()
export class RederiveTimes implements JobHandler<Nothing> {
  readonly job = rederiveTimes;
  /** Another release, for specs. */
  version: () => string = timeZoneDataVersion;
  /** Another clockwork, for specs. */
  resolve: (zone: string, local: string) => Date | null = instantOf;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle(): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const sessions = await this.outdated(tx, now);
      const changed = sessions.flatMap((session) => {
        const startsAt = this.resolve(session.zone, session.local);
        const isSame = startsAt?.getTime() === session.startsAt.getTime();
        return isSame ? [] : [{ session, startsAt }];
      });
      const people = [
        ...new Set(changed.flatMap(({ session }) => [session.executiveId, session.championId])),
      ];
      if (people.length > 0) await lockPeople(tx, people, now);
      // All at once, so that two neighbours that shift together do not meet on the way.
      await tx.execute('delete from claim where session_id = any($1)', [
        changed.map(({ session }) => session.id),
      ]);
      for (const { session, startsAt } of changed)
        await this.shift(tx, session, startsAt ?? session.startsAt, startsAt === null, now);
      await tx.execute(
        `update session set tzdb_version = $2 where id = any($1) and tzdb_version <> $2`,
        [sessions.map(({ id }) => id), this.version()],
      );
    });
  }

  private outdated(tx: Tx, now: Date): Promise<Derived[]> {
    return tx.rows<Derived>(
      `select s.id, s.zone, ${localSql('s.local_start')} as local, s.duration_min as minutes, s.starts_at as "startsAt",
         s.ends_at as "endsAt", s.status, p.executive_id as "executiveId", p.champion_id as "championId",
         (select max(c.hold_expires_at) from claim c where c.session_id = s.id) as "holdExpiresAt"
       from session s join pairing p on p.id = s.pairing_id
       where s.status in ('booked', 'offered') and s.starts_at > $1 and s.tzdb_version <> $2
       order by s.starts_at for no key update of s`,
      [now, this.version()],
    );
  }

  private async shift(
    tx: Tx,
    session: Derived,
    startsAt: Date,
    isGone: boolean,
    now: Date,
  ): Promise<void> {
    const endsAt = new Date(startsAt.getTime() + session.minutes * 60_000);
    const people = [session.executiveId, session.championId];
    const isClaimed = await claimIfFree(tx, people, session, startsAt, endsAt);
    const flags = isClaimed && !isGone ? [] : [CONFLICT_AFTER_CLOCK_CHANGE];
    await tx.execute(
      `update session set starts_at = $2, ends_at = $3, version = version + 1,
         attention = array(select distinct unnest(attention || $4::text[])) where id = $1`,
      [session.id, startsAt, endsAt, flags],
    );
    await writeEvents(tx, { actorId: null, onBehalfOf: null, at: now }, [
      {
        sessionId: session.id,
        kind: 'clock_rule_changed',
        from: session.status,
        to: session.status,
        before: { startsAt: session.startsAt },
        after: { startsAt, flags },
      },
    ]);
    if (session.status === 'booked') await this.tell(tx, session, startsAt, endsAt);
  }

  /** Tells whoever's own clock shows another time now; those in the session's zone see no difference. */
  private async tell(tx: Tx, session: Derived, startsAt: Date, endsAt: Date): Promise<void> {
    const people = await tx.rows<Shown>(
      `select p.id, p.name, p.email, ${ownClockSql('p')} from person p where p.id = any($1)`,
      [[session.executiveId, session.championId]],
    );
    for (const person of people) {
      const zone = zoneAt(person, startsAt);
      const before = wallTimeOf(session.startsAt, zone);
      const after = wallTimeOf(startsAt, zone);
      if (!person.email || zone === session.zone) continue;
      if (before.time === after.time && before.day === after.day) continue;
      await writeClockChange(tx, this.config, { session, person, startsAt, endsAt });
    }
  }
}

/** Tells one person when a session is now, on their own clock, and why. */
export const writeClockChange = (
  tx: Tx,
  config: Pick<Config, 'baseUrl'>,
  changed: {
    readonly session: Pick<Derived, 'id' | 'zone' | 'startsAt' | 'endsAt'>;
    readonly person: Shown;
    readonly startsAt: Date;
    readonly endsAt: Date;
  },
): Promise<void> => {
  const { session, person, startsAt, endsAt } = changed;
  return tellPlainly(tx, config, person, {
    kind: 'clock_rule_changed',
    key: `clock-rule:${session.id}:${startsAt.toISOString()}:${person.id}`,
    heading: 'A clock rule changed: one of your sessions is at another time for you',
    paragraphs: [
      `The rules for the clocks in ${session.zone.replaceAll('_', ' ')} changed. There the session keeps its hour, so for you it is now ${ownSpanInWords({ startsAt, endsAt }, person)}.`,
      `It was ${ownSpanInWords(session, person)}. Your calendar shows the new time once it knows the new rules.`,
    ],
    buttons: [{ label: 'Open the session', to: `/sessions/${session.id}` }],
  });
};

/** Takes the new time unless it overlaps; then nothing is taken and the session stays where it is. */
async function claimIfFree(
  tx: Tx,
  people: readonly string[],
  session: Derived,
  startsAt: Date,
  endsAt: Date,
): Promise<boolean> {
  await tx.rows('savepoint clock_rule');
  try {
    const times = [{ sessionId: session.id, startsAt, endsAt }];
    await takeTime(tx, people, times, session.holdExpiresAt);
    await tx.rows('release savepoint clock_rule');
    return true;
  } catch (error) {
    if (!isTimeTaken(error)) throw error;
    await tx.rows('rollback to savepoint clock_rule');
    return false;
  }
}
