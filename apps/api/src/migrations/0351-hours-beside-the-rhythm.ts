import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ASKS_BESIDE_PAIRINGS } from './0251-help.js';

/**
 * A session beside the rhythm makes up for one that fell away, or is one more: then it counts as asked, with preparing
 * and writing up. Sessions that were booked before anybody counted them stay out.
 */
export class HoursBesideTheRhythm1760000351000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table session
        add column makes_up_for uuid constraint fk_session_makes_up_for references session on delete set null,
        add column is_extra boolean not null default false,
        add constraint ck_session_extra check (not is_extra or makes_up_for is null);
      create index ix_session_makes_up_for on session (makes_up_for) where makes_up_for is not null;
      create index ix_session_extra on session (pairing_id) where is_extra;
      update session m set makes_up_for = o.about_session_id
      from session_offer o where o.id = m.offer_id and o.kind = 'make_up' and m.status in ('booked', 'held', 'not_held', 'unconfirmed');
      create or replace view champion_ask as ${ASKS_BESIDE_PAIRINGS}
      union all
      select p.champion_id, 'session', s.id, s.duration_min * 2, s.local_start::date, s.local_start::date + 1, true
      from session s join pairing p on p.id = s.pairing_id
      where s.is_extra and s.status in ('booked', 'held', 'not_held', 'unconfirmed');
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      create or replace view champion_ask as ${ASKS_BESIDE_PAIRINGS};
      alter table session drop column makes_up_for, drop column is_extra;
    `);
  }
}
