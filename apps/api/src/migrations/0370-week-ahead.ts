import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Assistants choose the day on which they hear of the week ahead: Monday until somebody chooses. */
export class WeekAhead1760000370000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table mail_hours add column week_on smallint not null default 1
        constraint ck_mail_hours_week_on check (week_on between 1 and 7);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`alter table mail_hours drop column week_on;`);
  }
}
