/**
 * The one place where wall time becomes an instant and back. Every other rule asks here, so that
 * matching, booking and mail agree about each clock change.
 *
 * Offsets come from our own copy of the IANA data, a table of changes for each zone; `Intl` and the
 * database are only compared with it. Units: instants are `Date`, offsets minutes east of UTC, wall
 * times 'YYYY-MM-DDTHH:MM' without a zone.
 */
import { placeZones, zoneTable, type ZoneTable } from './zone-data.js';

/** A wall clock without a zone: 'YYYY-MM-DDTHH:MM', seconds allowed. */
export type LocalDateTime = string;

/** What a wall time means in a zone. */
export type Resolution =
  | { readonly kind: 'instant'; readonly instant: Date; readonly offsetMinutes: number }
  /** The clocks go back: this wall time happens twice. The product means the first one. */
  | { readonly kind: 'ambiguous'; readonly first: Date; readonly second: Date }
  /** The clocks go forward: this wall time never happens. `resumesAt` is the moment of the jump. */
  | { readonly kind: 'gap'; readonly lengthMinutes: number; readonly resumesAt: Date };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** @throws RangeError for a name that is no IANA zone. */
function tableOf(zone: string): ZoneTable {
  const table = zoneTable(zone);
  if (!table) throw new RangeError(`Unknown time zone: ${zone}`);
  return table;
}

/** How many changes lie at or before `atMs`: the index of the offset that holds then. */
function indexAt({ changes }: ZoneTable, atMs: number): number {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle] as number) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

function offsetMsAt(zone: string, atMs: number): number {
  const table = tableOf(zone);
  return table.offsets[indexAt(table, atMs)] ?? 0;
}

/** The offsets that hold anywhere in [fromMs, toMs]. */
function offsetsBetween(zone: string, fromMs: number, toMs: number): Set<number> {
  const table = tableOf(zone);
  const last = indexAt(table, toMs);
  const offsets = new Set<number>();
  for (let index = indexAt(table, fromMs); index <= last; index++)
    offsets.add(table.offsets[index] ?? 0);
  return offsets;
}

/** The first moment in (fromMs, toMs] at which the clocks go forward. */
function jumpBetween(zone: string, fromMs: number, toMs: number): number {
  const { changes, offsets } = tableOf(zone);
  return (
    changes.find(
      (at, index) =>
        at > fromMs && at <= toMs && (offsets[index + 1] as number) > (offsets[index] as number),
    ) ?? toMs
  );
}

type ResolutionMs =
  | { kind: 'instant'; atMs: number }
  | { kind: 'ambiguous'; firstMs: number; secondMs: number }
  | { kind: 'gap'; lengthMs: number; resumesMs: number };

/** `wallMs`: the wall clock as if it were UTC. */
function resolveWall(zone: string, wallMs: number): ResolutionMs {
  const [from, to] = [wallMs - DAY, wallMs + DAY];
  const hits = [...offsetsBetween(zone, from, to)]
    .map((offset) => ({ atMs: wallMs - offset, offset }))
    .filter(({ atMs, offset }) => offsetMsAt(zone, atMs) === offset)
    .map(({ atMs }) => atMs)
    .sort((a, b) => a - b);
  const [firstMs, secondMs] = hits;
  if (firstMs === undefined) {
    const resumesMs = jumpBetween(zone, from, to);
    const lengthMs = offsetMsAt(zone, resumesMs) - offsetMsAt(zone, resumesMs - 1);
    return { kind: 'gap', lengthMs, resumesMs };
  }
  if (secondMs === undefined) return { kind: 'instant', atMs: firstMs };
  return { kind: 'ambiguous', firstMs, secondMs };
}

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/;

/** The wall clock as if it were UTC, in milliseconds. @throws RangeError when it is no wall time. */
function wallMsOf(local: LocalDateTime): number {
  const found = LOCAL.exec(local);
  const wallMs = found ? Date.parse(`${local.length === 16 ? `${local}:00` : local}Z`) : NaN;
  // Date.parse rolls 30 February into March: what comes back must be what went in.
  if (!found || Number.isNaN(wallMs) || !new Date(wallMs).toISOString().startsWith(local)) {
    throw new RangeError(`Not a wall time: ${local}`);
  }
  return wallMs;
}

/**
 * What the wall time `local` means in `zone`.
 *
 * Example: Europe/Berlin, '2026-03-29T02:30' is a gap of 60 minutes, '2026-10-25T02:30' happens twice.
 * @throws RangeError for an unknown zone or a malformed wall time.
 */
export function resolveLocal(zone: string, local: LocalDateTime): Resolution {
  const found = resolveWall(zone, wallMsOf(local));
  switch (found.kind) {
    case 'instant': {
      const instant = new Date(found.atMs);
      return { kind: 'instant', instant, offsetMinutes: offsetAt(zone, instant) };
    }
    case 'ambiguous':
      return {
        kind: 'ambiguous',
        first: new Date(found.firstMs),
        second: new Date(found.secondMs),
      };
    case 'gap':
      return {
        kind: 'gap',
        lengthMinutes: found.lengthMs / MINUTE,
        resumesAt: new Date(found.resumesMs),
      };
  }
}

/** Minutes east of UTC in `zone` at `instant`; New York in January: -300. */
export function offsetAt(zone: string, instant: Date): number {
  return offsetMsAt(zone, instant.getTime()) / MINUTE;
}

/** The wall clock in `zone` at `instant`, to the minute: 'YYYY-MM-DDTHH:MM'. */
export function localOf(instant: Date, zone: string): LocalDateTime {
  const atMs = instant.getTime();
  return new Date(atMs + offsetMsAt(zone, atMs)).toISOString().slice(0, 16);
}

/**
 * The moment at which `minute` of `day` is reached in `zone`, in epoch milliseconds; `minute` 1440 is
 * the next midnight. A minute that never happens is reached when the clocks jump, one that happens
 * twice when it happens first. Meant for edges of working hours; bookings use `resolveLocal`.
 */
export function edgeMs(zone: string, day: string, minute: number): number {
  const found = resolveWall(zone, wallMsOf(`${day}T00:00`) + minute * MINUTE);
  switch (found.kind) {
    case 'instant':
      return found.atMs;
    case 'ambiguous':
      return found.firstMs;
    case 'gap':
      return found.resumesMs;
  }
}

/** Whether `name` is an IANA zone; plain offsets such as '+02:00' are none. */
export const isTimeZone = (name: string): boolean => zoneTable(name) !== null;

/** Every zone to offer in a list, UTC first, then by name. */
export const timeZones = (): readonly string[] => ['UTC', ...placeZones()];

/** A clock change: from `at` on the zone goes from one offset to another (minutes east of UTC). */
export interface ClockChange {
  readonly at: Date;
  readonly from: number;
  readonly to: number;
}

/** The clock changes of a zone in [from, to), ascending. */
export function clockChanges(zone: string, from: Date, to: Date): ClockChange[] {
  const table = tableOf(zone);
  const found: ClockChange[] = [];
  for (let index = indexAt(table, from.getTime() - 1); index < table.changes.length; index++) {
    const at = table.changes[index] as number;
    if (at >= to.getTime()) break;
    const [before, after] = [table.offsets[index] ?? 0, table.offsets[index + 1] ?? 0];
    if (before !== after)
      found.push({ at: new Date(at), from: before / MINUTE, to: after / MINUTE });
  }
  return found;
}
