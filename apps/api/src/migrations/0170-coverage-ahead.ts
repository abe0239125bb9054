import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What coverage remembers, plans and asks for: snapshots, acts, planned seats, calls for champions, priorities. */
export class CoverageAhead1760000170000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table coverage_snapshot (
        on_day date constraint pk_coverage_snapshot primary key,
        is_reconstructed boolean not null,
        closed_at timestamptz not null,
        rules jsonb not null,
        units jsonb not null,
        places jsonb not null
      );

      create table champion_act (
        person_id uuid not null constraint fk_champion_act_champion references champion on delete cascade,
        key text not null,
        kind text not null,
        on_day date not null,
        constraint pk_champion_act primary key (person_id, key)
      );
      create index ix_champion_act_day on champion_act (on_day);

      create table seat_plan (
        parent_id uuid not null constraint fk_seat_plan_parent references org_unit on delete cascade,
        quarter date not null,
        org_unit_id uuid not null constraint fk_seat_plan_unit references org_unit on delete cascade,
        seats integer not null constraint ck_seat_plan_seats check (seats >= 0),
        frozen_at timestamptz not null,
        constraint pk_seat_plan primary key (parent_id, quarter, org_unit_id)
      );

      create table recruiting_call (
        id uuid constraint pk_recruiting_call primary key,
        org_unit_id uuid not null constraint fk_recruiting_call_unit references org_unit on delete cascade,
        audience text not null constraint ck_recruiting_call_audience check (audience in ('managers', 'people', 'link')),
        language text not null,
        subject text not null,
        body text not null,
        wanted integer not null,
        answer_by date,
        created_by uuid constraint fk_recruiting_call_by references person on delete set null,
        created_at timestamptz not null default now()
      );
      create index ix_recruiting_call_unit on recruiting_call (org_unit_id, created_at);
      create table recruiting_recipient (
        call_id uuid not null constraint fk_recruiting_recipient_call references recruiting_call on delete cascade,
        person_id uuid not null constraint fk_recruiting_recipient_person references person on delete cascade,
        is_mailed boolean not null,
        answer text constraint ck_recruiting_recipient_answer check (answer in ('not_now')),
        answered_at timestamptz,
        constraint pk_recruiting_recipient primary key (call_id, person_id)
      );
      create index ix_recruiting_recipient_person on recruiting_recipient (person_id);

      create table strategic_priority (
        id uuid constraint pk_strategic_priority primary key,
        kind text not null constraint ck_strategic_priority_kind check (kind in ('market', 'product', 'function', 'language')),
        name text not null,
        match text[] not null,
        target integer not null constraint ck_strategic_priority_target check (target between 1 and 100000),
        weight smallint not null default 2 constraint ck_strategic_priority_weight check (weight between 1 and 3),
        created_at timestamptz not null default now(),
        version integer not null default 1,
        constraint uq_strategic_priority_name unique (name)
      );
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(
      `drop table strategic_priority, recruiting_recipient, recruiting_call, seat_plan, champion_act, coverage_snapshot;`,
    );
  }
}
