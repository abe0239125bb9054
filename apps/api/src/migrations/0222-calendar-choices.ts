import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wants sessions marked as private in calendars; offers that came from a calendar's counter. */
export class CalendarChoices1760000222000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table private_calendar (
        person_id uuid constraint pk_private_calendar primary key
          constraint fk_private_calendar_person references person on delete cascade,
        chosen_at timestamptz not null
      );
      alter table session_offer add column is_counter boolean not null default false;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table private_calendar; alter table session_offer drop column is_counter');
  }
}
