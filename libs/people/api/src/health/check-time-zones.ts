import { isTimeZone, offsetAt } from '@flipside/people-domain';
import { healthy, worrying, type Database, type HealthCheck } from '@flipside/platform-api';
import { timeZoneDataVersion } from '../time-zone-data.js';

/** Zones that are always compared: the large ones, and those whose rules changed lately. */
const WATCHED = [
  'Africa/Cairo',
  'Africa/Casablanca',
  'America/Edmonton',
  'America/Havana',
  'America/New_York',
  'America/Santiago',
  'America/Vancouver',
  'America/Winnipeg',
  'Asia/Jerusalem',
  'Asia/Kolkata',
  'Australia/Sydney',
  'Europe/Berlin',
  'Europe/London',
  'UTC',
];

/** Compared at the middle of this many months from now on. */
const MONTHS = 24;
const MOST_SHOWN = 5;

interface DatabaseOffset {
  zone: string;
  at: Date;
  minutes: number;
}

/** One instant at which the product and the database disagree about a zone. */
export interface ZoneDifference {
  readonly zone: string;
  readonly at: Date;
  readonly ours: number;
  readonly theirs: number;
}

const signed = (minutes: number): string => {
  const size = Math.abs(minutes);
  const rest = size % 60;
  return `${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
};

const instants = (now: Date): Date[] =>
  Array.from(
    { length: MONTHS },
    (_, month) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + month, 15, 12)),
  );

/** The first difference of each zone that people or locations use, and of the watched ones. */
export async function zoneDifferences(
  db: Database,
  now: Date,
): Promise<{ differences: ZoneDifference[]; unknown: string[]; compared: number }> {
  const used = await db.rows<{ zone: string }>(
    `select time_zone as zone from location union select time_zone from person where time_zone is not null
     union select default_time_zone from programme`,
  );
  const zones = [...new Set([...WATCHED, ...used.map(({ zone }) => zone)])].sort();
  const known = await db.rows<{ name: string }>(
    `select name from pg_timezone_names where name = any($1::text[])`,
    [zones],
  );
  const inDatabase = new Set(known.map(({ name }) => name));
  const comparable = zones.filter((zone) => inDatabase.has(zone) && isTimeZone(zone));
  const theirs = await db.rows<DatabaseOffset>(
    `select zone, at, (extract(epoch from (at at time zone zone) - (at at time zone 'UTC')) / 60)::float8 as minutes
     from unnest($1::text[]) zone cross join unnest($2::timestamptz[]) at order by zone, at`,
    [comparable, instants(now)],
  );
  const differences = new Map<string, ZoneDifference>();
  for (const { zone, at, minutes } of theirs) {
    const ours = offsetAt(zone, at);
    if (ours !== minutes && !differences.has(zone))
      differences.set(zone, { zone, at, ours, theirs: minutes });
  }
  return {
    differences: [...differences.values()],
    unknown: zones.filter((zone) => !comparable.includes(zone)),
    compared: comparable.length,
  };
}

/** Whether this server and the database know the same clock changes. */
export async function checkTimeZones(db: Database, now: Date): Promise<HealthCheck> {
  const [id, title] = ['time-zones', 'Time-zone data'] as const;
  const { differences, unknown, compared } = await zoneDifferences(db, now);
  const release = `This server has ${timeZoneDataVersion()}.`;
  if (differences.length === 0 && unknown.length === 0) {
    return healthy(
      id,
      title,
      `${release} It agrees with the database on ${compared} zones for ${MONTHS} months.`,
    );
  }
  const shown = differences
    .slice(0, MOST_SHOWN)
    .map(
      ({ zone, at, ours, theirs }) =>
        `${zone} on ${at.toISOString().slice(0, 10)}: here UTC${signed(ours)}, in the database UTC${signed(theirs)}`,
    );
  const strange = unknown.length > 0 ? [`not known to both: ${unknown.join(', ')}`] : [];
  const more =
    differences.length > MOST_SHOWN ? [`and ${differences.length - MOST_SHOWN} more zones`] : [];
  return worrying(
    id,
    title,
    `${release} It differs from the database: ${[...shown, ...more, ...strange].join('; ')}.`,
    'Update Node.js and PostgreSQL (or its tzdata package), so that both carry the newest rules.',
  );
}
