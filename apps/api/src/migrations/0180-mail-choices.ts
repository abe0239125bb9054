import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which mails reach somebody when, and mails that are worth nothing after a moment. */
export class MailChoices1760000180000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table mail_choice (
        person_id uuid not null constraint fk_mail_choice_person references person on delete cascade,
        topic text not null,
        delivery text not null constraint ck_mail_choice_delivery check (delivery in ('now', 'digest', 'never')),
        chosen_at timestamptz not null,
        constraint pk_mail_choice primary key (person_id, topic)
      );
      create table mail_hours (
        person_id uuid constraint pk_mail_hours primary key constraint fk_mail_hours_person references person on delete cascade,
        quiet_from_minute smallint not null constraint ck_mail_hours_from check (quiet_from_minute between 0 and 1439),
        quiet_to_minute smallint not null constraint ck_mail_hours_to check (quiet_to_minute between 0 and 1439),
        digest_at_minute smallint not null constraint ck_mail_hours_digest check (digest_at_minute between 0 and 1439)
      );
      alter table mail_message add column topics text[] not null default '{}', add column good_until timestamptz;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table mail_message drop column topics, drop column good_until;
      drop table mail_hours, mail_choice;
    `);
  }
}
