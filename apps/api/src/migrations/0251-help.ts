import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PAIRING_ASKS } from './0250-fair-load.js';

/** Pairings, requests and office hours. */
export const ASKS_BESIDE_PAIRINGS = `${PAIRING_ASKS}
  union all
  select champion_id, kind, id, minutes::int, on_day, on_day + 1, state <> 'asked'
  from help_request where champion_id is not null and state in ('asked', 'taken', 'done')
  union all
  select champion_id, 'office_hour', id, minutes::int, on_day, on_day + 1, true
  from office_hour where called_off_at is null`;

/** Requests to champions with the way they took, and office hours with their places; both count as asked. */
export class Help1760000251000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table help_request (
        id uuid constraint pk_help_request primary key,
        asker_id uuid not null constraint fk_help_request_asker references person on delete cascade,
        champion_id uuid constraint fk_help_request_champion references champion on delete set null,
        kind text not null constraint ck_help_request_kind check (kind in ('help', 'demo', 'panel', 'review', 'onboarding', 'judging')),
        topic text not null,
        text text not null,
        minutes smallint not null constraint ck_help_request_minutes check (minutes between 15 and 480),
        on_day date not null,
        state text not null constraint ck_help_request_state check (state in ('open', 'asked', 'taken', 'done', 'withdrawn')),
        why text not null default '',
        created_at timestamptz not null,
        closed_at timestamptz
      );
      create index ix_help_request_champion on help_request (champion_id, on_day);
      create index ix_help_request_asker on help_request (asker_id, created_at);
      create index ix_help_request_open on help_request (created_at) where closed_at is null;
      create table help_request_step (
        id uuid constraint pk_help_request_step primary key,
        request_id uuid not null constraint fk_help_request_step_request references help_request on delete cascade,
        kind text not null,
        champion_id uuid constraint fk_help_request_step_champion references champion on delete set null,
        actor_id uuid constraint fk_help_request_step_actor references person on delete set null,
        note text,
        at timestamptz not null
      );
      create index ix_help_request_step_request on help_request_step (request_id, at);

      create table office_hour (
        id uuid constraint pk_office_hour primary key,
        champion_id uuid not null constraint fk_office_hour_champion references champion on delete cascade,
        topic text not null,
        place text not null,
        starts_at timestamptz not null,
        on_day date not null,
        minutes smallint not null constraint ck_office_hour_minutes check (minutes between 15 and 240),
        places smallint constraint ck_office_hour_places check (places between 1 and 50),
        called_off_at timestamptz,
        created_at timestamptz not null
      );
      create index ix_office_hour_champion on office_hour (champion_id, on_day);
      create index ix_office_hour_starts on office_hour (starts_at) where called_off_at is null;
      create table office_hour_place (
        office_hour_id uuid not null constraint fk_office_hour_place_office_hour references office_hour on delete cascade,
        person_id uuid not null constraint fk_office_hour_place_person references person on delete cascade,
        note text not null default '',
        at timestamptz not null,
        constraint pk_office_hour_place primary key (office_hour_id, person_id)
      );

      create or replace view champion_ask as ${ASKS_BESIDE_PAIRINGS};
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      create or replace view champion_ask as ${PAIRING_ASKS};
      drop table office_hour_place, office_hour, help_request_step, help_request;
    `);
  }
}
