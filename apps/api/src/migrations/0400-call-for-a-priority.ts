import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A call for champions may be for what a strategic priority lacks. */
export class CallForAPriority1760000400000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table recruiting_call add column priority_id uuid
        constraint fk_recruiting_call_priority references strategic_priority on delete set null;
      create index ix_recruiting_call_priority on recruiting_call (priority_id) where priority_id is not null;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table recruiting_call drop column priority_id');
  }
}
