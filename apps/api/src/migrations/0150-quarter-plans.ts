import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts of a quarter: a plan with a time, or a reason, for every pairing. */
export class QuarterPlans1760000150000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table quarter_plan (
        id uuid constraint pk_quarter_plan primary key,
        starts_on date not null,
        state text not null constraint ck_quarter_plan_state check (state in
          ('planning', 'review', 'publishing', 'published', 'discarded')),
        progress smallint not null default 0 constraint ck_quarter_plan_progress check (progress between 0 and 100),
        failure text,
        figures jsonb not null default '{}',
        created_by uuid constraint fk_quarter_plan_created_by references person on delete set null,
        created_at timestamptz not null default now(),
        planned_at timestamptz,
        publish_at timestamptz,
        published_by uuid constraint fk_quarter_plan_published_by references person on delete set null,
        published_at timestamptz,
        touched_at timestamptz not null default now(),
        version integer not null default 1
      );
      create unique index uq_quarter_plan_open on quarter_plan ((true)) where state in ('planning', 'review', 'publishing');

      create table planned_pairing (
        plan_id uuid not null constraint fk_planned_pairing_plan references quarter_plan on delete cascade,
        pairing_id uuid not null constraint fk_planned_pairing_pairing references pairing on delete cascade,
        state text not null constraint ck_planned_pairing_state check (state in
          ('placed', 'unplaced', 'booked', 'taken', 'dropped')),
        local_start timestamp,
        zone text,
        interval_weeks smallint not null,
        session_count smallint not null default 0,
        duration_min smallint not null,
        left_out jsonb not null default '[]',
        reason text,
        helps jsonb not null default '[]',
        is_locked boolean not null default false,
        before_start timestamp,
        is_new boolean not null default true,
        series_id uuid constraint fk_planned_pairing_series references series on delete set null,
        constraint pk_planned_pairing primary key (plan_id, pairing_id),
        constraint ck_planned_pairing_time check ((local_start is null) = (state = 'unplaced')),
        constraint ck_planned_pairing_reason check ((reason is not null) = (state in ('unplaced', 'dropped')))
      );
      create index ix_planned_pairing_pairing on planned_pairing (pairing_id);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table planned_pairing, quarter_plan;');
  }
}
