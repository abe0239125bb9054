/**
 * The one place where wall time becomes an instant and back. Every other rule asks here, so that
 * matching, booking and mail agree about each clock change.
 *
 * Offsets come from `Intl`, read once per zone and year into a table of transitions; everything
 * after that is a look-up. Units: instants are `Date`, offsets minutes east of UTC, wall times
 * 'YYYY-MM-DDTHH:MM' without a zone.
 */

/** A wall clock without a zone: 'YYYY-MM-DDTHH:MM', seconds allowed. */
export type LocalDateTime = string;

/** What a wall time means in a zone. */
export type Resolution =
  | { readonly kind: 'instant'; readonly instant: Date; readonly offsetMinutes: number }
  /** The clocks go back: this wall time happens twice. The product means the first one. */
  | { readonly kind: 'ambiguous'; readonly first: Date; readonly second: Date }
  /** The clocks go forward: this wall time never happens. `resumesAt` is the moment of the jump. */
  | { readonly kind: 'gap'; readonly lengthMinutes: number; readonly resumesAt: Date };

/** From `fromMs` on (epoch milliseconds) the zone is `offsetMs` east of UTC. */
interface Transition {
  readonly fromMs: number;
  readonly offsetMs: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Offsets are sampled this often; two changes inside one step that undo each other would be missed. */
const SAMPLE_STEP = 7 * DAY;

const formats = new Map<string, Intl.DateTimeFormat>();
const tables = new Map<string, readonly Transition[]>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}

/** Asks `Intl` for the offset at a whole second; slow (about 2 µs), only for building tables. */
function readOffset(zone: string, atMs: number): number {
  const second = Math.floor(atMs / 1000) * 1000;
  const field: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(second)) field[type] = Number(value);
  const wall = Date.UTC(
    field['year'] ?? 0,
    (field['month'] ?? 1) - 1,
    field['day'],
    field['hour'],
    field['minute'],
    field['second'],
  );
  return wall - second;
}

/** The second at which the offset changes from `before`, between `low` (still before) and `high`. */
function findChange(zone: string, low: number, high: number, before: number): number {
  let still = Math.floor(low / 1000);
  let changed = Math.ceil(high / 1000);
  while (changed - still > 1) {
    const middle = Math.floor((still + changed) / 2);
    if (readOffset(zone, middle * 1000) === before) still = middle;
    else changed = middle;
  }
  return changed * 1000;
}

function buildTable(zone: string, year: number): readonly Transition[] {
  const start = Date.UTC(year, 0, 1);
  const end = Date.UTC(year + 1, 0, 1);
  const table: Transition[] = [{ fromMs: start, offsetMs: readOffset(zone, start) }];
  let low = start;
  let before = table[0]?.offsetMs ?? 0;
  while (low < end) {
    const high = Math.min(low + SAMPLE_STEP, end);
    const after = readOffset(zone, high);
    if (after === before) {
      low = high;
      continue;
    }
    const changedAt = findChange(zone, low, high, before);
    before = readOffset(zone, changedAt);
    if (changedAt < end) table.push({ fromMs: changedAt, offsetMs: before });
    low = changedAt;
  }
  return table;
}

/** The transitions of a zone in one UTC year; the first entry is the offset at its beginning. */
function tableOf(zone: string, year: number): readonly Transition[] {
  const key = `${zone} ${year}`;
  let table = tables.get(key);
  if (!table) {
    table = buildTable(zone, year);
    tables.set(key, table);
  }
  return table;
}

function offsetMsAt(zone: string, atMs: number): number {
  const table = tableOf(zone, new Date(atMs).getUTCFullYear());
  let offset = 0;
  for (const { fromMs, offsetMs } of table) {
    if (fromMs > atMs) break;
    offset = offsetMs;
  }
  return offset;
}

/** The offsets that hold anywhere in [fromMs, toMs]. */
function offsetsBetween(zone: string, fromMs: number, toMs: number): Set<number> {
  const offsets = new Set([offsetMsAt(zone, fromMs), offsetMsAt(zone, toMs)]);
  const lastYear = new Date(toMs).getUTCFullYear();
  for (let year = new Date(fromMs).getUTCFullYear(); year <= lastYear; year++) {
    for (const step of tableOf(zone, year)) {
      if (step.fromMs > fromMs && step.fromMs < toMs) offsets.add(step.offsetMs);
    }
  }
  return offsets;
}

/** The first moment in (fromMs, toMs] from which another offset holds than just before it. */
function changeBetween(zone: string, fromMs: number, toMs: number): number {
  let offset = offsetMsAt(zone, fromMs);
  const lastYear = new Date(toMs).getUTCFullYear();
  for (let year = new Date(fromMs).getUTCFullYear(); year <= lastYear; year++) {
    for (const step of tableOf(zone, year)) {
      if (step.fromMs <= fromMs || step.fromMs > toMs) continue;
      if (step.offsetMs > offset) return step.fromMs;
      offset = step.offsetMs;
    }
  }
  return toMs;
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
    const resumesMs = changeBetween(zone, from, to);
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

/** Whether `name` is an IANA zone this machine knows; plain offsets such as '+02:00' are none. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** Every zone to offer in a list, UTC first, then by name. */
export function timeZones(): readonly string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
}
