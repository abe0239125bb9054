import { Module } from '@nestjs/common';
import { AccessResolver } from './access/access.resolver.js';
import { GrantRole } from './access/grant-role.js';
import { RevokeRole } from './access/revoke-role.js';
import { RoleGrantReader } from './access/role-grant.reader.js';
import { RolesReader } from './access/roles.reader.js';
import { AuthModule } from './auth/auth.module.js';
import { AddAway, AddOverride, AddTravel, RemoveDays } from './availability/change-days.js';
import { DaysReader } from './availability/days.reader.js';
import { DaysResolver } from './availability/days.resolver.js';
import { DecideHolidays, HolidayReader } from './availability/holidays.js';
import { HolidaysResolver } from './availability/holidays.resolver.js';
import { AvailabilityReader } from './availability/availability.reader.js';
import { AvailabilityResolver } from './availability/availability.resolver.js';
import { SetTimeZone } from './availability/set-time-zone.js';
import { SetWorkingHours } from './availability/set-working-hours.js';
import { Looks } from './directory/looks.js';
import { PeopleResolver, PersonRecordResolver } from './directory/people.resolver.js';
import { PersonRecordLoader } from './directory/person-record.loader.js';
import { PersonLoader } from './directory/person.loader.js';
import { PersonReader } from './directory/person.reader.js';
import { ReportingLineReader } from './directory/reporting-line.reader.js';
import { HealthReader } from './health/health.reader.js';
import { HealthResolver } from './health/health.resolver.js';
import { ApplyImportInBackground } from './import/apply-import.job.js';
import { ApplyImport } from './import/apply-import.js';
import { FinishBulkLoad } from './import/finish-bulk-load.js';
import { CancelImport } from './import/cancel-import.js';
import { ChangeImportMapping } from './import/change-import-mapping.js';
import { ImportFilesController } from './import/import-files.controller.js';
import { ImportRunReader } from './import/import-run.reader.js';
import { ImportsResolver } from './import/imports.resolver.js';
import { StartImport } from './import/start-import.js';
import { WriteRoster } from './import/write-roster.js';
import { MailChoicesModule } from './mail-choices/mail-choices.module.js';
import { ChangeLocation } from './org/change-location.js';
import { LocationLoader } from './org/location.loader.js';
import { OrgUnitLoader } from './org/org-unit.loader.js';
import { OrgReader } from './org/org.reader.js';
import { LocationResolver, OrgUnitResolver } from './org/org.resolver.js';
import { ChangeProgramme } from './programme/change-programme.js';
import { ProgrammeEffectReader } from './programme/programme-effect.reader.js';
import { ProgrammeHistoryReader } from './programme/programme-history.reader.js';
import { ProgrammeReader } from './programme/programme.reader.js';
import { ProgrammeResolver } from './programme/programme.resolver.js';
import { UndoProgrammeChange } from './programme/undo-programme-change.js';

/** What contexts to the right may inject. */
const offered = [
  AvailabilityReader,
  LocationLoader,
  Looks,
  OrgReader,
  OrgUnitLoader,
  PersonLoader,
  ProgrammeReader,
  ReportingLineReader,
  RolesReader,
];

@Module({
  imports: [AuthModule, MailChoicesModule],
  controllers: [ImportFilesController],
  providers: [
    ...offered,
    AccessResolver,
    AddAway,
    AddOverride,
    AddTravel,
    DaysReader,
    DaysResolver,
    DecideHolidays,
    HolidayReader,
    HolidaysResolver,
    RemoveDays,
    ApplyImport,
    ApplyImportInBackground,
    AvailabilityResolver,
    CancelImport,
    ChangeImportMapping,
    ImportRunReader,
    ImportsResolver,
    FinishBulkLoad,
    StartImport,
    WriteRoster,
    ChangeLocation,
    ChangeProgramme,
    GrantRole,
    HealthReader,
    HealthResolver,
    LocationResolver,
    OrgUnitResolver,
    PeopleResolver,
    PersonReader,
    PersonRecordLoader,
    PersonRecordResolver,
    ProgrammeEffectReader,
    ProgrammeHistoryReader,
    ProgrammeResolver,
    RevokeRole,
    RoleGrantReader,
    SetTimeZone,
    SetWorkingHours,
    UndoProgrammeChange,
  ],
  exports: [AuthModule, ...offered],
})
export class PeopleModule {}
