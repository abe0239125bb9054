import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a champion's agreed hours are what they are; null where they never changed, or before this was kept. */
export class HoursSince1760000401000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table champion add column hours_since date');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table champion drop column hours_since');
  }
}
