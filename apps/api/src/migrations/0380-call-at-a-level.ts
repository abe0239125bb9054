import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A call for champions may be about a level, of everybody or of one unit. */
export class CallAtALevel1760000380000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table recruiting_call add column level integer;
      alter table recruiting_call drop constraint ck_recruiting_call_place;
      alter table recruiting_call add constraint ck_recruiting_call_place
        check (org_unit_id is not null or location_id is not null or level is not null);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      delete from recruiting_call where org_unit_id is null and location_id is null;
      alter table recruiting_call drop constraint ck_recruiting_call_place;
      alter table recruiting_call drop column level;
      alter table recruiting_call add constraint ck_recruiting_call_place
        check (org_unit_id is not null or location_id is not null);
    `);
  }
}
