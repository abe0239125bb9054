import { Args, Field, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Result } from '@flipside/kernel';
import { weekInWords, type PeopleRefusal } from '@flipside/people-domain';
import { barrier, CurrentViewer, Roles, TimeZoneScalar, type Viewer } from '@flipside/platform-api';
import { answerOf, payloadOrRefusal } from '../people-refusal.type.js';
import { ProgrammeReader } from '../programme/programme.reader.js';
import { AvailabilityReader } from './availability.reader.js';
import { SetTimeZone } from './set-time-zone.js';
import { SetWorkingHours } from './set-working-hours.js';
import { WorkingIntervalInput, WorkingIntervalType } from './working-interval.type.js';

@ObjectType('Availability', { description: 'When somebody works, and in which zone.' })
export class AvailabilityType {
  @Field(() => [WorkingIntervalType], { description: 'The week that holds.' })
  hours!: WorkingIntervalType[];

  @Field({ description: 'The week that holds, in words.' })
  inWords!: string;

  @Field({ description: 'True when the person set the week; false while the programme’s holds.' })
  isOwn!: boolean;

  @Field(() => [WorkingIntervalType], { description: 'The programme’s week.' })
  defaultHours!: WorkingIntervalType[];

  @Field(() => TimeZoneScalar, { description: 'The zone that holds.' })
  timeZone!: string;

  @Field(() => TimeZoneScalar, {
    nullable: true,
    description: 'The zone the person set; null = none.',
  })
  ownTimeZone!: string | null;

  @Field(() => TimeZoneScalar, { description: 'The zone that would hold without an own one.' })
  defaultTimeZone!: string;
}

@InputType({ description: 'One’s own week.' })
export class SetWorkingHoursInput {
  @Field(() => [WorkingIntervalInput], {
    nullable: true,
    description: 'Up to 4 stretches a day; null goes back to the programme’s week.',
  })
  hours?: WorkingIntervalInput[] | null;
}

@InputType({ description: 'One’s own time zone.' })
export class SetTimeZoneInput {
  @Field(() => TimeZoneScalar, {
    nullable: true,
    description: 'Null goes back to the location’s zone.',
  })
  timeZone?: string | null;
}

@ObjectType({ description: 'Availability after a change.' })
export class AvailabilityPayload {
  @Field(() => AvailabilityType, { description: 'As it is now.' })
  availability!: AvailabilityType;
}

const SetWorkingHoursResult = payloadOrRefusal('SetWorkingHoursResult', AvailabilityPayload);
const SetTimeZoneResult = payloadOrRefusal('SetTimeZoneResult', AvailabilityPayload);

@Resolver()
export class AvailabilityResolver {
  constructor(
    private readonly reader: AvailabilityReader,
    private readonly programme: ProgrammeReader,
    private readonly hours: SetWorkingHours,
    private readonly zone: SetTimeZone,
  ) {}

  @Query(() => AvailabilityType, { description: 'When the signed-in person works.' })
  @Roles('EMPLOYEE')
  async myAvailability(@CurrentViewer() viewer: Viewer): Promise<AvailabilityType> {
    const [found, { rules }] = await Promise.all([
      this.reader.of([viewer.personId]),
      this.programme.current(),
    ]);
    const mine = found.get(viewer.personId);
    if (!mine) throw barrier('NOT_FOUND');
    return {
      hours: [...mine.hours],
      inWords: weekInWords(mine.hours),
      isOwn: mine.ownHours.length > 0,
      defaultHours: [...rules.defaultHours],
      timeZone: mine.timeZone,
      ownTimeZone: mine.ownTimeZone,
      defaultTimeZone: mine.locationTimeZone ?? rules.defaultTimeZone,
    };
  }

  @Mutation(() => SetWorkingHoursResult, { description: 'Sets one’s own working hours.' })
  @Roles('EMPLOYEE')
  async setWorkingHours(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The week.' }) input: SetWorkingHoursInput,
  ): Promise<typeof SetWorkingHoursResult> {
    return this.answer(viewer, await this.hours.run(viewer, { hours: input.hours ?? null }));
  }

  @Mutation(() => SetTimeZoneResult, { description: 'Sets one’s own time zone.' })
  @Roles('EMPLOYEE')
  async setTimeZone(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The zone.' }) input: SetTimeZoneInput,
  ): Promise<typeof SetTimeZoneResult> {
    return this.answer(viewer, await this.zone.run(viewer, { timeZone: input.timeZone ?? null }));
  }

  private async answer(
    viewer: Viewer,
    result: Result<{ personId: string }, PeopleRefusal>,
  ): Promise<typeof SetWorkingHoursResult> {
    if (!result.ok) return answerOf(result);
    return { availability: await this.myAvailability(viewer) };
  }
}
