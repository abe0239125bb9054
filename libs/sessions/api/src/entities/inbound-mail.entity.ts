import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A mail that came to the platform's mailbox: what it was and what came of it. Its words are not kept. */
@Entity('inbound_mail')
export class InboundMailEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'message_id', type: 'text' })
  messageId!: string;

  @Column({ name: 'from_email', type: 'citext', nullable: true })
  fromEmail!: string | null;

  @Column({ name: 'what', type: 'text', default: 'unreadable' })
  what!: string;

  @Column({ name: 'outcome', type: 'text' })
  outcome!: string;

  @Column({ name: 'received_at', type: 'timestamptz' })
  receivedAt!: Date;
}

/** How far a mailbox was read by IMAP. */
@Entity('inbound_mailbox')
export class InboundMailboxEntity {
  @PrimaryColumn({ name: 'address', type: 'text' })
  address!: string;

  /** Another number means another mailbox under the same name. */
  @Column({ name: 'uid_validity', type: 'bigint', nullable: true })
  uidValidity!: number | null;

  @Column({ name: 'last_uid', type: 'bigint', default: 0 })
  lastUid!: number;

  @Column({ name: 'read_at', type: 'timestamptz', nullable: true })
  readAt!: Date | null;

  @Column({ name: 'problem', type: 'text', nullable: true })
  problem!: string | null;
}
