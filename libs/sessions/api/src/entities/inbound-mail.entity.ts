import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A mail that came to the platform's mailbox, with what came of it. Its text is kept when a person has to look. */
@Entity('inbound_mail')
export class InboundMailEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'message_id', type: 'text' })
  messageId!: string;

  @Column({ name: 'from_email', type: 'citext', nullable: true })
  fromEmail!: string | null;

  @Column({ name: 'subject', type: 'text' })
  subject!: string;

  @Column({ name: 'outcome', type: 'text' })
  outcome!: string;

  @Column({ name: 'body_text', type: 'text', nullable: true })
  bodyText!: string | null;

  @Column({ name: 'received_at', type: 'timestamptz' })
  receivedAt!: Date;
}
