import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { recipients, tell } from '@flipside/pairings-api';
import {
  CLOCK,
  CONFIG,
  Database,
  defineJob,
  defineTimer,
  type Config,
  type JobHandler,
} from '@flipside/platform-api';
import { z } from 'zod';

type Nothing = Record<string, never>;

export const prepareDue = defineJob<Nothing>({
  name: 'learnings.prepare-due',
  payload: z.strictObject({}),
});

export const prepareDueTimer = defineTimer({ cron: '10 * * * *', job: prepareDue });

const HOUR_MS = 3_600_000;

/**
 * Brings the preparation to both people a day before a session, once, with a link and without a word of theirs. A
 * session that was booked or moved to within the day gets it at the next full hour.
 */
@Injectable()
export class PrepareDue implements JobHandler<Nothing> {
  readonly job = prepareDue;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle(): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const due = await tx.rows<{ id: string; championId: string; executiveId: string }>(
        `select s.id, p.champion_id as "championId", p.executive_id as "executiveId"
         from session s join pairing p on p.id = s.pairing_id
         where s.status = 'booked' and s.starts_at > $1 and s.starts_at <= $2
           and not exists (select from mail_message m where m.dedupe_key = 'prepare:' || s.id || ':' || p.champion_id)`,
        [new Date(now.getTime() + HOUR_MS), new Date(now.getTime() + 24 * HOUR_MS)],
      );
      const people = await recipients(
        tx,
        due.flatMap(({ championId, executiveId }) => [championId, executiveId]),
      );
      for (const { id, championId, executiveId } of due) {
        for (const personId of [championId, executiveId]) {
          await tell(
            tx,
            people.get(personId),
            {
              kind: 'preparation',
              dedupeKey: `prepare:${id}`,
              subject:
                personId === championId
                  ? 'Prepare tomorrow’s session'
                  : 'Which task do you bring tomorrow?',
              paragraphs:
                personId === championId
                  ? [
                      'What you agreed last time, a recipe that fits, and the tools for it are on one page.',
                    ]
                  : ['One real task from your desk is enough. You can also decide when you meet.'],
              button: { label: 'Open the preparation', path: `/sessions/${id}/prepare` },
              small:
                'What the two of you write there is not in this mail. Nobody else can read it.',
            },
            this.config,
          );
        }
      }
    });
  }
}
