import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links in mails that do one thing for one person, without signing in. */
export class MailActions1760000140000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table action_link (
        id uuid constraint pk_action_link primary key,
        token_hash bytea not null constraint uq_action_link_token unique,
        action text not null,
        person_id uuid not null constraint fk_action_link_person references person on delete cascade,
        subject jsonb not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index ix_action_link_person on action_link (person_id);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table action_link;`);
  }
}
