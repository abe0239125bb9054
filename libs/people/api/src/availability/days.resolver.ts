import {
  Args,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from '@nestjs/graphql';
import { isId, type Result } from '@flipside/kernel';
import type { PeopleRefusal } from '@flipside/people-domain';
import {
  barrier,
  CurrentViewer,
  DayScalar,
  Roles,
  TimeZoneScalar,
  type Viewer,
} from '@flipside/platform-api';
import { answerOf, payloadOrRefusal } from '../people-refusal.type.js';
import { AddAway, AddOverride, AddTravel, RemoveDays } from './change-days.js';
import { DaysReader, type MyDays } from './days.reader.js';

const OverrideKind = { OPEN: 'open', CLOSED: 'closed' } as const;
type OverrideKind = (typeof OverrideKind)[keyof typeof OverrideKind];
registerEnumType(OverrideKind, {
  name: 'OverrideKind',
  description: 'What one day is different in.',
  valuesMap: {
    OPEN: { description: 'These hours can be booked.' },
    CLOSED: { description: 'These hours cannot be booked.' },
  },
});

const DaysKindName = { TRAVEL: 'travel', AWAY: 'away', OVERRIDE: 'override' } as const;
type DaysKindName = (typeof DaysKindName)[keyof typeof DaysKindName];
registerEnumType(DaysKindName, {
  name: 'DaysKind',
  description: 'Which kind of days.',
  valuesMap: {
    TRAVEL: { description: 'A journey.' },
    AWAY: { description: 'Out of office.' },
    OVERRIDE: { description: 'Hours of a single day.' },
  },
});

@ObjectType({ description: 'Whole days out of office, both ends included.' })
export class AwayPeriod {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => DayScalar, { description: 'First day.' })
  firstOn!: string;

  @Field(() => DayScalar, { description: 'Last day.' })
  lastOn!: string;
}

@ObjectType({ description: 'Days in another zone, both ends included.' })
export class TravelPeriod extends AwayPeriod {
  @Field(() => TimeZoneScalar, { description: 'The zone there.' })
  zone!: string;
}

@ObjectType({ description: 'Hours of one day that differ from the week.' })
export class OverriddenDay {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => DayScalar, { description: 'The day.' })
  onDay!: string;

  @Field(() => OverrideKind, { description: 'Open or closed.' })
  kind!: OverrideKind;

  @Field(() => Int, { description: 'Beginning in minutes from midnight.' })
  fromMinute!: number;

  @Field(() => Int, { description: 'End in minutes from midnight.' })
  toMinute!: number;
}

@ObjectType({ description: 'A day off at the person’s place.' })
export class OwnHoliday {
  @Field(() => DayScalar, { description: 'The day.' })
  onDay!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => Int, { description: 'Off from this minute of the day on; 0 is the whole day.' })
  fromMinute!: number;
}

@ObjectType('MyDays', { description: 'Days on which one’s own week does not hold, from today on.' })
export class MyDaysType {
  @Field(() => [TravelPeriod], { description: 'Journeys.' })
  travel!: TravelPeriod[];

  @Field(() => [AwayPeriod], { description: 'Out of office.' })
  away!: AwayPeriod[];

  @Field(() => [OverriddenDay], { description: 'Single days.' })
  overrides!: OverriddenDay[];

  @Field(() => [OwnHoliday], {
    description: 'Days off of the next half year, as HR approved them.',
  })
  holidays!: OwnHoliday[];
}

@InputType({ description: 'Whole days, both ends included.' })
export class AddAwayInput {
  @Field(() => DayScalar, { description: 'First day.' })
  firstOn!: string;

  @Field(() => DayScalar, { description: 'Last day.' })
  lastOn!: string;
}

@InputType({ description: 'A journey.' })
export class AddTravelInput extends AddAwayInput {
  @Field(() => TimeZoneScalar, { description: 'The zone there.' })
  zone!: string;
}

@InputType({ description: 'Hours of one day that differ from the week.' })
export class AddOverrideInput {
  @Field(() => DayScalar, { description: 'The day.' })
  onDay!: string;

  @Field(() => OverrideKind, { description: 'Open or closed.' })
  kind!: OverrideKind;

  @Field(() => Int, { description: 'Beginning in minutes from midnight.' })
  fromMinute!: number;

  @Field(() => Int, { description: 'End in minutes from midnight.' })
  toMinute!: number;
}

@InputType({ description: 'Days to take back.' })
export class RemoveDaysInput {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => DaysKindName, { description: 'Which kind of days it is.' })
  kind!: DaysKindName;
}

@ObjectType({ description: 'One’s days after a change.' })
export class MyDaysPayload {
  @Field(() => MyDaysType, { description: 'As they are now.' })
  days!: MyDaysType;
}

const ChangeDaysResult = payloadOrRefusal('ChangeDaysResult', MyDaysPayload);

const view = (days: MyDays): MyDaysType => ({
  travel: days.travel.map((each) => ({ ...each })),
  away: days.away.map((each) => ({ ...each })),
  overrides: days.overrides.map((each) => ({ ...each })),
  holidays: days.holidays.map((each) => ({ ...each })),
});

/** One's own journeys, absences and single days. */
@Resolver()
export class DaysResolver {
  constructor(
    private readonly reader: DaysReader,
    private readonly travel: AddTravel,
    private readonly away: AddAway,
    private readonly override: AddOverride,
    private readonly remove: RemoveDays,
  ) {}

  @Query(() => MyDaysType, { description: 'Days on which the viewer’s own week does not hold.' })
  @Roles('EMPLOYEE')
  async myDays(@CurrentViewer() viewer: Viewer): Promise<MyDaysType> {
    return view(await this.reader.of(viewer.personId));
  }

  @Mutation(() => ChangeDaysResult, {
    description: 'Notes a journey: times are offered on the clock over there on these days.',
  })
  @Roles('EMPLOYEE')
  async addTravel(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Days and zone.' }) input: AddTravelInput,
  ): Promise<typeof ChangeDaysResult> {
    return this.answer(viewer, await this.travel.run(viewer, input));
  }

  @Mutation(() => ChangeDaysResult, { description: 'Notes days out of office.' })
  @Roles('EMPLOYEE')
  async addAway(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Days.' }) input: AddAwayInput,
  ): Promise<typeof ChangeDaysResult> {
    return this.answer(viewer, await this.away.run(viewer, input));
  }

  @Mutation(() => ChangeDaysResult, { description: 'Opens or closes hours of one day.' })
  @Roles('EMPLOYEE')
  async addOverride(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Day and hours.' }) input: AddOverrideInput,
  ): Promise<typeof ChangeDaysResult> {
    return this.answer(viewer, await this.override.run(viewer, input));
  }

  @Mutation(() => ChangeDaysResult, { description: 'Takes a journey, an absence or a day back.' })
  @Roles('EMPLOYEE')
  async removeDays(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which.' }) input: RemoveDaysInput,
  ): Promise<typeof ChangeDaysResult> {
    if (!isId(input.id)) throw barrier('NOT_FOUND');
    return this.answer(viewer, await this.remove.run(viewer, input));
  }

  private async answer(
    viewer: Viewer,
    result: Result<{ personId: string }, PeopleRefusal>,
  ): Promise<typeof ChangeDaysResult> {
    if (!result.ok) return answerOf(result);
    return Object.assign(new MyDaysPayload(), { days: await this.myDays(viewer) });
  }
}
