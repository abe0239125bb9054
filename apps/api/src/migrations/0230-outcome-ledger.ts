import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Figures of all five categories, what was said when, and a ledger of closed months to which lines are only added. */
export class OutcomeLedger1760000230000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table outcome
        add column checking_minutes numeric(9,2) not null default 0,
        add column value_before numeric(14,4),
        add column value_after numeric(14,4),
        add column cases integer,
        add column is_lower_better boolean not null default true,
        add column indicator text not null default '',
        add column claimed_hours numeric(14,4),
        add column ended_on date;
      create table outcome_entry (
        id uuid constraint pk_outcome_entry primary key,
        outcome_id uuid not null constraint fk_outcome_entry_outcome references outcome on delete cascade,
        actor_id uuid not null constraint fk_outcome_entry_actor references person on delete cascade,
        kind text not null constraint ck_outcome_entry_kind check (kind in ('recorded', 'merged', 'corroborated', 'restated', 'renewed', 'ended')),
        at timestamptz not null,
        grade text not null,
        monthly_hours numeric(14,4),
        valid_to date not null
      );
      create index ix_outcome_entry_outcome on outcome_entry (outcome_id, at);
      insert into outcome_entry (id, outcome_id, actor_id, kind, at, grade, monthly_hours, valid_to)
      select gen_random_uuid(), id, author_id, 'recorded', created_at, grade,
        (minutes_before - minutes_after) * times_per_month * people / 60, valid_to from outcome;

      create table outcome_month (
        month date constraint pk_outcome_month primary key,
        closed_at timestamptz not null
      );
      create table outcome_posting (
        id uuid constraint pk_outcome_posting primary key,
        outcome_id uuid not null,
        pairing_id uuid not null,
        unit_id uuid,
        category text not null,
        grade text not null,
        booked_in date not null constraint fk_outcome_posting_month references outcome_month,
        for_month date not null,
        outcomes integer not null,
        hours numeric(14,4) not null,
        constraint ck_outcome_posting_months check (for_month <= booked_in)
      );
      create index ix_outcome_posting_booked on outcome_posting (booked_in, for_month);
      create function refuse_posting_change() returns trigger language plpgsql as $$
        begin raise exception 'A line of a closed month is never changed. Book a correction.'; end
      $$;
      create trigger tg_outcome_posting_stands before update or delete on outcome_posting
        for each row execute function refuse_posting_change();
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table outcome_posting, outcome_month, outcome_entry;
      drop function refuse_posting_change();
      alter table outcome drop column checking_minutes, drop column value_before, drop column value_after, drop column cases,
        drop column is_lower_better, drop column indicator, drop column claimed_hours, drop column ended_on;
    `);
  }
}
