import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  isMailMinute,
  isWeekday,
  peopleRefusal,
  type MailDelivery,
  type MailHours,
  type PeopleRefusal,
} from '@flipside/people-domain';
import { CLOCK, Database, enqueue } from '@flipside/platform-api';
import { mailChoicesChanged } from './mail-choices-changed.job.js';
import { MailTopics } from './mail-topics.js';

export interface ChosenMails {
  readonly topics: readonly { readonly id: string; readonly delivery: MailDelivery }[];
  /** Left out, the hours stay as they are; so does the day of the week ahead. */
  readonly hours?: (Omit<MailHours, 'weekOn'> & { readonly weekOn?: number | null }) | null;
}

/** Keeps what somebody chose about their mails; what waits for them is planned anew. Repeating it changes nothing. */
@Injectable()
export class ChooseMails {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly topics: MailTopics,
  ) {}

  async run(
    { personId }: { readonly personId: string },
    { topics, hours = null }: ChosenMails,
  ): Promise<Result<{ personId: string }, PeopleRefusal>> {
    const isOnOffer = topics.every(({ id, delivery }) =>
      this.topics.get(id)?.allowed.includes(delivery),
    );
    if (!isOnOffer) return refuse(peopleRefusal('NOT_TO_CHOOSE', 'topics'));
    const minutes = hours && [hours.quietFromMinute, hours.quietToMinute, hours.digestAtMinute];
    if (minutes && !(minutes.every(isMailMinute) && isWeekday(hours.weekOn ?? 1)))
      return refuse(peopleRefusal('MAIL_HOURS_OUT_OF_RANGE', 'quietFromMinute'));
    await this.db.transaction(async (tx) => {
      await tx.execute(
        `insert into mail_choice as c (person_id, topic, delivery, chosen_at)
         select $1, t.id, t.delivery, $2 from jsonb_to_recordset($3::jsonb) as t(id text, delivery text)
         on conflict (person_id, topic) do update set delivery = excluded.delivery, chosen_at = excluded.chosen_at
           where c.delivery <> excluded.delivery`,
        [personId, this.clock.now(), JSON.stringify(topics)],
      );
      if (minutes) {
        await tx.execute(
          `insert into mail_hours as h (person_id, quiet_from_minute, quiet_to_minute, digest_at_minute, week_on)
           values ($1, $2, $3, $4, coalesce($5::smallint, 1))
           on conflict (person_id) do update set quiet_from_minute = excluded.quiet_from_minute,
             quiet_to_minute = excluded.quiet_to_minute, digest_at_minute = excluded.digest_at_minute,
             week_on = coalesce($5::smallint, h.week_on)`,
          [personId, ...minutes, hours.weekOn ?? null],
        );
      }
      await enqueue(tx, mailChoicesChanged, { personId }, { key: `mail-choices:${personId}` });
    });
    return ok({ personId });
  }
}
