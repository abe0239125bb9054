import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A published figure remembers the small-group limit it was published under: a company that raises the limit is judged by the
 * new one from then on, instead of publishing nothing any more.
 */
export class ReleaseLimit1760000330000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table figure_release add column small_group_limit smallint;
      update figure_release set small_group_limit = coalesce((select min(small_group_limit) from programme), 5);
      alter table figure_release alter column small_group_limit set not null;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`alter table figure_release drop column small_group_limit;`);
  }
}
