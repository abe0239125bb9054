import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of very many matches the freshest are ranked: they are read in their order. */
export class FreshFirst1760000233000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `create index ix_learning_search_fresh on learning_search (shared_on desc, learning_id)`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop index ix_learning_search_fresh`);
  }
}
