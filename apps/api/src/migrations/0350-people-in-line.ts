import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Locking two people and looking whether a wished time is still theirs, in one call. Of many who wait in line for one
 * person most come too late. The one who does is refused by the server itself, as the exclusion constraint would: the
 * lock passes on at once, without waiting for an answer to travel to the asker and back.
 */
export class PeopleInLine1760000350000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create function refuse_taken(people uuid[], seen_at timestamptz, wanted tstzrange) returns void language plpgsql as $$
      begin
        if exists (
          select 1 from claim where person_id = any(people) and active and during && wanted
            and (hold_expires_at is null or hold_expires_at > seen_at)
        ) then
          raise exclusion_violation using message = 'Somebody was faster.', constraint = 'ex_claim_no_overlap';
        end if;
      end
      $$;
      create function lock_people(people uuid[], seen_at timestamptz, wanted tstzrange) returns void language plpgsql as $$
      begin
        perform refuse_taken(people, seen_at, wanted);
        perform set_config('lock_timeout', '3s', true);
        perform 1 from person where id = any(people) order by id for no key update;
        delete from claim where person_id = any(people) and kind = 'hold' and hold_expires_at <= seen_at;
        perform refuse_taken(people, seen_at, wanted);
      end
      $$;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function lock_people(uuid[], timestamptz, tstzrange);
      drop function refuse_taken(uuid[], timestamptz, tstzrange);
    `);
  }
}
