import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who changed a champion's role, and hours that wait for the programme's yes. */
export class RoleHistory1760000310000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table champion_event (
        id uuid constraint pk_champion_event primary key,
        person_id uuid not null constraint fk_champion_event_champion references champion on delete cascade,
        from_state text,
        to_state text not null constraint ck_champion_event_state
          check (to_state in ('approved', 'active', 'resting', 'alumni', 'withdrawn')),
        on_day date not null,
        actor_id uuid constraint fk_champion_event_actor references person on delete set null,
        reason text,
        at timestamptz not null default now()
      );
      create index ix_champion_event_person on champion_event (person_id, at);
      alter table champion add column approved_hours numeric(5,2), add column wanted_hours numeric(5,2);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(
      `drop table champion_event; alter table champion drop column approved_hours, drop column wanted_hours;`,
    );
  }
}
