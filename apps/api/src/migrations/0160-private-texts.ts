import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of private texts, and every version of what was said about a session. */
export class PrivateTexts1760000160000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table data_key (
        id uuid constraint pk_data_key primary key,
        owner_kind text not null constraint ck_data_key_owner_kind check (owner_kind in ('person', 'pairing')),
        owner_id uuid not null,
        readers uuid[] not null,
        wrapped_by text not null,
        wrapped bytea not null,
        is_retired boolean not null default false,
        created_at timestamptz not null default now()
      );
      create unique index uq_data_key_owner on data_key (owner_kind, owner_id) where not is_retired;

      alter table session_log
        add column absent_side text constraint ck_session_log_absent_side check (absent_side in ('executive', 'champion', 'both')),
        add column behaviours text[] not null default '{}';
      update session_log l set absent_side = s.absent_side from session s where s.id = l.session_id and not l.met;

      create table session_log_entry (
        key uuid constraint pk_session_log_entry primary key,
        session_id uuid not null constraint fk_session_log_entry_session references session on delete cascade,
        author_id uuid not null constraint fk_session_log_entry_author references person on delete cascade,
        is_correction boolean not null,
        written_at timestamptz not null,
        received_at timestamptz not null,
        met boolean not null,
        absent_side text constraint ck_session_log_entry_absent_side check (absent_side in ('executive', 'champion', 'both')),
        topics text[] not null default '{}',
        on_real_work boolean,
        hands_on text constraint ck_session_log_entry_hands_on check (hands_on in ('none', 'some', 'most')),
        behaviours text[] not null default '{}',
        change_line text not null default '',
        next_step text not null default '',
        did_not_work text not null default ''
      );
      create index ix_session_log_entry_session on session_log_entry (session_id, written_at);
      insert into session_log_entry (key, session_id, author_id, is_correction, written_at, received_at, met, absent_side,
        topics, on_real_work, hands_on, change_line, next_step, did_not_work)
      select gen_random_uuid(), session_id, author_id, false, logged_at, logged_at, met, absent_side, topics, on_real_work,
        hands_on, change_line, next_step, did_not_work from session_log;

      alter table outcome drop constraint ex_outcome_same_workflow;
      alter table outcome add column workflow_key text not null default '';
      update outcome set workflow_key = lower(workflow);
      alter table outcome add constraint ex_outcome_same_workflow exclude using gist
        (pairing_id with =, workflow_key with =, daterange(valid_from, valid_to) with &&);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table outcome drop constraint ex_outcome_same_workflow;
      alter table outcome drop column workflow_key;
      alter table outcome add constraint ex_outcome_same_workflow exclude using gist
        (pairing_id with =, lower(workflow) with =, daterange(valid_from, valid_to) with &&);
      drop table session_log_entry;
      alter table session_log drop column behaviours, drop column absent_side;
      drop table data_key;
    `);
  }
}
