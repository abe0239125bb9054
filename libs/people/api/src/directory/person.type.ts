import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DayScalar, EmailScalar, InstantScalar, TimeZoneScalar } from '@flipside/platform-api';
import { LocationType } from '../org/location.type.js';
import { OrgUnitType } from '../org/org-unit.type.js';

export const PersonStatus = { WORKING: 'WORKING', ON_LEAVE: 'ON_LEAVE', LEFT: 'LEFT' } as const;
export type PersonStatus = (typeof PersonStatus)[keyof typeof PersonStatus];

registerEnumType(PersonStatus, {
  name: 'PersonStatus',
  description: 'Whether somebody works here today.',
  valuesMap: {
    WORKING: { description: 'Works here today.' },
    ON_LEAVE: { description: 'Belongs here and is on leave today.' },
    LEFT: { description: 'Has no employment today: left, or not yet begun.' },
  },
});

/** The card that everybody may see; unit, location and record are resolved beside it. */
@ObjectType('Person', { description: 'Somebody of the company, as every colleague may see them.' })
export class PersonType {
  @Field(() => ID, { description: 'Identifier of the person.' })
  id!: string;

  @Field({ description: 'Full name.' })
  name!: string;

  @Field({ description: 'Job title; empty when the roster has none.' })
  title!: string;

  /** Not a field: where to find the unit and the location of today. */
  unitId!: string | null;
  locationId!: string | null;
}

@ObjectType({ description: 'Where somebody stood in one period.' })
export class EmploymentPeriod {
  @Field(() => DayScalar, { description: 'First day.' })
  validFrom!: string;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'Day after the last one; null while it lasts.',
  })
  validTo!: string | null;

  @Field(() => OrgUnitType, { nullable: true, description: 'Org unit.' })
  unit!: OrgUnitType | null;

  @Field(() => LocationType, { nullable: true, description: 'Location.' })
  location!: LocationType | null;

  @Field(() => PersonType, { nullable: true, description: 'Manager.' })
  manager!: PersonType | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Steps from the head of the company, who is level 1.',
  })
  level!: number | null;

  @Field({ description: 'Kind of employment, as the roster calls it.' })
  employmentType!: string;

  @Field({ description: 'True while on leave.' })
  isOnLeave!: boolean;

  @Field(() => Float, { description: 'Contracted time relative to full time.' })
  fte!: number;
}

@ObjectType({
  description: 'The roster’s record of a person. HR leads see everybody’s, each person their own.',
})
export class PersonRecord {
  @Field(() => EmailScalar, { nullable: true, description: 'Work e-mail address.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Staff number in the roster.' })
  employeeNo!: string | null;

  @Field(() => PersonStatus, { description: 'Whether the person works here today.' })
  status!: PersonStatus;

  @Field(() => [String], { description: 'Languages, as ISO 639 codes.' })
  languages!: string[];

  @Field(() => DayScalar, { nullable: true, description: 'First day in the company.' })
  hireOn!: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'Last day in the company.' })
  leaveOn!: string | null;

  @Field(() => TimeZoneScalar, {
    description:
      'Zone that holds for the person: their own, else the location’s, else the programme’s.',
  })
  timeZone!: string;

  @Field(() => Int, { description: 'People who report to this person today.' })
  reports!: number;

  /** Not a field: whose record it is; history and roles are resolved beside it. */
  personId!: string;
}

@ObjectType({ description: 'Somebody of the programme looked at a record of the viewer.' })
export class RecordLook {
  @Field({ description: 'Who looked.' })
  viewerName!: string;

  @Field({
    description:
      'At what: pairing, session, person or nomination; or a list with them in it: pairing_list, people_list.',
  })
  what!: string;

  @Field(() => InstantScalar, {
    description: 'When first on that day; of a list when last in that month.',
  })
  at!: Date;
}
