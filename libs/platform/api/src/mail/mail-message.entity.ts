import { Column, Entity, Generated, PrimaryColumn } from 'typeorm';

/** What the calendar part of a mail asks its reader's program to do. */
export type MailedCalendarMethod = 'REQUEST' | 'CANCEL' | 'DECLINECOUNTER';
export type MailState = 'queued' | 'sent' | 'kept' | 'failed' | 'dropped';

/** A mail as it was decided, written in the transaction that decided it. */
@Entity('mail_message')
export class MailMessageEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'dedupe_key' }) dedupeKey!: string;
  @Column('text') kind!: string;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('text', { name: 'to_name' }) toName!: string;
  @Column('citext', { name: 'to_email' }) toEmail!: string;
  @Column('text') subject!: string;
  @Column('text', { name: 'body_text', nullable: true }) bodyText!: string | null;
  @Column('text', { name: 'body_html', nullable: true }) bodyHtml!: string | null;
  @Column('text', { name: 'ical_method', nullable: true }) icalMethod!: MailedCalendarMethod | null;
  @Column('text', { nullable: true }) ical!: string | null;
  @Column('text', { name: 'message_id' }) messageId!: string;
  @Column('text', { name: 'in_reply_to', nullable: true }) inReplyTo!: string | null;
  @Column('text', { nullable: true }) topic!: string | null;
  @Column('text', { default: 'queued' }) state!: MailState;
  @Column('smallint', { default: 0 }) attempts!: number;
  @Column('text', { name: 'last_error', nullable: true }) lastError!: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  /** What it tells, where readers may choose about it. */
  @Column('text', { array: true, default: '{}' }) topics!: string[];
  /** From here on it is worth nothing, and is not sent any more. */
  @Column('timestamptz', { name: 'good_until', nullable: true }) goodUntil!: Date | null;
  /** Mails of one lane leave one after the other; null for what stands alone. */
  @Column('text', { nullable: true }) lane!: string | null;
  /** Place in the order in which mails were decided. */
  @Generated('increment') @Column('bigint') position!: number;
}
