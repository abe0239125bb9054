import { zoneDataVersion } from '@flipside/people-domain';

/** The release of the time-zone data that every instant of this product follows, for example '2026f'. */
export const timeZoneDataVersion = zoneDataVersion;
