import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The term of a champion, and sections of a profile that were confirmed one by one. */
export class Relationship1760000290000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table champion add column term_ends_on date, add column stays_in_touch boolean not null default false;
      create table champion_section (
        person_id uuid not null constraint fk_champion_section_champion references champion on delete cascade,
        section text not null constraint ck_champion_section_name check (section in ('about', 'skills', 'problems', 'tools', 'availability')),
        confirmed_on date not null,
        constraint pk_champion_section primary key (person_id, section)
      );
      insert into champion_section (person_id, section, confirmed_on)
      select c.person_id, s, c.profile_confirmed_on
      from champion c cross join unnest(array['about', 'skills', 'problems', 'tools', 'availability']) s
      where c.profile_confirmed_on is not null;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(
      `drop table champion_section; alter table champion drop column term_ends_on, drop column stays_in_touch;`,
    );
  }
}
