import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A line that concerns both is opened to everyone only with the other one's yes. */
export class LearningConsent1760000280000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table learning_consent (
        learning_id uuid constraint pk_learning_consent primary key
          constraint fk_learning_consent_learning references learning on delete cascade,
        asked_id uuid not null constraint fk_learning_consent_asked references person on delete cascade,
        asked_at timestamptz not null,
        agrees boolean,
        answered_at timestamptz,
        constraint ck_learning_consent_answered check ((agrees is null) = (answered_at is null))
      );
      create index ix_learning_consent_asked on learning_consent (asked_id);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table learning_consent;`);
  }
}
