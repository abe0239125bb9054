import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where somebody sees, looking back, that they were at their first look: beginners rate themselves too high. */
export class ThenRating1760000333000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table fluency_level add column then_level smallint
        constraint ck_fluency_level_then check (then_level between 0 and 4);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`alter table fluency_level drop column then_level;`);
  }
}
