import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails of one lane leave in the order in which they were decided; a counter can be answered with a no. */
export class MailOrder1760000220000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table mail_message add column lane text, add column position bigserial,
        drop constraint ck_mail_message_ical_method,
        add constraint ck_mail_message_ical_method check (ical_method in ('REQUEST', 'CANCEL', 'DECLINECOUNTER'));
      -- Positions follow the order of the table; what still waits is put in the order in which it was decided.
      update mail_message m set position = w.position
      from (select o.id, p.position from
              (select id, row_number() over (order by created_at, id) as n from mail_message where state = 'queued') o
              join (select position, row_number() over (order by position) as n from mail_message where state = 'queued') p using (n)) w
      where m.id = w.id;
      update mail_message set lane = 'calendar:' || split_part(topic, ':', 2) || ':' || person_id
      where topic like 'calendar:%' and person_id is not null;
      create index ix_mail_message_lane on mail_message (lane, position) where lane is not null;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop index ix_mail_message_lane;
      update mail_message set ical_method = 'REQUEST', state = case when state = 'queued' then 'dropped' else state end
      where ical_method = 'DECLINECOUNTER';
      alter table mail_message drop column lane, drop column position,
        drop constraint ck_mail_message_ical_method,
        add constraint ck_mail_message_ical_method check (ical_method in ('REQUEST', 'CANCEL'));
    `);
  }
}
