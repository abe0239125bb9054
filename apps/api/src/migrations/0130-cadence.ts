import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When people are away or elsewhere, what their calendars say, and times that are held for an answer. */
export class Cadence1760000130000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table person_travel (
        id uuid constraint pk_person_travel primary key,
        person_id uuid not null constraint fk_person_travel_person references person on delete cascade,
        zone text not null,
        from_on date not null,
        to_on date not null,
        constraint ck_person_travel_period check (from_on < to_on),
        constraint ex_person_travel_overlap exclude using gist (person_id with =, daterange(from_on, to_on) with &&)
      );
      create table out_of_office (
        id uuid constraint pk_out_of_office primary key,
        person_id uuid not null constraint fk_out_of_office_person references person on delete cascade,
        from_on date not null,
        to_on date not null,
        created_at timestamptz not null default now(),
        constraint ck_out_of_office_period check (from_on < to_on),
        constraint ex_out_of_office_overlap exclude using gist (person_id with =, daterange(from_on, to_on) with &&)
      );
      create table availability_override (
        id uuid constraint pk_availability_override primary key,
        person_id uuid not null constraint fk_availability_override_person references person on delete cascade,
        on_day date not null,
        kind text not null constraint ck_availability_override_kind check (kind in ('open', 'closed')),
        from_minute smallint not null,
        to_minute smallint not null,
        constraint ck_availability_override_span check (from_minute >= 0 and from_minute < to_minute and to_minute <= 1440),
        constraint ex_availability_override_overlap exclude using gist
          (person_id with =, on_day with =, int4range(from_minute, to_minute) with &&)
      );
      create table holiday (
        location_id uuid not null constraint fk_holiday_location references location on delete cascade,
        on_day date not null,
        name text not null,
        from_minute smallint not null default 0 constraint ck_holiday_from_minute check (from_minute between 0 and 1439),
        state text not null constraint ck_holiday_state check (state in ('approved', 'dismissed')),
        decided_by uuid constraint fk_holiday_decided_by references person on delete set null,
        decided_at timestamptz not null default now(),
        constraint pk_holiday primary key (location_id, on_day, name)
      );

      create table calendar_source (
        id uuid constraint pk_calendar_source primary key,
        person_id uuid not null constraint fk_calendar_source_person references person on delete cascade,
        kind text not null constraint ck_calendar_source_kind check (kind in ('ics', 'caldav')),
        address text not null,
        username text,
        password_sealed bytea,
        is_all_day_busy boolean not null default false,
        state text not null default 'new' constraint ck_calendar_source_state check (state in ('new', 'ok', 'failing')),
        problem text,
        etag text,
        unknown_zones text[] not null default '{}',
        checked_at timestamptz,
        read_at timestamptz,
        created_at timestamptz not null default now(),
        constraint uq_calendar_source_address unique (person_id, address)
      );
      create table busy_interval (
        source_id uuid not null constraint fk_busy_interval_source references calendar_source on delete cascade,
        person_id uuid not null constraint fk_busy_interval_person references person on delete cascade,
        from_at timestamptz not null,
        to_at timestamptz not null,
        constraint pk_busy_interval primary key (source_id, from_at),
        constraint ck_busy_interval_span check (from_at < to_at)
      );
      create index ix_busy_interval_person on busy_interval (person_id, to_at);

      create table session_offer (
        id uuid constraint pk_session_offer primary key,
        pairing_id uuid not null constraint fk_session_offer_pairing references pairing on delete cascade,
        kind text not null constraint ck_session_offer_kind check (kind in ('make_up', 'move')),
        about_session_id uuid not null constraint fk_session_offer_about references session on delete cascade,
        proposed_by uuid constraint fk_session_offer_proposed_by references person on delete set null,
        awaits text not null constraint ck_session_offer_awaits check (awaits in ('executive', 'champion')),
        round smallint not null default 1,
        expires_at timestamptz not null,
        state text not null default 'open' constraint ck_session_offer_state
          check (state in ('open', 'accepted', 'declined', 'expired', 'withdrawn')),
        created_at timestamptz not null default now()
      );
      create index ix_session_offer_pairing on session_offer (pairing_id) where state = 'open';
      create unique index uq_session_offer_open on session_offer (about_session_id) where state = 'open';
      alter table session add column offer_id uuid constraint fk_session_offer references session_offer on delete cascade;
      create index ix_session_offer on session (offer_id) where offer_id is not null;

      create table rhythm_question (
        id uuid constraint pk_rhythm_question primary key,
        pairing_id uuid not null constraint fk_rhythm_question_pairing references pairing on delete cascade,
        streak_session_id uuid not null constraint fk_rhythm_question_session references session on delete cascade
          constraint uq_rhythm_question_streak unique,
        cause text not null constraint ck_rhythm_question_cause check (cause in ('cancelled', 'away')),
        asked_at timestamptz not null,
        answer text constraint ck_rhythm_question_answer check (answer in ('other_hour', 'pause', 'keep')),
        answered_at timestamptz
      );
      create index ix_rhythm_question_pairing on rhythm_question (pairing_id) where answer is null;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table rhythm_question;
      alter table session drop column offer_id;
      drop table session_offer, busy_interval, calendar_source, holiday, availability_override, out_of_office, person_travel;
    `);
  }
}
