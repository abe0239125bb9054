import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Group labels for the impact report, apart from everything that matching reads; who read it; who may. */
export class Impact1760000121000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table impact_attribute (
        id uuid constraint pk_impact_attribute primary key,
        name text not null constraint uq_impact_attribute_name unique,
        loaded_by uuid constraint fk_impact_attribute_by references person on delete set null,
        loaded_at timestamptz not null
      );
      create table impact_label (
        attribute_id uuid not null constraint fk_impact_label_attribute references impact_attribute on delete cascade,
        person_id uuid not null constraint fk_impact_label_person references person on delete cascade,
        label text not null,
        constraint pk_impact_label primary key (attribute_id, person_id)
      );
      create table impact_reading (
        id uuid constraint pk_impact_reading primary key,
        actor_id uuid constraint fk_impact_reading_actor references person on delete set null,
        round_id uuid constraint fk_impact_reading_round references matching_round on delete set null,
        what text not null,
        at timestamptz not null
      );
      create index ix_impact_reading_at on impact_reading (at desc, id desc);
      create table impact_setting (
        is_the_one boolean not null default true constraint pk_impact_setting primary key constraint ck_impact_setting_one check (is_the_one),
        smallest_group smallint not null default 5 constraint ck_impact_setting_group check (smallest_group between 3 and 100)
      );
      insert into impact_setting default values;
      alter table role_grant drop constraint ck_role_grant_role;
      alter table role_grant add constraint ck_role_grant_role check (role in ('HR_LEAD', 'ADMINISTRATOR', 'IMPACT_ANALYST'));
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      delete from role_grant where role = 'IMPACT_ANALYST';
      alter table role_grant drop constraint ck_role_grant_role;
      alter table role_grant add constraint ck_role_grant_role check (role in ('HR_LEAD', 'ADMINISTRATOR'));
      drop table impact_setting, impact_reading, impact_label, impact_attribute;
    `);
  }
}
