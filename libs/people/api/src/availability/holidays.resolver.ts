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
import { barrier, CurrentViewer, DayScalar, Roles, type Viewer } from '@flipside/platform-api';
import { answerOf, payloadOrRefusal } from '../people-refusal.type.js';
import { DecideHolidays, HolidayReader } from './holidays.js';

const HolidayState = {
  SUGGESTED: 'suggested',
  APPROVED: 'approved',
  DISMISSED: 'dismissed',
} as const;
type HolidayState = (typeof HolidayState)[keyof typeof HolidayState];
registerEnumType(HolidayState, {
  name: 'HolidayState',
  description: 'Whether a place keeps a day off.',
  valuesMap: {
    SUGGESTED: { description: 'Its country does; nobody decided yet. Nothing is blocked.' },
    APPROVED: { description: 'It does: no session is offered then.' },
    DISMISSED: { description: 'It does not.' },
  },
});

@ObjectType('LocationHoliday', { description: 'A day off of a place.' })
export class LocationHolidayType {
  @Field(() => DayScalar, { description: 'The day.' })
  onDay!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => Int, { description: 'Off from this minute of the day on; 0 is the whole day.' })
  fromMinute!: number;

  @Field(() => HolidayState, { description: 'What was decided.' })
  state!: HolidayState;
}

@InputType({ description: 'A day off.' })
export class HolidayInput {
  @Field(() => DayScalar, { description: 'The day.' })
  onDay!: string;

  @Field({ description: 'Its name, up to 120 characters.' })
  name!: string;

  @Field(() => Int, { defaultValue: 0, description: 'Off from this minute of the day on.' })
  fromMinute!: number;
}

@InputType({ description: 'Days off of a place to approve or to dismiss.' })
export class DecideHolidaysInput {
  @Field(() => ID, { description: 'The place.' })
  locationId!: string;

  @Field(() => [HolidayInput], { description: 'Up to 200 days.' })
  days!: HolidayInput[];

  @Field({ description: 'True: the place keeps them. False: it works on them.' })
  isApproved!: boolean;
}

@ObjectType({ description: 'Days off of a place after a decision.' })
export class HolidaysPayload {
  @Field(() => [LocationHolidayType], { description: 'As they are now, in order of the day.' })
  holidays!: LocationHolidayType[];
}

const DecideHolidaysResult = payloadOrRefusal('DecideHolidaysResult', HolidaysPayload);
const MOST_DAYS = 200;

/** Days off of places, for HR. */
@Resolver()
export class HolidaysResolver {
  constructor(
    private readonly reader: HolidayReader,
    private readonly decide: DecideHolidays,
  ) {}

  @Query(() => [LocationHolidayType], {
    description: 'Days off of a place, decided and suggested, 400 days ahead.',
  })
  @Roles('HR_LEAD')
  async locationHolidays(
    @Args('locationId', { type: () => ID, description: 'The place.' }) locationId: string,
  ): Promise<LocationHolidayType[]> {
    return this.reader.of(locationId);
  }

  @Mutation(() => DecideHolidaysResult, {
    description: 'Approves or dismisses days off of a place.',
  })
  @Roles('HR_LEAD')
  async decideHolidays(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The decision.' }) input: DecideHolidaysInput,
  ): Promise<typeof DecideHolidaysResult> {
    const isSound =
      input.days.length <= MOST_DAYS &&
      input.days.every(
        ({ name, fromMinute }) => name.trim() !== '' && fromMinute >= 0 && fromMinute < 1440,
      );
    if (!isSound) throw barrier('BAD_INPUT', `Name up to ${MOST_DAYS} days.`);
    const state = input.isApproved ? 'approved' : 'dismissed';
    const result = await this.decide.run(viewer, { ...input, state });
    if (!result.ok) return answerOf(result);
    return Object.assign(new HolidaysPayload(), {
      holidays: await this.reader.of(input.locationId),
    });
  }
}
