import type { MailDelivery } from '@flipside/people-domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How mails about one topic reach somebody; without a row the topic's standard holds. */
@Entity('mail_choice')
export class MailChoiceEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @PrimaryColumn({ name: 'topic', type: 'text' })
  topic!: string;

  @Column({ name: 'delivery', type: 'text' })
  delivery!: MailDelivery;

  @Column({ name: 'chosen_at', type: 'timestamptz' })
  chosenAt!: Date;
}

/** When mails that can wait may come; without a row the standard hours hold. */
@Entity('mail_hours')
export class MailHoursEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @Column({ name: 'quiet_from_minute', type: 'smallint' })
  quietFromMinute!: number;

  @Column({ name: 'quiet_to_minute', type: 'smallint' })
  quietToMinute!: number;

  @Column({ name: 'digest_at_minute', type: 'smallint' })
  digestAtMinute!: number;

  @Column({ name: 'week_on', type: 'smallint', default: 1 })
  weekOn!: number;
}
