import type { Clock } from '@flipside/kernel';
import { ownDaySql, zoneSql } from '@flipside/people-api';
import { CLOCK, Database, defineJob, defineTimer, type JobHandler } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';

type Nothing = Record<string, never>;

export const removeOldNotes = defineJob<Nothing>({
  name: 'learnings.remove-old-notes',
  payload: z.strictObject({}),
});

export const removeOldNotesTimer = defineTimer({ cron: '40 2 * * *', job: removeOldNotes });

const goesOn = (at: string, who: string): string =>
  `(select ((${at} at time zone ${zoneSql('a')}) + interval '12 months')::date from person a where a.id = ${who})`;
const todayOf = (who: string): string =>
  `(select ${ownDaySql('a', '$1')} from person a where a.id = ${who})`;

/** The day on which a row of `note` goes: twelve months after it was last changed, on its writer's calendar. */
export const NOTE_GOES_ON = goesOn('coalesce(note.changed_at, note.created_at)', 'note.author_id');

/** The same for what an executive kept of a mirror recipe. */
export const MIRROR_GOES_ON = goesOn('mirror_result.at', 'mirror_result.person_id');

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
    // Whose day it is matters to rows of a year ago alone.
    const isOld = `< $1::timestamptz - interval '364 days'`;
    await this.db.transaction(async (tx) => {
      await tx.execute(
        `delete from note where created_at ${isOld} and ${NOTE_GOES_ON} <= ${todayOf('note.author_id')}`,
        [now],
      );
      await tx.execute(
        `delete from mirror_result where at ${isOld} and ${MIRROR_GOES_ON} <= ${todayOf('mirror_result.person_id')}`,
        [now],
      );
    });
  }
}
