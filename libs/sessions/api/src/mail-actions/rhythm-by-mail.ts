import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, type Clock } from '@flipside/kernel';
import { PausePairing } from '@flipside/pairings-api';
import { SignIn } from '@flipside/people-api';
import { localOf } from '@flipside/people-domain';
import {
  CLOCK,
  MailActions,
  type ActionCall,
  type ActionChoice,
  type ActionPage,
  type ActionPress,
  type ActionResult,
  type MailAction,
  type Viewer,
} from '@flipside/platform-api';
import {
  clockInWords,
  dayInWords,
  dayOf,
  wallTimeOf,
  weekdayInWords,
} from '@flipside/sessions-domain';
import { AnswerRhythmQuestion } from '../answer-rhythm-question.js';
import { BookingReader } from '../booking.reader.js';
import { MoveFollowing } from '../move-following.js';
import { OfferReader, type AskedQuestion } from '../offer.reader.js';
import { breakByMail, otherHourByMail, type RhythmByMailSubject } from './mail-action-kinds.js';

const BREAK_DAYS = 28;
const OFFERED = 3;
const KEEP = 'keep';
const PAUSE = 'pause';

const keepChoice: ActionChoice = { value: KEEP, label: 'Keep it as it is' };

/** How things stand once the question is answered, whichever way it was. */
const STANDS = {
  other_hour: 'You chose another hour',
  pause: 'You took a break',
  keep: 'Everything stays as it is',
} as const;

const settledPage = ({ answer, championName }: AskedQuestion): ActionPage | null =>
  answer && {
    heading: STANDS[answer],
    paragraphs: [`Your sessions with ${championName} stand in Flipside.`],
    choices: [],
    more: { label: 'Open your sessions', path: '/sessions' },
  };

/** Keeps everything as it is, from either page. */
async function keep(
  answers: AnswerRhythmQuestion,
  viewer: Viewer,
  questionId: string,
): Promise<ActionResult> {
  await answers.run(viewer, { questionId, answer: 'keep' });
  return {
    isDone: true,
    page: {
      heading: 'Everything stays as it is',
      paragraphs: ['Good. We do not ask about these sessions again.'],
      choices: [],
      more: { label: 'Open your sessions', path: '/sessions' },
    },
  };
}

/** "Take a break": four weeks in which nothing is planned, from the mail in two taps. */
@Injectable()
export class BreakByMail implements MailAction<RhythmByMailSubject>, OnModuleInit {
  readonly name = breakByMail.name;
  readonly subject = breakByMail.subject;

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly actions: MailActions,
    private readonly signIn: SignIn,
    private readonly offers: OfferReader,
    private readonly answers: AnswerRhythmQuestion,
    private readonly pausePairing: PausePairing,
  ) {}

  onModuleInit(): void {
    this.actions.register(this);
  }

  async show({ personId, subject }: ActionCall<RhythmByMailSubject>): Promise<ActionPage | null> {
    const viewer = await this.signIn.viewerById(personId);
    const question = viewer && (await this.offers.question(viewer, subject.questionId));
    return viewer && question && (settledPage(question) ?? this.page(viewer, question));
  }

  async act(
    { personId, subject }: ActionCall<RhythmByMailSubject>,
    { choice }: ActionPress,
  ): Promise<ActionResult | null> {
    const viewer = await this.signIn.viewerById(personId);
    const question = viewer && (await this.offers.question(viewer, subject.questionId));
    if (!viewer || !question) return null;
    const settled = settledPage(question);
    if (settled) return { isDone: true, page: settled };
    if (choice === KEEP) return keep(this.answers, viewer, question.id);
    const page = this.page(viewer, question);
    if (choice !== PAUSE) return { isDone: false, page };
    const until = this.backOn(viewer);
    const paused = await this.pausePairing.run(viewer, { pairingId: question.pairingId, until });
    if (!paused.ok) return { isDone: false, page: { ...page, heading: paused.refusal.message } };
    await this.answers.run(viewer, { questionId: question.id, answer: 'pause' });
    return {
      isDone: true,
      page: {
        heading: 'A break of four weeks',
        paragraphs: [
          `Your calendar is free again. On ${dayInWords(until)} the sessions with ${question.championName} go on by themselves.`,
        ],
        choices: [],
        more: { label: 'Open your sessions', path: '/sessions' },
      },
    };
  }

  private backOn(viewer: Viewer): string {
    return addDays(dayOf(localOf(this.clock.now(), viewer.timeZone)), BREAK_DAYS);
  }

  private page(viewer: Viewer, { championName }: AskedQuestion): ActionPage {
    return {
      heading: `A break of four weeks from sessions with ${championName}?`,
      paragraphs: [
        `Nothing is planned until ${dayInWords(this.backOn(viewer))}; then the sessions go on by themselves. ${championName} is told, without a reason.`,
      ],
      choices: [{ value: PAUSE, label: 'Take a break of four weeks', isMain: true }, keepChoice],
      more: { label: 'Open Flipside', path: '/' },
    };
  }
}

/** "Choose another hour": three usual hours that suit both, from the mail in two taps. */
@Injectable()
export class OtherHourByMail implements MailAction<RhythmByMailSubject>, OnModuleInit {
  readonly name = otherHourByMail.name;
  readonly subject = otherHourByMail.subject;

  constructor(
    private readonly actions: MailActions,
    private readonly signIn: SignIn,
    private readonly offers: OfferReader,
    private readonly answers: AnswerRhythmQuestion,
    private readonly booking: BookingReader,
    private readonly moveFollowing: MoveFollowing,
  ) {}

  onModuleInit(): void {
    this.actions.register(this);
  }

  async show({ personId, subject }: ActionCall<RhythmByMailSubject>): Promise<ActionPage | null> {
    const viewer = await this.signIn.viewerById(personId);
    const question = viewer && (await this.offers.question(viewer, subject.questionId));
    return viewer && question && (settledPage(question) ?? this.page(viewer, question));
  }

  async act(
    { personId, subject }: ActionCall<RhythmByMailSubject>,
    { choice, key }: ActionPress,
  ): Promise<ActionResult | null> {
    const viewer = await this.signIn.viewerById(personId);
    const question = viewer && (await this.offers.question(viewer, subject.questionId));
    if (!viewer || !question) return null;
    const settled = settledPage(question);
    if (settled) return { isDone: true, page: settled };
    if (choice === KEEP) return keep(this.answers, viewer, question.id);
    const startsAt = new Date(choice);
    const { nextSessionId } = question;
    if (Number.isNaN(startsAt.getTime()) || !nextSessionId)
      return { isDone: false, page: await this.page(viewer, question) };
    const moved = await this.moveFollowing.run(viewer, {
      sessionId: nextSessionId,
      startsAt,
      keepsMoved: true,
      idempotencyKey: key,
    });
    if (!moved.ok) {
      const page = await this.page(viewer, question);
      return { isDone: false, page: { ...page, heading: moved.refusal.message } };
    }
    await this.answers.run(viewer, { questionId: question.id, answer: 'other_hour' });
    const at = wallTimeOf(startsAt, viewer.timeZone);
    return {
      isDone: true,
      page: {
        heading: `${weekdayInWords(at.day)} at ${clockInWords(at.time)} from now on`,
        paragraphs: [
          `From ${dayInWords(at.day)} on, in your usual rhythm. New invitations are on their way to both calendars.`,
        ],
        choices: [],
        more: { label: 'Open your sessions', path: '/sessions' },
      },
    };
  }

  private async page(viewer: Viewer, question: AskedQuestion): Promise<ActionPage> {
    const { nextSessionId, championName } = question;
    const starts = nextSessionId
      ? (await this.booking.moveTimes(viewer, nextSessionId, null)).starts.slice(0, OFFERED)
      : [];
    const choices = starts.map((startsAt): ActionChoice => {
      const at = wallTimeOf(startsAt, viewer.timeZone);
      return {
        value: startsAt.toISOString(),
        label: `${weekdayInWords(at.day)} at ${clockInWords(at.time)}`,
        note: `from ${dayInWords(at.day)} on`,
      };
    });
    const more = nextSessionId
      ? { label: 'See more hours in Flipside', path: `/sessions/${nextSessionId}/rhythm` }
      : { label: 'Open Flipside', path: '/' };
    return {
      heading: `Another usual hour with ${championName}?`,
      paragraphs: [
        choices.length > 0
          ? 'These suit both of you. The coming sessions move there together, in the same rhythm.'
          : 'No other hour suits both at the moment.',
      ],
      choices: choices.length > 0 ? [...choices, keepChoice] : [keepChoice],
      more,
    };
  }
}
