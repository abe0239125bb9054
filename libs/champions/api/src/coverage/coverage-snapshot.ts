import type { Group } from '@flipside/champions-domain';
import type { PlaceFacts, UnitFacts } from './coverage-facts.js';

type Counts = [people: number, champions: number];

/** A snapshot's units as short rows; the last entry is whoever belongs to no unit. */
export interface SnapshotUnits {
  readonly units: readonly [
    id: string,
    code: string,
    name: string,
    parentId: string | null,
    targetRatio: number | null,
    people: number,
    champions: number,
    effective: number,
  ][];
  readonly unplaced: readonly [...Counts, effective: number];
}

/** Sites, cells and levels; `unit` and `location` are positions, −1 for none. */
export interface SnapshotPlaces {
  readonly locations: readonly [id: string, code: string, name: string][];
  readonly cells: readonly [unit: number, location: number, ...Counts][];
  readonly levels: readonly [level: number | null, ...Counts][];
  /** Since levels were kept by unit and by site. */
  readonly bands?: {
    readonly units: readonly [unit: number, level: number | null, ...Counts][];
    readonly sites: readonly [location: number, level: number | null, ...Counts][];
  };
}

const NOBODY: Group = { people: 0, champions: 0 };

export function packUnits({ units, direct, unplaced, effective }: UnitFacts): SnapshotUnits {
  return {
    units: units.map(({ id, code, name, parentId, targetRatio }) => {
      const { people, champions } = direct.get(id) ?? NOBODY;
      return [id, code, name, parentId, targetRatio, people, champions, effective.get(id) ?? 0];
    }),
    unplaced: [unplaced.people, unplaced.champions, effective.get(null) ?? 0],
  };
}

export function unitsOf({ units, unplaced }: SnapshotUnits): UnitFacts {
  return {
    units: units.map(([id, code, name, parentId, targetRatio]) => ({
      id,
      code,
      name,
      parentId,
      targetRatio,
    })),
    direct: new Map(units.map(([id, , , , , people, champions]) => [id, { people, champions }])),
    unplaced: { people: unplaced[0], champions: unplaced[1] },
    effective: new Map<string | null, number>([
      ...units.map(([id, , , , , , , effective]): [string, number] => [id, effective]),
      [null, unplaced[2]],
    ]),
  };
}

export function packPlaces(
  { locations, cells, levels, bands }: PlaceFacts,
  { units }: UnitFacts,
): SnapshotPlaces {
  const unitAt = new Map<string | null, number>(units.map(({ id }, i) => [id, i]));
  const locationAt = new Map<string | null, number>(locations.map(({ id }, i) => [id, i]));
  return {
    locations: locations.map(({ id, code, name }) => [id, code, name]),
    cells: cells.map(({ unitId, locationId, people, champions }) => [
      unitAt.get(unitId) ?? -1,
      locationAt.get(locationId) ?? -1,
      people,
      champions,
    ]),
    levels: levels.map(({ level, people, champions }) => [level, people, champions]),
    ...(bands && {
      bands: {
        units: bands.units.map(({ unitId, level, people, champions }) => [
          unitAt.get(unitId) ?? -1,
          level,
          people,
          champions,
        ]),
        sites: bands.sites.map(({ locationId, level, people, champions }) => [
          locationAt.get(locationId) ?? -1,
          level,
          people,
          champions,
        ]),
      },
    }),
  };
}

export function placesOf(
  { locations, cells, levels, bands }: SnapshotPlaces,
  { units }: UnitFacts,
): PlaceFacts {
  return {
    locations: locations.map(([id, code, name]) => ({ id, code, name })),
    cells: cells.map(([unit, location, people, champions]) => ({
      unitId: units[unit]?.id ?? null,
      locationId: locations[location]?.[0] ?? null,
      people,
      champions,
    })),
    levels: levels.map(([level, people, champions]) => ({ level, people, champions })),
    bands: bands
      ? {
          units: bands.units.map(([unit, level, people, champions]) => ({
            unitId: units[unit]?.id ?? null,
            level,
            people,
            champions,
          })),
          sites: bands.sites.map(([location, level, people, champions]) => ({
            locationId: locations[location]?.[0] ?? null,
            level,
            people,
            champions,
          })),
        }
      : null,
  };
}
