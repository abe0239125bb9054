import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A call for champions is about a unit, a site, or a unit at a site. */
export class CallAtASite1760000360000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table recruiting_call alter column org_unit_id drop not null;
      alter table recruiting_call add column location_id uuid
        constraint fk_recruiting_call_location references location;
      alter table recruiting_call add constraint ck_recruiting_call_place
        check (org_unit_id is not null or location_id is not null);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      delete from recruiting_call where org_unit_id is null;
      alter table recruiting_call drop constraint ck_recruiting_call_place;
      alter table recruiting_call drop column location_id;
      alter table recruiting_call alter column org_unit_id set not null;
    `);
  }
}
