import { CITY_ZONES, COUNTRY_NAMES, COUNTRY_ZONES, REGION_ZONES } from './place-zones.data.js';

const table = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .trim()
      .split('\n')
      .flatMap((line) => {
        const at = line.lastIndexOf('=');
        const zone = line.slice(at + 1).trim();
        return line
          .slice(0, at)
          .split(',')
          .map((name) => [name.trim(), zone] as const);
      }),
  );

const countryNames = table(COUNTRY_NAMES);
const countryZones = table(COUNTRY_ZONES);
const regionZones = new Map(
  Object.entries(REGION_ZONES).map(([country, text]) => [country, table(text)] as const),
);
const cityZones = table(CITY_ZONES);

const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[.’']/g, '').trim();

/** ISO code of a country by code or by name, in lower case; null when it is not one we know. */
function countryCode(text: string): string | null {
  const name = plain(text);
  if (countryZones.has(name) || regionZones.has(name)) return name;
  return countryNames.get(name) ?? null;
}

/**
 * Guesses the IANA zone of a place from its city, region and country; null when nothing tells.
 * The location's own parts count too: `Renton, Washington, US`, `DE-Berlin`, `Office Paris (HQ)`.
 * A wrong guess costs more than none, so a country with several zones needs its region or a known city.
 */
export function guessZone(location: string, region: string, country: string): string | null {
  const parts = location
    .split(/[,;/|()]|\s[-–]\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const tail = parts.slice(1);
  const code = [
    country,
    ...tail.toReversed(),
    ...location.split(/[-–_\s]+/).filter((part) => /^[A-Z]{2}$/.test(part)),
  ]
    .filter((text) => text !== '')
    .map(countryCode)
    .find((found) => found !== null);
  if (code) {
    const single = countryZones.get(code);
    if (single) return single;
    const regions = regionZones.get(code);
    const byRegion = [region, ...tail.toReversed(), ...parts]
      .map((text) => regions?.get(plain(text)))
      .find((zone) => zone !== undefined);
    if (byRegion) return byRegion;
  }
  const byCity = cityOf(parts, code ?? null);
  if (byCity) return byCity;
  const alone = code ? null : countryCode(location);
  return alone ? (countryZones.get(alone) ?? null) : null;
}

/** A known city among the words of a location; with a country known, the city must lie in its part of the world. */
function cityOf(parts: readonly string[], country: string | null): string | null {
  const regions = country ? regionZones.get(country) : undefined;
  for (const part of parts) {
    const words = plain(part).split(/[\s_-]+/);
    for (let length = Math.min(words.length, 4); length > 0; length--) {
      for (let from = 0; from + length <= words.length; from++) {
        const zone = cityZones.get(words.slice(from, from + length).join(' '));
        if (zone && (!regions || [...regions.values()].includes(zone))) return zone;
      }
    }
  }
  return null;
}
