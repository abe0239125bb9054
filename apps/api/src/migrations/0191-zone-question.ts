import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A rhythm is also asked about when its executive works in another zone. */
export class ZoneQuestion1760000191000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table rhythm_question drop constraint ck_rhythm_question_cause,
        add constraint ck_rhythm_question_cause check (cause in ('cancelled', 'away', 'zone'));
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      delete from rhythm_question where cause = 'zone';
      alter table rhythm_question drop constraint ck_rhythm_question_cause,
        add constraint ck_rhythm_question_cause check (cause in ('cancelled', 'away'));
    `);
  }
}
