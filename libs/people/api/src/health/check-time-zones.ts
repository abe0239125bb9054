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

/** Compared at noon of every day of this many months: what differs for the month of Ramadan shows too. */
const MONTHS = 24;
const DAY_MS = 86_400_000;
const MOST_SHOWN = 5;

interface DatabaseOffsets {
  zone: string;
  /** In minutes, one for each instant asked for. */
  minutes: number[];
}

/** Whose clock was compared with ours. */
export type Clockwork = 'database' | 'runtime';

/** The offset of a zone in minutes at a moment, or null for a zone that this clock does not know. */
export type OtherClock = (zone: string, at: Date) => number | null;

/** Days in a row, both ends included, on which somebody else's clock in a zone differs from ours by as much; offsets in minutes. */
export interface ZoneDifference {
  readonly zone: string;
  readonly with: Clockwork;
  readonly from: Date;
  readonly until: Date;
  readonly ours: number;
  readonly theirs: number;
}

const signed = (minutes: number): string => {
  const size = Math.abs(minutes);
  const rest = size % 60;
  return `${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
};

/** Noon in UTC of every day from today on. */
function instants(now: Date): Date[] {
  const at = (month: number, day: number): number =>
    Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + month, day, 12);
  const first = at(0, now.getUTCDate());
  const days = Math.round((at(MONTHS, now.getUTCDate()) - first) / DAY_MS);
  return Array.from({ length: days }, (_, day) => new Date(first + day * DAY_MS));
}

/** The clock of `Intl`. Making a format is dear, so each zone's is kept. */
function runtimeClock(): OtherClock {
  const formats = new Map<string, Intl.DateTimeFormat>();
  return (zone, at) => {
    try {
      const format =
        formats.get(zone) ??
        new Intl.DateTimeFormat('sv-SE', {
          timeZone: zone,
          dateStyle: 'short',
          timeStyle: 'medium',
        });
      formats.set(zone, format);
      return Math.round(
        (Date.parse(`${format.format(at).replace(' ', 'T')}Z`) - at.getTime()) / 60_000,
      );
    } catch {
      return null;
    }
  };
}

/** The stretches in which another clock's offsets differ from ours, day by day. */
function differing(
  zone: string,
  clockwork: Clockwork,
  days: readonly Date[],
  offsetOf: (day: number) => number | null,
): ZoneDifference[] {
  const found: ZoneDifference[] = [];
  days.forEach((at, day) => {
    const [ours, theirs] = [offsetAt(zone, at), offsetOf(day)];
    if (theirs === null || theirs === ours) return;
    const last = found.at(-1);
    const goesOn =
      last?.until.getTime() === at.getTime() - DAY_MS &&
      last.ours === ours &&
      last.theirs === theirs;
    const from = goesOn ? last.from : at;
    if (goesOn) found.pop();
    found.push({ zone, with: clockwork, from, until: at, ours, theirs });
  });
  return found;
}

/**
 * Where the clocks of zones that people or locations use, and of the watched ones, differ from ours: the
 * database's and that of the runtime's `Intl`. `unknown`: zones that one of the three does not know.
 */
export async function zoneDifferences(
  db: Database,
  now: Date,
  runtime: OtherClock = runtimeClock(),
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
    (zone) => inDatabase.has(zone) && isTimeZone(zone) && runtime(zone, now) !== null,
  );
  const days = instants(now);
  const theirs = await db.rows<DatabaseOffsets>(
    `select zone, array_agg((extract(epoch from (at at time zone zone) - (at at time zone 'UTC')) / 60)::int order by at) as minutes
     from unnest($1::text[]) zone cross join unnest($2::timestamptz[]) at group by zone order by zone`,
    [comparable, days],
  );
  const differences = theirs.flatMap(({ zone, minutes }) => [
    ...differing(zone, 'database', days, (day) => minutes[day] ?? null),
    ...differing(zone, 'runtime', days, (day) => runtime(zone, days[day] as Date)),
  ]);
  return {
    differences,
    unknown: zones.filter((zone) => !comparable.includes(zone)),
    compared: comparable.length,
  };
}

const WHERE: Readonly<Record<Clockwork, string>> = {
  database: 'in the database',
  runtime: 'in this Node.js',
};

const spanOf = (from: Date, until: Date): string => {
  const [first, last] = [from.toISOString().slice(0, 10), until.toISOString().slice(0, 10)];
  return first === last ? `on ${first}` : `from ${first} to ${last}`;
};

/** Whether this product, its runtime and the database know the same clock changes. */
export async function checkTimeZones(
  db: Database,
  now: Date,
  runtime?: OtherClock,
): Promise<HealthCheck> {
  const [id, title] = ['time-zones', 'Time-zone data'] as const;
  const { differences, unknown, compared } = await zoneDifferences(db, now, runtime);
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
      ({ zone, from, until, ours, theirs, with: clockwork }) =>
        `${zone} ${spanOf(from, until)}: here UTC${signed(ours)}, ${WHERE[clockwork]} UTC${signed(theirs)}`,
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
