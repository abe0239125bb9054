import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Opening a nomination leaves a trace for the nominee, as opening any other personal record does. */
export class LooksAtNominations1760000281000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table record_look drop constraint ck_record_look_what;
      alter table record_look add constraint ck_record_look_what
        check (what in ('pairing', 'session', 'person', 'nomination'));
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      delete from record_look where what = 'nomination';
      alter table record_look drop constraint ck_record_look_what;
      alter table record_look add constraint ck_record_look_what check (what in ('pairing', 'session', 'person'));
    `);
  }
}
