import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each of the two says about a session for themselves, and whether the next step of the time before is done. */
export class SessionAnswers1760000395000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table session_answer (
        session_id uuid not null constraint fk_session_answer_session references session on delete cascade,
        person_id uuid not null constraint fk_session_answer_person references person on delete cascade,
        usefulness text,
        is_good_fit boolean,
        at timestamptz not null,
        constraint pk_session_answer primary key (session_id, person_id),
        constraint ck_session_answer_usefulness check (usefulness in ('very', 'somewhat', 'little')),
        constraint ck_session_answer_said check (usefulness is not null or is_good_fit is not null)
      );
      create index ix_session_answer_person on session_answer (person_id);
      alter table session_log add column last_step_done boolean;
      alter table session_log_entry add column last_step_done boolean;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table session_log_entry drop column last_step_done;
      alter table session_log drop column last_step_done;
      drop table session_answer;
    `);
  }
}
