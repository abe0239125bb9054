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
import type { Result } from '@flipside/kernel';
import { CurrentViewer, InstantScalar, Roles, type Viewer } from '@flipside/platform-api';
import type { SessionRefusal } from '@flipside/sessions-domain';
import { payloadOrRefusal, refusalOf } from '../booking.type.js';
import { checkId } from '../sessions.resolver.js';
import {
  AddCalendarSource,
  CalendarSourceReader,
  RemoveCalendarSource,
} from './calendar-sources.js';

const CalendarKind = { ICS: 'ics', CALDAV: 'caldav' } as const;
type CalendarKind = (typeof CalendarKind)[keyof typeof CalendarKind];
registerEnumType(CalendarKind, {
  name: 'CalendarKind',
  description: 'How a calendar is read.',
  valuesMap: {
    ICS: { description: 'A published calendar file.' },
    CALDAV: { description: 'A CalDAV calendar, asked for free and busy.' },
  },
});

const CalendarState = { NEW: 'new', OK: 'ok', FAILING: 'failing' } as const;
type CalendarState = (typeof CalendarState)[keyof typeof CalendarState];
registerEnumType(CalendarState, {
  name: 'CalendarState',
  description: 'Whether a calendar can be read.',
  valuesMap: {
    NEW: { description: 'It is read for the first time in a moment.' },
    OK: { description: 'It was read.' },
    FAILING: { description: 'It could not be read the last time.' },
  },
});

@ObjectType('CalendarSource', {
  description: 'A calendar of one’s own. Only when it is busy is kept, never what for.',
})
export class CalendarSourceType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => CalendarKind, { description: 'How it is read.' })
  kind!: CalendarKind;

  @Field({ description: 'The server it is on. The address itself is not shown again.' })
  host!: string;

  @Field({ description: 'Whether all-day events count as busy.' })
  isAllDayBusy!: boolean;

  @Field(() => CalendarState, { description: 'Whether it can be read.' })
  state!: CalendarState;

  @Field(() => String, {
    nullable: true,
    description: 'Why not, and what to do; null when all is well.',
  })
  problem!: string | null;

  @Field(() => [String], {
    description: 'Names of zones in it that nobody knows; read in one’s own zone.',
  })
  unknownZones!: string[];

  @Field(() => InstantScalar, { nullable: true, description: 'When it was read last.' })
  readAt!: Date | null;

  @Field(() => Int, { description: 'How many busy times are known from it.' })
  busyTimes!: number;
}

@InputType({ description: 'A calendar of one’s own.' })
export class AddCalendarSourceInput {
  @Field(() => CalendarKind, { description: 'How to read it.' })
  kind!: CalendarKind;

  @Field({ description: 'Its address, beginning with https:// or webcal://.' })
  address!: string;

  @Field(() => String, { nullable: true, description: 'User name, where the server asks for one.' })
  username?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Password for this calendar alone; kept sealed and never shown.',
  })
  password?: string | null;

  @Field({ defaultValue: false, description: 'Whether all-day events count as busy.' })
  isAllDayBusy!: boolean;
}

@InputType({ description: 'The calendar that is meant.' })
export class CalendarSourceInput {
  @Field(() => ID, { description: 'The calendar.' })
  sourceId!: string;
}

@ObjectType({ description: 'One’s calendars after a change.' })
export class CalendarSourcesPayload {
  @Field(() => [CalendarSourceType], { description: 'As they are now.' })
  calendars!: CalendarSourceType[];
}

const ChangeCalendarsResult = payloadOrRefusal('ChangeCalendarsResult', CalendarSourcesPayload);

/** Calendars from which one’s own busy times are read. */
@Resolver()
export class CalendarSourcesResolver {
  constructor(
    private readonly reader: CalendarSourceReader,
    private readonly add: AddCalendarSource,
    private readonly remove: RemoveCalendarSource,
  ) {}

  @Query(() => [CalendarSourceType], { description: 'The viewer’s own calendars.' })
  @Roles('EMPLOYEE')
  async myCalendars(@CurrentViewer() viewer: Viewer): Promise<CalendarSourceType[]> {
    const found = await this.reader.of(viewer.personId);
    return found.map((each) => ({ ...each, unknownZones: [...each.unknownZones] }));
  }

  @Mutation(() => ChangeCalendarsResult, { description: 'Adds a calendar of one’s own.' })
  @Roles('EMPLOYEE')
  async addCalendar(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Where it is.' }) input: AddCalendarSourceInput,
  ): Promise<typeof ChangeCalendarsResult> {
    return this.answer(viewer, await this.add.run(viewer, input));
  }

  @Mutation(() => ChangeCalendarsResult, {
    description: 'Takes a calendar away, and every busy time that came from it.',
  })
  @Roles('EMPLOYEE')
  async removeCalendar(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which.' }) input: CalendarSourceInput,
  ): Promise<typeof ChangeCalendarsResult> {
    checkId(input.sourceId);
    return this.answer(viewer, await this.remove.run(viewer, input));
  }

  private async answer(
    viewer: Viewer,
    result: Result<unknown, SessionRefusal>,
  ): Promise<typeof ChangeCalendarsResult> {
    if (!result.ok) return refusalOf(result.refusal);
    return Object.assign(new CalendarSourcesPayload(), {
      calendars: await this.myCalendars(viewer),
    });
  }
}
