import meta from 'moment-timezone/data/meta/latest.json' with { type: 'json' };
import packed from 'moment-timezone/data/packed/latest.json' with { type: 'json' };

/**
 * The IANA time-zone data that this product carries itself, so that every clock change is the same in
 * booking, mail and matching, whatever runtime and database know. Only the data of the package is used.
 *
 * Its packed form: `name|abbreviations|offsets|index|differences|population`. Numbers are base 60
 * (0-9, a-z, A-X; digits behind a dot are sixtieths): offsets in minutes *west* of UTC, differences in
 * minutes between one change and the next.
 */
export interface ZoneTable {
  /** Epoch milliseconds of each change, ascending; offset `index + 1` holds from change `index` on. */
  readonly changes: readonly number[];
  /** Milliseconds east of UTC; one more than there are changes. */
  readonly offsets: readonly number[];
}

const MINUTE = 60_000;

/** The release of the data, such as '2026f'. */
export const zoneDataVersion = (): string => packed.version;

function digit(code: number): number {
  if (code > 96) return code - 87;
  return code > 64 ? code - 29 : code - 48;
}

function fromBase60(text: string): number {
  const isNegative = text.startsWith('-');
  const [whole = '', fraction = ''] = (isNegative ? text.slice(1) : text).split('.');
  let value = 0;
  for (let at = 0; at < whole.length; at++) value = value * 60 + digit(whole.charCodeAt(at));
  let scale = 1;
  for (let at = 0; at < fraction.length; at++) {
    scale /= 60;
    value += digit(fraction.charCodeAt(at)) * scale;
  }
  return isNegative ? -value : value;
}

function unpack(row: string): ZoneTable {
  const [, , offsetTexts = '', index = '', differences = ''] = row.split('|');
  const known = offsetTexts.split(' ').map((text) => 0 - Math.round(fromBase60(text) * MINUTE));
  const changes: number[] = [];
  let at = 0;
  for (const text of differences === '' ? [] : differences.split(' ')) {
    at = Math.round(at + fromBase60(text) * MINUTE);
    changes.push(at);
  }
  return { changes, offsets: [...index].map((each) => known[fromBase60(each)] ?? 0) };
}

/** Row of the data by name; names that share their rules share a row. */
let rows: Map<string, string> | undefined;
/** Names that share their rules, by each of them. */
let groups: Map<string, readonly string[]> | undefined;

function readRows(): Map<string, string> {
  if (rows) return rows;
  rows = new Map(packed.zones.map((row) => [row.slice(0, row.indexOf('|')), row]));
  const members = new Map<string, string[]>();
  for (const link of packed.links) {
    const [main = '', other = ''] = link.split('|');
    const row = rows.get(main);
    if (row) rows.set(other, row);
    members.set(main, [...(members.get(main) ?? [main]), other]);
  }
  groups = new Map([...members.values()].flatMap((names) => names.map((name) => [name, names])));
  return rows;
}

const tables = new Map<string, ZoneTable>();

/** The table of a zone, or null for a name that is no IANA zone. Unpacked once. */
export function zoneTable(name: string): ZoneTable | null {
  const known = tables.get(name);
  if (known) return known;
  const row = readRows().get(name);
  if (!row) return null;
  const table = unpack(row);
  tables.set(name, table);
  return table;
}

const places: Readonly<Record<string, unknown>> = meta.zones;

/**
 * The name under which a zone is kept: 'Asia/Calcutta' is 'Asia/Kolkata', 'US/Eastern' is
 * 'America/New_York'. A place of its own keeps its name even where it shares another one's rules
 * (Oslo is not Berlin). Unknown names stay as they are.
 */
export function canonicalZone(name: string): string {
  if (name in places) return name;
  readRows();
  if (/^(Etc\/)?(UTC|GMT|UCT|Zulu|Universal|Greenwich)$/.test(name)) return 'UTC';
  return groups?.get(name)?.find((each) => each in places) ?? name;
}

/** Every place that has a zone of its own name, ascending. */
export const placeZones = (): string[] => Object.keys(places).sort();
