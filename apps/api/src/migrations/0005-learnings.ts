import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a session was about, what came of it, and who may read it. */
export class Learnings1760000005000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table session_log (
        session_id uuid constraint pk_session_log primary key constraint fk_session_log_session references session on delete cascade,
        author_id uuid not null constraint fk_session_log_author references person on delete cascade,
        met boolean not null,
        topics text[] not null default '{}',
        on_real_work boolean,
        hands_on text constraint ck_session_log_hands_on check (hands_on in ('none', 'some', 'most')),
        change_line text not null default '',
        next_step text not null default '',
        did_not_work text not null default '',
        logged_at timestamptz not null,
        changed_at timestamptz,
        version integer not null default 1
      );
      create table session_confirmation (
        session_id uuid not null constraint fk_session_confirmation_session references session on delete cascade,
        person_id uuid not null constraint fk_session_confirmation_person references person on delete cascade,
        met boolean not null,
        at timestamptz not null,
        constraint pk_session_confirmation primary key (session_id, person_id)
      );
      create table note (
        id uuid constraint pk_note primary key,
        session_id uuid not null constraint fk_note_session references session on delete cascade,
        author_id uuid not null constraint fk_note_author references person on delete cascade,
        audience text not null default 'only_me' constraint ck_note_audience check (audience in ('only_me', 'two_of_us')),
        body text not null,
        created_at timestamptz not null,
        changed_at timestamptz,
        version integer not null default 1
      );
      create index ix_note_session on note (session_id);
      create table learning (
        id uuid constraint pk_learning primary key,
        person_id uuid not null constraint fk_learning_person references person on delete cascade,
        pairing_id uuid constraint fk_learning_pairing references pairing on delete set null,
        session_id uuid constraint fk_learning_session references session on delete set null,
        body text not null,
        stage text not null default 'tried' constraint ck_learning_stage check (stage in ('tried', 'kept', 'passed_on')),
        audience text not null default 'only_me' constraint ck_learning_audience check (audience in ('only_me', 'two_of_us', 'everyone')),
        created_at timestamptz not null,
        version integer not null default 1
      );
      create index ix_learning_person on learning (person_id, created_at desc, id desc);
      create index ix_learning_pairing on learning (pairing_id) where audience <> 'only_me';
      create index ix_learning_shared on learning (created_at desc, id desc) where audience = 'everyone';
      create table outcome (
        id uuid constraint pk_outcome primary key,
        pairing_id uuid not null constraint fk_outcome_pairing references pairing on delete cascade,
        session_id uuid constraint fk_outcome_session references session on delete set null,
        author_id uuid not null constraint fk_outcome_author references person on delete cascade,
        category text not null constraint ck_outcome_category check (category in
          ('manual_effort', 'cycle_time', 'decision_quality', 'customer_experience', 'new_workflow')),
        grade text not null default 'claimed' constraint ck_outcome_grade check (grade in ('claimed', 'corroborated', 'measured')),
        workflow text not null,
        source text not null default '',
        minutes_before numeric(9,2),
        minutes_after numeric(9,2),
        times_per_month numeric(9,4),
        people integer,
        setup_minutes numeric(9,2) not null default 0,
        valid_from date not null,
        valid_to date not null,
        created_at timestamptz not null,
        version integer not null default 1,
        corroborated_by uuid constraint fk_outcome_corroborated_by references person on delete set null,
        constraint ck_outcome_validity check (valid_from < valid_to),
        constraint ck_outcome_figures check ((category = 'manual_effort') =
          (minutes_before is not null and minutes_after is not null and times_per_month is not null and people is not null)),
        constraint ex_outcome_same_workflow exclude using gist
          (pairing_id with =, lower(workflow) with =, daterange(valid_from, valid_to) with &&)
      );
      create table thanks (
        id uuid constraint pk_thanks primary key,
        pairing_id uuid not null constraint fk_thanks_pairing references pairing on delete cascade,
        from_person_id uuid not null constraint fk_thanks_from references person on delete cascade,
        to_person_id uuid not null constraint fk_thanks_to references person on delete cascade,
        body text not null,
        at timestamptz not null
      );
      create index ix_thanks_to on thanks (to_person_id, at desc, id desc);
      create index ix_thanks_pairing on thanks (pairing_id);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table thanks, outcome, learning, note, session_confirmation, session_log;`);
  }
}
