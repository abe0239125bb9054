import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Clock } from '@flipside/kernel';
import { barrier, CLOCK, CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import { asksForOtherTimes, isWallTime } from '@flipside/sessions-domain';
import { BookSeries } from './book-series.js';
import { BookSession } from './book-session.js';
import { BookingReader } from './booking.reader.js';
import {
  BookSeriesInput,
  BookSeriesResult,
  BookSessionInput,
  BookSessionResult,
  BookedPayload,
  CallOffSessionInput,
  DecideDisputeInput,
  ChangeSessionResult,
  MoveSessionInput,
  SeriesInput,
  SessionInput,
  SetMeetingLinkInput,
  SwapSessionsInput,
  UndoBookingResult,
  UndoneBookingPayload,
  refusalOf,
} from './booking.type.js';
import { offerView, timesView } from './booking.view.js';
import { CancelSession, SkipSession } from './call-off-session.js';
import { DecideDispute } from './decide-dispute.js';
import { KeepSession } from './keep-session.js';
import { MoveSession } from './move-session.js';
import { RestoreSession } from './restore-session.js';
import { SessionReader } from './session.reader.js';
import { SessionAnswers } from './session-answers.js';
import { sessionView } from './session.view.js';
import { SetMeetingLink } from './set-meeting-link.js';
import { checkId } from './sessions.resolver.js';
import { SwapSessions } from './swap-sessions.js';
import { UndoBooking } from './undo-booking.js';
import { UndoMove } from './undo-move.js';

/** Booking and changing sessions. */
@Resolver()
export class BookingResolver {
  constructor(
    private readonly series: BookSeries,
    private readonly single: BookSession,
    private readonly move: MoveSession,
    private readonly swap: SwapSessions,
    private readonly backToOldTime: UndoMove,
    private readonly skip: SkipSession,
    private readonly cancel: CancelSession,
    private readonly restore: RestoreSession,
    private readonly takeBack: UndoBooking,
    private readonly setLink: SetMeetingLink,
    private readonly keep: KeepSession,
    private readonly decide: DecideDispute,
    private readonly bookingReader: BookingReader,
    private readonly sessionReader: SessionReader,
    private readonly answers: SessionAnswers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Mutation(() => BookSeriesResult, {
    description: 'Books one of the three times and the rhythm that follows.',
  })
  @Roles('EXECUTIVE', 'DELEGATE')
  async bookSeries(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The chosen time.' }) { optionId, ...input }: BookSeriesInput,
  ): Promise<typeof BookSeriesResult> {
    if (!isWallTime(optionId)) throw barrier('BAD_INPUT', 'This is no time that was offered.');
    checkId(input.pairingId);
    const result = await this.series.run(viewer, { ...input, localStart: optionId });
    if (result.ok) return this.booked(viewer, result.value);
    if (!asksForOtherTimes(result.refusal.code)) return refusalOf(result.refusal);
    const fresh = offerView(await this.bookingReader.options(viewer, input.pairingId), viewer);
    return refusalOf(result.refusal, { options: fresh.options });
  }

  @Mutation(() => BookSessionResult, { description: 'Books one more session beside the series.' })
  @Roles('EXECUTIVE', 'DELEGATE')
  async bookSession(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Pairing and time.' }) input: BookSessionInput,
  ): Promise<typeof BookSessionResult> {
    checkId(input.pairingId);
    const result = await this.single.run(viewer, { ...input });
    if (result.ok) return this.booked(viewer, result.value);
    if (!asksForOtherTimes(result.refusal.code)) return refusalOf(result.refusal);
    const fresh = await this.bookingReader.singleTimes(viewer, input.pairingId, null);
    return refusalOf(result.refusal, { times: timesView(fresh, viewer) });
  }

  @Mutation(() => UndoBookingResult, {
    description: 'Takes one’s own booking of this minute back.',
  })
  @Roles('EXECUTIVE', 'DELEGATE')
  async undoBooking(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The series.' }) input: SeriesInput,
  ): Promise<typeof UndoBookingResult> {
    checkId(input.seriesId);
    const result = await this.takeBack.run(viewer, input);
    return result.ok
      ? Object.assign(new UndoneBookingPayload(), result.value)
      : refusalOf(result.refusal);
  }

  @Mutation(() => ChangeSessionResult, { description: 'Gives a session another time.' })
  @Roles('EMPLOYEE')
  async moveSession(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Session and new time.' }) input: MoveSessionInput,
  ): Promise<typeof ChangeSessionResult> {
    checkId(input.sessionId);
    return this.answers.changed(viewer, await this.move.run(viewer, input), input.sessionId);
  }

  @Mutation(() => ChangeSessionResult, {
    description: 'Lets two sessions of one person change places, both or neither.',
  })
  @Roles('EMPLOYEE')
  async swapSessions(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The two sessions.' }) input: SwapSessionsInput,
  ): Promise<typeof ChangeSessionResult> {
    checkId(input.sessionId);
    checkId(input.withSessionId);
    return this.answers.changed(viewer, await this.swap.run(viewer, input), input.sessionId);
  }

  @Mutation(() => ChangeSessionResult, { description: 'Takes one’s own move of this minute back.' })
  @Roles('EMPLOYEE')
  async undoMove(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The session.' }) input: SessionInput,
  ): Promise<typeof ChangeSessionResult> {
    checkId(input.sessionId);
    return this.answers.changed(
      viewer,
      await this.backToOldTime.run(viewer, input),
      input.sessionId,
    );
  }

  @Mutation(() => ChangeSessionResult, {
    description: 'Leaves one session out; the next one stays.',
  })
  @Roles('EMPLOYEE')
  async skipSession(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Session and reason.' }) input: CallOffSessionInput,
  ): Promise<typeof ChangeSessionResult> {
    checkId(input.sessionId);
    return this.answers.changed(viewer, await this.skip.run(viewer, input), input.sessionId);
  }

  @Mutation(() => ChangeSessionResult, { description: 'Calls one session off.' })
  @Roles('EMPLOYEE')
  async cancelSession(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Session and reason.' }) input: CallOffSessionInput,
  ): Promise<typeof ChangeSessionResult> {
    checkId(input.sessionId);
    return this.answers.changed(viewer, await this.cancel.run(viewer, input), input.sessionId);
  }

  @Mutation(() => ChangeSessionResult, {
    description: 'Brings a skipped or cancelled session back at its time.',
  })
  @Roles('EMPLOYEE')
  async restoreSession(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The session.' }) input: SessionInput,
  ): Promise<typeof ChangeSessionResult> {
    checkId(input.sessionId);
    return this.answers.changed(viewer, await this.restore.run(viewer, input), input.sessionId);
  }

  @Mutation(() => ChangeSessionResult, {
    description: 'Sets where a session and the coming ones of its series are held.',
  })
  @Roles('EMPLOYEE')
  async setMeetingLink(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Session and address.' }) input: SetMeetingLinkInput,
  ): Promise<typeof ChangeSessionResult> {
    checkId(input.sessionId);
    return this.answers.changed(viewer, await this.setLink.run(viewer, input), input.sessionId);
  }

  @Mutation(() => ChangeSessionResult, {
    description: 'Keeps a session that falls into time the champion keeps free: nothing moves.',
  })
  @Roles('CHAMPION')
  async keepSession(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The session.' }) input: SessionInput,
  ): Promise<typeof ChangeSessionResult> {
    checkId(input.sessionId);
    return this.answers.changed(viewer, await this.keep.run(viewer, input), null);
  }

  @Mutation(() => ChangeSessionResult, {
    description:
      'Decides what stands where the two people said different things about a session. Both are told.',
  })
  @Roles('HR_LEAD')
  async decideDispute(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which session, and what stands.' }) input: DecideDisputeInput,
  ): Promise<typeof ChangeSessionResult> {
    checkId(input.sessionId);
    return this.answers.changed(viewer, await this.decide.run(viewer, input), null);
  }

  private async booked(
    viewer: Viewer,
    written: { seriesId: string; sessionIds: readonly string[] },
  ): Promise<BookedPayload> {
    const seen = await this.sessionReader.several(viewer, written.sessionIds);
    const now = this.clock.now();
    return {
      seriesId: written.seriesId,
      sessions: seen.map((each) => sessionView(each, viewer, now)),
    };
  }
}
