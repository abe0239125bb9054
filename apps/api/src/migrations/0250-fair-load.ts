import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is asked of champions, in minutes per four weeks or once. A view, not a table: capacity has to hold however a
 * pairing came about, and what is derived cannot be forgotten. Preparing and writing up double a session's length.
 */
export const PAIRING_ASKS = `
  select champion_id, 'pairing' as kind, id as ask_id, ceil(session_minutes * 2 * 28.0 / cadence_days)::int as minutes,
    coalesce((accepted_at at time zone 'UTC')::date, (proposed_at at time zone 'UTC')::date) as from_day,
    case when state in ('proposed', 'accepted', 'active', 'paused') then 'infinity'::date
      else coalesce((ended_at at time zone 'UTC')::date, (proposed_at at time zone 'UTC')::date) end as to_day,
    state <> 'proposed' as is_firm
  from pairing where state not in ('declined', 'expired')`;

/** Rest weeks, recorded overrides, and everything that is asked of a champion in one view. */
export class FairLoad1760000250000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table champion_rest_week (
        person_id uuid not null constraint fk_champion_rest_week_champion references champion on delete cascade,
        week_on date not null constraint ck_champion_rest_week_monday check (extract(isodow from week_on) = 1),
        constraint pk_champion_rest_week primary key (person_id, week_on)
      );
      create table capacity_override (
        id uuid constraint pk_capacity_override primary key,
        champion_id uuid not null constraint fk_capacity_override_champion references champion on delete cascade,
        kind text not null,
        ask_id uuid not null,
        minutes_over integer not null constraint ck_capacity_override_minutes check (minutes_over > 0),
        reason text not null constraint ck_capacity_override_reason check (reason <> ''),
        actor_id uuid constraint fk_capacity_override_actor references person on delete set null,
        at timestamptz not null
      );
      create index ix_capacity_override_champion on capacity_override (champion_id, at);
      create view champion_ask as ${PAIRING_ASKS};
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop view champion_ask; drop table capacity_override, champion_rest_week;`);
  }
}
