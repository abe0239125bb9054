import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isId, type Result } from '@flipside/kernel';
import type { ChampionRefusal } from '@flipside/champions-domain';
import { edgeMs } from '@flipside/people-domain';
import { barrier, CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import { type ChampionRefusalType, refusalOf } from '../champion-refusal.type.js';
import { ChangeOfficeHour } from '../office-hours/change-office-hour.js';
import { OfferOfficeHour } from '../office-hours/offer-office-hour.js';
import { AnswerHelp } from './answer-help.js';
import { AskForHelp } from './ask-for-help.js';
import { AssignHelp } from './assign-help.js';
import { CloseHelp } from './close-help.js';
import { HelpReader } from './help.reader.js';
import {
  AnswerHelpArgs,
  AnswerHelpResult,
  AskForHelpArgs,
  AskForHelpResult,
  AssignHelpArgs,
  AssignHelpResult,
  BookPlaceArgs,
  BookPlaceResult,
  CallOffOfficeHourResult,
  CloseHelpArgs,
  CloseHelpResult,
  HelpDesk,
  type HelpPayload,
  LeavePlaceResult,
  OfferOfficeHourArgs,
  OfferOfficeHourResult,
  OfficeHourArgs,
} from './help.type.js';

type Answer = Promise<HelpPayload | ChampionRefusalType>;

@Resolver(() => HelpDesk)
export class HelpResolver {
  constructor(
    private readonly reader: HelpReader,
    private readonly asking: AskForHelp,
    private readonly answering: AnswerHelp,
    private readonly assigning: AssignHelp,
    private readonly closing: CloseHelp,
    private readonly offering: OfferOfficeHour,
    private readonly hours: ChangeOfficeHour,
  ) {}

  @Query(() => HelpDesk, { description: 'Requests and office hours that concern you.' })
  @Roles('EMPLOYEE')
  async helpDesk(@CurrentViewer() viewer: Viewer): Promise<HelpDesk> {
    const [askedOfMe, askedByMe, open, officeHours] = await Promise.all([
      this.reader.askedOf(viewer),
      this.reader.askedBy(viewer),
      this.reader.open(viewer),
      this.reader.officeHours(viewer),
    ]);
    return { askedOfMe, askedByMe, open, officeHours };
  }

  @Mutation(() => AskForHelpResult, {
    description: 'Asks the least-loaded champion who fits; the reason is shown.',
  })
  @Roles('EMPLOYEE')
  askForHelp(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'What, for when.' }) input: AskForHelpArgs,
  ): Answer {
    return answer(this.asking.run(viewer, input));
  }

  @Mutation(() => AnswerHelpResult, {
    description: 'Take a request, or pass it on to the next champion.',
  })
  @Roles('EMPLOYEE')
  answerHelp(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which, and what.' }) input: AnswerHelpArgs,
  ): Answer {
    known(input.requestId);
    return answer(this.answering.run(viewer, input));
  }

  @Mutation(() => AssignHelpResult, { description: 'Asks a certain champion for a request.' })
  @Roles('HR_LEAD')
  assignHelp(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which, and whom.' }) input: AssignHelpArgs,
  ): Answer {
    known(input.requestId, input.championId);
    return answer(this.assigning.run(viewer, input));
  }

  @Mutation(() => CloseHelpResult, { description: 'Says that a request of yours is done.' })
  @Roles('EMPLOYEE')
  closeHelp(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which, and how.' }) input: CloseHelpArgs,
  ): Answer {
    known(input.requestId);
    return answer(this.closing.run(viewer, input));
  }

  @Mutation(() => OfferOfficeHourResult, { description: 'Offers an office hour of yours.' })
  @Roles('CHAMPION')
  offerOfficeHour(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'When, where, about what.' }) input: OfferOfficeHourArgs,
  ): Answer {
    const { onDay, fromTime, ...wish } = input;
    const [hour = 0, minute = 0] = fromTime.split(':').map(Number);
    const startsAt = new Date(edgeMs(viewer.timeZone, onDay, hour * 60 + minute));
    return answer(this.offering.run(viewer, { ...wish, startsAt, places: input.places ?? null }));
  }

  @Mutation(() => BookPlaceResult, { description: 'Books a place in an office hour.' })
  @Roles('EMPLOYEE')
  bookPlace(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which.' }) input: BookPlaceArgs,
  ): Answer {
    known(input.officeHourId);
    return answer(this.hours.book(viewer, input));
  }

  @Mutation(() => LeavePlaceResult, { description: 'Gives your place back.' })
  @Roles('EMPLOYEE')
  leavePlace(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which.' }) input: OfficeHourArgs,
  ): Answer {
    known(input.officeHourId);
    return answer(this.hours.leave(viewer, input));
  }

  @Mutation(() => CallOffOfficeHourResult, {
    description: 'Calls an office hour of yours off; whoever booked is told.',
  })
  @Roles('EMPLOYEE')
  callOffOfficeHour(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which.' }) input: OfficeHourArgs,
  ): Answer {
    known(input.officeHourId);
    return answer(this.hours.callOff(viewer, input));
  }
}

type Done = Result<{ requestId: string } | { officeHourId: string }, ChampionRefusal>;

async function answer(done: Promise<Done>): Answer {
  const result = await done;
  if (!result.ok) return refusalOf(result.refusal);
  return { id: 'requestId' in result.value ? result.value.requestId : result.value.officeHourId };
}

/** @throws Barrier NOT_FOUND for what cannot be an identifier of ours */
function known(...ids: string[]): void {
  if (!ids.every(isId)) throw barrier('NOT_FOUND');
}
