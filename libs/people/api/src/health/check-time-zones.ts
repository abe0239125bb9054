import { isTimeZone, offsetAt, zoneDataVersion } from '@flipside/people-domain';
import { healthy, worrying, type Database, type HealthCheck } from '@flipside/platform-api';

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

/** Whose clock was compared with ours. */
export type Clockwork = 'database' | 'runtime';

/** An instant from which on somebody else's clock in a zone differs from ours; offsets in minutes. */
export interface ZoneDifference {
  readonly zone: string;
  readonly with: Clockwork;
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

/** The offset that `Intl` gives in minutes, or null for a zone that it does not know. */
function runtimeOffset(zone: string, at: Date): number | null {
  try {
    const parts = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'medium',
    }).format(at);
    return Math.round((Date.parse(`${parts.replace(' ', 'T')}Z`) - at.getTime()) / 60_000);
  } catch {
    return null;
  }
}

/**
 * The first difference of each zone that people or locations use, and of the watched ones: with the
 * database and with the runtime's `Intl`. `unknown`: zones that one of the three does not know.
 */
export async function zoneDifferences(
  db: Database,
  now: Date,
): Promise<{ differences: ZoneDifference[]; unknown: string[]; compared: number }> {
  const used = await db.rows<{ zone: string }>(
    `select time_zone as zone from location union select time_zone from person where time_zone is not null
     union select default_time_zone from programme union select zone from person_travel where to_on > $1::date`,
    [now],
  );
  const zones = [...new Set([...WATCHED, ...used.map(({ zone }) => zone)])].sort();
  const known = await db.rows<{ name: string }>(
    `select name from pg_timezone_names where name = any($1::text[])`,
    [zones],
  );
  const inDatabase = new Set(known.map(({ name }) => name));
  const comparable = zones.filter(
    (zone) => inDatabase.has(zone) && isTimeZone(zone) && runtimeOffset(zone, now) !== null,
  );
  const theirs = await db.rows<DatabaseOffset>(
    `select zone, at, (extract(epoch from (at at time zone zone) - (at at time zone 'UTC')) / 60)::float8 as minutes
     from unnest($1::text[]) zone cross join unnest($2::timestamptz[]) at order by zone, at`,
    [comparable, instants(now)],
  );
  const differences = new Map<string, ZoneDifference>();
  const compare = (zone: string, at: Date, clockwork: Clockwork, minutes: number | null): void => {
    const ours = offsetAt(zone, at);
    const key = `${clockwork} ${zone}`;
    if (minutes !== null && ours !== minutes && !differences.has(key))
      differences.set(key, { zone, with: clockwork, at, ours, theirs: minutes });
  };
  for (const { zone, at, minutes } of theirs) {
    compare(zone, at, 'database', minutes);
    compare(zone, at, 'runtime', runtimeOffset(zone, at));
  }
  return {
    differences: [...differences.values()],
    unknown: zones.filter((zone) => !comparable.includes(zone)),
    compared: comparable.length,
  };
}

const WHERE: Readonly<Record<Clockwork, string>> = {
  database: 'in the database',
  runtime: 'in this Node.js',
};

/** Whether this product, its runtime and the database know the same clock changes. */
export async function checkTimeZones(db: Database, now: Date): Promise<HealthCheck> {
  const [id, title] = ['time-zones', 'Time-zone data'] as const;
  const { differences, unknown, compared } = await zoneDifferences(db, now);
  const release = `Sessions follow our own copy of the IANA data, release ${zoneDataVersion()}.`;
  if (differences.length === 0 && unknown.length === 0) {
    return healthy(
      id,
      title,
      `${release} Database and Node.js agree with it on ${compared} zones for ${MONTHS} months.`,
    );
  }
  const shown = differences
    .slice(0, MOST_SHOWN)
    .map(
      ({ zone, at, ours, theirs, with: clockwork }) =>
        `${zone} on ${at.toISOString().slice(0, 10)}: here UTC${signed(ours)}, ${WHERE[clockwork]} UTC${signed(theirs)}`,
    );
  const strange = unknown.length > 0 ? [`not known everywhere: ${unknown.join(', ')}`] : [];
  const more =
    differences.length > MOST_SHOWN ? [`and ${differences.length - MOST_SHOWN} more`] : [];
  return worrying(
    id,
    title,
    `${release} It differs from others: ${[...shown, ...more, ...strange].join('; ')}.`,
    'Sessions are right as long as our copy is the newest. Update Flipside, Node.js and PostgreSQL (or its tzdata package), so that all carry the newest rules.',
  );
}
