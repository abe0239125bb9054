import {
  Args,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from '@nestjs/graphql';
import { CurrentViewer, InstantScalar, Roles, type Viewer } from '@flipside/platform-api';
import type { FeedDetail } from '@flipside/sessions-domain';
import { payloadOrRefusal, refusalOf } from '../booking.type.js';
import { SessionPerson } from '../session.type.js';
import { checkId } from '../sessions.resolver.js';
import { EndFeed } from './end-feed.js';
import { FeedReader, type FeedRow } from './feed.reader.js';
import { MakeFeed } from './make-feed.js';

const CalendarFeedDetail = { BUSY: 'busy', NEUTRAL: 'neutral', FULL: 'full' } as const;

registerEnumType(CalendarFeedDetail, {
  name: 'CalendarFeedDetail',
  description: 'How much a private calendar tells whoever holds its address.',
  valuesMap: {
    BUSY: { description: 'When, and the word Busy.' },
    NEUTRAL: { description: 'When, and that it is AI coaching.' },
    FULL: { description: 'Also with whom, and how to join.' },
  },
});

@ObjectType({ description: 'A private calendar address; the address itself was told once.' })
export class CalendarFeed {
  @Field(() => ID, { description: 'Identifier of the feed.' })
  id!: string;

  @Field({ description: 'What its owner calls it.' })
  label!: string;

  @Field(() => CalendarFeedDetail, { description: 'How much it tells.' })
  detail!: FeedDetail;

  @Field(() => SessionPerson, { description: 'Whose sessions it shows.' })
  person!: SessionPerson;

  @Field(() => InstantScalar, { description: 'Since when.' })
  createdAt!: Date;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When a program last read it, to the hour.',
  })
  lastUsedAt!: Date | null;
}

@InputType({ description: 'A private calendar address to make.' })
export class MakeCalendarFeedInput {
  @Field({ description: 'What to call it, such as the device it is for; 1 to 60 characters.' })
  label!: string;

  @Field(() => CalendarFeedDetail, { description: 'How much it tells.' })
  detail!: FeedDetail;

  @Field(() => ID, {
    nullable: true,
    description: 'Somebody the viewer looks after; left out, the viewer.',
  })
  personId?: string | null;
}

@InputType({ description: 'A private calendar address.' })
export class CalendarFeedInput {
  @Field(() => ID, { description: 'The feed.' })
  feedId!: string;
}

@ObjectType({ description: 'A new private calendar address.' })
export class MadeCalendarFeedPayload {
  @Field({ description: 'The address. It is told this once.' })
  url!: string;

  @Field(() => [CalendarFeed], { description: 'All live feeds of the viewer.' })
  feeds!: CalendarFeed[];
}

@ObjectType({ description: 'The feeds after one was ended.' })
export class EndedCalendarFeedPayload {
  @Field(() => [CalendarFeed], { description: 'All live feeds of the viewer.' })
  feeds!: CalendarFeed[];
}

const MakeCalendarFeedResult = payloadOrRefusal('MakeCalendarFeedResult', MadeCalendarFeedPayload);

const feedView = ({ principalId, principalName, ...row }: FeedRow): CalendarFeed => ({
  ...row,
  person: { id: principalId, name: principalName },
});

@Resolver()
export class FeedsResolver {
  constructor(
    private readonly reader: FeedReader,
    private readonly make: MakeFeed,
    private readonly end: EndFeed,
  ) {}

  @Query(() => [CalendarFeed], { description: 'The viewer’s private calendar addresses.' })
  @Roles('EMPLOYEE')
  async calendarFeeds(@CurrentViewer() viewer: Viewer): Promise<CalendarFeed[]> {
    return (await this.reader.of(viewer)).map(feedView);
  }

  @Mutation(() => MakeCalendarFeedResult, { description: 'Makes a private calendar address.' })
  @Roles('EMPLOYEE')
  async makeCalendarFeed(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Name and detail.' }) input: MakeCalendarFeedInput,
  ): Promise<typeof MakeCalendarFeedResult> {
    const { personId, ...rest } = input;
    const principalId = personId ? checkId(personId) : null;
    const result = await this.make.run(viewer, { ...rest, principalId });
    if (!result.ok) return refusalOf(result.refusal);
    return Object.assign(new MadeCalendarFeedPayload(), {
      url: result.value.url,
      feeds: await this.calendarFeeds(viewer),
    });
  }

  @Mutation(() => EndedCalendarFeedPayload, {
    description: 'Ends a private calendar address at once.',
  })
  @Roles('EMPLOYEE')
  async endCalendarFeed(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which.' }) input: CalendarFeedInput,
  ): Promise<EndedCalendarFeedPayload> {
    await this.end.run(viewer, checkId(input.feedId));
    return { feeds: await this.calendarFeeds(viewer) };
  }
}
