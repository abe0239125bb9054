import { newId } from '@flipside/kernel';
import { aPerson } from '@flipside/people-api/builders';
import type { Database, Role, Viewer } from '@flipside/platform-api';

/** When the specs take place: a Tuesday afternoon in London. */
export const NOW = new Date('2026-11-24T15:00:00Z');

/** A person as the guard would see them. */
export async function aViewer(db: Database, name: string, ...roles: Role[]): Promise<Viewer> {
  const person = await aPerson(db, { name });
  return {
    personId: person.id,
    name,
    email: person.email,
    roles: new Set<Role>(['EMPLOYEE', ...roles]),
    timeZone: 'Europe/London',
  };
}

export interface Pair {
  pairingId: string;
  champion: Viewer;
  executive: Viewer;
}

/** Priya coaches Helen since June. */
export async function aPair(db: Database): Promise<Pair> {
  const champion = await aViewer(db, 'Priya Nair', 'CHAMPION');
  const executive = await aViewer(db, 'Helen Ward', 'EXECUTIVE');
  const pairingId = newId();
  await db.rows(
    `insert into executive (person_id, source, goal, topics, enrolled_on) values ($1, 'hand', '', '{Board papers}', '2026-05-01')`,
    [executive.personId],
  );
  await db.rows(
    `insert into pairing (id, executive_id, champion_id, state, proposed_at, accepted_at, anchor_on)
     values ($1, $2, $3, 'active', '2026-05-20T09:00:00Z', '2026-05-25T09:00:00Z', '2026-06-01')`,
    [pairingId, executive.personId, champion.personId],
  );
  return { pairingId, champion, executive };
}

/** A half-hour session of the pair; without a start it took place this morning and is still booked. */
export async function aSessionOf(
  db: Database,
  pair: Pair,
  wish: { startsAt?: string; status?: string } = {},
): Promise<string> {
  const id = newId();
  const startsAt = new Date(wish.startsAt ?? '2026-11-24T09:30:00Z');
  await db.rows(
    `with one as (
       insert into series (id, pairing_id, ical_uid, zone, local_start, occurrence_count, duration_min)
       values (gen_random_uuid(), $2, $1::text, 'Europe/London', $3::timestamptz at time zone 'Europe/London', 1, 30)
       returning id, local_start
     )
     insert into session (id, pairing_id, series_id, recurrence_local, local_start, zone, duration_min, starts_at,
       ends_at, tzdb_version, status)
     select $1::uuid, $2, id, local_start, local_start, 'Europe/London', 30, $3::timestamptz,
            $3::timestamptz + interval '30 minutes', '2026b', $4 from one`,
    [id, pair.pairingId, startsAt, wish.status ?? 'booked'],
  );
  return id;
}
