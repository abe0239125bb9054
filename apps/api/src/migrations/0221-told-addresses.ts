import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The addresses at which two people have a series in their calendars, so that a new address is noticed. */
export class ToldAddresses1760000221000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table series add column executive_email text, add column champion_email text;
      update series r set executive_email = e.email, champion_email = c.email
      from pairing p join person e on e.id = p.executive_id join person c on c.id = p.champion_id
      where p.id = r.pairing_id and r.stamped_at is not null;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table series drop column executive_email, drop column champion_email');
  }
}
