import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was told about a round by groups: by which kinds of groups, with the labels of then, and each figure as last told. */
export class ImpactMemory1760000375000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table impact_round_groups (
        round_id uuid not null constraint fk_impact_round_groups_round references matching_round on delete cascade,
        place smallint not null constraint ck_impact_round_groups_place check (place in (1, 2)),
        name text not null,
        labels jsonb,
        first_read_at timestamptz not null,
        constraint pk_impact_round_groups primary key (round_id, place),
        constraint uq_impact_round_groups_name unique (round_id, name)
      );
      create table impact_told (
        round_id uuid not null constraint fk_impact_told_round references matching_round on delete cascade,
        asked text not null,
        side text not null constraint ck_impact_told_side check (side in ('champions', 'executives')),
        figure text not null,
        pictures jsonb not null,
        shown text[] not null,
        told_at timestamptz not null,
        constraint pk_impact_told primary key (round_id, asked, side, figure)
      );
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table impact_told, impact_round_groups;`);
  }
}
