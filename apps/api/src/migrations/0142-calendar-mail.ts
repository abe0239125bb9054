import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a mail is about, so that a newer one replaces an older that still waits; answers out of calendars. */
export class CalendarMail1760000142000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table mail_message add column topic text;
      create index ix_mail_message_topic on mail_message (topic, created_at desc) where topic is not null;

      create table participation (
        id uuid constraint pk_participation primary key,
        series_id uuid not null constraint fk_participation_series references series on delete cascade,
        person_id uuid not null constraint fk_participation_person references person on delete cascade,
        recurrence_local timestamp,
        answer text not null constraint ck_participation_answer check (answer in ('accepted', 'tentative', 'declined')),
        sequence integer not null,
        stamped_at timestamptz not null,
        constraint uq_participation unique nulls not distinct (series_id, person_id, recurrence_local)
      );
      create index ix_participation_person on participation (person_id);

      create table inbound_mail (
        id uuid constraint pk_inbound_mail primary key,
        message_id text not null constraint uq_inbound_mail_message unique,
        from_email citext,
        subject text not null,
        outcome text not null,
        body_text text,
        received_at timestamptz not null
      );
      create index ix_inbound_mail_received on inbound_mail (received_at desc);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table inbound_mail, participation;
      drop index ix_mail_message_topic;
      alter table mail_message drop column topic;
    `);
  }
}
