import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stories that both people of a pairing agree to, and what executives pick of them each week. */
export class Stories1760000240000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table story (
        id uuid constraint pk_story primary key,
        pairing_id uuid not null constraint fk_story_pairing references pairing on delete cascade,
        author_id uuid not null constraint fk_story_author references person on delete cascade,
        outcome_id uuid constraint fk_story_outcome references outcome on delete set null,
        result text not null,
        body text not null,
        executive_consent text constraint ck_story_executive_consent check (executive_consent in ('named', 'anonymous', 'no')),
        champion_consent text constraint ck_story_champion_consent check (champion_consent in ('named', 'anonymous', 'no')),
        created_at timestamptz not null,
        shared_at timestamptz,
        version integer not null default 1,
        constraint ck_story_shared check (shared_at is null or (executive_consent is not null and champion_consent is not null
          and executive_consent <> 'no' and champion_consent <> 'no'))
      );
      create index ix_story_pairing on story (pairing_id);
      create index ix_story_shared on story (shared_at desc, id desc) where shared_at is not null;
      create table use_of_week (
        week_on date not null,
        picker_id uuid not null constraint fk_use_of_week_picker references person on delete cascade,
        story_id uuid not null constraint fk_use_of_week_story references story on delete cascade,
        why text not null,
        at timestamptz not null,
        constraint pk_use_of_week primary key (week_on, picker_id)
      );
      create index ix_use_of_week_story on use_of_week (story_id);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table use_of_week, story;`);
  }
}
