import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Champions, the periods in which they count, and the nominations that lead there. */
export class Champions1760000002000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table champion (
        person_id uuid constraint pk_champion primary key constraint fk_champion_person references person on delete cascade,
        about text not null default '',
        skills text[] not null default '{}',
        problems text[] not null default '{}',
        tools text[] not null default '{}',
        capacity smallint not null default 2 constraint ck_champion_capacity check (capacity between 0 and 20),
        agreed_hours numeric(5,2) not null default 4,
        takes_new_pairings boolean not null default true,
        profile_confirmed_on date,
        created_at timestamptz not null default now(),
        version integer not null default 1
      );
      create table champion_period (
        person_id uuid not null constraint fk_champion_period_champion references champion on delete cascade,
        state text not null constraint ck_champion_period_state check (state in ('active', 'resting')),
        valid_from date not null,
        valid_to date not null default 'infinity',
        reason text,
        constraint pk_champion_period primary key (person_id, valid_from),
        constraint ck_champion_period_span check (valid_from < valid_to),
        constraint ex_champion_period_overlap exclude using gist (person_id with =, daterange(valid_from, valid_to) with &&)
      );

      create table nomination (
        id uuid constraint pk_nomination primary key,
        nominee_id uuid not null constraint fk_nomination_nominee references person on delete cascade,
        nominator_id uuid constraint fk_nomination_nominator references person on delete set null,
        source text not null constraint ck_nomination_source check (source in ('self', 'peer', 'manager', 'hr')),
        reason text not null,
        stage text not null default 'nominated' constraint ck_nomination_stage check (stage in
          ('candidate', 'nominated', 'screened', 'interviewed', 'approved', 'onboarding', 'active', 'declined', 'withdrawn')),
        nominee_answer text not null default 'pending' constraint ck_nomination_answer check (nominee_answer in ('pending', 'yes', 'no')),
        stage_since timestamptz not null default now(),
        created_at timestamptz not null default now(),
        closed_at timestamptz,
        version integer not null default 1
      );
      create unique index uq_nomination_open on nomination (nominee_id) where closed_at is null;
      create index ix_nomination_stage on nomination (stage, stage_since);
      create index ix_nomination_nominee on nomination (nominee_id);
      create index ix_nomination_nominator on nomination (nominator_id);
      create table nomination_event (
        id uuid constraint pk_nomination_event primary key,
        nomination_id uuid not null constraint fk_nomination_event_nomination references nomination on delete cascade,
        from_stage text,
        to_stage text not null,
        actor_id uuid constraint fk_nomination_event_actor references person on delete set null,
        reason text,
        at timestamptz not null default now()
      );
      create index ix_nomination_event_nomination on nomination_event (nomination_id, at);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table nomination_event, nomination, champion_period, champion;`);
  }
}
