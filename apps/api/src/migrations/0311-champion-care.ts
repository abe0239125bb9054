import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was said to a champion once, the programme's own words for new ones, and what of other contexts stands on their record. */
export class ChampionCare1760000311000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table champion add column quiet_told_for date, add column term_asked_for date;
      alter table recruiting_rule add column welcome text not null default '';
      create view champion_tie as
        select champion_id as person_id, accepted_at as at, 'pairing' as kind, 'began' as what, executive_id as other_id
        from pairing where accepted_at is not null
        union all
        select champion_id, ended_at, 'pairing', 'ended', executive_id
        from pairing where accepted_at is not null and ended_at is not null
        union all
        select to_person_id, at, 'thanks', 'received', from_person_id from thanks;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop view champion_tie;
      alter table recruiting_rule drop column welcome;
      alter table champion drop column quiet_told_for, drop column term_asked_for;
    `);
  }
}
