import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People, org units, locations, programme rules, sign-in and roster import.
 * Every fact that coverage needs stands in a half-open period [valid_from, valid_to), open end = 'infinity'.
 */
export class People1760000001000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table location (
        id uuid constraint pk_location primary key,
        code text not null constraint uq_location_code unique,
        name text not null,
        country text,
        time_zone text not null,
        created_at timestamptz not null default now()
      );

      create table org_unit (
        id uuid constraint pk_org_unit primary key,
        code text not null constraint uq_org_unit_code unique,
        name text not null,
        target_ratio smallint constraint ck_org_unit_target_ratio check (target_ratio between 1 and 1000),
        created_at timestamptz not null default now()
      );
      create table org_unit_placement (
        org_unit_id uuid not null constraint fk_org_unit_placement_unit references org_unit on delete cascade,
        parent_id uuid constraint fk_org_unit_placement_parent references org_unit,
        valid_from date not null,
        valid_to date not null default 'infinity',
        constraint pk_org_unit_placement primary key (org_unit_id, valid_from),
        constraint ck_org_unit_placement_period check (valid_from < valid_to),
        constraint ck_org_unit_placement_parent check (parent_id <> org_unit_id),
        constraint ex_org_unit_placement_overlap exclude using gist (org_unit_id with =, daterange(valid_from, valid_to) with &&)
      );
      create index ix_org_unit_placement_parent on org_unit_placement (parent_id);

      create table person (
        id uuid constraint pk_person primary key,
        employee_no text constraint uq_person_employee_no unique,
        email text constraint uq_person_email unique constraint ck_person_email_lower check (email = lower(email)),
        name text not null,
        title text not null default '',
        languages text[] not null default '{}',
        time_zone text,
        locale text not null default 'en',
        hire_on date,
        leave_on date,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        version integer not null default 1
      );
      create index ix_person_name_trgm on person using gin (name gin_trgm_ops);

      create table employment (
        person_id uuid not null constraint fk_employment_person references person on delete cascade,
        valid_from date not null,
        valid_to date not null default 'infinity',
        org_unit_id uuid constraint fk_employment_org_unit references org_unit,
        location_id uuid constraint fk_employment_location references location,
        manager_id uuid constraint fk_employment_manager references person,
        level smallint,
        employment_type text not null default 'employee',
        status text not null default 'active' constraint ck_employment_status check (status in ('active', 'leave')),
        fte numeric(3,2) not null default 1,
        constraint pk_employment primary key (person_id, valid_from),
        constraint ck_employment_period check (valid_from < valid_to)
      );
      create index ix_employment_unit on employment (org_unit_id);
      create index ix_employment_manager on employment (manager_id);
      create unique index uq_employment_current on employment (person_id) where valid_to = 'infinity';

      create table working_hours (
        person_id uuid not null constraint fk_working_hours_person references person on delete cascade,
        weekday smallint not null constraint ck_working_hours_weekday check (weekday between 1 and 7),
        from_minute smallint not null,
        to_minute smallint not null,
        constraint pk_working_hours primary key (person_id, weekday, from_minute),
        constraint ck_working_hours_span check (from_minute >= 0 and from_minute < to_minute and to_minute <= 1440)
      );

      create table role_grant (
        person_id uuid not null constraint fk_role_grant_person references person on delete cascade,
        role text not null constraint ck_role_grant_role check (role in ('HR_LEAD', 'ADMINISTRATOR')),
        granted_by uuid constraint fk_role_grant_by references person,
        granted_at timestamptz not null default now(),
        constraint pk_role_grant primary key (person_id, role)
      );

      create table sign_in_link (
        token_hash bytea constraint pk_sign_in_link primary key,
        person_id uuid not null constraint fk_sign_in_link_person references person on delete cascade,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index ix_sign_in_link_person on sign_in_link (person_id, created_at);
      create table web_session (
        token_hash bytea constraint pk_web_session primary key,
        person_id uuid not null constraint fk_web_session_person references person on delete cascade,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null
      );
      create index ix_web_session_person on web_session (person_id);

      create table demo_person (
        person_id uuid constraint pk_demo_person primary key constraint fk_demo_person_person references person on delete cascade,
        role_label text not null,
        note text not null,
        position smallint not null
      );

      create table programme (
        id smallint constraint pk_programme primary key constraint ck_programme_single check (id = 1),
        name text not null default 'Flipside',
        target_ratio smallint not null default 25 constraint ck_programme_target_ratio check (target_ratio between 1 and 1000),
        small_unit_limit smallint not null default 10 constraint ck_programme_small_unit_limit check (small_unit_limit between 1 and 1000),
        rounding text not null default 'up' constraint ck_programme_rounding check (rounding in ('up', 'nearest')),
        eligible_types text[] not null default '{employee}',
        counts_leave boolean not null default false,
        executive_level smallint,
        default_time_zone text not null default 'Europe/London',
        default_hours jsonb not null default '[{"weekdays":[1,2,3,4,5],"from":540,"to":1020}]',
        cadence_days smallint not null default 14 constraint ck_programme_cadence check (cadence_days between 7 and 42),
        session_minutes smallint not null default 30 constraint ck_programme_session_minutes check (session_minutes in (15, 30, 45, 60)),
        champion_capacity smallint not null default 2 constraint ck_programme_capacity check (champion_capacity between 1 and 20),
        champion_hours numeric(5,2) not null default 4,
        min_notice_hours smallint not null default 24,
        small_group_limit smallint not null default 5 constraint ck_programme_small_group check (small_group_limit >= 3),
        last_import_at timestamptz,
        version integer not null default 1
      );
      insert into programme (id) values (1);
      create table programme_change (
        id uuid constraint pk_programme_change primary key,
        actor_id uuid constraint fk_programme_change_actor references person,
        before jsonb not null,
        after jsonb not null,
        at timestamptz not null default now()
      );

      create table import_run (
        id uuid constraint pk_import_run primary key,
        file_name text not null,
        file_bytes bigint not null default 0,
        file_digest text,
        actor_id uuid constraint fk_import_run_actor references person,
        state text not null default 'reading' constraint ck_import_run_state check (state in ('reading', 'mapping', 'checking', 'ready', 'applying', 'applied', 'cancelled', 'failed')),
        format jsonb not null default '{}',
        columns jsonb not null default '[]',
        mapping jsonb not null default '{}',
        options jsonb not null default '{}',
        counts jsonb not null default '{}',
        failure text,
        as_of date not null,
        created_at timestamptz not null default now(),
        applied_at timestamptz
      );
      create table import_problem (
        run_id uuid not null constraint fk_import_problem_run references import_run on delete cascade,
        row_no integer not null,
        kind text not null,
        severity text not null constraint ck_import_problem_severity check (severity in ('error', 'warning')),
        field text,
        value text,
        message text not null
      );
      create index ix_import_problem_run on import_problem (run_id, kind, row_no);
      -- Tables of imports that nobody has decided yet: rows, bytes of the upload, what would change.
      create schema roster;
      create table import_mapping (
        header_signature text constraint pk_import_mapping primary key,
        mapping jsonb not null,
        saved_at timestamptz not null default now()
      );
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop schema roster cascade;
      drop table import_mapping, import_problem, import_run, programme_change, programme, demo_person, web_session, sign_in_link,
        role_grant, working_hours, employment, person, org_unit_placement, org_unit, location;
    `);
  }
}
