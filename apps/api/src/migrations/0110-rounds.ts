import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rounds keep what they were computed from, the proof, every decision with its price, and every set of rules; publishing
 * waits and can be stopped; people may say with whom they would like to be paired.
 */
export class Rounds1760000110000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table matching_round drop constraint ck_matching_round_state;
      alter table matching_round add constraint ck_matching_round_state
        check (state in ('draft', 'proposing', 'review', 'holding', 'published', 'discarded'));
      alter table matching_round
        add column publish_at timestamptz,
        add column held_by uuid constraint fk_matching_round_held_by references person on delete set null,
        add column rules_version integer not null default 1;

      create table matching_rules (
        round_id uuid not null constraint fk_matching_rules_round references matching_round on delete cascade,
        version integer not null,
        rules jsonb not null,
        changed_by uuid constraint fk_matching_rules_by references person on delete set null,
        changed_at timestamptz not null,
        constraint pk_matching_rules primary key (round_id, version)
      );
      insert into matching_rules (round_id, version, rules, changed_by, changed_at)
        select id, 1, rules, created_by, created_at from matching_round;

      create table matching_run (
        id uuid constraint pk_matching_run primary key,
        round_id uuid not null constraint fk_matching_run_round references matching_round on delete cascade,
        number integer not null,
        rules_version integer not null,
        seed integer not null,
        input_digest text not null,
        inputs bytea not null,
        start jsonb not null,
        certificate bytea not null,
        pairs jsonb not null,
        summary jsonb not null,
        made_by uuid constraint fk_matching_run_by references person on delete set null,
        made_at timestamptz not null,
        constraint uq_matching_run_number unique (round_id, number)
      );

      create table matching_edit (
        round_id uuid not null constraint fk_matching_edit_round references matching_round on delete cascade,
        seq integer not null,
        run_id uuid constraint fk_matching_edit_run references matching_run on delete cascade,
        kind text not null,
        executive_id uuid,
        champion_id uuid,
        reason text,
        edit jsonb,
        price jsonb,
        effects jsonb not null default '[]',
        chain text not null,
        actor_id uuid,
        at timestamptz not null,
        constraint pk_matching_edit primary key (round_id, seq)
      );
      create index ix_matching_edit_run on matching_edit (run_id, seq);

      create table pairing_wish (
        person_id uuid not null constraint fk_pairing_wish_person references person on delete cascade,
        other_id uuid not null constraint fk_pairing_wish_other references person on delete cascade,
        kind text not null constraint ck_pairing_wish_kind check (kind in ('wish', 'refuse')),
        at timestamptz not null,
        constraint pk_pairing_wish primary key (person_id, other_id),
        constraint ck_pairing_wish_other check (person_id <> other_id)
      );
      create table champion_certification (
        person_id uuid constraint pk_champion_certification primary key constraint fk_champion_certification_champion references champion on delete cascade,
        evidence text not null default '',
        certified_on date not null,
        valid_until date not null,
        recorded_by uuid constraint fk_champion_certification_by references person on delete set null,
        constraint ck_champion_certification_span check (certified_on < valid_until)
      );
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table champion_certification, pairing_wish, matching_edit, matching_run, matching_rules;
      update matching_round set state = 'review' where state = 'holding';
      alter table matching_round drop column publish_at, drop column held_by, drop column rules_version;
      alter table matching_round drop constraint ck_matching_round_state;
      alter table matching_round add constraint ck_matching_round_state
        check (state in ('draft', 'proposing', 'review', 'published', 'discarded'));
    `);
  }
}
