/** The release of the time-zone data behind `Intl` in this process, for example '2026b'. */
export const timeZoneDataVersion = (): string => process.versions.tz ?? 'unknown';
