import { newId } from '@flipside/kernel';
import { readConfig, type Database, type Role, type Viewer } from '@flipside/platform-api';

/** Where every measurement about sessions begins: a Monday morning in winter. */
export const MONDAY = new Date('2027-01-04T08:00:00Z');

export const config = readConfig({ url: 'https://coach.example.com' }, {});

export interface BenchPairing {
  readonly id: string;
  readonly executiveId: string;
  readonly championId: string;
}

export const executiveOf = (pairing: BenchPairing): Viewer => ({
  personId: pairing.executiveId,
  name: 'An executive',
  email: null,
  roles: new Set<Role>(['EMPLOYEE', 'EXECUTIVE']),
  timeZone: 'Europe/London',
});

/**
 * People and active pairings without sessions, so many for each champion. All rows in a few statements.
 * `anchorOn`: first day of their rhythm.
 */
export async function somePairings(
  db: Database,
  wish: { pairings: number; perChampion: number; anchorOn: string; champions?: readonly string[] },
): Promise<{ pairings: BenchPairing[]; champions: readonly string[] }> {
  const needed = Math.ceil(wish.pairings / wish.perChampion);
  const champions = wish.champions ?? Array.from({ length: needed }, () => newId());
  const pairings = Array.from({ length: wish.pairings }, (_, index) => ({
    id: newId(),
    executiveId: newId(),
    championId: champions[Math.floor(index / wish.perChampion) % champions.length] as string,
  }));
  const people = [
    ...(wish.champions ? [] : champions),
    ...pairings.map((each) => each.executiveId),
  ];
  await db.rows(
    `insert into person (id, name, email) select p.id, 'Person ' || p.n, 'p-' || p.id || '@bench.test'
     from unnest($1::uuid[]) with ordinality as p(id, n)`,
    [people],
  );
  // Hours enough that only time itself is fought over.
  await db.rows(
    `insert into champion (person_id, agreed_hours) select id, 900 from unnest($1::uuid[]) as c(id) on conflict do nothing`,
    [champions],
  );
  await db.rows(
    `insert into pairing (id, executive_id, champion_id, state, executive_answer, champion_answer, proposed_at, accepted_at, anchor_on)
     select p.id, p.executive_id, p.champion_id, 'active', 'yes', 'yes', $2::timestamptz - interval '14 days', $2::timestamptz - interval '7 days', $3
     from jsonb_to_recordset($1::jsonb) as p(id uuid, executive_id uuid, champion_id uuid)`,
    [
      JSON.stringify(
        pairings.map((each) => ({
          id: each.id,
          executive_id: each.executiveId,
          champion_id: each.championId,
        })),
      ),
      MONDAY,
      wish.anchorOn,
    ],
  );
  return { pairings, champions };
}

/**
 * Books six sessions of each pairing: a champion's pairings have a weekday each, so nobody meets twice.
 * Claims of champion and executive included, 10 minutes of gap behind each.
 */
export async function bookAll(
  db: Database,
  pairings: readonly BenchPairing[],
  perChampion: number,
): Promise<void> {
  const rows = pairings.map((pairing, index) => ({
    pairing: pairing.id,
    executive: pairing.executiveId,
    champion: pairing.championId,
    series: newId(),
    day: index % perChampion,
    hour: 9 + (Math.floor(index / perChampion) % 7),
  }));
  await db.rows(
    `create temporary table booked as
     select r.*, s.n, ('2027-01-11'::timestamp + make_interval(days => r.day + 14 * s.n, hours => r.hour)) as local, gen_random_uuid() as session
     from jsonb_to_recordset($1::jsonb) as r(pairing uuid, executive uuid, champion uuid, series uuid, day int, hour int)
     cross join generate_series(0, 5) as s(n)`,
    [JSON.stringify(rows)],
  );
  await db.rows(`insert into series (id, pairing_id, ical_uid, zone, local_start, occurrence_count, duration_min)
    select series, pairing, series || '@bench.test', 'Europe/London', local, 6, 30 from booked where n = 0`);
  await db.rows(`insert into session (id, pairing_id, series_id, recurrence_local, local_start, zone, duration_min, starts_at, ends_at, tzdb_version, status)
    select session, pairing, series, local, local, 'Europe/London', 30, local at time zone 'Europe/London',
      local at time zone 'Europe/London' + interval '30 minutes', 'bench', 'booked' from booked`);
  await db.rows(`insert into claim (id, person_id, session_id, kind, during)
    select gen_random_uuid(), who, session, 'firm',
      tstzrange(local at time zone 'Europe/London', local at time zone 'Europe/London' + interval '40 minutes')
    from booked cross join lateral (values (executive), (champion)) as p(who)`);
  await db.rows('drop table booked');
  await db.rows('analyze person, pairing, series, session, claim');
}
