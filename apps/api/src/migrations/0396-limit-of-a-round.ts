import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A round stays with the smallest group it was first read by: two limits hide different groups, which together hide none. */
export class LimitOfARound1760000396000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table impact_round_groups add column smallest_group smallint not null default 5
        constraint ck_impact_round_groups_smallest check (smallest_group between 3 and 100);
      update impact_round_groups set smallest_group = (select smallest_group from impact_setting);
      alter table impact_round_groups alter column smallest_group drop default;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`alter table impact_round_groups drop column smallest_group;`);
  }
}
