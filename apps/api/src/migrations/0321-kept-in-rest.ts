import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session that a champion keeps although it falls into time kept free: they are not asked about it again. */
export class KeptInRest1760000321000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table session add column is_kept_in_rest boolean not null default false');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table session drop column is_kept_in_rest');
  }
}
