import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Besides yes and no a proposal can wait until a day, and be asked about. */
export class Answers1760000111000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table pairing add column executive_back_on date, add column champion_back_on date;
      create table pairing_question (
        id uuid constraint pk_pairing_question primary key,
        pairing_id uuid not null constraint fk_pairing_question_pairing references pairing on delete cascade,
        author_id uuid not null constraint fk_pairing_question_author references person on delete cascade,
        readers text not null constraint ck_pairing_question_readers check (readers in ('pair', 'executive_and_lead', 'champion_and_lead')),
        text text not null,
        at timestamptz not null
      );
      create index ix_pairing_question_pairing on pairing_question (pairing_id, at);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table pairing_question;
      alter table pairing drop column executive_back_on, drop column champion_back_on;
    `);
  }
}
