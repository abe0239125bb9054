import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sessions beside the rhythm that were booked before anybody counted their hours are counted as well: each makes up for the
 * nearest date of the rhythm that fell away, at most 28 days off, or is one more. What is booked stays booked; where it is
 * more than was agreed, the load shows it and nothing is added.
 */
export class SessionsBesideBefore1760000381000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      do $$
      declare
        beside record;
        missed uuid;
      begin
        for beside in
          select s.id, s.pairing_id, s.local_start from session s join series r on r.id = s.series_id
          where r.is_beside and s.status in ('booked', 'held', 'not_held', 'unconfirmed')
            and s.makes_up_for is null and not s.is_extra
          order by s.local_start, s.id
        loop
          select s.id into missed from session s join series r on r.id = s.series_id
          where s.pairing_id = beside.pairing_id and not r.is_beside and s.status in ('skipped', 'cancelled', 'not_held')
            and coalesce(s.status_reason, '') not in ('pairing_paused', 'pairing_ended', 'person_left', 'undone')
            and abs(s.local_start::date - beside.local_start::date) <= 28
            and not exists (select from session m where m.makes_up_for = s.id
              and m.status in ('booked', 'held', 'not_held', 'unconfirmed'))
          order by abs(s.local_start::date - beside.local_start::date), s.local_start, s.id limit 1;
          update session set makes_up_for = missed, is_extra = missed is null where id = beside.id;
        end loop;
      end $$;
    `);
  }

  async down(): Promise<void> {
    // What is counted stays true without this step; the columns go with the one that made them.
  }
}
