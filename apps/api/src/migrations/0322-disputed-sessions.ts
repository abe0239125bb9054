import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The few sessions about which two things were said are found among all of them. */
export class DisputedSessions1760000322000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('create index ix_session_disputed on session (starts_at) where is_disputed');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop index ix_session_disputed');
  }
}
