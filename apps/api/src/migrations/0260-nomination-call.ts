import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A nomination remembers the call for champions that it answers. */
export class NominationCall1760000260000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table nomination add column call_id uuid
        constraint fk_nomination_call references recruiting_call on delete set null;
      create index ix_nomination_call on nomination (call_id);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`alter table nomination drop column call_id;`);
  }
}
