import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever else holds a champion of a round is looked up with every decision and every alternative shown. */
export class Review1760000120000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`create index ix_proposal_champion on proposal (round_id, champion_id)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop index ix_proposal_champion`);
  }
}
