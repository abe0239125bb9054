import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Series for calendars, sessions as the product believes them, and claims that make double booking impossible. */
export class Sessions1760000004000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table delegation (
        id uuid constraint pk_delegation primary key,
        principal_id uuid not null constraint fk_delegation_principal references person on delete cascade,
        delegate_id uuid not null constraint fk_delegation_delegate references person on delete cascade,
        valid_from date not null,
        valid_to date not null default 'infinity',
        granted_at timestamptz not null default now(),
        constraint ck_delegation_two_people check (principal_id <> delegate_id)
      );
      create unique index uq_delegation_current on delegation (principal_id, delegate_id) where valid_to = 'infinity';
      create index ix_delegation_delegate on delegation (delegate_id);

      create table series (
        id uuid constraint pk_series primary key,
        pairing_id uuid not null constraint fk_series_pairing references pairing on delete cascade,
        ical_uid text not null constraint uq_series_ical_uid unique,
        zone text not null,
        local_start timestamp not null,
        interval_weeks smallint not null default 2,
        occurrence_count smallint not null constraint ck_series_count check (occurrence_count between 1 and 13),
        duration_min smallint not null,
        sequence integer not null default 0,
        stamped_at timestamptz,
        state text not null default 'active' constraint ck_series_state check (state in ('active', 'ended', 'cancelled')),
        created_at timestamptz not null default now(),
        version integer not null default 1
      );
      create index ix_series_pairing on series (pairing_id);

      create table session (
        id uuid constraint pk_session primary key,
        pairing_id uuid not null constraint fk_session_pairing references pairing on delete cascade,
        series_id uuid not null constraint fk_session_series references series on delete cascade,
        recurrence_local timestamp not null,
        local_start timestamp not null,
        zone text not null,
        duration_min smallint not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        tzdb_version text not null,
        status text not null constraint ck_session_status check (status in
          ('offered', 'booked', 'held', 'not_held', 'unconfirmed', 'skipped', 'cancelled', 'expired')),
        status_reason text,
        absent_side text constraint ck_session_absent_side check (absent_side in ('executive', 'champion', 'both')),
        is_disputed boolean not null default false,
        attention text[] not null default '{}',
        move_count smallint not null default 0,
        sequence integer not null default 0,
        meeting_link text,
        agenda text not null default '',
        created_at timestamptz not null default now(),
        version integer not null default 1,
        constraint ck_session_span check (starts_at < ends_at),
        constraint uq_session_recurrence unique (series_id, recurrence_local)
      );
      create index ix_session_pairing on session (pairing_id, starts_at);
      create index ix_session_booked_ends on session (ends_at) where status = 'booked';
      create index ix_session_starts on session (starts_at);

      create table claim (
        id uuid constraint pk_claim primary key,
        person_id uuid not null constraint fk_claim_person references person on delete cascade,
        session_id uuid not null constraint fk_claim_session references session on delete cascade,
        kind text not null constraint ck_claim_kind check (kind in ('hold', 'firm')),
        during tstzrange not null,
        hold_expires_at timestamptz,
        active boolean not null default true,
        constraint ck_claim_during check (not isempty(during) and lower_inc(during) and not upper_inc(during)
          and lower(during) is not null and upper(during) is not null),
        constraint ck_claim_hold check ((kind = 'hold') = (hold_expires_at is not null)),
        constraint ex_claim_no_overlap exclude using gist (person_id with =, during with &&) where (active)
      );
      create unique index uq_claim_session_person on claim (session_id, person_id) where active;

      create table session_event (
        id uuid constraint pk_session_event primary key,
        session_id uuid not null constraint fk_session_event_session references session on delete cascade,
        kind text not null,
        from_status text,
        to_status text not null,
        actor_id uuid constraint fk_session_event_actor references person on delete set null,
        on_behalf_of uuid constraint fk_session_event_behalf references person on delete set null,
        reason_code text,
        before jsonb,
        after jsonb,
        at timestamptz not null
      );
      create index ix_session_event_session on session_event (session_id, at);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table session_event, claim, session, series, delegation;`);
  }
}
