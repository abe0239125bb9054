import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Private calendar addresses, and a counter for each person that tells a reader that nothing changed. */
export class CalendarFeeds1760000141000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table calendar_feed (
        id uuid constraint pk_calendar_feed primary key,
        person_id uuid not null constraint fk_calendar_feed_person references person on delete cascade,
        principal_id uuid not null constraint fk_calendar_feed_principal references person on delete cascade,
        token_hash bytea not null constraint uq_calendar_feed_token unique,
        label text not null,
        detail text not null constraint ck_calendar_feed_detail check (detail in ('busy', 'neutral', 'full')),
        created_at timestamptz not null,
        last_used_at timestamptz,
        revoked_at timestamptz
      );
      create index ix_calendar_feed_person on calendar_feed (person_id);
      create index ix_calendar_feed_principal on calendar_feed (principal_id);

      create table calendar_change (
        person_id uuid constraint pk_calendar_change primary key
          constraint fk_calendar_change_person references person on delete cascade,
        version bigint not null default 1,
        changed_at timestamptz not null default now()
      );

      create function note_calendar_change() returns trigger language plpgsql as $$
      begin
        insert into calendar_change as c (person_id)
        select distinct who.id
        from touched t join pairing p on p.id = t.pairing_id
        cross join lateral (values (p.executive_id), (p.champion_id)) as who(id)
        order by who.id
        on conflict (person_id) do update set version = c.version + 1, changed_at = now();
        return null;
      end $$;
      create trigger session_added after insert on session
        referencing new table as touched for each statement execute function note_calendar_change();
      create trigger session_changed after update on session
        referencing new table as touched for each statement execute function note_calendar_change();
      create trigger session_removed after delete on session
        referencing old table as touched for each statement execute function note_calendar_change();

      create function note_renamed_person() returns trigger language plpgsql as $$
      begin
        insert into calendar_change as c (person_id)
        select distinct who.id
        from pairing p cross join lateral (values (p.executive_id), (p.champion_id)) as who(id)
        where p.executive_id = new.id or p.champion_id = new.id
        order by who.id
        on conflict (person_id) do update set version = c.version + 1, changed_at = now();
        return null;
      end $$;
      create trigger person_renamed after update of name on person
        for each row when (old.name is distinct from new.name) execute function note_renamed_person();
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop trigger person_renamed on person;
      drop trigger session_added on session;
      drop trigger session_changed on session;
      drop trigger session_removed on session;
      drop function note_renamed_person();
      drop function note_calendar_change();
      drop table calendar_change, calendar_feed;
    `);
  }
}
