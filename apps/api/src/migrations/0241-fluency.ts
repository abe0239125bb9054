import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How fluent an executive is, as they see it and as their champion saw it, and how far their trust fits. */
export class Fluency1760000241000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table fluency_rating (
        id uuid constraint pk_fluency_rating primary key,
        pairing_id uuid not null constraint fk_fluency_rating_pairing references pairing on delete cascade,
        person_id uuid not null constraint fk_fluency_rating_person references person on delete cascade,
        rater_id uuid not null constraint fk_fluency_rating_rater references person on delete cascade,
        session_id uuid constraint fk_fluency_rating_session references session on delete set null,
        trust text constraint ck_fluency_rating_trust check (trust in ('too_sceptical', 'calibrated', 'too_trusting')),
        at timestamptz not null
      );
      create index ix_fluency_rating_pairing on fluency_rating (pairing_id, at);
      create index ix_fluency_rating_observed on fluency_rating (at, id) where rater_id <> person_id;
      create table fluency_level (
        rating_id uuid not null constraint fk_fluency_level_rating references fluency_rating on delete cascade,
        dimension text not null constraint ck_fluency_level_dimension check (dimension in
          ('describing', 'discernment', 'business', 'data', 'people')),
        level smallint not null constraint ck_fluency_level_level check (level between 0 and 4),
        constraint pk_fluency_level primary key (rating_id, dimension)
      );
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table fluency_level, fluency_rating;`);
  }
}
