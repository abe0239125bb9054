import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which HR lead set up a delegation; empty where the person looked after did so themselves. */
export class ArrangedDelegation1760000320000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table delegation add column arranged_by uuid
        constraint fk_delegation_arranged_by references person on delete set null`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table delegation drop column arranged_by');
  }
}
