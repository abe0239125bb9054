import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When matching rounds were published, for marks on trends of coverage. */
export class PublishedRounds1760000312000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `create view published_round as select id, published_at from matching_round where published_at is not null;`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop view published_round;`);
  }
}
