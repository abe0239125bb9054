import {
  Args,
  Context,
  Field,
  ID,
  InputType,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { isId } from '@flipside/kernel';
import {
  barrier,
  connectionOf,
  CurrentViewer,
  PageArgs,
  RequestContext,
  Role,
  Roles,
  type Viewer,
} from '@flipside/platform-api';
import { LocationLoader } from '../org/location.loader.js';
import { LocationType } from '../org/location.type.js';
import { OrgUnitLoader } from '../org/org-unit.loader.js';
import { OrgUnitType } from '../org/org-unit.type.js';
import { PersonLoader } from './person.loader.js';
import {
  canSearchByLevel,
  canSearchByRecord,
  canSearchByRole,
  canSearchLeavers,
  canSeeRecord,
} from './person.policy.js';
import { PersonReader } from './person.reader.js';
import { Looks } from './looks.js';
import { PersonRecordLoader } from './person-record.loader.js';
import {
  EmploymentPeriod,
  PersonRecord,
  PersonStatus,
  PersonType,
  RecordLook,
} from './person.type.js';

/** As many as are looked through at a glance. */
const MOST_FOUND = 8;

@ObjectType({ description: 'A page of people.' })
export class PersonConnection extends connectionOf(PersonType, 'Person') {}

@InputType({ description: 'Which people to list; what is left out is not asked for.' })
export class PeopleFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Parts of the name; for HR leads also a whole e-mail address or staff number.',
  })
  text?: string | null;

  @Field(() => ID, { nullable: true, description: 'This org unit and everything below it.' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'This location.' })
  locationId?: string | null;

  @Field(() => Role, {
    nullable: true,
    description: 'Holds this role today. For HR leads and administrators.',
  })
  role?: Role | null;

  @Field(() => PersonStatus, {
    nullable: true,
    description: 'Left out: everybody employed today. People who left are for HR leads.',
  })
  status?: PersonStatus | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only people without a level in the organisation. For HR leads.',
  })
  hasNoLevel?: boolean | null;
}

@Resolver(() => PersonType)
export class PeopleResolver {
  constructor(
    private readonly reader: PersonReader,
    private readonly byId: PersonLoader,
    private readonly records: PersonRecordLoader,
    private readonly units: OrgUnitLoader,
    private readonly locations: LocationLoader,
    private readonly looks: Looks,
  ) {}

  @Query(() => PersonConnection, { description: 'People in order of their names.' })
  @Roles('EMPLOYEE')
  async people(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('filter', { type: () => PeopleFilter, nullable: true, description: 'Which people.' })
    filter: PeopleFilter | null,
  ): Promise<PersonConnection> {
    if (filter?.role && !canSearchByRole(viewer)) {
      throw barrier('BAD_INPUT', 'Only HR leads and administrators search by role.');
    }
    if (filter?.status === 'LEFT' && !canSearchLeavers(viewer)) {
      throw barrier('BAD_INPUT', 'Only HR leads search for people who left.');
    }
    if (filter?.hasNoLevel && !canSearchByLevel(viewer)) {
      throw barrier('BAD_INPUT', 'Only HR leads search for people without a level.');
    }
    return this.reader.search({ ...filter, isRecordSearched: canSearchByRecord(viewer) }, page);
  }

  @Query(() => [PersonType], {
    description:
      'At most 8 people that what somebody is typing may mean, names that begin with it first. HR leads also give a whole e-mail address or staff number.',
  })
  @Roles('EMPLOYEE')
  findPeople(
    @CurrentViewer() viewer: Viewer,
    @Args('text', { description: 'What has been typed so far.' }) text: string,
  ): Promise<PersonType[]> {
    return this.reader.find({ text, isRecordSearched: canSearchByRecord(viewer) }, MOST_FOUND);
  }

  @Query(() => PersonType, { description: 'One person.' })
  @Roles('EMPLOYEE')
  async person(
    @CurrentViewer() viewer: Viewer,
    @Context() context: RequestContext,
    @Args('id', { type: () => ID, description: 'Identifier of the person.' }) id: string,
  ): Promise<PersonType> {
    const person = isId(id) ? await this.byId.of(context).load(id) : null;
    if (!person) throw barrier('NOT_FOUND');
    // Colleagues see a card of the directory; who sees the record as well leaves a trace.
    if (canSeeRecord(viewer, id)) await this.looks.note(viewer, [id], 'person');
    return person;
  }

  @Query(() => [RecordLook], {
    description: 'Who of the programme looked at the viewer’s records, newest first, at most 200.',
  })
  @Roles('EMPLOYEE')
  looksAtMe(@CurrentViewer() viewer: Viewer): Promise<RecordLook[]> {
    return this.looks.atMine(viewer);
  }

  @ResolveField(() => OrgUnitType, { nullable: true, description: 'Org unit of today.' })
  unit(
    @Parent() person: PersonType,
    @Context() context: RequestContext,
  ): Promise<OrgUnitType | null> | null {
    return person.unitId ? this.units.of(context).load(person.unitId) : null;
  }

  @ResolveField(() => LocationType, { nullable: true, description: 'Location of today.' })
  location(
    @Parent() person: PersonType,
    @Context() context: RequestContext,
  ): Promise<LocationType | null> | null {
    return person.locationId ? this.locations.of(context).load(person.locationId) : null;
  }

  @ResolveField(() => PersonRecord, {
    nullable: true,
    description: 'The roster’s record: for HR leads and the person themselves; null for others.',
  })
  record(
    @Parent() person: PersonType,
    @Context() context: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<PersonRecord | null> | null {
    return canSeeRecord(viewer, person.id) ? this.records.of(context).load(person.id) : null;
  }
}

/** The parts of a record that are asked for one by one. */
@Resolver(() => PersonRecord)
export class PersonRecordResolver {
  constructor(
    private readonly reader: PersonReader,
    private readonly records: PersonRecordLoader,
    private readonly people: PersonLoader,
    private readonly units: OrgUnitLoader,
    private readonly locations: LocationLoader,
    private readonly looks: Looks,
  ) {}

  @ResolveField(() => [EmploymentPeriod], {
    description: 'Every period in the company, latest first.',
  })
  async history(
    @CurrentViewer() viewer: Viewer,
    @Parent() record: PersonRecord,
    @Context() context: RequestContext,
  ): Promise<EmploymentPeriod[]> {
    await this.looks.note(viewer, [record.personId], 'person');
    const periods = await this.reader.history(record.personId);
    return Promise.all(
      periods.map(async ({ unitId, locationId, managerId, ...period }) => ({
        ...period,
        unit: unitId ? await this.units.of(context).load(unitId) : null,
        location: locationId ? await this.locations.of(context).load(locationId) : null,
        manager: managerId ? await this.people.of(context).load(managerId) : null,
      })),
    );
  }

  @ResolveField(() => [Role], { description: 'Roles held today beside that of an employee.' })
  roles(@Parent() record: PersonRecord, @Context() context: RequestContext): Promise<Role[]> {
    return this.records.rolesOf(context).load(record.personId);
  }
}
