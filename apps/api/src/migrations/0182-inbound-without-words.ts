import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What incoming mails were and what came of them, without a word of theirs; and how far a mailbox was read. */
export class InboundWithoutWords1760000182000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table inbound_mail drop column subject, drop column body_text, add column what text not null default 'unreadable';
      update inbound_mail set outcome = 'not_understood' where outcome = 'kept';
      create table inbound_mailbox (
        address text constraint pk_inbound_mailbox primary key,
        uid_validity bigint,
        last_uid bigint not null default 0,
        read_at timestamptz,
        problem text
      );
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table inbound_mailbox;
      alter table inbound_mail drop column what, add column subject text not null default '', add column body_text text;
    `);
  }
}
