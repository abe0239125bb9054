import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every context stands on: extensions, mail outbox, answers to repeated requests. */
export class Platform1760000000000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create extension if not exists citext;
      create extension if not exists pg_trgm;
      create extension if not exists btree_gist;

      create table mail_message (
        id uuid constraint pk_mail_message primary key,
        dedupe_key text not null constraint uq_mail_message_dedupe_key unique,
        kind text not null,
        person_id uuid,
        to_name text not null,
        to_email citext not null,
        subject text not null,
        body_text text,
        body_html text,
        ical_method text constraint ck_mail_message_ical_method check (ical_method in ('REQUEST', 'CANCEL')),
        ical text,
        message_id text not null,
        in_reply_to text,
        state text not null default 'queued' constraint ck_mail_message_state check (state in ('queued', 'sent', 'kept', 'failed', 'dropped')),
        attempts smallint not null default 0,
        last_error text,
        created_at timestamptz not null default now(),
        sent_at timestamptz
      );
      create index ix_mail_message_created on mail_message (created_at desc, id desc);

      create table idempotency_key (
        actor_id uuid not null,
        key uuid not null,
        request_hash text not null,
        response jsonb,
        created_at timestamptz not null default now(),
        constraint pk_idempotency_key primary key (actor_id, key)
      );
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table idempotency_key; drop table mail_message;`);
  }
}
