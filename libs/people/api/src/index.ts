import { ApplyImportInBackground } from './import/apply-import.job.js';
import { FinishBulkLoad } from './import/finish-bulk-load.js';
import { ImportMappingEntity } from './import/import-mapping.entity.js';
import { ImportRunEntity } from './import/import-run.entity.js';
import { ImportsResolver } from './import/imports.resolver.js';
import { AccessResolver } from './access/access.resolver.js';
import { DaysResolver } from './availability/days.resolver.js';
import { HolidaysResolver } from './availability/holidays.resolver.js';
import { AvailabilityResolver } from './availability/availability.resolver.js';
import { PeopleResolver, PersonRecordResolver } from './directory/people.resolver.js';
import { HealthResolver } from './health/health.resolver.js';
import { MailChoicesResolver } from './mail-choices/mail-choices.resolver.js';
import { LocationResolver, OrgUnitResolver } from './org/org.resolver.js';
import { ProgrammeResolver } from './programme/programme.resolver.js';
import { SendSignInLink } from './auth/send-sign-in-link.js';
import { ViewerResolver } from './auth/viewer.resolver.js';
import { RoleGrantEntity } from './access/role-grant.entity.js';
import { AvailabilityOverrideEntity } from './availability/availability-override.entity.js';
import { HolidayEntity } from './availability/holiday.entity.js';
import { OutOfOfficeEntity } from './availability/out-of-office.entity.js';
import { PersonTravelEntity } from './availability/person-travel.entity.js';
import { WorkingHoursEntity } from './availability/working-hours.entity.js';
import { EmploymentEntity } from './directory/employment.entity.js';
import { PersonEntity } from './directory/person.entity.js';
import { RecordLookEntity } from './directory/record-look.entity.js';
import { MailChoiceEntity, MailHoursEntity } from './mail-choices/mail-choice.entity.js';
import { LocationEntity } from './org/location.entity.js';
import { OrgUnitPlacementEntity } from './org/org-unit-placement.entity.js';
import { OrgUnitEntity } from './org/org-unit.entity.js';
import { ProgrammeChangeEntity } from './programme/programme-change.entity.js';
import { ProgrammeEntity } from './programme/programme.entity.js';

export { ImportRunReader } from './import/import-run.reader.js';
export { fileSource, uploadSource } from './import/byte-source.js';
export { StartImport } from './import/start-import.js';
export { FinishBulkLoad };
export { checkTimeZones } from './health/check-time-zones.js';
export { WriteRoster } from './import/write-roster.js';
export { RolesReader } from './access/roles.reader.js';
export { AvailabilityReader, type Availability } from './availability/availability.reader.js';
export { awayChanged } from './availability/away-changed.job.js';
export { DecideHolidays, HolidayReader, publicHolidays } from './availability/holidays.js';
export { holidaysApproved } from './availability/holidays-approved.job.js';
export { zoneChanged } from './availability/zone-changed.job.js';
export {
  ownClockSql,
  ownDaySql,
  programmeDaySql,
  travelSql,
  worksHereSql,
  zoneAtSql,
  zoneSql,
} from './availability/day-sql.js';
export { personHoursSql } from './availability/person-hours-sql.js';
export { WorkingIntervalType } from './availability/working-interval.type.js';
export { ChooseMails } from './mail-choices/choose-mails.js';
export { MailChoicesModule } from './mail-choices/mail-choices.module.js';
export { mailChoicesChanged } from './mail-choices/mail-choices-changed.job.js';
export { mailReaders, type MailReader } from './mail-choices/mail-readers.js';
export { MailTopics } from './mail-choices/mail-topics.js';
export { Looks } from './directory/looks.js';
export { PersonLoader } from './directory/person.loader.js';
export { PersonType } from './directory/person.type.js';
export { isTooShort, nameFits, nameIs, wordsOf } from './directory/name-search.js';
export { ReportingLineReader } from './directory/reporting-line.reader.js';
export { LocationLoader } from './org/location.loader.js';
export { LocationType } from './org/location.type.js';
export { OrgUnitLoader } from './org/org-unit.loader.js';
export { OrgUnitType } from './org/org-unit.type.js';
export { OrgReader } from './org/org.reader.js';
export { ProgrammeReader, type CurrentProgramme } from './programme/programme.reader.js';
export { timeZoneDataVersion } from './time-zone-data.js';
export { EmploymentEntity, LocationEntity, OrgUnitEntity, OrgUnitPlacementEntity, PersonEntity };
export { ProgrammeChangeEntity, ProgrammeEntity, RoleGrantEntity, WorkingHoursEntity };

/** Every table of this context, for the data source and the drift check. */
export const peopleEntities: readonly (new () => object)[] = [
  LocationEntity,
  OrgUnitEntity,
  OrgUnitPlacementEntity,
  PersonEntity,
  RecordLookEntity,
  EmploymentEntity,
  WorkingHoursEntity,
  PersonTravelEntity,
  OutOfOfficeEntity,
  AvailabilityOverrideEntity,
  HolidayEntity,
  RoleGrantEntity,
  ProgrammeEntity,
  ProgrammeChangeEntity,
  ImportRunEntity,
  ImportMappingEntity,
  MailChoiceEntity,
  MailHoursEntity,
];

export { AuthModule } from './auth/auth.module.js';
export { SESSION_COOKIE } from './auth/cookie.js';
export { FirstAdministrator } from './auth/first-administrator.js';
export { grantedRoleSql } from './auth/role-sql.js';
export { SignIn } from './auth/sign-in.js';
export { peopleCli } from './people.cli.js';
export { PeopleModule } from './people.module.js';

/** Background work of this context; classes to be taken from the module. */
export const peopleJobs = [SendSignInLink, ApplyImportInBackground, FinishBulkLoad];

/** For the printed schema. */
export const peopleResolvers = [
  ViewerResolver,
  PeopleResolver,
  PersonRecordResolver,
  OrgUnitResolver,
  LocationResolver,
  ProgrammeResolver,
  AccessResolver,
  AvailabilityResolver,
  DaysResolver,
  HolidaysResolver,
  HealthResolver,
  ImportsResolver,
  MailChoicesResolver,
];
