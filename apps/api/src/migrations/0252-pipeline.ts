import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Channels, interviews, the manager's say and agreed hours of nominations; signals that suggest candidates. */
export class Pipeline1760000252000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table nomination
        add column channel text not null default 'web' constraint ck_nomination_channel check (channel in ('web', 'link', 'email', 'api')),
        add column manager_id uuid constraint fk_nomination_manager references person on delete set null,
        add column manager_answer text not null default 'not_told'
          constraint ck_nomination_manager_answer check (manager_answer in ('not_told', 'informed', 'asked', 'yes', 'no')),
        add column agreed_hours numeric(5,2);
      create index ix_nomination_manager on nomination (manager_id) where closed_at is null;

      create table nomination_interview (
        nomination_id uuid constraint pk_nomination_interview primary key
          constraint fk_nomination_interview_nomination references nomination on delete cascade,
        interviewer_id uuid constraint fk_nomination_interview_interviewer references person on delete set null,
        held_on date not null,
        experience text not null,
        interests text not null,
        expertise text not null,
        outcome text not null constraint ck_nomination_interview_outcome check (outcome in ('go', 'unsure', 'stop'))
      );

      create table recruiting_rule (
        id smallint constraint pk_recruiting_rule primary key default 1 constraint ck_recruiting_rule_one check (id = 1),
        manager_policy text not null default 'informed'
          constraint ck_recruiting_rule_manager check (manager_policy in ('informed', 'asked')),
        term_months smallint not null default 12 constraint ck_recruiting_rule_term check (term_months between 3 and 60)
      );
      insert into recruiting_rule default values;

      create view candidate_signal as
        select person_id, 'shared_learning' as kind, id as signal_id, created_at as at from learning where audience = 'everyone'
        union all
        select person_id, 'office_hour', office_hour_id, at from office_hour_place;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop view candidate_signal;
      drop table recruiting_rule, nomination_interview;
      drop index ix_nomination_manager;
      alter table nomination drop column agreed_hours, drop column manager_answer, drop column manager_id, drop column channel;
    `);
  }
}
