import type { Clock } from '@flipside/kernel';
import { CLOCK, Database, defineJob, defineTimer, type JobHandler } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';

type Nothing = Record<string, never>;

export const removeOldNotes = defineJob<Nothing>({
  name: 'learnings.remove-old-notes',
  payload: z.strictObject({}),
});

export const removeOldNotesTimer = defineTimer({ cron: '40 2 * * *', job: removeOldNotes });

/** The day on which a row of `note` goes: twelve months after it was last changed, counted in UTC. */
export const NOTE_GOES_ON = `((coalesce(changed_at, created_at) at time zone 'UTC') + interval '12 months')::date`;

/** The same for what an executive kept of a mirror recipe. */
export const MIRROR_GOES_ON = `((at at time zone 'UTC') + interval '12 months')::date`;

/** Notes are for the work of a pairing, not for a file on somebody: what nobody touched for a year goes, for good. */
@Injectable()
export class RemoveOldNotes implements JobHandler<Nothing> {
  readonly job = removeOldNotes;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle(): Promise<void> {
    const now = this.clock.now();
    const today = `($1::timestamptz at time zone 'UTC')::date`;
    await this.db.transaction(async (tx) => {
      await tx.execute(`delete from note where ${NOTE_GOES_ON} <= ${today}`, [now]);
      await tx.execute(`delete from mirror_result where ${MIRROR_GOES_ON} <= ${today}`, [now]);
    });
  }
}
