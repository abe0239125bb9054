import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first steps of a champion are the programme's to choose, and the champion's to tick. */
export class OnboardingKit1760000361000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table recruiting_rule add column kit_version integer not null default 1;
      create table onboarding_step (
        id uuid constraint pk_onboarding_step primary key,
        position smallint not null,
        label text not null,
        href text,
        found_by text constraint ck_onboarding_step_found_by check (found_by in ('profile', 'office_hour')),
        removed_at timestamptz
      );
      create table onboarding_tick (
        person_id uuid not null constraint fk_onboarding_tick_champion references champion on delete cascade,
        step_id uuid not null constraint fk_onboarding_tick_step references onboarding_step on delete cascade,
        ticked_at timestamptz not null,
        constraint pk_onboarding_tick primary key (person_id, step_id)
      );
      create index ix_onboarding_tick_step on onboarding_tick (step_id);
      insert into onboarding_step (id, position, label, href, found_by) values
        (gen_random_uuid(), 1, 'Say what you are good at and how much time you have', '/champions/:me?edit=1', 'profile'),
        (gen_random_uuid(), 2, 'Read which data and tools are allowed', '/guardrails', null),
        (gen_random_uuid(), 3, 'Look at two recipes to try with somebody', '/recipes', null),
        (gen_random_uuid(), 4, 'Let sessions fit around your calendar', '/me/availability/calendars', null),
        (gen_random_uuid(), 5, 'Offer an office hour', '/help', 'office_hour'),
        (gen_random_uuid(), 6, 'See what is asked of you, and how to take a break', '/load', null);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(
      `drop table onboarding_tick, onboarding_step; alter table recruiting_rule drop column kit_version;`,
    );
  }
}
