import { Inject } from '@nestjs/common';
import {
  Args,
  Context,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { isId, type Clock } from '@flipside/kernel';
import {
  barrier,
  CLOCK,
  DayScalar,
  RequestContext,
  Roles,
  TimeZoneScalar,
} from '@flipside/platform-api';
import DataLoader from 'dataloader';
import { answerOf, payloadOrRefusal } from '../people-refusal.type.js';
import { HolidayReader } from '../availability/holidays.js';
import { ChangeLocation } from './change-location.js';
import { LocationType } from './location.type.js';
import { OrgUnitLoader } from './org-unit.loader.js';
import { OrgUnitNode, OrgUnitType } from './org-unit.type.js';
import { OrgReader } from './org.reader.js';

/** As many as are looked through at a glance. */
const MOST_FOUND = 5;

@InputType({ description: 'How a location is to be; what is left out stays.' })
export class ChangeLocationInput {
  @Field(() => ID, { description: 'The location.' })
  locationId!: string;

  @Field(() => String, { nullable: true, description: 'New name, 1 to 60 characters.' })
  name?: string | null;

  @Field(() => TimeZoneScalar, {
    nullable: true,
    description: 'New zone of everybody here who has set none.',
  })
  timeZone?: string | null;
}

@ObjectType({ description: 'The changed location.' })
export class ChangeLocationPayload {
  @Field(() => LocationType, { description: 'The location as it is now.' })
  location!: LocationType;

  @Field(() => TimeZoneScalar, { description: 'The zone it had before, to undo with.' })
  timeZoneBefore!: string;
}

const ChangeLocationResult = payloadOrRefusal('ChangeLocationResult', ChangeLocationPayload);

@Resolver(() => OrgUnitType)
export class OrgUnitResolver {
  /** Identity of the loader of paths in a request. */
  readonly #paths = {};

  constructor(
    private readonly reader: OrgReader,
    private readonly units: OrgUnitLoader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => [OrgUnitNode], {
    description: 'The whole organisation on one day, each unit right after the one above it.',
  })
  @Roles('EMPLOYEE')
  async orgUnits(
    @Args('asOf', { type: () => DayScalar, nullable: true, description: 'Day; left out: today.' })
    asOf: string | null,
  ): Promise<OrgUnitNode[]> {
    return this.reader.nodesOn(asOf ?? (await this.reader.today(this.clock.now())));
  }

  @Query(() => [OrgUnitType], {
    description:
      'At most 5 units of today that what somebody is typing may mean, names that begin with it first.',
  })
  @Roles('EMPLOYEE')
  findUnits(
    @Args('text', { description: 'What has been typed so far.' }) text: string,
  ): Promise<OrgUnitType[]> {
    return this.reader.find(text, this.clock.now(), MOST_FOUND);
  }

  @Query(() => OrgUnitType, { description: 'One org unit.' })
  @Roles('EMPLOYEE')
  async orgUnit(
    @Context() context: RequestContext,
    @Args('id', { type: () => ID, description: 'Identifier of the unit.' }) id: string,
  ): Promise<OrgUnitType> {
    const unit = isId(id) ? await this.units.of(context).load(id) : null;
    if (!unit) throw barrier('NOT_FOUND');
    return unit;
  }

  @ResolveField(() => [OrgUnitType], { description: 'The units above it today, top first.' })
  path(@Parent() unit: OrgUnitType, @Context() context: RequestContext): Promise<OrgUnitType[]> {
    return context
      .loader<string, OrgUnitType[]>(
        this.#paths,
        () =>
          new DataLoader(async (ids) => {
            const found = await this.reader.pathsOf(ids, this.clock.now());
            return ids.map((id) => found.get(id) ?? []);
          }),
      )
      .load(unit.id);
  }
}

@Resolver(() => LocationType)
export class LocationResolver {
  /** Identities of the loaders of head-counts and of days off in a request. */
  readonly #counts = {};
  readonly #daysOff = {};

  constructor(
    private readonly reader: OrgReader,
    private readonly holidays: HolidayReader,
    private readonly changing: ChangeLocation,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => [LocationType], { description: 'Every location in order of its name.' })
  @Roles('EMPLOYEE')
  locations(): Promise<LocationType[]> {
    return this.reader.locations();
  }

  @Mutation(() => ChangeLocationResult, {
    description: 'Corrects the name or the zone of a location.',
  })
  @Roles('HR_LEAD')
  async changeLocation(
    @Args('input', { description: 'What to change.' }) input: ChangeLocationInput,
  ): Promise<typeof ChangeLocationResult> {
    return answerOf(await this.changing.run(input));
  }

  @ResolveField(() => Int, { description: 'People employed here today.' })
  people(@Parent() location: LocationType, @Context() context: RequestContext): Promise<number> {
    return context
      .loader<string, number>(
        this.#counts,
        () =>
          new DataLoader(async (ids) => {
            const found = await this.reader.peopleAt(ids, this.clock.now());
            return ids.map((id) => found.get(id) ?? 0);
          }),
      )
      .load(location.id);
  }

  @ResolveField(() => Int, {
    description: 'Days off that HR decided for here, from today on, 400 days ahead.',
  })
  daysOff(@Parent() location: LocationType, @Context() context: RequestContext): Promise<number> {
    return context
      .loader<string, number>(
        this.#daysOff,
        () =>
          new DataLoader(async (ids) => {
            const found = await this.holidays.counts(ids);
            return ids.map((id) => found.get(id) ?? 0);
          }),
      )
      .load(location.id);
  }
}
