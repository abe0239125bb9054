import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Clock, Result } from '@flipside/kernel';
import { barrier, CLOCK, CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import type { SessionRefusal } from '@flipside/sessions-domain';
import { AcceptOffer, DeclineOffer } from './answer-offer.js';
import { AnswerRhythmQuestion } from './answer-rhythm-question.js';
import { BookingReader } from './booking.reader.js';
import { ChangeSessionResult, SessionInput, SessionPayload, refusalOf } from './booking.type.js';
import { timesView } from './booking.view.js';
import { MoveFollowing } from './move-following.js';
import { OfferReader } from './offer.reader.js';
import {
  AnswerRhythmQuestionInput,
  AnswerRhythmQuestionResult,
  AnsweredQuestionPayload,
  MoveFollowingInput,
  ProposeTimesInput,
  RhythmQuestion,
  SessionOfferType,
} from './offer.type.js';
import { offerToAnswerView, questionView } from './offer.view.js';
import { ProposeTimes } from './propose-times.js';
import { SessionReader } from './session.reader.js';
import { sessionView } from './session.view.js';
import { checkId } from './sessions.resolver.js';

/** Held times, the usual hour, and what is asked about the rhythm. */
@Resolver()
export class OffersResolver {
  constructor(
    private readonly offers: OfferReader,
    private readonly accept: AcceptOffer,
    private readonly decline: DeclineOffer,
    private readonly propose: ProposeTimes,
    private readonly following: MoveFollowing,
    private readonly answer: AnswerRhythmQuestion,
    private readonly bookingReader: BookingReader,
    private readonly sessionReader: SessionReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => [SessionOfferType], {
    description: 'Held times of the viewer and of those looked after, the first to run out first.',
  })
  @Roles('EMPLOYEE')
  async openOffers(@CurrentViewer() viewer: Viewer): Promise<SessionOfferType[]> {
    return (await this.offers.open(viewer)).map((seen) => offerToAnswerView(seen, viewer));
  }

  @Query(() => [RhythmQuestion], {
    description: 'What is asked about a rhythm after two sessions in a row fell through.',
  })
  @Roles('EXECUTIVE', 'DELEGATE')
  async rhythmQuestions(@CurrentViewer() viewer: Viewer): Promise<RhythmQuestion[]> {
    return (await this.offers.questions(viewer)).map(questionView);
  }

  @Mutation(() => ChangeSessionResult, {
    description: 'Takes one of the held times; the others are free again.',
  })
  @Roles('EMPLOYEE')
  async acceptOffer(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The held session.' }) input: SessionInput,
  ): Promise<typeof ChangeSessionResult> {
    checkId(input.sessionId);
    return this.changed(viewer, await this.accept.run(viewer, input));
  }

  @Mutation(() => ChangeSessionResult, {
    description: 'Says no to all times of an offer, or takes one’s own offer back.',
  })
  @Roles('EMPLOYEE')
  async declineOffer(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'One of its held sessions.' }) input: SessionInput,
  ): Promise<typeof ChangeSessionResult> {
    checkId(input.sessionId);
    return this.changed(viewer, await this.decline.run(viewer, input));
  }

  @Mutation(() => ChangeSessionResult, {
    description: 'Holds one to three other times and asks the other side.',
  })
  @Roles('EMPLOYEE')
  async proposeTimes(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Session and times.' }) input: ProposeTimesInput,
  ): Promise<typeof ChangeSessionResult> {
    checkId(input.sessionId);
    return this.changed(viewer, await this.propose.run(viewer, input), input.sessionId);
  }

  @Mutation(() => ChangeSessionResult, {
    description: 'Gives a session and all after it another usual hour.',
  })
  @Roles('EXECUTIVE', 'DELEGATE')
  async moveFollowing(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'First session and its new start.' }) input: MoveFollowingInput,
  ): Promise<typeof ChangeSessionResult> {
    checkId(input.sessionId);
    return this.changed(viewer, await this.following.run(viewer, input), input.sessionId);
  }

  @Mutation(() => AnswerRhythmQuestionResult, {
    description: 'Notes what was chosen about the rhythm.',
  })
  @Roles('EXECUTIVE', 'DELEGATE')
  async answerRhythmQuestion(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The choice.' }) input: AnswerRhythmQuestionInput,
  ): Promise<typeof AnswerRhythmQuestionResult> {
    checkId(input.questionId);
    const result = await this.answer.run(viewer, input);
    return result.ok
      ? Object.assign(new AnsweredQuestionPayload(), result.value)
      : refusalOf(result.refusal);
  }

  /** The session after a change; for a time that was just taken, fresh ones for `timesFor`. */
  private async changed(
    viewer: Viewer,
    result: Result<{ sessionId: string }, SessionRefusal>,
    timesFor?: string,
  ): Promise<typeof ChangeSessionResult> {
    if (result.ok) {
      const seen = await this.sessionReader.one(viewer, result.value.sessionId);
      if (!seen) throw barrier('NOT_FOUND');
      const session = sessionView(seen, viewer, this.clock.now());
      return Object.assign(new SessionPayload(), { session });
    }
    if (result.refusal.code !== 'SLOT_TAKEN' || !timesFor) return refusalOf(result.refusal);
    const fresh = await this.bookingReader.moveTimes(viewer, timesFor, null);
    return refusalOf(result.refusal, { times: timesView(fresh, viewer) });
  }
}
