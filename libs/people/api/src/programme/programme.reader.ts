import { Injectable } from '@nestjs/common';
import { hoursOfPattern, type HoursPattern, type ProgrammeRules } from '@flipside/people-domain';
import { Database, type Tx } from '@flipside/platform-api';

/** The rules in force, with the version that a change must name. */
export interface CurrentProgramme {
  readonly version: number;
  readonly rules: ProgrammeRules;
  readonly lastImportAt: Date | null;
}

type ProgrammeRow = Omit<ProgrammeRules, 'defaultHours'> & {
  version: number;
  lastImportAt: Date | null;
  defaultHours: HoursPattern[];
};

@Injectable()
export class ProgrammeReader {
  constructor(private readonly db: Database) {}

  /** The rules in force; inside a transaction pass it, and `isLocked` to keep others from changing them. */
  async current(
    from: Pick<Tx, 'one'> = this.db,
    { isLocked = false }: { isLocked?: boolean } = {},
  ): Promise<CurrentProgramme> {
    const row = await from.one<ProgrammeRow>(
      `select name, target_ratio as "targetRatio", small_unit_limit as "smallUnitLimit", rounding,
         eligible_types as "eligibleTypes", counts_leave as "countsLeave", executive_level as "executiveLevel",
         default_time_zone as "defaultTimeZone", default_hours as "defaultHours", cadence_days as "cadenceDays",
         session_minutes as "sessionMinutes", champion_capacity as "championCapacity",
         champion_hours as "championHours", min_notice_hours as "minNoticeHours",
         small_group_limit as "smallGroupLimit", last_import_at as "lastImportAt", version
       from programme where id = 1 ${isLocked ? 'for update' : ''}`,
    );
    if (!row) throw new Error('The programme’s row is missing: run the migrations.');
    const { version, lastImportAt, defaultHours, ...rules } = row;
    return {
      version,
      lastImportAt,
      rules: { ...rules, defaultHours: hoursOfPattern(defaultHours) },
    };
  }
}
