import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { mailChoicesChanged } from '@flipside/people-api';
import { CLOCK, Database, defineJob, defineTimer, type JobHandler } from '@flipside/platform-api';
import { z } from 'zod';
import { AHEAD_DAYS, planReminders } from './plan-reminders.js';

type Nothing = Record<string, never>;

export const planAllReminders = defineJob<Nothing>({
  name: 'sessions.plan-reminders',
  payload: z.strictObject({}),
});

export const planAllRemindersTimer = defineTimer({ cron: '35 * * * *', job: planAllReminders });

const DAY_MS = 86_400_000;
/** So long after a session something may still be asked. */
const BACK_DAYS = 8;
/** Around now, from $1 to $2; a time is held for two days, however far ahead it lies. */
const AROUND = `((s.status in ('booked', 'held') and s.starts_at between $1 and $2) or s.status = 'offered')`;
const AT_ONCE = 200;
/** What was settled so long ago tells nothing any more. */
const KEEP_DAYS = 90;

/**
 * Plans the reminders of all sessions around now once more: for what moves them without a change of the
 * session itself, such as a journey, a day off, a new assistant, or new rules of a clock.
 */
@Injectable()
export class PlanAllReminders implements JobHandler<Nothing> {
  readonly job = planAllReminders;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle(): Promise<void> {
    const now = this.clock.now();
    const around = await this.db.rows<{ id: string }>(
      `select s.id from session s where ${AROUND} order by s.id`,
      [new Date(now.getTime() - BACK_DAYS * DAY_MS), new Date(now.getTime() + AHEAD_DAYS * DAY_MS)],
    );
    await planInTurns(this.db, around, now);
    await this.db.rows(`delete from reminder where settled_at < $1 returning id`, [
      new Date(now.getTime() - KEEP_DAYS * DAY_MS),
    ]);
  }
}

/** Somebody chose other mails, or other hours: what waits for them is planned anew. */
@Injectable()
export class PlanRemindersAnew implements JobHandler<{ personId: string }> {
  readonly job = mailChoicesChanged;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle({ personId }: { personId: string }): Promise<void> {
    const now = this.clock.now();
    const own = await this.db.rows<{ id: string }>(
      `select s.id from session s join pairing p on p.id = s.pairing_id
       where ${AROUND}
         and (p.executive_id = $3 or p.champion_id = $3
           or p.executive_id in (select principal_id from delegation where delegate_id = $3))`,
      [
        new Date(now.getTime() - BACK_DAYS * DAY_MS),
        new Date(now.getTime() + AHEAD_DAYS * DAY_MS),
        personId,
      ],
    );
    await planInTurns(this.db, own, now);
  }
}

async function planInTurns(
  db: Database,
  sessions: readonly { id: string }[],
  now: Date,
): Promise<void> {
  for (let at = 0; at < sessions.length; at += AT_ONCE) {
    const ids = sessions.slice(at, at + AT_ONCE).map(({ id }) => id);
    await db.transaction((tx) => planReminders(tx, ids, now));
  }
}
