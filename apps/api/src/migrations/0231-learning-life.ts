import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What becomes of a learning: who tried it because of whom, its versions, what finds it, and whether it lasted. */
export class LearningLife1760000231000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table learning
        add column origin_id uuid constraint fk_learning_origin references learning on delete set null,
        add column retired_at timestamptz;
      create index ix_learning_origin on learning (origin_id) where origin_id is not null;
      create table learning_trial (
        learning_id uuid not null constraint fk_learning_trial_learning references learning on delete cascade,
        person_id uuid not null constraint fk_learning_trial_person references person on delete cascade,
        works boolean not null,
        at timestamptz not null,
        constraint pk_learning_trial primary key (learning_id, person_id)
      );
      create index ix_learning_trial_person on learning_trial (person_id);
      create table learning_version (
        learning_id uuid not null constraint fk_learning_version_learning references learning on delete cascade,
        version integer not null,
        body text not null,
        until_at timestamptz not null,
        constraint pk_learning_version primary key (learning_id, version)
      );
      create table learning_search (
        learning_id uuid constraint pk_learning_search primary key constraint fk_learning_search_learning references learning on delete cascade,
        words tsvector not null,
        unit_id uuid,
        shared_on date not null,
        works_for integer not null default 0
      );
      create index ix_learning_search_words on learning_search using gin (words);
      create table learning_word (word text constraint pk_learning_word primary key);
      create index ix_learning_word_similar on learning_word using gin (word gin_trgm_ops);
      insert into learning_search (learning_id, words, shared_on)
      select id, to_tsvector('simple', body), created_at::date from learning where audience = 'everyone';
      insert into learning_word select distinct lexeme from learning_search, unnest(words) where length(lexeme) between 2 and 40;
      create table practice_check (
        learning_id uuid not null constraint fk_practice_check_learning references learning on delete cascade,
        after_days integer not null constraint ck_practice_check_days check (after_days in (30, 60, 90)),
        asked_at timestamptz not null,
        answer text constraint ck_practice_check_answer check (answer in ('would_not_go_back', 'could_go_back', 'stopped')),
        answered_at timestamptz,
        constraint pk_practice_check primary key (learning_id, after_days)
      );
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table practice_check, learning_word, learning_search, learning_version, learning_trial;
      alter table learning drop column retired_at, drop column origin_id;
    `);
  }
}
