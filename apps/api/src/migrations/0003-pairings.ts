import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Executives, matching rounds with their proposals, pairings and their history. */
export class Pairings1760000003000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table executive (
        person_id uuid constraint pk_executive primary key constraint fk_executive_person references person on delete cascade,
        source text not null constraint ck_executive_source check (source in ('level', 'hand')),
        goal text not null default '',
        topics text[] not null default '{}',
        enrolled_on date not null,
        removed_on date,
        version integer not null default 1
      );
      create table pairing_opt_out (
        person_id uuid constraint pk_pairing_opt_out primary key constraint fk_pairing_opt_out_person references person on delete cascade,
        since timestamptz not null default now()
      );
      create table pair_exclusion (
        executive_id uuid not null constraint fk_pair_exclusion_executive references person on delete cascade,
        champion_id uuid not null constraint fk_pair_exclusion_champion references person on delete cascade,
        reason text,
        created_by uuid constraint fk_pair_exclusion_by references person on delete set null,
        created_at timestamptz not null default now(),
        constraint pk_pair_exclusion primary key (executive_id, champion_id)
      );

      create table matching_round (
        id uuid constraint pk_matching_round primary key,
        name text not null,
        state text not null default 'draft' constraint ck_matching_round_state check (state in ('draft', 'proposing', 'review', 'published', 'discarded')),
        rules jsonb not null,
        left_out uuid[] not null default '{}',
        summary jsonb not null default '{}',
        input_digest text,
        progress smallint not null default 0 constraint ck_matching_round_progress check (progress between 0 and 100),
        failure text,
        created_by uuid constraint fk_matching_round_by references person on delete set null,
        created_at timestamptz not null default now(),
        proposed_at timestamptz,
        published_at timestamptz,
        version integer not null default 1
      );
      create table proposal (
        id uuid constraint pk_proposal primary key,
        round_id uuid not null constraint fk_proposal_round references matching_round on delete cascade,
        executive_id uuid not null constraint fk_proposal_executive references person on delete cascade,
        champion_id uuid constraint fk_proposal_champion references person on delete cascade,
        points integer,
        reasons jsonb not null default '[]',
        flags text[] not null default '{}',
        alternatives jsonb not null default '[]',
        cause jsonb,
        decision text not null default 'open' constraint ck_proposal_decision check (decision in ('open', 'accepted', 'pinned', 'left_open')),
        decided_by uuid constraint fk_proposal_decided_by references person on delete set null,
        decided_at timestamptz,
        version integer not null default 1,
        constraint uq_proposal_executive unique (round_id, executive_id)
      );

      create table pairing (
        id uuid constraint pk_pairing primary key,
        executive_id uuid not null constraint fk_pairing_executive references person on delete cascade,
        champion_id uuid not null constraint fk_pairing_champion references person on delete cascade,
        round_id uuid constraint fk_pairing_round references matching_round on delete set null,
        state text not null constraint ck_pairing_state check (state in
          ('proposed', 'accepted', 'active', 'paused', 'completed', 'ended_early', 'declined', 'expired')),
        cadence_days smallint not null default 14,
        session_minutes smallint not null default 30,
        goal text not null default '',
        reasons jsonb not null default '[]',
        executive_answer text not null default 'pending' constraint ck_pairing_executive_answer check (executive_answer in ('pending', 'yes', 'no')),
        champion_answer text not null default 'pending' constraint ck_pairing_champion_answer check (champion_answer in ('pending', 'yes', 'no')),
        proposed_at timestamptz not null,
        expires_at timestamptz,
        accepted_at timestamptz,
        anchor_on date,
        paused_from date,
        paused_until date,
        ended_at timestamptz,
        version integer not null default 1,
        constraint ck_pairing_two_people check (executive_id <> champion_id)
      );
      create unique index uq_pairing_live_executive on pairing (executive_id) where state in ('proposed', 'accepted', 'active', 'paused');
      create index ix_pairing_champion on pairing (champion_id, state);
      create index ix_pairing_executive on pairing (executive_id);
      create index ix_pairing_proposed_at on pairing (proposed_at desc, id desc);
      create index ix_pairing_expires on pairing (expires_at) where state = 'proposed';
      create table pairing_pause (
        pairing_id uuid not null constraint fk_pairing_pause_pairing references pairing on delete cascade,
        valid_from date not null,
        valid_to date not null default 'infinity',
        constraint pk_pairing_pause primary key (pairing_id, valid_from)
      );
      create table pairing_event (
        id uuid constraint pk_pairing_event primary key,
        pairing_id uuid not null constraint fk_pairing_event_pairing references pairing on delete cascade,
        kind text not null,
        actor_id uuid constraint fk_pairing_event_actor references person on delete set null,
        detail jsonb not null default '{}',
        at timestamptz not null
      );
      create index ix_pairing_event_pairing on pairing_event (pairing_id, at);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table pairing_event, pairing_pause, pairing, proposal, matching_round, pair_exclusion, pairing_opt_out, executive;
    `);
  }
}
