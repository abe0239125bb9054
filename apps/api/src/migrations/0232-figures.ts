import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Figures as they were published, month by month, and the health of pairings as it was last found. */
export class Figures1760000232000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table figure_release (
        figure text not null,
        cut text not null,
        month date not null,
        people integer not null,
        numbers numeric(16,4)[],
        members text[] not null,
        constraint pk_figure_release primary key (figure, cut, month)
      );
      create table pairing_health (
        pairing_id uuid constraint pk_pairing_health primary key constraint fk_pairing_health_pairing references pairing on delete cascade,
        state text not null,
        score integer,
        reasons text[] not null,
        since_on date not null,
        found_on date not null,
        weights_version integer not null
      );
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table pairing_health, figure_release;`);
  }
}
