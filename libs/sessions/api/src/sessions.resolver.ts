import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { isId, type Clock, type Day } from '@flipside/kernel';
import { Looks } from '@flipside/people-api';
import { edgeMs } from '@flipside/people-domain';
import {
  barrier,
  CLOCK,
  CurrentViewer,
  DayScalar,
  InstantScalar,
  Roles,
  type Viewer,
} from '@flipside/platform-api';
import { BookingReader } from './booking.reader.js';
import { PairingToBook, SessionOptionType, TimeOption } from './booking.type.js';
import { offerView, timesView } from './booking.view.js';
import { SessionReader } from './session.reader.js';
import { SessionType } from './session.type.js';
import { sessionView } from './session.view.js';

const MOST_DAYS = 400;

/** What is no identifier names nothing. Throws NOT_FOUND. */
export function checkId(id: string): string {
  if (!isId(id)) throw barrier('NOT_FOUND');
  return id;
}

/** A list of sessions is bounded by its dates: at most 400 days. */
function checkRange(from: Date, to: Date): void {
  const days = (to.getTime() - from.getTime()) / 86_400_000;
  if (days <= 0 || days > MOST_DAYS) throw barrier('BAD_INPUT', `Ask for 1 to ${MOST_DAYS} days.`);
}

/** What is booked and what could be. */
@Resolver()
export class SessionsResolver {
  constructor(
    private readonly sessionReader: SessionReader,
    private readonly bookingReader: BookingReader,
    private readonly looks: Looks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => SessionType, {
    nullable: true,
    description: 'The viewer’s next own session that is not over.',
  })
  @Roles('EMPLOYEE')
  async nextSession(@CurrentViewer() viewer: Viewer): Promise<SessionType | null> {
    const seen = await this.sessionReader.next(viewer);
    return seen && sessionView(seen, viewer, this.clock.now());
  }

  @Query(() => [SessionType], {
    description: 'The viewer’s own sessions that begin in a stretch of time.',
  })
  @Roles('EMPLOYEE')
  async sessions(
    @CurrentViewer() viewer: Viewer,
    @Args('from', { type: () => InstantScalar, description: 'First start.' }) from: Date,
    @Args('to', {
      type: () => InstantScalar,
      description: 'Before this start; at most 400 days later.',
    })
    to: Date,
  ): Promise<SessionType[]> {
    checkRange(from, to);
    const seen = await this.sessionReader.own(viewer, from, to);
    return seen.map((each) => sessionView(each, viewer, this.clock.now()));
  }

  @Query(() => [SessionType], {
    description:
      'The viewer’s sessions as a champion that were booked in time they keep free now and have not said to keep, soonest first, at most 20.',
  })
  @Roles('CHAMPION')
  async sessionsInRest(@CurrentViewer() viewer: Viewer): Promise<SessionType[]> {
    const seen = await this.sessionReader.inRest(viewer);
    return seen.map((each) => sessionView(each, viewer, this.clock.now()));
  }

  @Query(() => [SessionType], {
    description:
      'Sessions about which the two people said different things and nobody has decided, latest first, at most 20; times and state only, none of the viewer’s own. Both people see that it was looked at.',
  })
  @Roles('HR_LEAD')
  async disputedSessions(@CurrentViewer() viewer: Viewer): Promise<SessionType[]> {
    const seen = await this.sessionReader.disputed(viewer);
    const people = seen.flatMap(({ row }) => [row.executiveId, row.championId]);
    if (people.length > 0) await this.looks.note(viewer, [...new Set(people)], 'session');
    return seen.map((each) => sessionView(each, viewer, this.clock.now()));
  }

  @Query(() => [SessionType], {
    description: 'Sessions of the people the viewer looks after, in a stretch of time: times only.',
  })
  @Roles('DELEGATE')
  async lookedAfterSessions(
    @CurrentViewer() viewer: Viewer,
    @Args('from', { type: () => InstantScalar, description: 'First start.' }) from: Date,
    @Args('to', {
      type: () => InstantScalar,
      description: 'Before this start; at most 400 days later.',
    })
    to: Date,
  ): Promise<SessionType[]> {
    checkRange(from, to);
    const seen = await this.sessionReader.lookedAfter(viewer, from, to);
    return seen.map((each) => sessionView(each, viewer, this.clock.now()));
  }

  @Query(() => SessionType, {
    description:
      'One session: for its two people, for their delegates and HR leads with times and state only.',
  })
  @Roles('EMPLOYEE')
  async session(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'Identifier of the session.' }) id: string,
  ): Promise<SessionType> {
    const seen = await this.sessionReader.one(viewer, checkId(id));
    if (!seen) throw barrier('NOT_FOUND');
    return sessionView(seen, viewer, this.clock.now());
  }

  @Query(() => [PairingToBook], {
    description: 'Pairings that wait for a first time, of the viewer and of those looked after.',
  })
  @Roles('EXECUTIVE', 'DELEGATE')
  async pairingsToBook(@CurrentViewer() viewer: Viewer): Promise<PairingToBook[]> {
    return (await this.bookingReader.waiting(viewer)).map((offer) => offerView(offer, viewer));
  }

  @Query(() => [SessionOptionType], {
    description: 'Three times for a pairing’s series; for its executive and their delegates.',
  })
  @Roles('EXECUTIVE', 'DELEGATE')
  async sessionOptions(
    @CurrentViewer() viewer: Viewer,
    @Args('pairingId', { type: () => ID, description: 'The pairing.' }) pairingId: string,
  ): Promise<SessionOptionType[]> {
    return offerView(await this.bookingReader.options(viewer, checkId(pairingId)), viewer).options;
  }

  @Query(() => [TimeOption], {
    description: 'Up to five other times for a session, soonest first.',
  })
  @Roles('EMPLOYEE')
  async moveOptions(
    @CurrentViewer() viewer: Viewer,
    @Args('sessionId', { type: () => ID, description: 'The session.' }) sessionId: string,
    @Args('from', {
      type: () => DayScalar,
      nullable: true,
      description: 'Not before this day on the viewer’s own calendar; to look further ahead.',
    })
    from?: Day | null,
    @Args('toPropose', {
      defaultValue: false,
      description: 'Times to offer to the other side, also when it is too late to move.',
    })
    toPropose?: boolean,
  ): Promise<TimeOption[]> {
    const times = await this.bookingReader.moveTimes(
      viewer,
      checkId(sessionId),
      beginOf(viewer, from),
      {
        toPropose: toPropose ?? false,
      },
    );
    return timesView(times, viewer);
  }

  @Query(() => String, {
    nullable: true,
    description:
      'Why one more session of a pairing cannot be had, or not soon: the champion’s agreed hours are asked for. Null when hours are left.',
  })
  @Roles('EXECUTIVE', 'DELEGATE')
  oneMoreNote(
    @CurrentViewer() viewer: Viewer,
    @Args('pairingId', { type: () => ID, description: 'The pairing.' }) pairingId: string,
  ): Promise<string | null> {
    return this.bookingReader.oneMoreNote(viewer, checkId(pairingId));
  }

  @Query(() => [TimeOption], {
    description: 'Up to five times for one more session of a pairing, soonest first.',
  })
  @Roles('EXECUTIVE', 'DELEGATE')
  async singleTimes(
    @CurrentViewer() viewer: Viewer,
    @Args('pairingId', { type: () => ID, description: 'The pairing.' }) pairingId: string,
    @Args('from', {
      type: () => DayScalar,
      nullable: true,
      description: 'Not before this day on the viewer’s own calendar; to look further ahead.',
    })
    from?: Day | null,
  ): Promise<TimeOption[]> {
    return timesView(
      await this.bookingReader.singleTimes(viewer, checkId(pairingId), beginOf(viewer, from)),
      viewer,
    );
  }
}

/** The first moment of a day where the viewer is at home; null when none was asked for. */
const beginOf = ({ timeZone }: Viewer, day: Day | null | undefined): Date | null =>
  day ? new Date(edgeMs(timeZone, day, 0)) : null;
