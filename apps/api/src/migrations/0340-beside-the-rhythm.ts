import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether a series of one date is one session beside the rhythm, or the rhythm itself: what is left of it after its last
 * date got another usual hour. The number of its dates does not tell.
 */
export class BesideTheRhythm1760000340000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table series add column is_beside boolean not null default false;
      update series set is_beside = true where occurrence_count = 1;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table series drop column is_beside');
  }
}
