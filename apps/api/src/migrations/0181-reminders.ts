import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reminders as they are planned: one row for a session, a person, a kind and the start it is about. */
export class Reminders1760000181000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table reminder (
        id uuid constraint pk_reminder primary key,
        session_id uuid not null constraint fk_reminder_session references session on delete cascade,
        person_id uuid not null constraint fk_reminder_person references person on delete cascade,
        kind text not null,
        starts_at timestamptz not null,
        due_at timestamptz not null,
        until_at timestamptz not null,
        state text not null default 'waiting' constraint ck_reminder_state
          check (state in ('waiting', 'sent', 'void', 'done', 'enough', 'too_late')),
        settled_at timestamptz,
        mail_id uuid constraint fk_reminder_mail references mail_message on delete set null,
        constraint uq_reminder unique (session_id, person_id, kind, starts_at),
        constraint ck_reminder_settled check ((state = 'waiting') = (settled_at is null))
      );
      create index ix_reminder_due on reminder (due_at) where state = 'waiting';
      create index ix_reminder_person on reminder (person_id, settled_at);
      create index ix_reminder_mail on reminder (mail_id) where mail_id is not null;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table reminder;`);
  }
}
