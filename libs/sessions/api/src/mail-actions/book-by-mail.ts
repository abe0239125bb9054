import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { SignIn } from '@flipside/people-api';
import {
  CLOCK,
  Database,
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
  everyInWords,
  exceptionsInWords,
  isWallTime,
  timeOf,
  type Pattern,
} from '@flipside/sessions-domain';
import { BookSeries } from '../book-series.js';
import { BookingReader, type OfferedTimes } from '../booking.reader.js';
import { patternFor, takesSessions } from '../pairing-facts.js';
import { bothTimesOf } from '../pair-times.js';
import { bookByMail, type BookByMailSubject } from './mail-action-kinds.js';
import { bookedPage } from './booked-page.js';

const startInWords = ({ localStart }: Pattern): string =>
  `${dayInWords(dayOf(localStart))}, ${clockInWords(timeOf(localStart))}`;

/** The first three dates and what is left out: what somebody wants to know before saying yes. */
function datesInWords(pattern: Pattern, { people }: OfferedTimes): string[] {
  const meetings = pattern.occurrences.flatMap((each) =>
    each.occurrence && !each.block ? [each.occurrence] : [],
  );
  const [first, ...later] = meetings;
  if (!first) return [];
  const next = later.slice(0, 2).map((each) => dayInWords(dayOf(each.local)));
  return [
    `First session: ${bothTimesOf(people, 'executive', first)}.`,
    ...(next.length ? [`Then ${everyInWords(pattern.intervalWeeks)}: ${next.join(', ')}…`] : []),
    ...exceptionsInWords(pattern, {
      executiveName: people.executive.name,
      championName: people.champion.name,
      championZone: people.champion.zone,
    }),
  ];
}

const choiceOf = (pattern: Pattern, isMain: boolean): ActionChoice => ({
  value: pattern.localStart,
  label: `${isMain ? 'Book ' : ''}${startInWords(pattern)}`,
  isMain,
});

/** One tap from the mail books the time it names; when that is gone, the next three are one tap away. */
@Injectable()
export class BookByMail implements MailAction<BookByMailSubject>, OnModuleInit {
  readonly name = bookByMail.name;
  readonly subject = bookByMail.subject;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly actions: MailActions,
    private readonly signIn: SignIn,
    private readonly reader: BookingReader,
    private readonly bookSeries: BookSeries,
  ) {}

  onModuleInit(): void {
    this.actions.register(this);
  }

  async show({ personId, subject }: ActionCall<BookByMailSubject>): Promise<ActionPage | null> {
    const viewer = await this.signIn.viewerById(personId);
    return viewer && this.page(viewer, subject);
  }

  async act(
    { personId, subject }: ActionCall<BookByMailSubject>,
    { choice, key }: ActionPress,
  ): Promise<ActionResult | null> {
    const viewer = await this.signIn.viewerById(personId);
    if (!viewer) return null;
    if (!isWallTime(choice)) return { isDone: false, page: await this.page(viewer, subject) };
    const result = await this.bookSeries.run(viewer, {
      pairingId: subject.pairingId,
      localStart: choice,
      idempotencyKey: key,
    });
    const isDone = result.ok || result.refusal.code === 'ALREADY_BOOKED';
    const page = await this.page(viewer, isDone ? subject : { ...subject, localStart: choice });
    if (result.ok) return { isDone, page: { ...page, heading: 'Booked' } };
    return { isDone, page: isDone ? page : { ...page, heading: result.refusal.message } };
  }

  private async page(viewer: Viewer, { pairingId, localStart }: BookByMailSubject) {
    const offer = await this.reader.options(viewer, pairingId);
    const { pairing, people, options } = offer;
    const now = this.clock.now();
    if (pairing.comingSessions > 0) return bookedPage(this.db, people, pairingId, now);
    if (!takesSessions(pairing.state)) {
      return {
        heading: `No sessions with ${people.champion.name} now`,
        paragraphs: ['This pairing takes no sessions at the moment.'],
        choices: [],
        more: { label: 'Open Flipside', path: '/' },
      };
    }
    const wished = patternFor(pairing, people, now, localStart);
    const others = options
      .map(({ pattern }) => pattern)
      .filter((pattern) => pattern.localStart !== wished?.localStart);
    const whose = viewer.personId === people.executive.id ? '' : ` for ${people.executive.name}`;
    if (wished) {
      return {
        heading: `${startInWords(wished)} with ${people.champion.name}${whose}?`,
        paragraphs: datesInWords(wished, offer),
        choices: [choiceOf(wished, true), ...others.map((pattern) => choiceOf(pattern, false))],
      };
    }
    return {
      heading: 'That time is no longer free',
      paragraphs: others.length
        ? [
            `${people.champion.name} can also do these. One tap books the first session and the rhythm.`,
          ]
        : ['No other time suits both yet. Look at your working hours in Flipside.'],
      choices: others.map((pattern) => choiceOf(pattern, false)),
      more: { label: 'Open Flipside', path: '/' },
    };
  }
}
