import { Injectable } from '@nestjs/common';
import {
  DEFAULT_MAIL_HOURS,
  deliveryOf,
  type MailDelivery,
  type MailHours,
  type MailTopic,
} from '@flipside/people-domain';
import { Database, type Viewer } from '@flipside/platform-api';
import { MailTopics } from './mail-topics.js';

export interface TopicChoice {
  readonly topic: MailTopic;
  readonly delivery: MailDelivery;
}

export interface MailChoices {
  readonly topics: readonly TopicChoice[];
  readonly hours: MailHours;
}

/** What people chose. It is theirs: nobody else reads it, not even as a number. */
@Injectable()
export class MailChoicesReader {
  constructor(
    private readonly db: Database,
    private readonly topics: MailTopics,
  ) {}

  /** The topics that this person's roles bring, with what holds. One statement. */
  async of(viewer: Pick<Viewer, 'personId' | 'roles'>): Promise<MailChoices> {
    const row = await this.db.one<{
      hours: MailHours | null;
      chosen: Record<string, MailDelivery> | null;
    }>(
      `select (select jsonb_build_object('quietFromMinute', h.quiet_from_minute, 'quietToMinute', h.quiet_to_minute, 'digestAtMinute', h.digest_at_minute, 'weekOn', h.week_on)
         from mail_hours h where h.person_id = $1) as hours,
         (select jsonb_object_agg(c.topic, c.delivery) from mail_choice c where c.person_id = $1) as chosen`,
      [viewer.personId],
    );
    const chosen = row?.chosen ?? {};
    const roles: ReadonlySet<string> = viewer.roles;
    return {
      topics: this.topics
        .all()
        .filter((topic) => topic.roles.some((role) => roles.has(role)))
        .map((topic) => ({ topic, delivery: deliveryOf(topic, chosen) })),
      hours: row?.hours ?? DEFAULT_MAIL_HOURS,
    };
  }
}
