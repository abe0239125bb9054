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

/** Counts of fewer people could be guessed back to somebody. */
const SMALLEST_COUNT = 5;

export interface TopicChoice {
  readonly topic: MailTopic;
  readonly delivery: MailDelivery;
}

export interface MailChoices {
  readonly topics: readonly TopicChoice[];
  readonly hours: MailHours;
}

export interface TopicCount {
  readonly topic: MailTopic;
  /** How many people collect it; null when there are some, but fewer than five. */
  readonly collected: number | null;
  readonly silenced: number | null;
}

/** What people chose: their own in full, everybody else's as counts alone. */
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
      `select (select jsonb_build_object('quietFromMinute', h.quiet_from_minute, 'quietToMinute', h.quiet_to_minute, 'digestAtMinute', h.digest_at_minute)
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

  /** How many people chose otherwise than the standard, by topic; never who. One statement. */
  async counts(): Promise<TopicCount[]> {
    const rows = await this.db.rows<{ topic: string; delivery: MailDelivery; people: number }>(
      `select topic, delivery, count(*) as people from mail_choice group by 1, 2`,
    );
    const count = (topic: MailTopic, delivery: MailDelivery): number | null => {
      const people =
        rows.find((row) => row.topic === topic.id && row.delivery === delivery)?.people ?? 0;
      return people > 0 && people < SMALLEST_COUNT ? null : people;
    };
    return this.topics.all().map((topic) => ({
      topic,
      collected: count(topic, 'digest'),
      silenced: count(topic, 'never'),
    }));
  }
}
