import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Result } from '@flipside/kernel';
import { CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import type { SessionRefusal } from '@flipside/sessions-domain';
import { AcceptOffer, DeclineOffer } from './answer-offer.js';
import { AnswerRhythmQuestion } from './answer-rhythm-question.js';
import { ChangeSessionResult, SessionInput, refusalOf } from './booking.type.js';
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
import { SessionAnswers } from './session-answers.js';
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
    private readonly answers: SessionAnswers,
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
    return this.answered(viewer, await this.accept.run(viewer, input), input.sessionId);
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
    return this.answered(viewer, await this.decline.run(viewer, input), input.sessionId);
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
    return this.answers.changed(viewer, await this.propose.run(viewer, input), input.sessionId);
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
    return this.answers.changed(viewer, await this.following.run(viewer, input), input.sessionId);
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

  /** A held time that is gone: other times for the session that it was about. */
  private async answered(
    viewer: Viewer,
    result: Result<{ sessionId: string }, SessionRefusal>,
    heldSessionId: string,
  ): Promise<typeof ChangeSessionResult> {
    const offer = result.ok ? null : await this.offers.settled(heldSessionId);
    return this.answers.changed(viewer, result, offer?.aboutSessionId ?? null);
  }
}
