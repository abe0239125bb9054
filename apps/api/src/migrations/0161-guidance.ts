import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Guardrails, recipes, preparation of sessions, goals and terms of pairings, confidential concerns, who looked. */
export class Guidance1760000161000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table data_key drop constraint ck_data_key_owner_kind;
      alter table data_key add constraint ck_data_key_owner_kind check (owner_kind in ('person', 'pairing', 'conversation'));

      create table guardrails (
        version integer constraint pk_guardrails primary key,
        dos text[] not null,
        donts text[] not null,
        rules jsonb not null,
        owner_id uuid constraint fk_guardrails_owner references person on delete set null,
        trust_id uuid constraint fk_guardrails_trust references person on delete set null,
        changed_by uuid constraint fk_guardrails_changed_by references person on delete set null,
        changed_at timestamptz not null
      );
      create table guardrails_seen (
        person_id uuid not null constraint fk_guardrails_seen_person references person on delete cascade,
        version integer not null constraint fk_guardrails_seen_version references guardrails on delete cascade,
        at timestamptz not null,
        constraint pk_guardrails_seen primary key (person_id, version)
      );
      create table approved_tool (
        id uuid constraint pk_approved_tool primary key,
        name text not null,
        purpose text not null default '',
        highest_class text not null constraint ck_approved_tool_highest_class check (highest_class in ('public', 'internal', 'confidential', 'restricted')),
        is_active boolean not null default true
      );
      create table confidential_message (
        id uuid constraint pk_confidential_message primary key,
        kind text not null constraint ck_confidential_message_kind check (kind in ('boundary', 'concern')),
        from_person_id uuid not null constraint fk_confidential_message_from references person on delete cascade,
        to_person_id uuid not null constraint fk_confidential_message_to references person on delete cascade,
        body text not null,
        at timestamptz not null,
        answer text not null default '',
        answered_at timestamptz
      );
      create index ix_confidential_message_from on confidential_message (from_person_id);
      create index ix_confidential_message_to on confidential_message (to_person_id);

      create table recipe (
        id uuid constraint pk_recipe primary key,
        slug text constraint uq_recipe_slug unique,
        track text not null constraint ck_recipe_track check (track in ('starter', 'executive', 'mirror', 'thinking', 'leading')),
        path_step smallint,
        topics text[] not null default '{}',
        for_decisions boolean not null default false,
        owner_id uuid constraint fk_recipe_owner references person on delete set null,
        version integer not null default 1,
        review_by date not null,
        is_retired boolean not null default false,
        used_count integer not null default 0
      );
      create table recipe_version (
        recipe_id uuid not null constraint fk_recipe_version_recipe references recipe on delete cascade,
        version integer not null,
        title text not null,
        aim text not null,
        minutes smallint not null,
        data_class text not null constraint ck_recipe_version_data_class check (data_class in ('public', 'internal', 'confidential', 'restricted')),
        steps text[] not null,
        prompt text not null default '',
        expected_result text not null default '',
        good_looks_like text not null default '',
        changed_by uuid constraint fk_recipe_version_changed_by references person on delete set null,
        changed_at timestamptz not null,
        constraint pk_recipe_version primary key (recipe_id, version)
      );
      create table recipe_report (
        recipe_id uuid not null,
        version integer not null,
        person_id uuid not null constraint fk_recipe_report_person references person on delete cascade,
        works boolean not null,
        tool text not null default '',
        at timestamptz not null,
        constraint pk_recipe_report primary key (recipe_id, version, person_id),
        constraint fk_recipe_report_version foreign key (recipe_id, version) references recipe_version on delete cascade
      );

      create table session_preparation (
        session_id uuid constraint pk_session_preparation primary key constraint fk_session_preparation_session references session on delete cascade,
        task text not null default '',
        decides_there boolean not null,
        data_class text not null constraint ck_session_preparation_data_class check (data_class in ('public', 'internal', 'confidential', 'restricted')),
        rule_accepted_at timestamptz,
        recipe_id uuid constraint fk_session_preparation_recipe references recipe on delete set null,
        changed_by uuid not null constraint fk_session_preparation_changed_by references person on delete cascade,
        changed_at timestamptz not null,
        version integer not null default 1
      );
      create table mirror_result (
        session_id uuid constraint pk_mirror_result primary key constraint fk_mirror_result_session references session on delete cascade,
        person_id uuid not null constraint fk_mirror_result_person references person on delete cascade,
        body text not null,
        at timestamptz not null
      );
      create table starter_path_skip (
        pairing_id uuid constraint pk_starter_path_skip primary key constraint fk_starter_path_skip_pairing references pairing on delete cascade,
        at timestamptz not null
      );

      create table goal_category (
        code text constraint pk_goal_category primary key,
        name text not null,
        is_for_decisions boolean not null default false,
        is_active boolean not null default true,
        position smallint not null
      );
      insert into goal_category (code, name, is_for_decisions, position) values
        ('less_manual_work', 'Less manual work', false, 1),
        ('faster_onboarding', 'Faster customer onboarding', false, 2),
        ('forecast_accuracy', 'Better forecasts', true, 3),
        ('less_waste', 'Less waste', false, 4),
        ('customer_relations', 'Stronger customer relations', false, 5),
        ('better_decisions', 'Better decisions', true, 6),
        ('leading_change', 'Leading people through change', false, 7);
      create table pairing_agreement (
        pairing_id uuid constraint pk_pairing_agreement primary key constraint fk_pairing_agreement_pairing references pairing on delete cascade,
        goal_category text constraint fk_pairing_agreement_goal_category references goal_category on update cascade,
        works_on text not null default '',
        stays_out text not null default '',
        confidentiality text not null default 'two_of_us' constraint ck_pairing_agreement_confidentiality check (confidentiality in ('two_of_us', 'ask_first')),
        version integer not null default 1,
        executive_confirmed integer,
        champion_confirmed integer,
        changed_at timestamptz not null
      );
      create table pairing_term (
        pairing_id uuid not null constraint fk_pairing_term_pairing references pairing on delete cascade,
        number smallint not null,
        starts_on date not null,
        ends_on date not null,
        executive_wish text constraint ck_pairing_term_executive_wish check (executive_wish in ('renew', 'rotate', 'close')),
        champion_wish text constraint ck_pairing_term_champion_wish check (champion_wish in ('renew', 'rotate', 'close')),
        constraint pk_pairing_term primary key (pairing_id, number),
        constraint ck_pairing_term_days check (starts_on < ends_on)
      );
      create index ix_pairing_term_ends on pairing_term (ends_on);

      create table record_look (
        id uuid constraint pk_record_look primary key,
        person_id uuid not null constraint fk_record_look_person references person on delete cascade,
        viewer_id uuid not null constraint fk_record_look_viewer references person on delete cascade,
        what text not null constraint ck_record_look_what check (what in ('pairing', 'session', 'person')),
        looked_on date not null,
        first_at timestamptz not null,
        constraint uq_record_look_day unique (person_id, viewer_id, what, looked_on)
      );
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table record_look, pairing_term, pairing_agreement, goal_category, starter_path_skip, mirror_result,
        session_preparation, recipe_report, recipe_version, recipe, confidential_message, approved_tool, guardrails_seen,
        guardrails;
      delete from data_key where owner_kind = 'conversation';
      alter table data_key drop constraint ck_data_key_owner_kind;
      alter table data_key add constraint ck_data_key_owner_kind check (owner_kind in ('person', 'pairing'));
    `);
  }
}
