import { isTimeZone } from '../time-zone.js';
import { comparable, kept } from './cells.js';
import { guessZone } from './place-zone.js';

/** Where a location's time zone comes from. */
export type ZoneSource = 'file' | 'guessed' | 'unknown';

/** A location named in a roster. */
export interface RosterPlace {
  readonly no: number;
  /** What the location is recognised by: name, region and country in lower case. */
  readonly code: string;
  readonly name: string;
  readonly country: string | null;
  readonly zone: string | null;
  readonly zoneSource: ZoneSource;
  /** Rows that name it. */
  readonly people: number;
}

/** More than this and the column names no sites. */
export const MOST_PLACES = 50_000;

interface Draft {
  code: string;
  name: string;
  location: string;
  region: string;
  country: string;
  zone: string | null;
  people: number;
}

/** Numbers the locations of a roster while its rows pass by; memory grows with the number of locations only. */
export class PlaceIndex {
  #drafts: Draft[] = [];
  /** By location, then by region and country: few locations share a name. */
  #byLocation = new Map<string, number[]>();
  #zones = new Map<string, boolean>();

  get isFull(): boolean {
    return this.#drafts.length > MOST_PLACES;
  }

  /**
   * The number of a person's location, or null when no cell names one. A country alone is a location too.
   * @param zone the row's time zone cell; the first known zone of a location counts
   * @returns `isZoneKnown` is false when the zone cell holds something that is no time zone
   */
  numberOf(
    location: string,
    region: string,
    country: string,
    zone: string,
  ): { no: number | null; isZoneKnown: boolean } {
    const isZoneKnown = zone === '' || this.#isZone(zone);
    const name = location || region || country;
    if (name === '') return { no: null, isZoneKnown };
    let sameName = this.#byLocation.get(location);
    if (sameName === undefined) this.#byLocation.set(kept(location), (sameName = []));
    let no = sameName.find(
      (at) => this.#drafts[at - 1]?.region === region && this.#drafts[at - 1]?.country === country,
    );
    if (no === undefined) {
      const parts = [location, region, country].filter((part) => part !== '');
      this.#drafts.push({
        code: [...new Set(parts.map(comparable))].join(' / '),
        name: location !== '' && region !== '' ? `${location}, ${region}` : name,
        location: kept(location),
        region: kept(region),
        country: kept(country),
        zone: null,
        people: 0,
      });
      no = this.#drafts.length;
      sameName.push(no);
    }
    const draft = this.#drafts[no - 1];
    if (draft?.zone === null && zone !== '' && isZoneKnown) draft.zone = zone;
    return { no, isZoneKnown };
  }

  /** Counts somebody at a location. */
  count(no: number): void {
    const draft = this.#drafts[no - 1];
    if (draft) draft.people++;
  }

  #isZone(zone: string): boolean {
    let known = this.#zones.get(zone);
    if (known === undefined) {
      known = isTimeZone(zone);
      if (this.#zones.size < 1000) this.#zones.set(zone, known);
    }
    return known;
  }

  finish(): RosterPlace[] {
    return this.#drafts.map((draft, at) => {
      const guessed =
        draft.zone === null ? guessZone(draft.location, draft.region, draft.country) : null;
      return {
        no: at + 1,
        code: draft.code,
        name: draft.name,
        country: draft.country || null,
        zone: draft.zone ?? guessed,
        people: draft.people,
        zoneSource: draft.zone !== null ? 'file' : guessed !== null ? 'guessed' : 'unknown',
      };
    });
  }
}
