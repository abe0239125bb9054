import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists that say of somebody by name what only the programme may know leave a trace too, one a month. */
export class LooksAtLists1760000331000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table record_look drop constraint ck_record_look_what;
      alter table record_look add constraint ck_record_look_what
        check (what in ('pairing', 'session', 'person', 'nomination', 'pairing_list', 'people_list'));
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      delete from record_look where what in ('pairing_list', 'people_list');
      alter table record_look drop constraint ck_record_look_what;
      alter table record_look add constraint ck_record_look_what
        check (what in ('pairing', 'session', 'person', 'nomination'));
    `);
  }
}
