import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Somebody can be kept out of a unit; a certification can be withdrawn before its end. */
export class Conflicts1760000112000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table unit_conflict (
        id uuid constraint pk_unit_conflict primary key,
        person_id uuid not null constraint fk_unit_conflict_person references person on delete cascade,
        unit_id uuid not null constraint fk_unit_conflict_unit references org_unit on delete cascade,
        reason text,
        noted_by uuid constraint fk_unit_conflict_by references person on delete set null,
        noted_at timestamptz not null,
        constraint uq_unit_conflict_pair unique (person_id, unit_id)
      );
      create index ix_pair_exclusion_created on pair_exclusion (created_at desc, executive_id desc, champion_id desc);
      alter table champion_certification
        add column withdrawn_on date,
        add column withdrawn_by uuid constraint fk_champion_certification_withdrawn_by references person on delete set null,
        add constraint ck_champion_certification_withdrawn check (withdrawn_on >= certified_on);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      delete from champion_certification where withdrawn_on is not null;
      alter table champion_certification drop column withdrawn_on, drop column withdrawn_by;
      drop index ix_pair_exclusion_created;
      drop table unit_conflict;
    `);
  }
}
